"""How long the two commands of the README take in a fresh clone, and how much they put on the disk."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from bench.copies import project
from bench.results import Rows, row
from bench.timing import Run, spread, timed, wall

# `make serve` itself ends only when it is stopped: what it needs besides the site is made by this target.
COMMANDS = {"make site": ["make", "site"], "make serve, up to the server's start": ["make", "schema/sources.json"]}


def installs(folder: Path, states: Mapping[str, str], rounds: int) -> Rows:
    """Seconds in a fresh clone, with whatever pip and uv have kept from earlier, and the size of the environment."""
    runs: dict[str, list[Run]] = {name: [] for name in COMMANDS}
    sizes: list[float] = []
    for number in range(rounds):
        root = project(folder / f"install-{number}", list(states.values())[-1])
        for name, command in COMMANDS.items():
            runs[name].append(timed(command, root))
        sizes.append(_size(root / ".venv") / 1e6)
        shutil.rmtree(root)
    return [
        *(row(f"{name}, fresh clone", "s", {"after": wall(some)}) for name, some in runs.items()),
        row("Size of .venv", "MB", {"after": spread(sizes)}),
    ]


def _size(folder: Path) -> int:
    return sum(path.lstat().st_blocks * 512 for path in folder.rglob("*"))
