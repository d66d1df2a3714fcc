"""Dates as written in facts: the part of EDTF (ISO 8601-2:2019, levels 0 and 1) that the record needs."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from factbook.errors import Misread, shown
from factbook.intervals import Interval

FORMS = "Write YYYY, YYYY-MM or YYYY-MM-DD, a ~ behind it for about, a / between start and end, or /.. for no end."
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_POINT = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?(~?)")
_LOOSE = re.compile(r"([0-9]{4})[-/.]?([0-9]{1,2})(?:[-/.]?([0-9]{1,2}))?")
_PRECISION = ("year", "month", "day")


class DateError(Misread):
    """A date that cannot be read."""


@dataclass(frozen=True, slots=True)
class When:
    """A day, month, year or interval: the days from `first` to `last`, both included.

    `precision` is year, month, day, interval, or open for an end that has not come; `approximate` says that the
    source gives an about. An interval keeps its two ends in `ends`.
    """

    text: str
    first: date
    last: date
    precision: str
    approximate: bool = False
    ends: tuple[When, When] | None = None

    @property
    def is_interval(self) -> bool:
        """Whether a start and an end are given."""
        return self.ends is not None

    @property
    def start(self) -> When:
        """The start of an interval, else the date itself."""
        return self.ends[0] if self.ends else self

    @property
    def end(self) -> When:
        """The end of an interval, else the date itself; an open end may be any day from the start on."""
        return self.ends[1] if self.ends else self


@lru_cache(maxsize=10_000)  # most claims share their dates with others
def parse_date(text: str) -> When:
    """The date or interval that `text` states in EDTF; DateError says what is wrong at which offset."""
    left, _, right = text.partition("/")
    if text.count("/") != 1:
        return _point(text, 0)
    if not _POINT.fullmatch(right) and _LOOSE.fullmatch(text):
        raise DateError(f"{shown(text)} is no date.{_suggestion(text)} {FORMS}", len(left))
    start, at = _point(left, 0), len(left) + 1
    end = When("..", start.first, date.max, "open") if right == ".." else _point(right, at)
    if start.first > end.last:
        raise DateError(f"the interval {shown(text)} runs backwards. Write the earlier date first.", at)
    return When(text, start.first, end.last, "interval", start.approximate or end.approximate, (start, end))


def printed(when: When) -> str:
    """The date in English, as precise as it is given: 15 October 2021, October 2021, about 1991, no stated end."""
    if when.precision == "open":
        return "no stated end"
    if when.ends:
        start, end = when.ends
        return f"since {printed(start)}" if end.precision == "open" else f"{printed(start)} to {printed(end)}"
    year, month, day = str(when.first.year), MONTHS[when.first.month - 1], str(when.first.day)
    words = {"year": [year], "month": [month, year], "day": [day, month, year]}[when.precision]
    return " ".join(["about", *words] if when.approximate else words)


def html_datetime(when: When) -> str | None:
    """The value of `datetime` on an HTML `<time>`; None for an interval, an open end or an approximate date."""
    return None if when.is_interval or when.approximate or when.precision == "open" else when.text


def days_between(start: When, end: When, inclusive: bool = False) -> Interval:
    """How many days pass from `start` to `end`, counting both days themselves where `inclusive`.

    One number where both are days; else from the fewest to the most that the dates leave open. An interval's start
    counts from its first day, its end to its last, and an open end has no most.
    """
    extra = 1 if inclusive else 0
    fewest = (end.end.first - start.start.last).days + extra
    most = None if end.end.precision == "open" else (end.end.last - start.start.first).days + extra
    return Interval(fewest, most)


def _point(text: str, at: int) -> When:
    match = _POINT.fullmatch(text)
    if not match:
        raise DateError(f"{shown(text)} is no date.{_suggestion(text)} {FORMS}", at + _first_wrong(text))
    parts = [int(part) for part in match.groups()[:3] if part]
    for count in range(1, len(parts) + 1):
        if not _exists(*parts[:count]):
            what, place = _PRECISION[count - 1], match.start(count)
            raise DateError(f"{shown(text)} is not in the calendar. Correct the {what}.", at + place)
    year, month, day = (*parts, 0, 0)[:3]
    last = date(year, month or 12, day or monthrange(year, month or 12)[1])
    return When(text, date(year, month or 1, day or 1), last, _PRECISION[len(parts) - 1], bool(match[4]))


def _exists(year: int, month: int = 1, day: int = 1) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _first_wrong(text: str) -> int:
    places = zip(text, "0000-00-00", strict=False)
    wrong = (at for at, (sign, like) in enumerate(places) if sign != like and not (like == "0" and sign in "123456789"))
    return next(wrong, min(len(text), 10))


def _suggestion(text: str) -> str:
    """A question that offers the right form of a date written almost right."""
    loose = _LOOSE.fullmatch(text)
    parts = [int(part) for part in loose.groups() if part] if loose else []
    if not parts or not _exists(*parts):
        return ""
    return f" Did you mean {'-'.join([f'{parts[0]:04}', *(f'{part:02}' for part in parts[1:])])}?"
