"""Intervals: soundness and tightness against brute force over small numbers."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from operator import add, mul, sub, truediv

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from inside import within
from some_units import written

from factbook.ends import Number
from factbook.intervals import Interval, exact

TINY, HUGE = Fraction(1, 10**6), Fraction(10**9)
OPERATIONS = {"sum": add, "difference": sub, "product": mul, "ratio": truediv}
ENDS = st.one_of(st.none(), st.integers(-4, 4), st.integers(-4, 4).map(Fraction))


def _possible(low: Number | None, high: Number | None, low_open: bool, high_open: bool) -> Interval | None:
    try:
        return Interval(low, high, low_open, high_open)
    except ValueError:
        return None


INTERVALS = st.builds(_possible, ENDS, ENDS, st.booleans(), st.booleans()).filter(lambda interval: interval is not None)


def _members(interval: Interval) -> set[Fraction]:
    """Values of an interval: its ends where they belong to it, others close to them or far out, and small ones."""
    low = -HUGE if interval.low is None else Fraction(interval.low)
    high = HUGE if interval.high is None else Fraction(interval.high)
    near = {low, low + TINY, high - TINY, high, (low + high) / 2}
    return {number for number in near | {Fraction(n, 2) for n in range(-9, 10)} if interval.contains(number)}


def _defined(operation: Callable[..., Interval], b: Interval) -> bool:
    return operation is not truediv or not b.contains(0)


@pytest.mark.parametrize("operation", OPERATIONS.values(), ids=OPERATIONS)
@given(a=INTERVALS, b=INTERVALS)
def test_every_result_lies_in_the_result(operation: Callable[..., Interval], a: Interval, b: Interval) -> None:
    """What two numbers give lies in what their intervals give."""
    assume(_defined(operation, b))

    result = operation(a, b)

    assert all(result.contains(operation(x, y)) for x in _members(a) for y in _members(b))


@pytest.mark.parametrize("operation", OPERATIONS.values(), ids=OPERATIONS)
@given(a=INTERVALS, b=INTERVALS)
def test_no_result_is_wider_than_it_must_be(operation: Callable[..., Interval], a: Interval, b: Interval) -> None:
    """Closed ends are reached, open ones approached, and unbounded ones passed by any large number."""
    assume(_defined(operation, b))

    result = operation(a, b)

    results = {operation(x, y) for x in _members(a) for y in _members(b)}
    for end, is_open, reached in (
        (result.low, result.low_open, min(results)),
        (result.high, result.high_open, max(results)),
    ):
        if end is None:
            assert abs(reached) > 1000
        else:
            assert (0 < abs(reached - end) < Fraction(1, 1000)) if is_open else reached == end


@given(a=INTERVALS, b=INTERVALS)
def test_order_of_operands_does_not_matter(a: Interval, b: Interval) -> None:
    """Sums, products and meetings are the same either way round, and a difference turns its sign."""
    assert a + b == b + a
    assert a * b == b * a
    assert a.meets(b) == b.meets(a)
    assert a - b == -(b - a)


@given(a=INTERVALS, b=INTERVALS)
def test_meeting_is_having_a_value_in_common(a: Interval, b: Interval) -> None:
    """Two intervals meet exactly where one of their values is common to both."""
    common = any(b.contains(number) for number in _members(a)) or any(a.contains(number) for number in _members(b))

    assert a.meets(b) == common


@given(a=INTERVALS, b=INTERVALS)
def test_below_compares_every_pair_of_values(a: Interval, b: Interval) -> None:
    """One interval is below another exactly where each of its values is less than each of the other's."""
    pairs = [(x, y) for x in _members(a) for y in _members(b)]

    assert a.below(b) == all(x < y for x, y in pairs)


@given(a=INTERVALS)
def test_clipping_keeps_what_is_not_negative(a: Interval) -> None:
    """Clipped at zero, an interval keeps exactly its values from zero on."""
    assume(any(number >= 0 for number in _members(a)))

    clipped = a.clip_at_zero()

    assert within(clipped, a)
    assert {n for n in _members(a) if clipped.contains(n)} == {n for n in _members(a) if n >= 0}


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (
            exact(104_000) + Interval(Fraction(33_000), None, True) + Interval(Fraction(20_000), None, True),
            "(157000, inf)",
        ),
        (Interval(Fraction(0), Fraction(1)) * Interval(Fraction(1), None), "[0, inf)"),
        (exact(0) * Interval(None, None), "[0, 0]"),
        (Interval(Fraction(0), Fraction(2), True) * Interval(Fraction(-1), Fraction(1)), "[-2, 2]"),
        (Interval(Fraction(1), Fraction(3)) / Interval(Fraction(0), Fraction(5), True), "[1/5, inf)"),
        (exact(26_181) / 48_411, "[2909/5379, 2909/5379]"),
        (sum([exact(7), exact(26)], exact(0)), "[33, 33]"),
        (Interval(Fraction(3), Fraction(4), True) * -2, "[-8, -6)"),
    ],
)
def test_results_by_hand(said: Interval, expected: str) -> None:
    """Unbounded and open ends go through arithmetic as worked out by hand."""
    assert written(said) == expected


IMPOSSIBLE: dict[str, tuple[Callable[[], Interval], str]] = {
    "backwards": (lambda: Interval(Fraction(2), Fraction(1)), "an interval must hold at least one number"),
    "open point": (lambda: Interval(Fraction(1), Fraction(1), True), "an interval must hold at least one number"),
    "clipped": (lambda: Interval(None, Fraction(-1)).clip_at_zero(), "an interval must hold at least one number"),
    "by 0": (lambda: exact(1) / 0, "cannot divide by an interval that contains 0"),
    "across 0": (lambda: exact(1) / Interval(None, None), "cannot divide by an interval that contains 0"),
}


@pytest.mark.parametrize(("wrong", "message"), IMPOSSIBLE.values(), ids=IMPOSSIBLE)
def test_impossible_intervals_are_refused(wrong: Callable[[], Interval], message: str) -> None:
    """An interval without values, or a division that has none, is an error that says so."""
    with pytest.raises(ValueError, match=f"^{message}$"):
        wrong()


def test_floats_are_refused() -> None:
    """Arithmetic stays exact: a float is an error."""
    with pytest.raises(TypeError, match=r"^intervals are exact: use a Fraction, not a float$"):
        exact(1) + 0.5  # type: ignore[operator]
