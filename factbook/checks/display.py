"""Spell a computed figure as a value: rounded to what its inputs bear, never narrower than it is."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor, log10

from factbook.ends import Number
from factbook.intervals import Interval
from factbook.quantities import decimal_text, grouped
from factbook.units import Unit

DIGITS, MOST_DIGITS = 3, 6
FINEST = Fraction(1, 5)  # of the distance between the ends


def spelled(usual: Interval, unit: Unit, decimals: int) -> str:
    """`usual`, in `unit`, as a value of the record's own grammar. ValueError where it has no end or is not above 0.

    One number is given in full if it has at most `decimals` decimals or three digits; else it is rounded to three
    digits, or from 1,000 on to more, up to six, where the third is a zero, and hedged with about. Two ends are given in
    full if they have as few decimals, else rounded outwards: to the largest power of ten within a fifth of the distance
    between them, but to no decimal behind the third digit of the larger. Read by the table of hedges, the value
    therefore holds every number computed, and an interval grows by less than two fifths or a fiftieth of its end.
    """
    if usual.low is None or usual.high is None:
        raise ValueError("has no upper or no lower limit. Choose figures that give one.")
    if usual.low < 0 or usual.high == 0:
        raise ValueError("may be 0 or less. Choose figures of which one is surely the larger.")
    if usual.is_exact:
        return _with_unit(_one(usual.low, decimals), unit)
    low, high = usual.low, usual.high
    if not all(finite(end) and places(end) <= decimals for end in (low, high)):
        third = power_of_ten(high) / 10 ** (DIGITS - 1)
        step = max(power_of_ten((high - low) * FINEST), Fraction(1) if unit.counted else min(third, Fraction(1)))
        low, high = floor(low / step) * step, ceil(high / step) * step
    return _with_unit(f"{_text(low)} to {_text(high)}", unit)


def places(number: Number) -> int:
    """How many decimals a number is written with."""
    return len(decimal_text(number).partition(".")[2])


def rounded(number: Number, digits: int) -> Fraction:
    """A number rounded to so many digits, half away from zero."""
    step = power_of_ten(number) * Fraction(1, 10 ** (digits - 1))
    return floor(number / step + Fraction(1, 2)) * step


def _one(number: Number, decimals: int) -> str:
    if finite(number) and places(number) <= decimals:
        return _text(number)
    digits = DIGITS
    while number >= 1000 and digits < MOST_DIGITS and rounded(number, digits) == rounded(number, digits - 1) != number:
        digits += 1
    near = rounded(number, digits)
    return _text(near) if near == number else f"about {_text(near)}"


def finite(number: Number) -> bool:
    """Whether a number has an end as a decimal."""
    rest = number.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return rest == 1


def power_of_ten(number: Number) -> Fraction:
    """The largest power of ten not above a positive number."""
    size = floor(log10(number)) + 1
    power: Fraction = Fraction(10) ** size
    while power > number:
        power /= 10
    return power


def _text(number: Number) -> str:
    return grouped(decimal_text(number))


def _with_unit(number: str, unit: Unit) -> str:
    return f"{number} {unit.singular if number == '1' else unit.label}"
