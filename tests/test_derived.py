"""Figures computed from claims: spelled as no wider and no narrower than they are, and shown with their formula."""

from __future__ import annotations

import json
from dataclasses import replace
from fractions import Fraction
from itertools import product
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from inside import within
from records import laid_out, loaded
from some_units import UNITS

from factbook.book import load
from factbook.checks.computing import YEAR
from factbook.checks.display import spelled
from factbook.checks.formulas import FORMULAS
from factbook.checks.operands import Operand, Readings
from factbook.checks.wording import spoken
from factbook.dates import parse_date
from factbook.declared import Derived
from factbook.export.declared import derived_json
from factbook.export.listed import COMPUTED
from factbook.intervals import Interval, exact
from factbook.model import Book
from factbook.quantities import parse
from factbook.quantities.readings import MINUS
from factbook.render.ledger import left_table
from factbook.render.writer import UnknownName, Writer

EVERY_KIND = Path(__file__).parent / "rules" / "derived" / "good-every-kind.yaml"


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Book:
    """A record with a derived figure of every kind."""
    return loaded(EVERY_KIND, tmp_path_factory.mktemp("derived") / "facts")


@pytest.mark.parametrize(
    ("name", "value", "label", "formula", "date"),
    [
        ("rest", "26 people", "civilians", f"as many as 33 people {MINUS} seven people", "2020-11/2021-10"),
        ("mines", "400 to 410 mines", "mines", "340 mines + more than 60 mines", "2020-11-10/2021-10-15"),
        ("growth", "1.2 to 1.3 times", "growth of the area", "15 square kilometres ÷ 1,200 hectares",
         "2020-11/2024-10-04"),
        ("part", "about 21.2 percent", "share of soldiers among those killed by October 2021",
         "seven people ÷ as many as 33 people", "2020-11/2021-10"),
        ("rate", "about 1,290 hectares a year", "area a year",
         "1,200 hectares ÷ the days of 10 November 2020 to 15 October 2021", None),
        ("pace", "84 to 118 hectares a year", "area a year between the two",
         f"(15 square kilometres {MINUS} 1,200 hectares) ÷ the days from 15 October 2021 to 4 October 2024", None),
        ("time", "40 to 180 years", "time at that pace", "about 10,000 hectares ÷ 84 to 118 hectares a year", None),
        ("left", "20 to 170 years", "time left at that pace",
         f"(about 10,000 hectares {MINUS} 15 square kilometres) ÷ ((15 square kilometres {MINUS} 1,200 hectares) ÷ "
         "the days from 15 October 2021 to 4 October 2024)", None),
        ("undone", "3,800 to 13,800 hectares", "what is left", f"about 10,000 hectares {MINUS} 1,200 hectares", None),
        ("both", "20 to 31 years", "war and peace", "44 days + nearly 30 years", None),
        ("taken", "250 to 350 hectares", "area since", f"15 square kilometres {MINUS} 1,200 hectares",
         "2021-10/2024-10"),
    ],
)  # fmt: skip
def test_every_kind_gives_its_figure_and_its_formula(
    book: Book, name: str, value: str, label: str, formula: str, date: str | None
) -> None:
    """The data hold the figure as pages give it, what it is, how it comes about and what it covers."""
    found = {item["id"]: item for item in json.loads(derived_json(book))}[f"derived.{name}"]

    assert (found["value"], found["label"], found["formula"], found["date"]) == (value, label, formula, date)


def test_every_kind_is_shown_by_an_example(book: Book) -> None:
    """No formula is without its figure."""
    assert {derived.kind for derived in book.derived.values()} == set(FORMULAS)


@pytest.mark.parametrize(
    ("name", "operands"),
    [
        ("rest", ["first-2021-10-22.killed", "first-2021-10-22.soldiers"]),
        ("time", ["second-2024-10-05.contaminated", "derived.pace"]),
        ("left", ["second-2024-10-05.contaminated", "first-2021-10-22.area", "second-2024-10-05.area"]),
    ],
)
def test_operands_stand_in_the_order_of_their_kind(book: Book, name: str, operands: list[str]) -> None:
    """The data name what a figure is computed from, computed figures too, in the order that the schema tells."""
    found = {item["id"]: item for item in json.loads(derived_json(book))}[f"derived.{name}"]

    assert found["operands"] == operands
    assert f"{found['kind']}: {', '.join(book.derived[found['id']].operands)}" in COMPUTED["operands"]["description"]


