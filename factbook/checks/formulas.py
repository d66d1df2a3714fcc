"""How a derived figure comes about, in one line of operands and signs."""

from __future__ import annotations

from collections.abc import Callable

from factbook.checks.judging import resolved
from factbook.checks.operands import Operand
from factbook.checks.wording import Piece, words
from factbook.dates import printed
from factbook.declared import Derived
from factbook.model import Book
from factbook.quantities.readings import MINUS

_Figures = dict[str, tuple[Operand, ...]]


def formula(book: Book, derived: Derived) -> list[Piece]:
    """The operands of a derived figure with the signs between them."""
    figures, _ = resolved(book, derived.operands)
    return _FORMULAS[derived.kind](dict(figures))


def plain(book: Book, derived: Derived) -> str:
    """The formula as text."""
    return "".join(words(piece) for piece in formula(book, derived))


def _joined(sign: str, operands: tuple[Operand, ...]) -> list[Piece]:
    pieces: list[Piece] = [piece for operand in operands for piece in (sign, operand)]
    return pieces[1:]


def _difference(figures: _Figures) -> list[Piece]:
    return _joined(f" {MINUS} ", (*figures["whole"], *figures["less"]))


def _divided(figures: _Figures) -> list[Piece]:
    return [figures["of"][0], " ÷ ", figures["to"][0]]


def _rate(figures: _Figures) -> list[Piece]:
    (of,) = figures["of"]
    return [of, f" ÷ the days of {printed(of.when)}" if of.when else ""]


def _grown(figures: _Figures) -> list[Piece]:
    (earlier,), (later,) = figures["earlier"], figures["later"]
    ends = [printed(one.when.end) if one.when else "" for one in (earlier, later)]
    days = f") ÷ the days from {' to '.join(ends)}"
    return ["(", later, f" {MINUS} ", earlier, days]


def _time(figures: _Figures) -> list[Piece]:
    return [figures["of"][0], " ÷ ", figures["at"][0]]


def _time_left(figures: _Figures) -> list[Piece]:
    return ["(", figures["of"][0], f" {MINUS} ", figures["later"][0], ") ÷ (", *_grown(figures), ")"]


def _left(figures: _Figures) -> list[Piece]:
    return [figures["of"][0], f" {MINUS} ", figures["done"][0]]


_FORMULAS: dict[str, Callable[[_Figures], list[Piece]]] = {
    "sum": lambda figures: _joined(" + ", figures["parts"]),
    "difference": _difference,
    "ratio": _divided,
    "share": _divided,
    "rate": _rate,
    "pace": _grown,
    "time": _time,
    "time-left": _time_left,
    "left": _left,
}
