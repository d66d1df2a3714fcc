"""How the periods of two claims lie to each other."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from factbook.dates import When, parse_date

WAR_ENDED = date(2020, 11, 10)
_DAY = timedelta(days=1)


def start_day(when: When) -> date:
    """The first day covered, every day of November 2020 being the 10th.

    The sources use "since the war", "since November 2020" and "since 10 November 2020" for one period.
    """
    first = when.start.first
    return WAR_ENDED if (first.year, first.month) == (2020, 11) else first


def starts_may_agree(a: When, b: When) -> bool:
    """Whether both may start on the same day, as a period since 2020 and one since November 2020 may."""
    first, second = _starts(a), _starts(b)
    return start_day(a) == start_day(b) or (first[0] <= second[1] and second[0] <= first[1])


def ends_surely_before(a: When, b: When) -> bool:
    """Whether the last day of `a` lies before the last day of `b` in every reading of the dates; open ends never do."""
    unsure = a.end.approximate or b.end.approximate or "open" in (a.end.precision, b.end.precision)
    return not unsure and a.end.last < b.end.first


def follows(earlier: When, later: When) -> bool:
    """Whether both start on one day and `earlier` surely ends first, as two running totals do."""
    return starts_may_agree(earlier, later) and ends_surely_before(earlier, later)


def ends_may_agree(a: When, b: When) -> bool:
    """Whether both may end on the same day, as 2021-10 and 2021-10-15 may."""
    return a.end.first <= b.end.last and b.end.first <= a.end.last


def alike(a: When | None, b: When | None) -> bool:
    """Whether both may be the same period: one start, and ends that may agree."""
    return a is not None and b is not None and _end_together(a, b) and starts_may_agree(a, b)


def make_up(parts: Sequence[When | None], whole: When | None) -> bool:
    """Whether the parts, in some order, follow on one another without gap or overlap and cover the whole."""
    known = sorted((part for part in parts if part), key=start_day)
    if whole is None or len(known) < len(parts):
        return False
    joined = all(b.start.first - a.end.last == _DAY for a, b in pairwise(known))
    return joined and starts_may_agree(known[0], whole) and _end_together(known[-1], whole)


def joined(parts: Sequence[When | None]) -> When | None:
    """The period that parts make up, None where they do not; a whole year or month at its end lasts to the last day."""
    if not (known := [part for part in parts if part]):
        return None
    start, last = min(known, key=start_day).start, max(known, key=lambda part: part.end.last)
    whole = parse_date(f"{start.text}/{last.end.text if last.is_interval else last.last}")
    return whole if make_up(parts, whole) else None


def without(whole: When | None, parts: Sequence[When | None]) -> When | None:
    """What is left of a period before or behind the parts taken away; None where they lie elsewhere."""
    taken = joined(parts)
    if whole is None or taken is None:
        return None
    if _end_together(taken, whole) and whole.start.first < taken.start.first and start_day(whole) < taken.start.first:
        return parse_date(f"{whole.start.text}/{taken.start.first - _DAY}")
    if starts_may_agree(taken, whole) and taken.end.last < whole.end.last:
        return parse_date(f"{taken.end.last + _DAY}/{whole.end.text}")
    return None


def _starts(when: When) -> tuple[date, date]:
    """The first and the last day on which a period may start; a year or a month alone starts on its first day."""
    return when.start.first, when.start.last if when.is_interval else when.start.first


def _end_together(a: When, b: When) -> bool:
    """As `ends_may_agree`, but what is given in years or months alone lasts to its last day."""
    (first, last), (other_first, other_last) = ends(a), ends(b)
    return first <= other_last and other_first <= last


def ends(when: When) -> tuple[date, date]:
    """The first and the last day on which a period may end."""
    return first_end(when), when.end.last


def first_end(when: When) -> date:
    """The first day on which a period may end: for one in whole years its last."""
    return when.end.first if when.is_interval and not in_years(when) else when.last


def in_years(when: When) -> bool:
    """Whether both ends of a period are years, so that it covers whole ones, such as 2020/2024."""
    return when.is_interval and when.start.precision == when.end.precision == "year"