def test_the_schema_tells_the_length_of_a_year() -> None:
    """Who computes a pace anew needs the days of a year, in the data and on the page about checks."""
    page = (Path(__file__).parents[1] / "docs" / "method-checks.md").read_text(encoding="utf-8")

    assert f"a year is of {float(YEAR)} days" in COMPUTED["formula"]["description"]
    assert f"A year has the `{float(YEAR)}` days of the mean Gregorian year." in page


@pytest.mark.parametrize(
    ("named", "told"),
    [
        ("{first-2021-10-22.area}", "1,200 hectares"),
        ("{first-2021-10-22.area:date}", "10 November 2020 to 15 October 2021"),
        ("{first-2021-10-22.area:until}", "15 October 2021"),
        ("{first-2021-10-22.began}", "27 September 2020"),
        ("{first-2021-10-22.undated}", "first-2021-10-22.undated"),
        ("{first-2021-10-22}", "22 October 2021"),
        ("{derived.mines}", "400 to 410 mines"),
    ],
)
def test_what_our_prose_names_is_put_in_its_place(book: Book, named: str, told: str) -> None:
    """A figure where there is one, else a date; its own id where the record holds neither."""
    assert spoken(book, f"In all {named}, it says.") == f"In all {told}, it says."


def test_claims_behind_a_derived_figure_are_named_through_others(book: Book) -> None:
    """A figure computed from a computed one goes back to claims."""
    time: Derived = book.derived["derived.time"]

    assert time.rests_on == ("second-2024-10-05.contaminated", "first-2021-10-22.area", "second-2024-10-05.area")


@pytest.mark.parametrize(
    ("low", "high", "unit", "decimals", "expected"),
    [
        ("26181", "26181", "mines", 0, "26,181 mines"),
        ("1", "1", "hectares", 0, "1 hectare"),
        ("22770.43", "22770.43", "hectares", 2, "22,770.43 hectares"),
        ("12.5", "12.5", "percent", 0, "12.5 percent"),
        ("2618100/48411", "2618100/48411", "percent", 0, "about 54.1 percent"),
        ("1/3", "1/3", "hectares", 0, "about 0.333 hectares"),
        ("12040004/10", "12040004/10", "hectares", 0, "about 1,204,000 hectares"),
        ("156500", "159500", "items", 0, "156,500 to 159,500 items"),
        ("12.34", "56.78", "hectares", 2, "12.34 to 56.78 hectares"),
        ("12.345", "56.78", "hectares", 2, "12 to 57 hectares"),
        ("33000/17426", "34000/17426", "hectares", 0, "1.89 to 1.96 hectares"),
        ("3/2", "19/2", "people", 0, "1 to 10 people"),
        ("3/2", "5/2", "people", 0, "1 to 3 people"),
        ("131.98", "132.9", "hectares", 0, "131 to 133 hectares"),
        ("13.2415", "13.2704", "hectares", 0, "13.2 to 13.3 hectares"),
        ("48204.604", "48541.233", "hectares", 0, "48,200 to 48,550 hectares"),
        ("0.12345", "0.12346", "hectares", 0, "0.123 to 0.124 hectares"),
    ],
)
def test_a_result_is_spelled_as_its_inputs_bear(low: str, high: str, unit: str, decimals: int, expected: str) -> None:
    """Exact results in full or to three digits, two ends in full or rounded outwards."""
    assert spelled(Interval(Fraction(low), Fraction(high)), UNITS[unit], decimals) == expected


POSITIVE = st.fractions(Fraction(1, 1000), 10**7, max_denominator=10**5)


@given(POSITIVE, st.fractions(0, 10**6, max_denominator=10**4), st.integers(0, 3))
@example(Fraction(499, 20), Fraction(0), 0)
def test_a_spelled_result_is_neither_narrower_nor_much_wider(low: Fraction, width: Fraction, decimals: int) -> None:
    """Read back by the table of hedges, it holds every number computed; one number is right to three digits."""
    found = Interval(low, low + width)
    assert found.high is not None

    quantity = parse(spelled(found, UNITS["hectares"], decimals), UNITS)
    read = quantity.usual

    assert within(found, read)
    assert read.low is not None
    assert read.high is not None
    if width:
        assert read.high - read.low < width + max(Fraction(2, 5) * width, found.high / 50) or read == found
    else:
        assert abs(quantity.number - low) <= low / 200


