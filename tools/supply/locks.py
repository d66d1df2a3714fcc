"""The locks in requirements/: what they pin, and whether they fit pyproject.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from factbook.errors import BrokenBook, Mark, Problem

# The only form an entry may have, so no address, option or file without a hash passes.
ENTRY = re.compile(
    r"(?P<name>[a-z0-9]+(?:-[a-z0-9]+)*)==(?P<version>[0-9][0-9a-z.+!]*)(?: ; (?P<marker>[^\\\n]+?))?"
    r"(?P<hashes>(?: \\\n    --hash=sha256:[0-9a-f]{64})+)\n"
)


@dataclass(frozen=True, slots=True)
class Pin:
    """One version of a library, where a lock takes it (everywhere, or as a marker says), and its files' SHA-256."""

    name: str
    version: str
    marker: str | None
    hashes: tuple[str, ...]


Locks = dict[str, list[Pin]]


def settings(root: Path) -> dict[str, Any]:
    """What pyproject.toml says."""
    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))


def read(root: Path) -> Locks:
    """Every lock of the project; raises BrokenBook at an entry that is not a version with hashes."""
    return {path.stem: list(_pins(path, root)) for path in sorted((root / "requirements").glob("*.txt"))}


def _pins(path: Path, root: Path) -> Iterator[Pin]:
    text, start = path.read_text(encoding="utf-8"), 0
    while start < len(text):
        entry = ENTRY.match(text, start)
        if entry is None:
            mark = Mark(path.relative_to(root).as_posix(), text.count("\n", 0, start) + 1)
            message = "this is not one version of a library with its hashes. Run make lock."
            raise BrokenBook([Problem(mark, path.stem, message, "locks")])
        hashes = tuple(re.findall(r"sha256:([0-9a-f]+)", entry["hashes"]))
        yield Pin(entry["name"], entry["version"], entry["marker"], hashes)
        start = entry.end()


def holders(locks: Locks) -> dict[str, list[str]]:
    """The locks that name each library."""
    named: dict[str, list[str]] = {}
    for lock, pins in locks.items():
        for name in sorted({pin.name for pin in pins}):
            named.setdefault(name, []).append(lock)
    return dict(sorted(named.items()))


def wanted(groups: dict[str, Any], group: str) -> Iterator[Requirement]:
    """What a dependency group asks for, with the groups it includes."""
    for line in groups[group]:
        if isinstance(line, dict):
            yield from wanted(groups, line["include-group"])
        else:
            yield Requirement(line)


def unfit(groups: dict[str, Any], locks: Locks) -> Iterator[Problem]:
    """Where locks and dependency groups part ways, or two locks take different versions."""
    taken: dict[str, set[str]] = {}
    for lock, pins in locks.items():
        mark = Mark(f"requirements/{lock}.txt")
        for asked in wanted(groups, lock):
            found = [pin.version for pin in pins if pin.name == canonicalize_name(asked.name)]
            if not found or not all(map(asked.specifier.contains, found)):
                have = " and ".join(found) or "no version"
                message = f"pyproject.toml asks for {asked} but the lock has {have}. Run make lock."
                yield Problem(mark, canonicalize_name(asked.name), message, "locks")
        for name in {pin.name for pin in pins}:
            found_here = {pin.version for pin in pins if pin.name == name}
            if taken.setdefault(name, found_here) != found_here:
                message = "another lock has another version, and both are installed together. Run make lock."
                yield Problem(mark, name, message, "locks")
