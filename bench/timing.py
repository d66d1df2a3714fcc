"""Time commands side by side, so that a busy machine slows what is compared alike."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

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
    begun = time.perf_counter()
    settings = os.environ | SETTINGS
    with subprocess.Popen(
        command, cwd=folder, env=settings, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        output = process.stdout.read() if process.stdout else ""
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} in {folder} ended with {process.returncode}:\n{output[-4000:]}")
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024)


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
