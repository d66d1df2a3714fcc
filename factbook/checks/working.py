"""The working of a check: one line of arithmetic, and a table with both readings of every figure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from factbook.checks.comparing import KEYS, SEVERAL
from factbook.checks.judging import Outcome
from factbook.checks.operands import Day, Operand
from factbook.checks.relations import RELATIONS
from factbook.checks.roles import AGAINST
from factbook.checks.wording import Piece, bounds, signed, together, words
from factbook.dates import printed as printed_date
from factbook.model import Book
from factbook.units import Unit


class Row(NamedTuple):
    """A row of the working: the part an operand plays, the operand or a result, and its two readings."""

    part: str
    piece: Piece
    label: str
    usual: str
    strict: str


def line(outcome: Outcome) -> list[Piece]:
    """What was compared, in one line."""
    *placed, (sign, last) = outcome.parts.placed
    if outcome.compared is None or sign != AGAINST:
        return signed([*placed, (sign, last)])
    return [*signed(placed), f" = {together(outcome.compared[0], _unit(last))}; compared with ", last]


def rows(outcome: Outcome) -> Iterator[Row]:
    """The working of a check whose figures are comparable."""
    assert outcome.compared is not None
    *placed, (sign, last) = outcome.parts.placed
    for before, piece in placed:
        yield Row(before, piece, piece.label, *_readings(piece))
    if sign == AGAINST:
        unit = _unit(last)
        usual, strict = (bounds(reading / unit.factor) for reading in outcome.compared[0])
        yield Row("=", together(outcome.compared[0], unit), "computed here", usual, strict)
    yield Row(sign, last, last.label, *_readings(last))
    yield Row("", "", "Can all of this hold?", *(_yes(outcome, strictly) for strictly in (0, 1)))


def differences(book: Book, outcome: Outcome) -> Iterator[tuple[Piece, str, list[str]]]:
    """For figures that are not comparable: each with what it measures and what it has for the keys that differ."""
    for _, piece in outcome.parts.placed:
        if isinstance(piece, Operand):
            yield piece, piece.label, [_value(book, piece, key) for key in outcome.unlike]


def plain(book: Book, outcome: Outcome) -> list[str]:
    """The working as lines of text."""
    first = "".join(words(piece) for piece in line(outcome))
    if outcome.compared is None:
        return [first, *(_unlike(outcome, *difference) for difference in differences(book, outcome))]
    return [first, *(_told(row) for row in rows(outcome))]


def _unlike(outcome: Outcome, piece: Piece, label: str, values: list[str]) -> str:
    named = (f"{KEYS[key]}: {value}" for key, value in zip(outcome.unlike, values, strict=True))
    return f"{words(piece)}, {label}: {'; '.join(named)}"


def _told(row: Row) -> str:
    return f"{row.part} {words(row.piece)}, {row.label}: usually {row.usual}; strictly {row.strict}".lstrip(" ,")


def _unit(result: Operand | Day) -> Unit:
    assert isinstance(result, Operand)
    return result.unit


def _readings(piece: Operand | Day) -> tuple[str, str]:
    if isinstance(piece, Operand):
        return bounds(piece.value.usual), bounds(piece.value.strict)
    told = printed_date(piece.when)
    return told, "any day" if piece.when.approximate else told


def _yes(outcome: Outcome, strictly: int) -> str:
    assert outcome.compared is not None
    left, right = (readings[strictly] for readings in outcome.compared)
    return "no" if (right.below(left) if RELATIONS[outcome.check.kind].ordered else not left.meets(right)) else "yes"


def _value(book: Book, operand: Operand, key: str) -> str:
    if key == "unit":
        return operand.unit.label
    if key == "period":
        return printed_date(operand.when) if operand.when else "not stated"
    value = getattr(operand, key)
    terms: dict[str, Any] = {"measure": book.vocabulary.measures, "scope": book.vocabulary.scopes, "place": book.places}
    return SEVERAL if value == SEVERAL else terms[key][value].label if value else "not stated"
