"""The arithmetic of each kind of derived figure: its readings and the dimension they come out in."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import partial
from operator import sub

from factbook import periods
from factbook.checks.likeness import Figures
from factbook.checks.operands import Operand, Readings, each, quotient
from factbook.checks.sides import ratio, total
from factbook.dates import When, days_between
from factbook.ends import Number
from factbook.intervals import Interval, exact

YEAR = Fraction("365.2425")  # days in the mean Gregorian year


class NotComputed(ValueError):
    """A derived figure that cannot be computed from its operands; the message says why."""


def computed(kind: str, figures: Figures) -> tuple[Readings, str]:
    """The readings of a derived figure in the base unit of its dimension, and that dimension."""
    return _KINDS[kind](figures)


def period(kind: str, figures: Figures, across: tuple[str, ...]) -> When | None:
    """The period a derived figure covers; None where it has none."""
    operands = [operand.when for some in figures.values() for operand in some if operand.when]
    if kind == "sum" and across == ("period",):
        return periods.joined(operands)
    if kind == "difference" and across == ("period",):
        return periods.without(operands[0], operands[1:])
    if kind in ("time", "time-left", "left", "pace", "rate"):
        return None
    return operands[0] if operands else None


def _sum(figures: Figures) -> tuple[Readings, str]:
    return total(figures["parts"]), figures["parts"][0].unit.dimension


def _difference(figures: Figures, whole: str, less: str) -> tuple[Readings, str]:
    (of,) = figures[whole]
    return each(sub, of.readings, total(figures[less])), of.unit.dimension


def _ratio(figures: Figures, dimension: str) -> tuple[Readings, str]:
    return ratio(figures["of"][0], figures["to"][0], percent=dimension == "share"), dimension


def _rate(figures: Figures) -> tuple[Readings, str]:
    (of,) = figures["of"]
    if of.when is None:
        raise NotComputed("the figure states no period. Choose one that does.")
    return _a_year(of.readings, _covered(of.when)), f"{of.unit.dimension}-a-year"


def _pace(figures: Figures) -> tuple[Readings, str]:
    (earlier,), (later,) = figures["earlier"], figures["later"]
    return _a_year(each(sub, later.readings, earlier.readings), _between(earlier, later)), (
        f"{earlier.unit.dimension}-a-year"
    )


def _time(figures: Figures) -> tuple[Readings, str]:
    (of,), (at,) = figures["of"], figures["at"]
    if at.unit.dimension != f"{of.unit.dimension}-a-year":
        raise NotComputed(f"{at.id} is no rate of what {of.id} counts. Choose one that is.")
    return each(lambda a, b: quotient(a, b) * YEAR, of.readings, at.readings), "duration"


def _time_left(figures: Figures) -> tuple[Readings, str]:
    (of,), (earlier,), (later,) = figures["of"], figures["earlier"], figures["later"]
    if of.unit.dimension != later.unit.dimension:
        raise NotComputed(f"{later.id} does not count what {of.id} counts. Choose figures that count the same thing.")
    days = _between(earlier, later)
    left = partial(_left, days=days)
    return each(left, of.readings, earlier.readings, later.readings), "duration"


def _left(of: Interval, earlier: Interval, later: Interval, days: Interval) -> Interval:
    """(of - later) / ((later - earlier) / days), in which `later` stands twice and so is taken at each end by itself.

    The quotient falls as `later` rises, so its ends are those of `later`, the other way round.
    """
    low = None if later.high is None or of.low is None else _at(of.low, earlier.low, later.high, days.low)
    high = None if later.low is None or of.high is None else _at(of.high, earlier.high, later.low, days.high)
    return Interval(low, high)


def _at(of: Number, earlier: Number | None, later: Number, days: Number | None) -> Number | None:
    if earlier is None or days is None or not earlier < later <= of:
        return None
    return Fraction(of - later) / (later - earlier) * days


def _a_year(amount: Readings, days: Interval) -> Readings:
    return each(lambda reading: quotient(reading, days) * YEAR, amount)


def _covered(when: When) -> Interval:
    if when.is_interval and not periods.in_years(when):
        return days_between(when, when, inclusive=True)
    return exact((when.last - when.first).days + 1)


def _between(earlier: Operand, later: Operand) -> Interval:
    if not (earlier.when and later.when and periods.ends_surely_before(earlier.when, later.when)):
        raise NotComputed("the later figure does not surely end after the earlier one. Choose two that follow.")
    return days_between(earlier.when.end, later.when.end)


_KINDS: dict[str, Callable[[Figures], tuple[Readings, str]]] = {
    "sum": _sum,
    "difference": partial(_difference, whole="whole", less="less"),
    "ratio": partial(_ratio, dimension="multiple"),
    "share": partial(_ratio, dimension="share"),
    "rate": _rate,
    "pace": _pace,
    "time": _time,
    "time-left": _time_left,
    "left": partial(_difference, whole="of", less="done"),
}
