"""Numbers, intervals and dates of a check in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from math import ceil, floor

from factbook.checks import prose
from factbook.checks.display import finite, power_of_ten, spelled
from factbook.checks.operands import Day, Operand, Readings, day, figure
from factbook.dates import printed as printed_date
from factbook.ends import Number
from factbook.intervals import Interval
from factbook.model import Book
from factbook.quantities import decimal_text, grouped
from factbook.quantities.readings import MINUS
from factbook.units import Unit

Piece = str | Operand | Day
_LONGEST = 12  # characters of a number written in full


def bounds(interval: Interval) -> str:
    """An interval in words, such as `more than 33,000 and less than 34,000`; long numbers are rounded outwards."""
    if interval.is_exact and interval.low is not None:
        return f"exactly {_number(interval.low)}" if _short(interval.low) else f"about {_number(interval.low)}"
    above, below = "more than" if interval.low_open else "at least", "less than" if interval.high_open else "at most"
    low = interval.low is not None and f"{above} {_number(interval.low, -1)}"
    high = interval.high is not None and f"{below} {_number(interval.high, 1)}"
    return " and ".join(part for part in (low, high) if part) or "any number"


def together(readings: Readings, unit: Unit) -> str:
    """A computed result as readers meet it: a value where it can be spelled as one, else its bounds."""
    usual = readings.usual / unit.factor
    try:
        return spelled(usual, unit, decimals=3)
    except ValueError:
        return f"{bounds(usual)} {unit.label}"


def words(piece: Piece) -> str:
    """A piece of a line as plain text."""
    if isinstance(piece, Operand):
        return piece.value.spelling
    return printed_date(piece.when) if isinstance(piece, Day) else piece


def signed(placed: Iterable[tuple[str, Operand | Day]]) -> list[Piece]:
    """Operands with their signs between them."""
    pieces: list[Piece] = []
    for sign, operand in placed:
        pieces += [f" {sign} " if pieces else f"{sign} ", operand] if sign else [operand]
    return pieces


def spoken(book: Book, ours: str) -> str:
    """Our own prose as plain text, with the figures and dates that it names."""
    return "".join(piece if isinstance(piece, str) else _spoken(book, piece) for piece in prose.pieces(ours))


def _spoken(book: Book, named: prose.Named) -> str:
    held = found(book, named)
    return words(held) if held else named.id


def found(book: Book, named: prose.Named) -> Operand | Day | None:
    """What our prose names: a figure, or a date; a claim without a figure stands for its date."""
    held = figure(book, named.id) if not named.part else None
    dated = day(book, named.id)
    if held or dated is None:
        return held
    return replace(dated, when=dated.when.end) if named.part == "until" else dated


def listed(items: list[str]) -> str:
    """The items with commas and a last and."""
    return " and ".join([", ".join(items[:-1]), items[-1]] if len(items) > 1 else items)


def _short(number: Number) -> bool:
    return finite(number) and len(decimal_text(max(number, -number))) <= _LONGEST


def _number(number: Number, towards: int = 0) -> str:
    """A number in digits; a long one is rounded to four of them: up, down or, for 0, to the nearest."""
    if number < 0:
        return MINUS + _number(-number, -towards)
    if _short(number):
        return grouped(decimal_text(number))
    step = power_of_ten(number) / 1000
    steps = number / step
    return grouped(decimal_text(step * (ceil(steps) if towards > 0 else floor(steps) if towards else round(steps))))
