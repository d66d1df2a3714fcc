"""How periods lie to each other: one start, ends that may agree, parts that make up a whole."""

from __future__ import annotations

import pytest

from factbook import periods
from factbook.dates import parse_date


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("2020-11-10/2021-10-15", "2020-11/2021-10-15", True),
        ("2020-11-01/2021-10", "2020-11-28/2021-10-15", True),
        ("2020/2024", "2020-11-10/2024", True),
        ("2020-11-10/2021-10-15", "2020-12-10/2021-10-15", False),
        ("2020-11-10/2021-10-15", "2020-11-10/2021-10-16", False),
        ("2024", "2024", True),
        ("2020", "2020-11/2020-12", False),
        ("2024-08", "2024-08-01/2024-08-31", True),
        ("2020/2024", "2020-11-10/2024-12", True),
        ("2020/2024", "2020-11-10/2024-07-31", False),
    ],
)
def test_periods_are_alike_if_they_may_be_one(first: str, second: str, expected: bool) -> None:
    """Starts in the month the war ended are one start; an end as a month may be any day of it, but whole years last."""
    assert periods.alike(parse_date(first), parse_date(second)) is expected
    assert periods.alike(parse_date(second), parse_date(first)) is expected


def test_a_period_that_is_not_stated_is_like_none() -> None:
    """Nothing can be said of what is not known."""
    assert not periods.alike(None, parse_date("2024"))
    assert not periods.alike(parse_date("2024"), None)
    assert not periods.alike(None, None)
    assert not periods.make_up([None, parse_date("2024")], parse_date("2024"))
    assert not periods.make_up([parse_date("2024")], None)
    assert periods.without(None, [parse_date("2024")]) is None
    assert periods.without(parse_date("2024"), [None]) is None


@pytest.mark.parametrize(
    ("parts", "whole", "expected"),
    [
        (["2020-11-10/2024-07-31", "2024-08"], "2020-11/2024-08-31", True),
        (["2022", "2021", "2020"], "2020/2022", True),
        (["2022", "2021"], "2020/2022", False),
        (["2020-11-10/2024-07-30", "2024-08"], "2020-11/2024-08-31", False),
        (["2020-11-10/2024-08-02", "2024-08"], "2020-11/2024-08-31", False),
        (["2023-01", "2023-02"], "2023", False),
        (["2020-11-10/..", "2021-01-01/2021-05-01"], "2020-11-10/2021-05-01", False),
    ],
)
def test_parts_make_up_a_whole_without_gap_or_overlap(parts: list[str], whole: str, expected: bool) -> None:
    """In whatever order they stand, each begins on the day after another ends."""
    assert periods.make_up([parse_date(part) for part in parts], parse_date(whole)) is expected


@pytest.mark.parametrize(
    ("whole", "parts", "left"),
    [
        ("2020/2024", ["2024"], "2020/2023-12-31"),
        ("2020/2024", ["2023", "2024"], "2020/2022-12-31"),
        ("2020-11-10/2024-08-31", ["2020-11/2024-07-31"], "2024-08-01/2024-08-31"),
        ("2020/2024", ["2020/2024"], None),
        ("2020/2024", ["2022"], None),
        ("2020/2024", ["2022", "2024"], None),
        ("2020/2024", ["2025"], None),
    ],
)
def test_what_is_left_of_a_period(whole: str, parts: list[str], left: str | None) -> None:
    """Taken away at one end, parts leave the other; taken from the middle they leave no one period."""
    found = periods.without(parse_date(whole), [parse_date(part) for part in parts])

    assert (found and found.text) == left


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        ("2020-11-10/2021-10-15", "2020-11/2021-10-16", True),
        ("2020-11-10/2021-10-15", "2020-11/2021-10", False),
        ("2020-11-10/2021-10-15", "2022", False),
        ("2020-11-10/2021-10-15", "2020-11-10/..", False),
    ],
)
def test_running_totals_follow_if_one_surely_ends_first(earlier: str, later: str, expected: bool) -> None:
    """They start on one day, and no reading of the dates lets the later end with or before the earlier."""
    assert periods.follows(parse_date(earlier), parse_date(later)) is expected
