"""What was measured, as rows for `bench/results.json`, which the page on speed shows."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypeAlias, TypedDict

from bench.timing import Spread

RESULTS = Path(__file__).with_name("results.json")


class Row(TypedDict):
    """One figure: what it is of, its unit, the most it may be, and what was measured before and after."""

    what: str
    unit: str
    goal: float | None
    before: Spread | None
    after: Spread | None


Rows: TypeAlias = list[Row]
Sections: TypeAlias = dict[str, Sequence[Mapping[str, object]]]
Measured: TypeAlias = Mapping[str, Spread]  # by state: before, after


def row(what: str, unit: str, measured: Measured, goal: float | None = None) -> Row:
    """A row of what was measured in each state; numbers keep four digits."""
    before, after = (_rounded(measured[state]) if state in measured else None for state in ("before", "after"))
    return Row(what=what, unit=unit, goal=goal, before=before, after=after)


def write(path: Path, machine: Mapping[str, str], sections: Sections) -> None:
    """Write the sections measured into the results; those not measured this time stay as they were."""
    kept = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    results = {**kept, **{name: {"machine": machine, "rows": rows} for name, rows in sections.items()}}
    path.write_text(json.dumps(results, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def quotient(some: Spread, others: Spread) -> Spread:
    """How many times as much one measurement is as another that was not made pair by pair with it."""
    return Spread(
        some.middle / others.middle, some.least / others.most, some.most / others.least, min(some.rounds, others.rounds)
    )


def _rounded(spread: Spread) -> Spread:
    middle, least, most = (float(f"{number:.4g}") for number in spread[:3])
    return Spread(middle, least, most, spread.rounds)
