"""What stretch of time a figure covers, so that running totals, years, months and weeks never stand in one line."""

from __future__ import annotations

from factbook.dates import When
from factbook.periods import WAR_ENDED, start_day

SPANS = {
    "total": "since the end of the war",
    "year": "in a calendar year",
    "part-year": "in part of a year",
    "month": "in a month",
    "week": "in a week",
    "day": "as of a day, month or year",
    "longer": "in a longer time",
    "undated": "at a time not stated",
}
_LONGEST = ((10, "week"), (35, "month"), (364, "part-year"))


def span(when: When | None, accumulates: bool = True) -> str:
    """The kind of time, a key of `SPANS`, that a figure covers; one that does not accumulate holds for a day."""
    if when is None:
        return "undated"
    if when.is_interval and since_war(when):
        return "total"
    days = (when.last - when.first).days + 1
    if days == 1 or not (accumulates or when.is_interval):
        return "day"
    if _is_year(when):
        return "year"
    return next((kind for longest, kind in _LONGEST if days <= longest), "longer")


def since_war(when: When) -> bool:
    """Whether a period starts with the end of the war or, as official statistics do, with the year of that end."""
    start = when.start
    whole_year = start.precision == "year" and start.first.year == WAR_ENDED.year
    return whole_year or start_day(when) == WAR_ENDED


def _is_year(when: When) -> bool:
    first, last = when.first, when.last
    return first.year == last.year and (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
