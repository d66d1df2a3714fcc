"""How long the report on a change takes that a reviewer reads."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from pathlib import Path

from bench.copies import project
from bench.results import Rows, row
from bench.serving import FACT, marked_fact
from bench.timing import python, side_by_side, wall

_AUTHOR = ("-c", "user.name=Bench", "-c", "user.email=bench@example.org")


def diffs(folder: Path, states: Mapping[str, str], rounds: int) -> Rows:
    """Seconds for `diff` of two commits, the second of which adds a note to a fact."""
    roots = {state: project(folder / f"diff-{state}", revision) for state, revision in states.items()}
    for root in roots.values():
        _commit(root, "As measured")
        text = (root / FACT).read_text(encoding="utf-8")
        (root / FACT).write_text(marked_fact(text, "Measured."), encoding="utf-8")
        _commit(root, "A note")
    commands = {state: (python("-m", "factbook", "diff", "HEAD~", "HEAD"), root) for state, root in roots.items()}
    runs = side_by_side(commands, rounds)
    return [row("diff of two commits", "s", {state: wall(runs[state]) for state in states})]


def _commit(root: Path, message: str) -> None:
    subprocess.run(["git", "-C", root, "add", "--all"], check=True)
    commit = ["commit", "--quiet", "--allow-empty", "--no-verify", "--message", message]
    subprocess.run(["git", "-C", root, *_AUTHOR, *commit], check=True)
