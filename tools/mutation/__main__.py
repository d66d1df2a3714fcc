"""Measure how many corruptions of the record the checks notice: `make mutation`."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from tools.mutation.goals import floors, raise_floors, scores
from tools.mutation.judge import Judge
from tools.mutation.mutants import Mutant, World
from tools.mutation.report import Judged, table
from tools.mutation.verdicts import CRASH, SURVIVED, verdict
from tools.mutation.world import mutants, sampled, world


def main(arguments: list[str] | None = None) -> int:
    """Judge corruptions, print what became of them, and say so by the exit status."""
    options = _parser().parse_args(arguments)
    judge = Judge(options.facts)
    if judge.base:
        print(f"The record has {len(judge.base)} problems of its own; only new ones count.", file=sys.stderr)
    before = world(options.facts, judge.book)
    found = [
        (group, mutant)
        for group, every in mutants(before).items()
        for mutant in (every if options.all else sampled(every, options.share))
        if options.only in f"{mutant.operator} {mutant.leaf.field} {mutant.leaf.file}"
    ]
    judged: list[Judged] = []
    try:
        for one in _judged(judge, before, options, found):
            judged.append(one)
    except KeyboardInterrupt:
        print(f"\nCut short; run it again to go on from {options.journal}.", file=sys.stderr)
    print(table(judged))
    for one in judged:
        if one.fate in (SURVIVED, CRASH) and options.list:
            print(f"{one.fate}: {one.id} {one.by}")
    complete = options.all and len(judged) == len(found)
    return 0 if options.only else _held_to_floors(judged, complete, options.raise_floor)


def _held_to_floors(judged: list[Judged], complete: bool, raising: bool) -> int:
    """Print the goals beside their floors; 1 where all corruptions were judged and one of the floors is not reached."""
    reached = scores(judged)
    print("\n" + "\n".join(f"{name:34}{reached[name]:8.1f}%   floor {floor}%" for name, floor in floors().items()))
    if complete and raising:
        raise_floors(reached)
    return int(complete and any(reached[name] < floor for name, floor in floors().items()))


def _judged(
    judge: Judge, before: World, options: argparse.Namespace, found: list[tuple[str, Mutant]]
) -> Iterator[Judged]:
    """Each corruption judged, those that the journal of an interrupted run holds first."""
    state = _state(options.facts)
    known = _read(options.journal, state)
    options.journal.parent.mkdir(exist_ok=True)
    with options.journal.open("a" if known else "w", encoding="utf-8") as journal:
        if not known:
            journal.write(json.dumps({"state": state}) + "\n")
        started = time.monotonic()
        for number, (group, mutant) in enumerate(found, 1):
            if mutant.id not in known:
                known[mutant.id] = list(verdict(judge, before, mutant))
                journal.write(json.dumps({"id": mutant.id, "verdict": known[mutant.id]}) + "\n")
            if number % 100 == 0 or number == len(found):
                _progress(number, len(found), time.monotonic() - started)
            yield Judged(group, mutant.operator, mutant.leaf.field, mutant.id, *known[mutant.id])


def _read(journal: Path, state: str) -> dict[str, list[str]]:
    """What an earlier run on the same record and the same checks found."""
    try:
        lines = [json.loads(line) for line in journal.read_text(encoding="utf-8").splitlines()]
    except (OSError, ValueError):
        return {}
    if not lines or lines[0] != {"state": state}:
        return {}
    return {line["id"]: line["verdict"] for line in lines[1:]}


def _state(facts: Path) -> str:
    """A hash of the record and of all code that judges it."""
    code = [path for folder in ("factbook", "tools/mutation") for path in Path(folder).rglob("*.py")]
    files = sorted([*code, *(path for path in facts.rglob("*") if path.is_file())])
    return sha256(b"".join(str(path).encode() + path.read_bytes() for path in files)).hexdigest()


def _progress(number: int, count: int, seconds: float) -> None:
    end = "\n" if number == count else ""
    print(f"\r{number:,} of {count:,} corruptions, {seconds:.0f} s", end=end, file=sys.stderr, flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tools.mutation", description=__doc__)
    parser.add_argument("--facts", type=Path, default=Path("facts"), help="the folder of facts (facts)")
    parser.add_argument("--all", action="store_true", help="judge every corruption, not a sample")
    parser.add_argument("--share", type=float, default=0.05, help="the share that a sample takes (0.05)")
    parser.add_argument("--only", default="", help="only operators, fields or files whose name holds this")
    parser.add_argument("--list", action="store_true", help="print each corruption that survived")
    parser.add_argument("--raise-floor", action="store_true", help="with --all: write scores above their floors there")
    parser.add_argument("--journal", type=Path, default=Path(".mutation/journal.jsonl"), help="where verdicts are kept")
    return parser


if __name__ == "__main__":
    sys.exit(main())
