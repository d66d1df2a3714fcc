"""The charts of the site: which running totals each shows."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One running total: a measure, and whose work it counts (None where that has no meaning)."""

    measure: str
    label: str
    scope: str | None = None


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart of running totals since the end of the war, all given in one unit."""

    id: str
    title: str
    unit: str
    lines: tuple[Line, ...]


_ALL = "all-operators"

CHARTS = {
    chart.id: chart
    for chart in (
        Chart(
            "area",
            "Area reported cleared since the war, all operators",
            "hectares",
            (Line("area-cleared", "area reported cleared", _ALL),),
        ),
        Chart(
            "items",
            "Explosive ordnance reported destroyed since the war, all operators, by kind",
            "items",
            (
                Line("unexploded-ordnance", "unexploded ordnance", _ALL),
                Line("anti-personnel-mines", "anti-personnel mines", _ALL),
                Line("anti-vehicle-mines", "anti-vehicle mines", _ALL),
            ),
        ),
        Chart(
            "casualties",
            "People reported killed or injured since the war",
            "people",
            (
                Line("mine-victims", "killed or injured"),
                Line("mine-injuries", "injured"),
                Line("mine-deaths", "killed"),
            ),
        ),
    )
}
