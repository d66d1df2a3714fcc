"""What is to be noticed, how often it must be, and how often it is."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from math import floor
from pathlib import Path

from tools.mutation import days
from tools.mutation.report import Judged, score

FLOOR = Path(__file__).with_name("floor.json")
GOALS: Mapping[str, Callable[[Judged], bool]] = {
    "value": lambda one: (
        one.group == "single" and one.field == "value" and not one.operator.startswith(("unit", "hedge"))
    ),
    "unit": lambda one: one.operator == "unit",
    "hedge": lambda one: one.group == "single" and one.operator.startswith("hedge"),
    "quote": lambda one: one.group == "single" and one.field in ("quote", "date_quote"),
    "value and quote": lambda one: one.group == "second order",
    "dates": lambda one: one.field in days.FIELDS,
    "single corruptions": lambda one: one.group == "single",
}


def scores(judged: list[Judged]) -> dict[str, float]:
    """The score of each goal in percent, with one decimal and never rounded up."""
    return {name: floor(10 * score(filter(belongs, judged))) / 10 for name, belongs in GOALS.items()}


def floors() -> dict[str, float]:
    """The scores below which nobody may fall."""
    read: dict[str, float] = json.loads(FLOOR.read_text(encoding="utf-8"))
    return read


def raise_floors(reached: Mapping[str, float]) -> None:
    """Write the scores that were reached where they are higher than the floors."""
    higher = {name: max(before, reached[name]) for name, before in floors().items()}
    FLOOR.write_text(json.dumps(higher, indent=2) + "\n", encoding="utf-8")


def lowered(before: Mapping[str, float], after: Mapping[str, float]) -> list[str]:
    """What is to be said of each floor of `before` that is lower `after`, or gone."""
    return [
        f"the floor of {name} falls from {floor}% to {after.get(name, 0)}%. Restore it, and let the checks notice more."
        for name, floor in before.items()
        if after.get(name, 0) < floor
    ]
