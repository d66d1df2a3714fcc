"""Small comparisons: a few figures of one kind side by side."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from factbook.charts.defined import CHARTS
from factbook.charts.points import drawable, points
from factbook.dates import printed
from factbook.ends import Number
from factbook.model import Book, Claim, Figure


@dataclass(frozen=True, slots=True)
class Bar:
    """One figure of a comparison, with the amount that gives its bar its length."""

    label: str
    claim: Claim
    amount: Number


@dataclass(frozen=True, slots=True)
class Comparison:
    """A comparison: its title, what heads its first column, and how to find its figures."""

    title: str
    head: str
    bars: Callable[[Book], list[Bar]]


def _area_by_year(book: Book) -> list[Bar]:
    """The area reported cleared in each calendar year by all operators; of several reports the most exact one."""
    found: dict[str, Figure] = {}
    for figure in book.figures():
        claim, when = figure.claim, figure.claim.when
        wanted = (claim.measure, claim.scope, claim.place) == ("area-cleared", "all-operators", None)
        if wanted and when and when.precision == "year" and drawable(book, claim):
            found[when.text] = min(found.get(when.text, figure), figure, key=_roughness)
    return [_bar(book, printed(figure.claim.when), figure) for _, figure in sorted(found.items()) if figure.claim.when]


def _items_by_kind(book: Book) -> list[Bar]:
    """The latest breakdown of explosive ordnance by kind that one source gives for all operators."""
    chart = CHARTS["items"]
    drawn = points(book, chart)
    by_source = {
        point.claim.source: [one for one in drawn if one.claim.source == point.claim.source] for point in drawn
    }
    whole = [found for found in by_source.values() if len({point.line for point in found}) == len(chart.lines)]
    latest = max(whole, key=lambda found: (found[0].first, found[0].claim.id), default=[])
    return [Bar(point.line.label, point.claim, point.number) for point in latest]


def _roughness(figure: Figure) -> tuple[bool, Number, str]:
    return (not figure.value.usual.is_exact, figure.value.place_value, figure.claim.id)


def _bar(book: Book, label: str, figure: Figure) -> Bar:
    return Bar(label, figure.claim, figure.value.number * book.vocabulary.units[figure.value.unit].factor)


COMPARISONS = {
    "area-by-year": Comparison("Area reported cleared in each year, all operators", "Year", _area_by_year),
    "items-by-kind": Comparison("What was found, by the latest report that tells kinds apart", "Kind", _items_by_kind),
}
