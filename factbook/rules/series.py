"""Figures that count the same thing, in time: which of them fall, and which stand for one time but not one number."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from itertools import islice
from typing import NamedTuple, TypeAlias

from factbook.checks.judging import doubted
from factbook.dates import When
from factbook.dates import printed as printed_date
from factbook.ends import Number
from factbook.intervals import Interval
from factbook.kinds import NOT_STATED
from factbook.model import Book, Claim, Figure
from factbook.periods import ends, start_day


class Point(NamedTuple):
    """A figure in time, in the base unit of its dimension, so that hectares meet square kilometres.

    `place` is the figure's place in the record, `told` the day from which its source is known, `ending` the first and
    the last day on which what it counts may end: for what happened in a year the last of it, for what there was in a
    year any.
    """

    place: int
    told: date
    figure: Figure
    when: When
    usual: Interval
    ending: tuple[date, date]

    @property
    def claim(self) -> Claim:
        """The claim that holds the figure."""
        return self.figure.claim

    def ends_before(self, other: Point) -> bool:
        """Whether what it counts surely ends earlier than what another counts."""
        return self.ending[1] < other.ending[0]

    def __str__(self) -> str:
        return f"{self.figure.value.spelling} of {self.claim.id} ({printed_date(self.when.end)})"


Conflict: TypeAlias = tuple[Point, Point]
MOST_CONFLICTS = 10_000  # in a series; those of a hostile file would grow as the square of its size


@lru_cache(maxsize=1)
def all_series(book: Book) -> list[list[Point]]:
    """The figures that can be compared over time, by what they count and from when."""
    series: dict[tuple[object, ...], list[Point]] = defaultdict(list)
    for place, figure in enumerate(book.figures()):
        claim, unit = figure.claim, book.vocabulary.units[figure.value.unit]
        if claim.when is None or claim.status == "withdrawn" or claim.scope == NOT_STATED or claim.id in doubted(book):
            continue
        keys = claim.measure, claim.scope, claim.place, start_day(claim.when), unit.dimension
        end = claim.when.end
        ending = ends(claim.when) if figure.measure.accumulates else (end.first, end.last)
        source = book.source_of(claim)
        told = source.published.first if source.published else source.accessed
        series[keys].append(Point(place, told, figure, claim.when, figure.value.usual * unit.factor, ending))
    return list(series.values())


def falls(totals: Iterable[Point]) -> list[Conflict]:
    """The pairs of a total and a later one whose usual reading lies wholly below it.

    The totals are walked through in order of time, those that surely ended before being kept in order of size, so that
    a series without a fall takes little more time than sorting it.
    """
    closed = [one for one in totals if one.when.end.precision != "open" and not one.when.end.approximate]
    ending = sorted(closed, key=lambda point: point.ending[1], reverse=True)
    ended: list[Point] = []
    found: list[Conflict] = []
    for later in sorted(closed, key=lambda point: point.ending[0]):
        if len(found) > MOST_CONFLICTS:
            break
        while ending and ending[-1].ends_before(later):
            _rank(ended, ending.pop())
        found += [(earlier, later) for earlier in _above(ended, later)]
    return _in_order(found)


def clashes(series: Iterable[Point]) -> list[Conflict]:
    """The pairs of one end that allow no number in common."""
    together: dict[object, list[Point]] = defaultdict(list)
    for point in series:
        together[point.ending].append(point)
    return _in_order(islice((pair for points in together.values() for pair in _apart(points)), MOST_CONFLICTS))


def _apart(points: list[Point]) -> Iterator[Conflict]:
    ranked: list[Point] = []
    for point in points:
        _rank(ranked, point)
    return ((point, other) for point in points for other in _above(ranked, point))


def _rank(ranked: list[Point], point: Point) -> None:
    """Put a point in its place by size; one that may be ever so small lies above no other and is left out."""
    if point.usual.low is not None:
        insort(ranked, point, key=_low)


def _above(ranked: list[Point], point: Point) -> list[Point]:
    """The ranked points that lie wholly above another."""
    if point.usual.high is None:
        return []
    candidates = ranked[bisect_left(ranked, point.usual.high, key=_low) :]
    return [other for other in candidates if point.usual.below(other.usual)]


def _low(point: Point) -> Number:
    assert point.usual.low is not None
    return point.usual.low


def _in_order(pairs: Iterable[Conflict]) -> list[Conflict]:
    """The pairs in the order of the record."""
    return sorted(pairs, key=lambda pair: sorted(point.place for point in pair))
