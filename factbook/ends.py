"""The ends of intervals, finite or infinite, open or closed, and their arithmetic."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple, TypeAlias

Number: TypeAlias = int | Fraction  # exact; whole numbers are ints, with which arithmetic is far quicker


class End(NamedTuple):
    """An end at `number`, or at minus or plus infinity where `infinity` is -1 or 1."""

    infinity: int
    number: Number
    open: bool

    @property
    def finite(self) -> Number | None:
        """The number, or None for infinity."""
        return None if self.infinity else self.number

    @property
    def sign(self) -> int:
        """-1, 0 or 1."""
        return self.infinity or (self.number > 0) - (self.number < 0)


def product(a: End, b: End, zero_open: bool) -> End:
    """The product of two ends, zero times infinity being zero; `zero_open` says whether zero is never reached."""
    if a.sign * b.sign == 0:
        return End(0, 0, zero_open)
    if a.infinity or b.infinity:
        return End(a.sign * b.sign, 0, True)
    return End(0, a.number * b.number, a.open or b.open)


def inverse(end: Number | None) -> Number | None:
    """1 divided by an end, None being infinity in the end and in the result."""
    if end is None:
        return 0
    return Fraction(1) / end if end else None


def outermost(ends: list[End], extreme: End) -> End:
    """The extreme end, closed where any of the ends at the same place is."""
    return extreme._replace(open=all(end.open for end in ends if end[:2] == extreme[:2]))
