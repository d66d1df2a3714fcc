"""What a wording of a number may stand for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from factbook.ends import Number
from factbook.intervals import Interval
from factbook.quantities.numerals import decimal_text

MINUS = "\N{MINUS SIGN}"


@dataclass(frozen=True, slots=True)
class Hedge:
    """One wording and its two readings of a number n.

    `usual` and `strict` are offsets from n in multiples of u, the place value of n's last digit that is not zero;
    those of a vague number are multiples of u itself. `after` are words that hedge from behind the number.
    """

    kind: str
    words: tuple[str, ...]
    usual: Interval
    strict: Interval
    reason: str
    after: tuple[str, ...] = ()

    def formulas(self) -> tuple[str, str]:
        """The usual and the strict reading as readers see them, such as (n, n + u)."""
        centre = "" if self.kind == "vague" else "n"
        return _formula(self.usual, centre), _formula(self.strict, centre)

    def read(self, number: Number, step: Number) -> tuple[Interval, Interval]:
        """The usual and the strict reading of `number`, `step` being u."""
        centre = 0 if self.kind == "vague" else number
        usual = _placed(self.usual, centre, step)
        return usual, usual if self.strict is self.usual else _placed(self.strict, centre, step)


def span(low: int | None, high: int | None, ends: str = "[]", parts: int = 1) -> Interval:
    """The offsets from `low` to `high` in parts of u, None being unbounded; `ends` says which are open."""
    low_end, high_end = (None if end is None else Fraction(end, parts) if parts > 1 else end for end in (low, high))
    return Interval(low_end, high_end, ends[0] == "(", ends[1] == ")")


def notation(interval: Interval, end: Callable[[Number], str] = decimal_text) -> str:
    """An interval as mathematics writes it (ISO 80000-2), such as [33000, 34000); `end` writes its ends."""
    low = f"{MINUS}∞" if interval.low is None else end(interval.low)
    high = "∞" if interval.high is None else end(interval.high)
    return f"{'[('[interval.low_open]}{low}, {high}{'])'[interval.high_open]}"


def _placed(offsets: Interval, centre: Number, step: Number) -> Interval:
    low, high = (None if end is None else centre + end * step if end else centre for end in (offsets.low, offsets.high))
    return Interval(low, high, offsets.low_open, offsets.high_open)


def _formula(offsets: Interval, centre: str) -> str:
    if offsets.low is None and offsets.high is None:
        return "any value"
    return notation(offsets, lambda offset: _end(offset, centre))


def _end(offset: Number, centre: str) -> str:
    if not offset:
        return centre
    size = max(offset, -offset)
    steps = f"{'' if size.numerator == 1 else size.numerator}u{'' if size.denominator == 1 else f'/{size.denominator}'}"
    if not centre:
        return steps
    return f"{centre} {MINUS if offset < 0 else '+'} {steps}"
