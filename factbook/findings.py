"""Turn what is found in a text into problems, each under the id of the entry it stands in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePath
from typing import TypeAlias

from factbook.errors import Mark, Problem

MOST = 20
Finding: TypeAlias = tuple[Mark, str]
_ENTRY = re.compile(r"^([a-z0-9][a-z0-9-]{0,63})(?:: |:?\r?$)", re.MULTILINE)  # even without its colon


def mark_at(text: str, path: str, offset: int) -> Mark:
    """The place of the character at `offset`, counted from 0."""
    return Mark(path, text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))


def placed(found: Sequence[Finding], text: str, rule: str, total: int = 0) -> list[Problem]:
    """The problems in `found`, in order of place; of more than 20, or of a larger `total`, only how many follow."""
    found = sorted(found)
    if len(found) > MOST:
        more = f"{max(total, len(found)) - MOST:,} more problems of this kind follow. Repair those above first."
        found[MOST:] = [(found[MOST][0], more)]
    lines = text.split("\n") if found else []
    return [Problem(mark, _entry(lines, mark), message, rule) for mark, message in found]


def begun(text: str) -> set[str]:
    """The keys that begin a line, as far as that is known where nothing can be parsed."""
    return set(_ENTRY.findall(text))


def _entry(lines: list[str], mark: Mark) -> str:
    """The file's stem and, in fact files, the last key that begins a line up to the place.

    It is known even where nothing can be parsed. Pages have no keys, though a line of theirs may look like one.
    """
    path = PurePath(mark.path)
    above = (_ENTRY.match(line) for line in reversed(lines[: mark.line])) if path.suffix == ".yaml" else ()
    key = next((match[1] for match in above if match), None)
    return f"{path.stem}.{key}" if key else path.stem
