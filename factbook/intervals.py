"""Intervals of exact numbers, with open, closed or unbounded ends."""

from __future__ import annotations

from dataclasses import dataclass

from factbook.ends import End, Number, inverse, outermost, product


@dataclass(frozen=True, slots=True)
class Interval:
    """Every number from `low` to `high`; None is unbounded, and an unbounded end counts as open.

    Arithmetic gives the smallest interval that holds every result of the operation on a number of each
    operand, the operands varying freely (Moore, Kearfott and Cloud, Introduction to Interval Analysis, 2009).
    """

    low: Number | None
    high: Number | None
    low_open: bool = False
    high_open: bool = False

    def __post_init__(self) -> None:
        if self.low is None:
            object.__setattr__(self, "low_open", True)
        if self.high is None:
            object.__setattr__(self, "high_open", True)
        if self.low is None or self.high is None or (self.low is not self.high and self.low < self.high):
            return
        if self.low_open or self.high_open or (self.low is not self.high and self.low > self.high):
            raise ValueError("an interval must hold at least one number")

    def __add__(self, other: Interval | Number) -> Interval:
        that = _interval(other)
        return Interval(
            None if self.low is None or that.low is None else self.low + that.low,
            None if self.high is None or that.high is None else self.high + that.high,
            self.low_open or that.low_open,
            self.high_open or that.high_open,
        )

    def __neg__(self) -> Interval:
        low, high = (None if end is None else -end for end in (self.high, self.low))
        return Interval(low, high, self.high_open, self.low_open)

    def __sub__(self, other: Interval | Number) -> Interval:
        return self + -_interval(other)

    def __mul__(self, other: Interval | Number) -> Interval:
        if isinstance(other, Number) and other:
            return _scaled(self, other)
        that = _interval(other)
        if that.is_exact and that.low:
            return _scaled(self, that.low)
        zero_open = not (self.contains(0) or that.contains(0))
        return _spanning([product(a, b, zero_open) for a in _ends(self) for b in _ends(that)])

    def __truediv__(self, other: Interval | Number) -> Interval:
        that = _interval(other)
        if that.contains(0):
            raise ValueError("cannot divide by an interval that contains 0")
        return self * Interval(inverse(that.high), inverse(that.low), that.high_open, that.low_open)

    def contains(self, number: Number) -> bool:
        """Whether `number` is one of the values."""
        above = self.low is None or self.low < number or (self.low == number and not self.low_open)
        return above and (self.high is None or number < self.high or (number == self.high and not self.high_open))

    def below(self, other: Interval) -> bool:
        """Whether every value is less than every value of `other`."""
        if self.high is None or other.low is None:
            return False
        if self.high == other.low:
            return self.high_open or other.low_open
        return self.high < other.low

    def meets(self, other: Interval) -> bool:
        """Whether some value is common to both."""
        return not (self.below(other) or other.below(self))

    def clip_at_zero(self) -> Interval:
        """The values that are not negative; ValueError where there are none."""
        if self.low is not None and self.low >= 0:
            return self
        return Interval(0, self.high, False, self.high_open)

    @property
    def is_exact(self) -> bool:
        """Whether there is one value only."""
        return self.low is not None and (self.low is self.high or self.low == self.high)


def exact(number: Number) -> Interval:
    """The interval that holds `number` alone."""
    return Interval(number, number)


def _interval(value: Interval | Number) -> Interval:
    if isinstance(value, Interval):
        return value
    if isinstance(value, Number):
        return exact(value)
    raise TypeError(f"intervals are exact: use a Fraction, not a {type(value).__name__}")


def _scaled(interval: Interval, factor: Number) -> Interval:
    """What `_spanning` finds, in a third of the time."""
    if factor == 1:
        return interval
    low = None if interval.low is None else interval.low * factor
    high = low if interval.low is interval.high else None if interval.high is None else interval.high * factor
    if factor < 0:
        return Interval(high, low, interval.high_open, interval.low_open)
    return Interval(low, high, interval.low_open, interval.high_open)


def _ends(interval: Interval) -> tuple[End, End]:
    low, high = interval.low, interval.high
    return (
        End(-1, 0, True) if low is None else End(0, low, interval.low_open),
        End(1, 0, True) if high is None else End(0, high, interval.high_open),
    )


def _spanning(ends: list[End]) -> Interval:
    low, high = outermost(ends, min(ends)), outermost(ends, max(ends))
    return Interval(low.finite, high.finite, low.open, high.open)
