"""The working of a check: one line of arithmetic, and a table with both readings of every figure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from factbook.checks.comparing import KEYS, SEVERAL
from factbook.checks.judging import Outcome
from factbook.checks.likeness import Parts
from factbook.checks.operands import Day, Operand, days_of
from factbook.checks.wording import Piece, bounds, together, words
from factbook.dates import printed as printed_date
from factbook.model import Book
from factbook.quantities.readings import MINUS
from factbook.units import Unit

DIVIDED = "÷"
Placed = tuple[str, Operand | Day]
_PLAIN = frozenset(["same", "order", "growth", "rising"])


class Row(NamedTuple):
    """A row of the working: the part an operand plays, the operand or a result, and its two readings."""

    part: str
    piece: Piece
    label: str
    usual: str
    strict: str


def line(outcome: Outcome) -> list[Piece]:
    """What was compared, in one line."""
    placed = list(_placed(outcome.check.kind, outcome.parts))
    pieces = [piece for sign, operand in placed[:-1] for piece in ([f" {sign} ", operand] if sign else [operand])]
    sign, last = placed[-1]
    if outcome.compared is None or outcome.check.kind in _PLAIN:
        return [*pieces, f" {sign} ", last]
    return [*pieces, f" = {together(outcome.compared[0], _unit(outcome))}; compared with ", last]


def rows(outcome: Outcome) -> Iterator[Row]:
    """The working of a check whose figures are comparable."""
    assert outcome.compared is not None
    placed = list(_placed(outcome.check.kind, outcome.parts))
    for sign, piece in placed[:-1]:
        yield Row(sign, piece, piece.label, *_readings(piece))
    if outcome.check.kind not in _PLAIN:
        unit = _unit(outcome)
        usual, strict = (bounds(reading / unit.factor) for reading in outcome.compared[0])
        yield Row("=", together(outcome.compared[0], unit), "computed here", usual, strict)
    sign, last = placed[-1]
    yield Row(sign, last, last.label, *_readings(last))
    yield Row("", "", "Can all of this hold?", *(_yes(outcome, strictly) for strictly in (0, 1)))


def differences(book: Book, outcome: Outcome) -> Iterator[tuple[Piece, str, list[str]]]:
    """For figures that are not comparable: each with what it measures and what it has for the keys that differ."""
    for _, piece in _placed(outcome.check.kind, outcome.parts):
        if isinstance(piece, Operand):
            yield piece, piece.label, [_value(book, piece, key) for key in outcome.unlike]


def plain(book: Book, outcome: Outcome) -> list[str]:
    """The working as lines of text."""
    first = "".join(words(piece) for piece in line(outcome)).strip()
    if outcome.compared is None:
        return [first, *(_unlike(outcome, *difference) for difference in differences(book, outcome))]
    return [first, *(_told(row) for row in rows(outcome))]


def _unlike(outcome: Outcome, piece: Piece, label: str, values: list[str]) -> str:
    named = (f"{KEYS[key]}: {value}" for key, value in zip(outcome.unlike, values, strict=True))
    return f"{words(piece)}, {label}: {'; '.join(named)}"


def _told(row: Row) -> str:
    return f"{row.part} {words(row.piece)}, {row.label}: usually {row.usual}; strictly {row.strict}".lstrip(" ,")


def _placed(kind: str, parts: Parts) -> Iterator[Placed]:
    """The operands in the order of their arithmetic, each behind its sign; the last stands against the rest."""
    for role, (first, others) in _SIGNS[kind].items():
        operands: tuple[Operand | Day, ...] = parts.figures.get(role) or parts.days.get(role) or ()
        for place, operand in enumerate(operands):
            yield (others if place else first), operand


_SIGNS = {
    "sum": {"parts": ("", "+"), "total": ("against", "")},
    "difference": {"whole": ("", ""), "less": (MINUS, MINUS), "rest": ("against", "")},
    "ratio": {"of": ("", ""), "to": (DIVIDED, ""), "result": ("against", "")},
    "same": {"values": ("", "and")},
    "order": {"first": ("", ""), "then": ("not after", "")},
    "duration": {"start": ("from", ""), "end": ("to", ""), "length": ("against", "")},
    "growth": {"earlier": ("", ""), "later": ("then", "")},
    "rising": {"totals": ("", "then")},
}
_HELD_AGAINST = {"sum": "total", "difference": "rest", "ratio": "result", "duration": "length"}


def _unit(outcome: Outcome) -> Unit:
    return outcome.parts.one(_HELD_AGAINST[outcome.check.kind]).unit


def _readings(piece: Operand | Day) -> tuple[str, str]:
    if isinstance(piece, Operand):
        return bounds(piece.value.usual), bounds(piece.value.strict)
    readings = days_of(piece.when)
    return printed_date(piece.when), "any day" if readings.strict.low is None else printed_date(piece.when)


def _yes(outcome: Outcome, strictly: int) -> str:
    assert outcome.compared is not None
    left, right = (readings[strictly] for readings in outcome.compared)
    return "no" if (right.below(left) if outcome.ordered else not left.meets(right)) else "yes"


def _value(book: Book, operand: Operand, key: str) -> str:
    if key == "unit":
        return operand.unit.label
    if key == "period":
        return printed_date(operand.when) if operand.when else "not stated"
    value = getattr(operand, key)
    terms: dict[str, Any] = {"measure": book.vocabulary.measures, "scope": book.vocabulary.scopes, "place": book.places}
    return SEVERAL if value == SEVERAL else terms[key][value].label if value else "not stated"
