"""How a derived figure comes about, in one line of operands and signs."""

from __future__ import annotations

from collections.abc import Callable

from factbook.checks.judging import resolved
from factbook.checks.likeness import Figures
from factbook.checks.wording import Piece, words
from factbook.dates import printed
from factbook.declared import Derived
from factbook.model import Book
from factbook.quantities.readings import MINUS


def formula(book: Book, derived: Derived) -> list[Piece]:
    """The operands of a derived figure with the signs between them."""
    figures, _ = resolved(book, derived.operands)
    if derived.kind in _FORMULAS:
        return _FORMULAS[derived.kind](figures)
    sign, *roles = _SIGNS[derived.kind]
    pieces: list[Piece] = [piece for role in roles for operand in figures[role] for piece in (f" {sign} ", operand)]
    return pieces[1:]


def plain(book: Book, derived: Derived) -> str:
    """The formula as text."""
    return "".join(words(piece) for piece in formula(book, derived))


def _rate(figures: Figures) -> list[Piece]:
    (of,) = figures["of"]
    return [of, f" ÷ the days of {printed(of.when)}" if of.when else ""]


def _grown(figures: Figures) -> list[Piece]:
    (earlier,), (later,) = figures["earlier"], figures["later"]
    ends = [printed(one.when.end) if one.when else "" for one in (earlier, later)]
    days = f") ÷ the days from {' to '.join(ends)}"
    return ["(", later, f" {MINUS} ", earlier, days]


def _time_left(figures: Figures) -> list[Piece]:
    return ["(", figures["of"][0], f" {MINUS} ", figures["later"][0], ") ÷ (", *_grown(figures), ")"]


_SIGNS = {
    "sum": ("+", "parts"),
    "difference": (MINUS, "whole", "less"),
    "ratio": ("÷", "of", "to"),
    "share": ("÷", "of", "to"),
    "time": ("÷", "of", "at"),
    "left": (MINUS, "of", "done"),
}
_FORMULAS: dict[str, Callable[[Figures], list[Piece]]] = {"rate": _rate, "pace": _grown, "time-left": _time_left}
