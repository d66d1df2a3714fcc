"""Read a file of the record: a strict part of YAML, in which every scalar stays text and keeps its place.

Refused are aliases, anchors, tags, directives, several documents, merge keys, doubled keys, keys that are no text,
deep nesting, very long texts, unquoted text cut off by a comment, and every character a reviewer could not see.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from factbook.allowed import Run, Stop, Unsure, may_break_rules
from factbook.alphabets import mixed
from factbook.characters import decode, refused
from factbook.errors import BrokenBook, Mark, Problem
from factbook.events import document
from factbook.files import read_bytes
from factbook.findings import Finding, placed
from factbook.nodes import Mapping
from factbook.syntax import finding, guarded

Loader: TypeAlias = Any
PURE: Loader = yaml.SafeLoader
FASTEST: Loader = getattr(yaml, "CSafeLoader", PURE)


def read_file(path: Path) -> tuple[Mapping | None, list[Problem]]:
    """What the file at `path` holds, as by `read`, with the problems of its bytes and characters too."""
    try:
        return read(decode(read_bytes(path), str(path)), str(path))
    except BrokenBook as broken:
        return None, broken.problems


def read(text: str, path: str, *, loader: Loader = FASTEST) -> tuple[Mapping | None, list[Problem]]:
    """The mapping written in `text`, and its problems; None where reading could not go on to the end.

    PyYAML's own parser has the last word: what `loader` does not read without a finding is read again with it, so
    problems and their places are the same whether libyaml is installed or not.
    """
    if problems := refused(text, path) or placed(guarded(text, path), text, "yaml"):
        return None, problems
    found = [*mixed(text, path)]
    if loader is not PURE:
        with suppress(Unsure):
            mapping, wrong = _attempt(text, path, loader)
            if not wrong:
                return mapping, placed(found, text, "characters")
    mapping, wrong = _attempt(text, path, PURE)
    return mapping, [*placed(found, text, "characters"), *placed(wrong, text, "yaml")]


def _attempt(text: str, path: str, loader: Loader) -> tuple[Mapping | None, list[Finding]]:
    parser = loader(text)
    run = Run(parser.get_event, text, path, loader is PURE, may_break_rules(text))
    try:
        return document(run), run.found
    except Stop:
        return None, run.found
    except yaml.MarkedYAMLError as error:
        return None, [*run.found, finding(error, path, text)]
    except (ValueError, OverflowError):
        here = Mark(path, parser.line + 1, parser.column + 1)
        return None, [*run.found, (here, "an escape names no character of Unicode. Remove it.")]
