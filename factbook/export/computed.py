"""Figures computed by this site as rows of the same shape as those of facts."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from math import ceil, floor

from factbook.checks.wording import spoken
from factbook.declared import Derived
from factbook.export.cells import Cell
from factbook.export.columns import COLUMNS
from factbook.export.edition import Edition, last_read
from factbook.intervals import Interval
from factbook.model import Book
from factbook.quantities.readings import notation
from factbook.spans import span

SOURCE = "derived"
_STEP = Fraction(1, 10**6)


def computed_row(book: Book, derived: Derived) -> dict[str, Cell]:
    """A computed figure by column: its source is `derived`, and nobody says it, so it has no party, status or quote.

    Its number and its readings are those computed, of which `value` is rounded; ends of a reading without a last
    decimal are rounded outwards to the sixth.
    """
    value, when, measure = derived.value, derived.when, derived.measure
    usual, strict = _outwards(value.usual), _outwards(value.strict)
    held: dict[str, Cell] = {
        "id": derived.id,
        "measure": measure,
        "value": value.spelling,
        "hedge": value.hedged or None,
        "number": value.usual.low,
        "low": usual.low,
        "high": usual.high,
        "unit": value.unit,
        "period_start": when.first if when else None,
        "period_end": when.last if when and when.last != date.max else None,
        "scope": derived.scope,
        "source": SOURCE,
        "date": when.text if when else None,
        "usual_reading": notation(usual),
        "strict_reading": notation(strict),
        "place": derived.place,
        "note": spoken(book, derived.note) if derived.note else None,
        "edition": Edition(last_read(book)).version,
        "span": span(when, not measure or book.vocabulary.measures[measure].of_stretches) if when else None,
    }
    return {column.name: held.get(column.name) for column in COLUMNS}


def _outwards(interval: Interval) -> Interval:
    low = None if interval.low is None else floor(interval.low / _STEP) * _STEP
    high = None if interval.high is None else ceil(interval.high / _STEP) * _STEP
    return Interval(low, high, interval.low_open and low == interval.low, interval.high_open and high == interval.high)
