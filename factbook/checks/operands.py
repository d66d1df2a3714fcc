"""Claims and derived figures as arithmetic sees them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from factbook.dates import When
from factbook.declared import Derived
from factbook.ends import Number
from factbook.intervals import Interval
from factbook.model import Book, Claim
from factbook.quantities import Quantity
from factbook.units import Unit


class Readings(NamedTuple):
    """What a figure may stand for in its usual and in its strict reading, in the base unit of its dimension."""

    usual: Interval
    strict: Interval


@dataclass(frozen=True, slots=True)
class Operand:
    """A figure with everything that says what it counts."""

    id: str
    label: str
    value: Quantity
    unit: Unit
    readings: Readings
    rests_on: tuple[str, ...]
    measure: str | None
    scope: str | None
    place: str | None
    when: When | None


Figures = Sequence[Operand]


@dataclass(frozen=True, slots=True)
class Day:
    """The date of a claim, or the day a source was published; `source` is the source's id."""

    id: str
    label: str
    when: When
    source: str

    @property
    def readings(self) -> Readings:
        """The days it may mean, counted from the calendar's first; strictly any where the source says about."""
        last = None if self.when.last == date.max else self.when.last.toordinal()
        days = Interval(self.when.first.toordinal(), last)
        return Readings(days, Interval(None, None) if self.when.approximate else days)


def figure(book: Book, id: str) -> Operand | None:
    """The figure of a claim, or a derived one; None where the record holds no sound figure of that id.

    What is counted or measured here is never below 0, so no reading is.
    """
    found = book.derived.get(id) or book.claims.get(id)
    measured = found is not None and (isinstance(found, Derived) or found.measure is not None)
    return _operand(book, id) if measured and found and found.value is not None else None


@lru_cache(maxsize=10_000)  # checks, derived figures, series and entries ask for the same figures
def _operand(book: Book, id: str) -> Operand:
    found = book.derived.get(id) or book.claims[id]
    assert found.value is not None
    unit = book.vocabulary.units[found.value.unit]
    if isinstance(found, Derived):
        label, rests_on = found.label, found.rests_on
    else:
        assert found.measure is not None
        label, rests_on = book.vocabulary.measures[found.measure].label, (id,)
    readings = Readings(*(reading.clip_at_zero() * unit.factor for reading in (found.value.usual, found.value.strict)))
    keys = found.measure, found.scope, found.place, found.when
    return Operand(id, label, found.value, unit, readings, rests_on, *keys)


def day(book: Book, id: str) -> Day | None:
    """The date of a claim or of a source's publication; None where the record states none."""
    if source := book.sources.get(id):
        return Day(id, "published", source.published, id) if source.published else None
    claim = book.claims.get(id)
    return Day(id, _about(book, claim), claim.when, claim.source) if claim and claim.when else None


def _about(book: Book, claim: Claim) -> str:
    if claim.statement is not None:
        return claim.statement.removesuffix(".")
    return book.vocabulary.measures[claim.measure].label if claim.measure else ""


def each(operation: Callable[..., Interval], *operands: Readings) -> Readings:
    """The operation on the usual and on the strict readings."""
    return Readings(operation(*(one.usual for one in operands)), operation(*(one.strict for one in operands)))


def scaled(readings: Readings, factor: Number) -> Readings:
    """The readings in a unit of which the base unit makes `factor`."""
    return Readings(readings.usual * factor, readings.strict * factor)


def quotient(a: Interval, b: Interval) -> Interval:
    """`a` divided by `b`, which is taken to be above 0; every number where `b` may be anything."""
    if b.low is None or b.low < 0:
        return Interval(None, None)
    if b.high == 0:
        raise ValueError("would divide by 0. Choose a figure above 0 to divide by.")
    return a / (Interval(b.low, b.high, True, b.high_open) if b.low == 0 else b)