@given(st.lists(st.integers(1, 60), min_size=6, max_size=6, unique=True))
def test_time_left_is_what_brute_force_finds(ends: list[int]) -> None:
    """The one kind in which a figure enters twice gives the least and the most that any choice of numbers gives."""
    a, b, c, d, e, f = sorted(ends)
    ranges = [(e, f), (a, b), (c, d)]
    figures = [_operand(role, *ends) for role, ends in zip(("of", "earlier", "later"), ranges, strict=True)]

    readings = FORMULAS["time-left"].computed(figures)

    results = [
        Fraction(of - later, later - earlier) * 365
        for of, earlier, later in product(*(range(low, high + 1) for low, high in ranges))
    ]
    assert readings.usual == Interval(min(results), max(results))


def _operand(role: str, low: int, high: int) -> Operand:
    interval = exact(low) if low == high else Interval(Fraction(low), Fraction(high))
    when = parse_date(f"2020-01-01/{2022 if role == 'later' else 2021}-12-31")
    value = parse("1 hectare", UNITS)
    return Operand(role, role, value, UNITS["hectares"], Readings(interval, interval), (), None, None, None, when)


def test_no_reading_goes_below_nothing(book: Book) -> None:
    """However much more than its least may be done, what is left of a task is not less than none of it."""
    lows = {derived.id: derived.value.strict.low for derived in book.derived.values()}

    assert {id: low for id, low in lows.items() if low is None or low < 0} == {}
    assert lows["derived.undone"] == lows["derived.left"] == 0


@pytest.mark.parametrize(("period", "days"), [("2020/2021", 731), ("2020-11-10/2020-11-19", 10), ("2021", 365)])
def test_a_rate_is_over_the_days_of_its_period(period: str, days: int) -> None:
    """Both ends of a period count, and a period in whole years covers them whole."""
    figure = replace(_operand("of", 5000, 5000), when=parse_date(period))

    readings = FORMULAS["rate"].computed([figure])

    assert readings.usual == exact(Fraction(5000, days) * Fraction("365.2425"))


def test_a_rate_over_a_period_that_may_be_of_no_day_may_be_any() -> None:
    """Where a period begins in the month in which it ends, its dates leave open that it lasted no time at all."""
    figure = replace(_operand("of", 5000, 5000), when=parse_date("2020-11/2020-11-10"))

    assert FORMULAS["rate"].computed([figure]).usual == Interval(None, None)


def test_the_time_left_has_no_least_where_the_later_total_has_no_most() -> None:
    """More than so much may be nearly all; the pace, and with it the most time, is that of the floor."""
    of, earlier = _operand("of", 10_000, 10_000), _operand("earlier", 1_000, 1_000)
    more = Interval(1_500, None, low_open=True)
    later = replace(_operand("later", 1, 1), readings=Readings(more, more))

    found = FORMULAS["time-left"].computed([of, earlier, later])

    assert found.usual == Interval(None, Fraction(8_500, 500) * 365)


@pytest.mark.parametrize(
    ("names", "message"),
    [
        (
            {"undone": "left-of-foo"},
            "no fact 'derived.cleared-of-foo'. Known are: derived.both, derived.growth, derived.left, "
            "derived.left-of-foo, derived.mines, derived.pace, derived.part, derived.rate, derived.rest, "
            "derived.taken, derived.time.",
        ),
        (
            {"rest": "left-of-foo", "part": "cleared-of-foo", "time": "time-left-of-foo"},
            "no operand 'of'. Known are: less, whole.",
        ),
    ],
    ids=["alone", "of another kind"],
)
def test_what_is_left_of_an_estimate_needs_figures_of_their_kinds(
    names: dict[str, str], message: str, tmp_path: Path
) -> None:
    """A figure named as one of the table of estimates, but without those beside it or its operand, is refused there."""
    laid_out(EVERY_KIND, tmp_path)
    path = tmp_path / "derived.yaml"
    for old, new in names.items():
        path.write_text(path.read_text(encoding="utf-8").replace(f"\n{old}:", f"\n{new}:"), encoding="utf-8")

    with pytest.raises(UnknownName) as refused:
        left_table(Writer(load(tmp_path), "page.md"))
    assert str(refused.value) == message
