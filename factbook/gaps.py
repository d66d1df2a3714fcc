"""Stretches of time for which a series holds no figure, so that readers are shown them as gaps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from factbook.dates import When
from factbook.periods import WAR_ENDED, first_end

_DAY = timedelta(days=1)
# Days that may pass between two figures before that is a gap, by the kind of series; other kinds have none.
TOLERATED = {"total": 100, "year": 0, "month": 10}


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
