"""Series of figures: finding the falls and clashes among many is the same as comparing each with each."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from factbook.dates import When, parse_date
from factbook.intervals import Interval, exact
from factbook.periods import ends_surely_before
from factbook.rules.series import MOST_CONFLICTS, Point, clashes, falls

days = st.sampled_from(
    ["2021", "2021-10", "2021-10-15", "2021-10-20", "2022-03", "2020/2021-10-15", "2021-10/..", "2021-10~"]
)
ends = st.integers(0, 6) | st.integers(0, 6).map(Fraction) | st.none()


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    low, high = draw(ends), draw(ends)
    if low is not None and high is not None and low >= high:
        return Interval(low, low)
    return Interval(low, high, draw(st.booleans()), draw(st.booleans()))


@st.composite
def series(draw: st.DrawFn) -> list[Point]:
    figures = draw(st.lists(st.tuples(days, intervals()), max_size=12))
    return [point(place, parse_date(day), usual) for place, (day, usual) in enumerate(figures)]


def point(place: int, when: When, usual: Interval) -> Point:
    return Point(place, when.end.first, None, when, usual, (when.end.first, when.end.last))  # type: ignore[arg-type]


def places(pairs: list[tuple[Point, Point]]) -> list[tuple[int, int]]:
    return [(first.place, second.place) for first, second in pairs]


@given(series())
def test_falls_are_those_of_every_pair(points: list[Point]) -> None:
    """A total that a surely later one lies wholly below is found with it, and no other pair is."""
    pairs = permutations(points, 2)
    expected = [(a, b) for a, b in pairs if ends_surely_before(a.when, b.when) and b.usual.below(a.usual)]
    assert sorted(places(falls(points))) == sorted(places(expected))


@given(series())
def test_clashes_are_those_of_every_pair(points: list[Point]) -> None:
    """Two figures of one end are found together exactly if they have no number in common."""
    expected = [
        (a, b)
        for a, b in permutations(points, 2)
        if (a.when.end.first, a.when.end.last) == (b.when.end.first, b.when.end.last) and a.usual.below(b.usual)
    ]
    assert sorted(places(clashes(points))) == sorted(places(expected))


def test_conflicts_of_a_hostile_series_are_not_all_listed() -> None:
    """Of a series in which every figure conflicts with every other one, no more are told than can be read."""
    when, days = parse_date("2021"), [date(2021, 1, 1) + timedelta(days=day) for day in range(200)]
    falling = [point(place, parse_date(day.isoformat()), exact(200 - place)) for place, day in enumerate(days)]

    assert MOST_CONFLICTS < len(falls(falling)) <= MOST_CONFLICTS + len(falling)
    ending = when.first, when.last
    assert len(clashes([one._replace(ending=ending) for one in falling])) == MOST_CONFLICTS


@given(series())
def test_conflicts_come_in_the_order_of_the_record(points: list[Point]) -> None:
    """Conflicts are listed by the places of their figures in the record."""
    for pairs in (falls(points), clashes(points)):
        assert [sorted(pair) for pair in places(pairs)] == sorted(sorted(pair) for pair in places(pairs))
