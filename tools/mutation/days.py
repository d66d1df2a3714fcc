"""Dates moved by a day, a week, a month or a year, and dates written the wrong way round."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from tools.mutation.leaves import Leaf
from tools.mutation.mutants import World

FIELDS = ("date", "period", "source.published", "source.accessed")
_POINT = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")


def shift(_: World, leaf: Leaf, random: Random) -> Iterator[str]:
    """Each end of a date moved once by each step that its precision knows, back or forth."""
    for match in _POINT.finditer(leaf.text):
        for step in ("day", "week", "month", "year"):
            if new := _shifted(match, step, random.choice((-1, 1))):
                yield leaf.text[: match.start()] + new + leaf.text[match.end() :]


def mix(_: World, leaf: Leaf, __: Random) -> Iterator[str]:
    """Day and month change places."""
    for match in _POINT.finditer(leaf.text):
        year, month, day = match.groups()
        if day and int(day) <= 12 and day != month:
            yield leaf.text[: match.start()] + f"{year}-{day}-{month}" + leaf.text[match.end() :]


def reverse(_: World, leaf: Leaf, __: Random) -> Iterator[str]:
    """Start and end of a period change places."""
    start, slash, end = leaf.text.partition("/")
    if slash and end != "..":
        yield f"{end}/{start}"


def _shifted(match: re.Match[str], step: str, way: int) -> str | None:
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    if step in ("day", "week"):
        days = timedelta(days=way * (7 if step == "week" else 1))
        return (date(year, month, day) + days).isoformat() if month and day else None
    if step == "year":
        return _written(year + way, month, day)
    if month is None:
        return None
    months = year * 12 + month - 1 + way
    return _written(months // 12, months % 12 + 1, day)


def _written(year: int, month: int | None, day: int | None) -> str:
    if month is None:
        return f"{year:04}"
    if day is None:
        return f"{year:04}-{month:02}"
    return f"{year:04}-{month:02}-{min(day, monthrange(year, month)[1]):02}"
