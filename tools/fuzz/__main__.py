"""Alter records for as long as is wished, and keep those that break a check: `make fuzz`."""

from __future__ import annotations

import argparse
import resource
import shutil
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from tools.fuzz.trial import Broken, Outcome, trial, whole_record


def main(arguments: list[str] | None = None) -> int:
    """Run trials until the time is over; the exit status is 1 where one broke something."""
    options = _parser().parse_args(arguments)
    resource.setrlimit(resource.RLIMIT_AS, (options.memory * 2**20, options.memory * 2**20))
    broken = trials = refused = 0
    slowest = 0.0
    try:
        for trials, outcome in enumerate(_outcomes(options), 1):
            if outcome is None:
                broken += 1
            else:
                refused, slowest = refused + bool(outcome.problems), max(slowest, outcome.seconds)
            if trials % 100 == 0:
                _progress(trials, refused, broken, slowest)
    except KeyboardInterrupt:
        print("\nCut short.", file=sys.stderr)
    print(f"{trials:,} records altered: {refused:,} refused, {broken} broke something; slowest {slowest:.2f} s.")
    return int(broken > 0)


def _outcomes(options: argparse.Namespace) -> Iterator[Outcome | None]:
    """How each trial ends until the time is over; None for one that broke something, whose record is kept."""
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "facts"
        texts = whole_record(root)
        for seed in count(options.seed):
            if time.monotonic() - started > options.seconds:
                return
            try:
                outcome = trial(root, texts, seed)
            except Broken as fault:
                outcome = None
                _keep(root, options.crashes / str(seed), fault)
                shutil.rmtree(root)
                whole_record(root)
            yield outcome


def _keep(root: Path, crash: Path, fault: Broken) -> None:
    """Keep the record that broke something, to become a fixture."""
    shutil.copytree(root, crash, dirs_exist_ok=True)
    print(f"\n{fault}\nkept in {crash}", file=sys.stderr)
    if fault.__cause__ is not None:
        traceback.print_exception(fault.__cause__, file=sys.stderr)


def _progress(trials: int, refused: int, broken: int, slowest: float) -> None:
    told = f"{trials:,} altered, {refused:,} refused, {broken} broke something, slowest {slowest:.2f} s"
    print(f"\r{told}", end="", file=sys.stderr, flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tools.fuzz", description=__doc__)
    parser.add_argument("--seconds", type=float, default=300, help="how long to go on (300)")
    parser.add_argument("--seed", type=int, default=0, help="where to begin (0); one seed always alters alike")
    parser.add_argument("--memory", type=int, default=1024, help="MiB of memory that everything may take (1024)")
    parser.add_argument(
        "--crashes", type=Path, default=Path(".fuzz"), help="where to keep what broke something (.fuzz)"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
