"""Time commands side by side, so that a busy machine slows what is compared alike."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

_ALONE = str(Path(__file__).with_name("alone.py"))
SETTINGS = {
    "PYTHONUTF8": "1",
    "NO_MKDOCS_2_WARNING": "1",
    "PYTHONHASHSEED": "0",
    "SOURCE_DATE_EPOCH": "1793491200",
    "PYTHONDONTWRITEBYTECODE": "",  # modules are compiled once, whatever the environment says, as most people's are
}


class Run(NamedTuple):
    """What one run took: seconds on the clock, seconds of work by all processors, and bytes of memory at most."""

    wall: float
    work: float
    memory: int


class Spread(NamedTuple):
    """The middle one of several measurements, the least and the greatest of them, and how many there were."""

    middle: float
    least: float
    most: float
    rounds: int


def python(*arguments: object) -> list[str]:
    """The command that runs the environment's Python."""
    return [sys.executable, *map(str, arguments)]


def timed(command: Sequence[str], folder: Path) -> Run:
    """Run a command in a folder; its output is shown only if it fails."""
    reader, writer = os.pipe()
    with os.fdopen(reader) as told, os.fdopen(writer, "w"):
        alone = [sys.executable, "-IS", _ALONE, str(writer), *command]
        done = subprocess.run(
            alone,
            cwd=folder,
            env=os.environ | SETTINGS,
            pass_fds=[writer],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        if done.returncode:
            raise SystemExit(f"{' '.join(command)} in {folder} ended with {done.returncode}:\n{done.stdout[-4000:]}")
        wall, work, memory = told.readline().split()
    return Run(float(wall), float(work), int(memory))


def side_by_side(
    commands: Mapping[str, tuple[Sequence[str], Path]], rounds: int, warm: bool = True
) -> dict[str, list[Run]]:
    """The runs of every command, one of each in every round, after one of each that does not count."""
    if warm:
        for command, folder in commands.values():
            timed(command, folder)
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, (command, folder) in commands.items():
            runs[name].append(timed(command, folder))
    return runs


def spread(numbers: Sequence[float]) -> Spread:
    """The middle and the ends of some measurements."""
    return Spread(median(numbers), min(numbers), max(numbers), len(numbers))


def wall(runs: Sequence[Run]) -> Spread:
    """What runs took on the clock."""
    return spread([run.wall for run in runs])


def memory(runs: Sequence[Run]) -> Spread:
    """What runs took of memory, in megabytes."""
    return spread([run.memory / 1e6 for run in runs])


def ratio(runs: Sequence[Run], limit: Sequence[Run]) -> Spread:
    """What runs took of the processors as multiples of what the runs beside them took."""
    return spread([run.work / other.work for run, other in zip(runs, limit, strict=True)])
