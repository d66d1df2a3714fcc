"""Measure and write `bench/results.json`: `python -m bench [SECTION ...]`; all but `install` where none is named."""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.building import builds
from bench.checking import checks
from bench.copies import ROOT
from bench.installing import installs
from bench.machine import machine
from bench.profiling import profiles
from bench.results import RESULTS, Rows, Sections, write
from bench.reviewing import diffs
from bench.serving import previews
from bench.weighing import weights

BEFORE = "a73bc4c"  # the last commit before the work on speed began
ROUNDS = 5
SECTIONS: dict[str, Callable[..., Rows | Sections]] = {
    "checks": checks,
    "previews": previews,
    "diffs": diffs,
    "weights": weights,
    "profiles": profiles,
    "builds": builds,
    "install": installs,
}
ASKED_FOR = "install"  # it downloads


def main() -> None:
    """Measure what is asked for, one section after the other, and keep each as soon as it is measured."""
    options = _options()
    before = _commit(options.before)
    states = ({"before": before} if before else {}) | {"after": options.after}
    described = machine(before, options.after)
    for name in options.sections or [name for name in SECTIONS if name != ASKED_FOR]:
        with TemporaryDirectory(prefix="bench-") as folder:
            print(f"Measuring {name} …", flush=True)
            measured = SECTIONS[name](Path(folder), states, options.rounds)
        write(options.out, described, measured if isinstance(measured, dict) else {name: measured})
    print(f"{options.out}: written.")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    # Python 3.11 holds the list of no section at all against the choices too.
    parser.add_argument("sections", metavar="SECTION", nargs="*", choices=[[], *SECTIONS], help=", ".join(SECTIONS))
    parser.add_argument("--before", default=BEFORE, metavar="COMMIT", help=f"measure this commit too ({BEFORE})")
    parser.add_argument("--after", default="", metavar="COMMIT", help="measure this commit (the work tree)")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help=f"how often to measure each thing ({ROUNDS})")
    parser.add_argument("--out", type=Path, default=RESULTS, help="where to write (bench/results.json)")
    return parser.parse_args()


def _commit(revision: str) -> str:
    """The commit of a revision, or "" where this clone does not hold it."""
    ask = ["git", "-C", str(ROOT), "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}"]
    found = subprocess.run(ask, capture_output=True, text=True, check=False).stdout.strip()
    if not found:
        print(f"The commit {revision} is not here, so nothing is measured as it was before.", file=sys.stderr)
    return found


if __name__ == "__main__":
    main()
