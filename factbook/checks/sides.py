"""The arithmetic of each kind of check: the two sides that are compared."""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce
from itertools import combinations
from operator import add, sub

from factbook.checks.likeness import Parts
from factbook.checks.operands import Day, Operand, Readings, days_of, each, quotient
from factbook.checks.verdicts import VERDICTS, no_less
from factbook.dates import days_between
from factbook.intervals import Interval

Sides = tuple[Readings, Readings]
_HUNDRED = 100


def sides(kind: str, parts: Parts) -> Sides:
    """The two readings that a check compares; the first should equal or, in an order, not exceed the second."""
    return _SIDES[kind](parts)


def total(operands: tuple[Operand, ...]) -> Readings:
    """The sum of the operands' readings."""
    return reduce(lambda a, b: each(add, a, b), (operand.readings for operand in operands))


def ratio(of: Operand, to: Operand, percent: bool) -> Readings:
    """One figure divided by another, in percent or as a multiple."""
    found = each(quotient, of.readings, to.readings)
    return each(lambda reading: reading * _HUNDRED, found) if percent else found


def elapsed(start: Day, end: Day) -> Readings:
    """The days between two dates; strictly any number of them where a source says about."""
    days = days_between(start.when, end.when)
    vague = start.when.approximate or end.when.approximate
    return Readings(days, Interval(None, None) if vague else days)


def _sum(parts: Parts) -> Sides:
    return total(parts.figures["parts"]), parts.one("total").readings


def _difference(parts: Parts) -> Sides:
    return each(sub, parts.one("whole").readings, total(parts.figures["less"])), parts.one("rest").readings


def _ratio(parts: Parts) -> Sides:
    result = parts.one("result")
    return ratio(parts.one("of"), parts.one("to"), result.unit.dimension == "share"), result.readings


def _same(parts: Parts) -> Sides:
    if dates := parts.days.get("values"):
        return days_of(dates[0].when), days_of(dates[1].when)
    first, second = parts.figures["values"]
    return first.readings, second.readings


def _order(parts: Parts) -> Sides:
    return days_of(parts.day("first").when), days_of(parts.day("then").when)


def _duration(parts: Parts) -> Sides:
    return elapsed(parts.day("start"), parts.day("end")), parts.one("length").readings


def _growth(parts: Parts) -> Sides:
    return parts.one("earlier").readings, parts.one("later").readings


def _rising(parts: Parts) -> Sides:
    """Of all pairs of an earlier and a later total the one that fits worst; a rough one in between hides no fall."""
    pairs = [(earlier.readings, later.readings) for earlier, later in combinations(parts.figures["totals"], 2)]
    return min(pairs, key=lambda pair: list(VERDICTS).index(no_less(*pair)))


_SIDES: dict[str, Callable[[Parts], Sides]] = {
    "sum": _sum,
    "difference": _difference,
    "ratio": _ratio,
    "same": _same,
    "order": _order,
    "duration": _duration,
    "growth": _growth,
    "rising": _rising,
}
