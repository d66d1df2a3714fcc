"""The check of the facts beside what libyaml takes to emit the events of the same files, at three sizes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from bench.copies import grown, project
from bench.results import Rows, row
from bench.timing import memory, python, ratio, side_by_side, wall

# Sources, and how many times the claims each has: about ten and a hundred times the record's facts.
MORE = ((1_560, 2), (2_330, 10))
FEW = 3
_CLAIM = re.compile(r"^(?!source:)[a-z0-9-]+:$", re.MULTILINE)


def checks(folder: Path, states: Mapping[str, str], rounds: int, more: tuple[tuple[int, int], ...] = MORE) -> Rows:
    """Checks of the record as it is and of larger ones, as multiples of libyaml's time, and in seconds."""
    rows: Rows = []
    for number, size in enumerate([None, *more]):
        roots = {
            state: grown(folder / f"checks-{number}-{state}", revision, *size)
            if size
            else project(folder / f"checks-{number}-{state}", revision)
            for state, revision in states.items()
        }
        rows += _measured(roots, rounds if number < 2 else min(rounds, FEW), number)
    return rows


def _measured(roots: Mapping[str, Path], rounds: int, number: int) -> Rows:
    commands = {}
    for state, root in roots.items():
        commands[f"events {state}"] = (python("-m", "bench.events", "facts"), root)
        commands[f"check {state}"] = (python("-m", "factbook", "check"), root)
    commands["reading"] = (python("-m", "bench.reading", "facts"), roots["after"])
    runs = side_by_side(commands, rounds)
    facts = {state: _facts(root / "facts") for state, root in roots.items()}
    size = f"{max(facts.values()):,} facts"
    taken, events = ({state: runs[f"{kind} {state}"] for state in roots} for kind in ("check", "events"))
    ratios = {state: ratio(taken[state], events[state]) for state in roots}
    reading = {"after": ratio(runs["reading"], events["after"])}
    return [
        row(f"make check ÷ libyaml's events, {size}", "times", ratios, 4 if number == 1 else None),
        row(f"Reading and finding quotes ÷ libyaml's events, {size}", "times", reading),
        row(f"make check, {size}", "s", {state: wall(taken[state]) for state in roots}, None if number else 1),
        row(f"libyaml's events, {size}", "s", {state: wall(events[state]) for state in roots}),
        row(f"Memory for make check, {size}", "MB", {state: memory(taken[state]) for state in roots}),
    ]


def _facts(folder: Path) -> int:
    texts = (path.read_text(encoding="utf-8") for path in (folder / "sources").glob("*.yaml"))
    return sum(len(_CLAIM.findall(text)) for text in texts)
