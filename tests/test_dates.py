"""Dates: what is taken from EDTF, how it is read and printed, and what is said of the rest."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from some_units import written

from factbook.dates import FORMS, DateError, days_between, html_datetime, parse_date, printed
from factbook.rules.dates_read import DateRead, dates_read

READ = [
    # text, first day, last day, precision, printed, datetime of <time>
    ("2021-10-15", "2021-10-15", "2021-10-15", "day", "15 October 2021", "2021-10-15"),
    ("2020-11", "2020-11-01", "2020-11-30", "month", "November 2020", "2020-11"),
    ("2024-02", "2024-02-01", "2024-02-29", "month", "February 2024", "2024-02"),
    ("1991", "1991-01-01", "1991-12-31", "year", "1991", "1991"),
    ("1991~", "1991-01-01", "1991-12-31", "year", "about 1991", None),
    ("2020-11~", "2020-11-01", "2020-11-30", "month", "about November 2020", None),
    ("2020-11-09~", "2020-11-09", "2020-11-09", "day", "about 9 November 2020", None),
    ("2020-11-10/2021-10-15", "2020-11-10", "2021-10-15", "interval", "10 November 2020 to 15 October 2021", None),
    ("2020-11/2021-10", "2020-11-01", "2021-10-31", "interval", "November 2020 to October 2021", None),
    ("1991~/2020", "1991-01-01", "2020-12-31", "interval", "about 1991 to 2020", None),
    ("1991/2020~", "1991-01-01", "2020-12-31", "interval", "1991 to about 2020", None),
    ("2021-10-15/2021-10-15", "2021-10-15", "2021-10-15", "interval", "15 October 2021 to 15 October 2021", None),
    ("2020-11-10/2020-11", "2020-11-10", "2020-11-30", "interval", "10 November 2020 to November 2020", None),
    ("2020-11-10/..", "2020-11-10", "9999-12-31", "interval", "since 10 November 2020", None),
]

REFUSED = [
    ("", 0, f"'' is no date. {FORMS}"),
    ("2021-1-5", 6, f"'2021-1-5' is no date. Did you mean 2021-01-05? {FORMS}"),
    ("2021/10/15", 4, f"'2021/10/15' is no date. Did you mean 2021-10-15? {FORMS}"),
    ("2021/10", 4, f"'2021/10' is no date. Did you mean 2021-10? {FORMS}"),
    ("20211015", 4, f"'20211015' is no date. Did you mean 2021-10-15? {FORMS}"),
    ("2021.13.45", 4, f"'2021.13.45' is no date. {FORMS}"),
    ("15 October 2021", 2, f"'15 October 2021' is no date. {FORMS}"),
    ("2021-10-15T10:00", 10, f"'2021-10-15T10:00' is no date. {FORMS}"),
    ("1991?", 4, f"'1991?' is no date. {FORMS}"),
    ("\uff12\uff10\uff12\uff11", 0, f"'\\uff12\\uff10\\uff12\\uff11' is no date. {FORMS}"),
    ("../2021", 0, f"'..' is no date. {FORMS}"),
    ("2021-10-15/", 11, f"'' is no date. {FORMS}"),
    ("2020/2021-1", 11, f"'2021-1' is no date. Did you mean 2021-01? {FORMS}"),
    ("0000", 0, "'0000' is not in the calendar. Correct the year."),
    ("2021-13", 5, "'2021-13' is not in the calendar. Correct the month."),
    ("2021-02-30", 8, "'2021-02-30' is not in the calendar. Correct the day."),
    ("1991~/2021-02-29", 14, "'2021-02-29' is not in the calendar. Correct the day."),
    (
        "2021-10-15/2020-11-10",
        11,
        "the interval '2021-10-15/2020-11-10' runs backwards. Write the earlier date first.",
    ),
]

DAYS = st.dates(min_value=date(1, 1, 1), max_value=date(9980, 12, 31))


@pytest.mark.parametrize(("text", "first", "last", "precision"), [case[:4] for case in READ])
def test_dates_are_read(text: str, first: str, last: str, precision: str) -> None:
    """A date covers every day that it leaves open."""
    when = parse_date(text)

    assert (str(when.first), str(when.last), when.precision) == (first, last, precision)
    assert when.approximate == ("~" in text)
    assert when.is_interval == ("/" in text)


@pytest.mark.parametrize(("text", "words", "machine"), [(case[0], *case[4:]) for case in READ])
def test_dates_are_printed(text: str, words: str, machine: str | None) -> None:
    """A date is printed in English, and for machines only where HTML can say it."""
    when = parse_date(text)

    assert (printed(when), html_datetime(when)) == (words, machine)


def test_an_end_that_is_not_stated_is_printed_as_that() -> None:
    """The open end of an interval is no day, in words or for machines."""
    end = parse_date("2020-11/..").end

    assert (printed(end), html_datetime(end)) == ("no stated end", None)


@pytest.mark.parametrize(("text", "offset", "message"), REFUSED, ids=[ascii(case[0]) for case in REFUSED])
def test_what_is_no_date_is_told(text: str, offset: int, message: str) -> None:
    """A date outside the grammar or the calendar is refused with the place of the mistake."""
    with pytest.raises(DateError) as caught:
        parse_date(text)

    assert (caught.value.offset, str(caught.value)) == (offset, message)


def test_an_interval_has_two_ends_and_a_date_is_its_own() -> None:
    """Start and end are those of an interval, and the date itself where there is none."""
    interval, day, open_end = (parse_date(text) for text in ("2020-11/2021", "2020-11-10", "2020/.."))

    assert (interval.start, interval.end) == (parse_date("2020-11"), parse_date("2021"))
    assert (day.start, day.end) == (day, day)
    assert (open_end.end.precision, open_end.end.first, open_end.end.last) == ("open", date(2020, 1, 1), date.max)


@pytest.mark.parametrize(
    ("start", "end", "inclusive", "expected"),
    [
        ("2020-09-27", "2020-11-10", False, "[44, 44]"),
        ("2020-09-27", "2020-11-10", True, "[45, 45]"),
        ("2020-11-10", "2020-09-27", False, "[-44, -44]"),
        ("1991", "2020", False, "[10228, 10957]"),
        ("2020-11", "2020-11-30", False, "[0, 29]"),
        ("2020-11-10/2021-10-15", "2020-11-10/2021-10-15", True, "[340, 340]"),
        ("2020-11-10", "2020-11-10/..", False, "[0, inf)"),
    ],
)
def test_days_between_dates_are_counted(start: str, end: str, inclusive: bool, expected: str) -> None:
    """The days between two dates run from the fewest to the most that the dates leave open."""
    assert written(days_between(parse_date(start), parse_date(end), inclusive)) == expected


@given(day=DAYS)
def test_every_day_of_the_calendar_is_read(day: date) -> None:
    """A day is read as itself, and the dates that hold it cover it."""
    text = day.isoformat()

    assert (parse_date(text).first, parse_date(text).last) == (day, day)
    assert all(parse_date(text[:cut]).first <= day <= parse_date(text[:cut]).last for cut in (4, 7))


@given(day=DAYS, days=st.integers(0, 5000))
def test_days_between_days_are_those_of_the_calendar(day: date, days: int) -> None:
    """Counting days forward and back agree with the calendar."""
    later = parse_date((day + timedelta(days)).isoformat())

    assert written(days_between(parse_date(day.isoformat()), later)) == f"[{days}, {days}]"


def _mistake(text: str) -> int:
    """Where a mistake is told, or 0 for a text without one."""
    try:
        parse_date(text)
    except DateError as error:
        return error.offset
    return 0


@given(text=st.one_of(st.text(), st.text("0123456789-/~.", max_size=24)))
def test_no_text_breaks_the_reader(text: str) -> None:
    """Any text is a date or a told mistake."""
    assert 0 <= _mistake(text) <= len(text)


POINTS = st.builds(
    lambda day, cut, about: day.isoformat()[:cut] + about, DAYS, st.sampled_from([4, 7, 10]), st.sampled_from(["", "~"])
)
WRITTEN = st.one_of(POINTS, st.builds("{}/{}".format, POINTS, st.one_of(POINTS, st.just(".."))))


@given(text=WRITTEN)
def test_every_date_of_the_grammar_is_read_whole(text: str) -> None:
    """A point or interval reads as written, first day before last, its ends reading alone as they do together."""
    if _mistake(text):  # an end before its start, and nothing else, can be wrong with it
        assert _mistake(text) == text.index("/") + 1
        return
    when = parse_date(text)

    assert when.text == text
    assert when.first <= when.last
    assert "/".join(dict.fromkeys([when.start.text, when.end.text])) in (text, text.partition("/")[0])
    assert (when.first, when.last) == (when.start.first, when.end.last)
    assert printed(when)
    assert (html_datetime(when) == text) == (not when.is_interval and "~" not in text)


@pytest.mark.parametrize(
    ("phrase", "days"),
    [
        ("from 1 to 7 May 2024", [(2024, 5, 1), (2024, 5, 7)]),
        ("between 30 and 31 May", [(0, 5, 30), (0, 5, 31)]),
        ("May 1-7, 2024", [(2024, 5, 1), (2024, 5, 7)]),
        ("in the week of 1\u20137 May", [(0, 5, 1), (0, 5, 7)]),
        ("April 28 through May 4", [(0, 4, 28), (0, 5, 4)]),
        ("destroyed 45 and 7 May", [(0, 5, 7)]),
        ("May 5, 2024", [(2024, 5, 5)]),
    ],
)
def test_both_days_of_a_time_within_a_month_are_read(phrase: str, days: list[tuple[int, ...]]) -> None:
    """The first, too, which leaves the month to the second."""
    assert [tuple(read) for read in dates_read(phrase)] == days


@pytest.mark.parametrize("month", ["September", "Sept.", "SEP", "\u017feptember"], ids=ascii)
def test_a_month_is_read_however_it_is_written(month: str) -> None:
    """In full or short, in either case, and with letters that are the same but for case."""
    assert dates_read(f"by {month} 5, 2024") == (DateRead(2024, 9, 5),)
