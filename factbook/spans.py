"""What stretch of time a figure covers, and for which a series has none.

Running totals, years, months and weeks never stand in one line, and readers are shown the gaps in each.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from factbook.dates import When
from factbook.periods import WAR_ENDED, first_end, start_day

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
_DAY = timedelta(days=1)
# Days that may pass between two figures before that is a gap, by the kind of series; other kinds have none.
TOLERATED = {"total": 100, "year": 0, "month": 10}


def span(when: When | None, of_stretches: bool = True) -> str:
    """The kind of time, a key of `SPANS`, that a figure covers; one that is not `of_stretches` holds for a day."""
    if when is None:
        return "undated"
    if when.is_interval and since_war(when):
        return "total"
    days = (when.last - when.first).days + 1
    if days == 1 or not (of_stretches or when.is_interval):
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


class Gap(NamedTuple):
    """The days from `first` to `last`, and the place of the figure before which they lie."""

    place: int
    first: date
    last: date


def gaps(kind: str, whens: Sequence[When], read: date) -> Iterator[Gap]:
    """The gaps of a series since the end of the war, its periods sorted by last day, its sources read until `read`.

    A running total stands for the day it ends on; a figure for a month or year covers all of that.
    """
    if kind not in TOLERATED:
        return
    until = WAR_ENDED - _DAY
    for place, when in enumerate(whens):
        first = first_end(when) if kind == "total" else when.first
        if (first - until).days - 1 > TOLERATED[kind]:
            yield Gap(place, until + _DAY, first - _DAY)
        until = max(until, when.last)
    if kind != "year" and (read - until).days > TOLERATED[kind]:
        yield Gap(len(whens), until + _DAY, read)
