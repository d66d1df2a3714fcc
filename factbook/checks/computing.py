"""Arithmetic over hedged figures and over dates."""

from __future__ import annotations

from fractions import Fraction
from functools import partial, reduce
from operator import add, sub

from factbook import periods
from factbook.checks.operands import Day, Figures, Operand, Readings, each, quotient, scaled
from factbook.dates import When, days_between
from factbook.ends import Number
from factbook.intervals import Interval, exact

YEAR = Fraction("365.2425")  # days in the mean Gregorian year
_HUNDRED = 100


class NotComputed(ValueError):
    """A derived figure that cannot be computed from its operands; the message says why."""


def total(figures: Figures) -> Readings:
    """The sum of the figures."""
    return reduce(lambda a, b: each(add, a, b), (figure.readings for figure in figures))


def remainder(figures: Figures) -> Readings:
    """What is left of the first figure when the others are taken from it."""
    whole, *less = figures
    return each(sub, whole.readings, total(less))


def multiple(figures: Figures) -> Readings:
    """The first figure divided by the second."""
    return each(quotient, *(figure.readings for figure in figures))


def share(figures: Figures) -> Readings:
    """The first figure in percent of the second."""
    return scaled(multiple(figures), _HUNDRED)


def elapsed(start: Day, end: Day) -> Readings:
    """The days between two dates; strictly any number of them where a source says about."""
    days = days_between(start.when, end.when)
    vague = start.when.approximate or end.when.approximate
    return Readings(days, Interval(None, None) if vague else days)


def rate(figures: Figures) -> Readings:
    """A figure spread over its own period, a year. NotComputed where it states none."""
    (of,) = figures
    if of.when is None:
        raise NotComputed("the figure states no period. Choose one that does.")
    return _a_year(of.readings, _covered(of.when))


def pace(figures: Figures) -> Readings:
    """What a running total gains from an earlier to a later figure, a year. NotComputed where they do not follow."""
    earlier, later = figures
    return _a_year(remainder([later, earlier]), _between(earlier, later))


def time(figures: Figures) -> Readings:
    """The days in which a figure is worked off at a rate. NotComputed where that is no rate of what it counts."""
    of, at = figures
    if at.unit.dimension != f"{of.unit.dimension}-a-year":
        raise NotComputed(f"{at.id} is no rate of what {of.id} counts. Choose one that is.")
    return scaled(multiple(figures), YEAR)


def time_left(figures: Figures) -> Readings:
    """The days in which the rest of a whole is done at the pace so far. NotComputed where they count something else."""
    of, earlier, later = figures
    if of.unit.dimension != later.unit.dimension:
        raise NotComputed(f"{later.id} does not count what {of.id} counts. Choose figures that count the same thing.")
    left = partial(_left, days=_between(earlier, later))
    return each(left, *(figure.readings for figure in figures))


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
    if when.approximate:
        raise NotComputed("covers a time that is only given with an about. Choose a figure whose days are known.")
    if when.is_interval and not periods.in_years(when):
        return days_between(when, when, inclusive=True)
    return exact((when.last - when.first).days + 1)


def _between(earlier: Operand, later: Operand) -> Interval:
    if not (earlier.when and later.when and periods.ends_surely_before(earlier.when, later.when)):
        raise NotComputed("the later figure does not surely end after the earlier one. Choose two that follow.")
    return days_between(earlier.when.end, later.when.end)
