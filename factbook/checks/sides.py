"""The arithmetic of each kind of check: the keys that must agree, and the two sides that are compared."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from itertools import pairwise
from operator import add, sub

from factbook import periods
from factbook.checks.comparing import KEYS, differing, parted
from factbook.checks.operands import Day, Operand, Readings, days_of, each, quotient
from factbook.checks.verdicts import VERDICTS, no_less
from factbook.dates import days_between
from factbook.intervals import Interval

Sides = tuple[Readings, Readings]
_HUNDRED = Fraction(100)


@dataclass(frozen=True, slots=True)
class Parts:
    """The operands of a check by the part they play, and the keys in which they may differ."""

    figures: Mapping[str, tuple[Operand, ...]]
    days: Mapping[str, tuple[Day, ...]]
    across: tuple[str, ...] = ()

    def one(self, role: str) -> Operand:
        """The figure that plays a part alone."""
        return self.figures[role][0]

    def day(self, role: str) -> Day:
        """The date that plays a part alone."""
        return self.days[role][0]


def unlike(kind: str, parts: Parts) -> tuple[str, ...]:
    """The keys, in their order, that keep the operands of a check from being compared."""
    found = set(_UNLIKE[kind](parts)) if kind in _UNLIKE and parts.figures else set()
    return tuple(key for key in KEYS if key in found)


def sides(kind: str, parts: Parts) -> Sides:
    """The two readings that a check compares; the first should equal or, in an order, not exceed the second."""
    return _SIDES[kind](parts)


def _whole_unlike(whole: str, *some: str) -> Callable[[Parts], tuple[str, ...]]:
    def keys(parts: Parts) -> tuple[str, ...]:
        shares = [operand for role in some for operand in parts.figures[role]]
        (across,) = parts.across
        found = differing([*shares, parts.one(whole)], parts.across)
        return found if parted(shares, parts.one(whole), across) else (*found, across)

    return keys


def _ratio_unlike(parts: Parts) -> tuple[str, ...]:
    of, result = parts.one("of"), parts.one("result")
    found = differing([of, parts.one("to")], parts.across)
    if result.unit.dimension not in ("share", "multiple"):
        found = (*found, "unit")
    if of.when and result.when and not periods.ends_may_agree(of.when, result.when):
        found = (*found, "period")
    return found


def _growth_unlike(parts: Parts) -> tuple[str, ...]:
    earlier, later = parts.one("earlier"), parts.one("later")
    found = differing([earlier, later], ["period"])
    return found if earlier.when and later.when and periods.follows(earlier.when, later.when) else (*found, "period")


def _rising_unlike(parts: Parts) -> tuple[str, ...]:
    totals = parts.figures["totals"]
    found = differing(totals, ["period"])
    in_order = all(a.when and b.when and periods.follows(a.when, b.when) for a, b in pairwise(totals))
    return found if in_order else (*found, "period")


def _same_unlike(parts: Parts) -> tuple[str, ...]:
    return differing(parts.figures["values"], parts.across)


def _duration_unlike(parts: Parts) -> tuple[str, ...]:
    return () if parts.one("length").unit.dimension == "duration" else ("unit",)


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
    """Of all pairs that follow on one another the one that fits worst."""
    pairs = [(earlier.readings, later.readings) for earlier, later in pairwise(parts.figures["totals"])]
    return min(pairs, key=lambda pair: list(VERDICTS).index(no_less(*pair)))


_UNLIKE: dict[str, Callable[[Parts], tuple[str, ...]]] = {
    "sum": _whole_unlike("total", "parts"),
    "difference": _whole_unlike("whole", "less", "rest"),
    "ratio": _ratio_unlike,
    "same": _same_unlike,
    "duration": _duration_unlike,
    "growth": _growth_unlike,
    "rising": _rising_unlike,
}
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
