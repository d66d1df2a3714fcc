"""The figures a chart shows: running totals since the war, as precise in time and amount as their sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from factbook.charts.defined import Chart, Line
from factbook.checks.judging import doubted
from factbook.ends import Number
from factbook.model import Book, Claim, Figure
from factbook.periods import first_end, in_years
from factbook.spans import since_war

_GAP = 184  # days: over half a year without a figure, nothing is drawn in between


@dataclass(frozen=True, slots=True)
class Point:
    """One figure of a line: between which days it falls due, the number given, and what it usually stands for.

    `stretch` numbers the stretches of a line between which reports are missing.
    """

    claim: Claim
    line: Line
    first: date
    last: date
    number: Number
    low: Number
    high: Number
    stretch: int = 0

    @property
    def exact(self) -> bool:
        """Whether the source gives one number, without a hedge."""
        return self.low == self.high


def points(book: Book, chart: Chart) -> list[Point]:
    """Every point of a chart, line by line and in order of time."""
    return [point for line in chart.lines for point in _in_stretches(_totals(book, line))]


def drawable(book: Book, claim: Claim) -> bool:
    """Whether a figure may stand in a chart: not withdrawn, no restatement, and not doubted by a check."""
    return claim.status != "withdrawn" and claim.restates is None and claim.id not in doubted(book)


def is_running_total(book: Book, claim: Claim) -> bool:
    """Whether a claim may stand in a chart as a running total since the war, for no place in particular."""
    when = claim.when
    return when is not None and when.is_interval and since_war(when) and claim.place is None and drawable(book, claim)


def _totals(book: Book, line: Line) -> list[Point]:
    found = [
        _point(book, figure, line)
        for figure in book.figures()
        if (figure.claim.measure, figure.claim.scope) == (line.measure, line.scope)
        and is_running_total(book, figure.claim)
    ]
    return sorted((point for point in found if point), key=lambda point: (point.last, point.first, point.claim.id))


def _point(book: Book, figure: Figure, line: Line) -> Point | None:
    claim, value = figure.claim, figure.value
    low, high, when = value.usual.low, value.usual.high, claim.when
    if when is None or low is None or high is None or not (when.end.precision in ("day", "month") or in_years(when)):
        return None
    factor, last = book.vocabulary.units[value.unit].factor, min(when.last, book.source_of(claim).latest)
    return Point(claim, line, min(first_end(when), last), last, value.number * factor, low * factor, high * factor)


def _in_stretches(found: list[Point]) -> Iterator[Point]:
    """The points with the stretches counted in which figures without a hedge follow on one another."""
    stretch, until = 0, date.max
    for point in found:
        if point.exact:
            stretch += (point.first - until).days > _GAP
            until = point.last
        yield replace(point, stretch=stretch)
