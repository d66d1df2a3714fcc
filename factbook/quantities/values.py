"""A value as a source states it, with what it may stand for."""

from __future__ import annotations

from dataclasses import dataclass

from factbook.ends import Number
from factbook.intervals import Interval
from factbook.quantities.readings import Hedge


@dataclass(frozen=True, slots=True)
class Quantity:
    """A value as a source gives it, and the numbers it may stand for, in its own unit.

    `text` is the value as written; `hedged` its hedge's words ("" for none), `numeral` its number and `spelling`
    the whole in canonical spelling, as readers see it, which parses to the same quantity. A range runs from `number`
    to `high`, which is None otherwise; of a vague number, `number` is the low end.
    """

    text: str
    hedge: Hedge
    hedged: str
    number: Number
    high: Number | None
    numeral: str
    unit: str
    usual: Interval
    strict: Interval
    place_value: Number
    spelling: str
