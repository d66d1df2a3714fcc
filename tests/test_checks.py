"""Declared checks: every kind and verdict, with the working as readers see it."""

from __future__ import annotations

import json
from dataclasses import replace
from fractions import Fraction
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from records import directive, loaded
from some_units import UNITS
from the_record import BOOK

from factbook.checks.comparing import KEYS, SEVERAL, agree, following, parted
from factbook.checks.computing import total
from factbook.checks.fields import EXPECTED
from factbook.checks.judging import Outcome, judge
from factbook.checks.operands import Operand, Readings, day, figure
from factbook.checks.parts import Parts
from factbook.checks.relations import RELATIONS
from factbook.checks.verdicts import VERDICTS, equal, equal_shows_little, no_less, no_less_shows_little
from factbook.checks.wording import bounds, together
from factbook.checks.working import plain
from factbook.dates import parse_date
from factbook.export.declared import checks_json
from factbook.intervals import Interval, exact
from factbook.model import Book
from factbook.quantities import HEDGES, parse

CASES = sorted((Path(__file__).parent / "verdicts").glob("*.yaml"))


def _judged(case: Path, root: Path) -> tuple[Book, Outcome]:
    book = loaded(case, root)
    return book, judge(book, book.checks["parts"])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_check_gives_its_verdict_and_its_working(case: Path, tmp_path: Path) -> None:
    """The verdict, what limits it, and each line of the working are those the example names."""
    book, outcome = _judged(case, tmp_path / "facts")

    limits = "shows little" if outcome.little else " and ".join(outcome.unlike)
    text = case.read_text(encoding="utf-8")
    assert [", ".join(filter(None, [outcome.verdict.key, limits]))] == directive(text, "verdict")
    assert plain(book, outcome) == directive(text, "working")


def test_every_verdict_and_every_kind_is_shown_by_an_example() -> None:
    """No word of the tables is without its example."""
    texts = [case.read_text(encoding="utf-8") for case in CASES]

    assert {directive(text, "verdict")[0].partition(",")[0] for text in texts} == set(VERDICTS)
    kinds = {line.split(": ")[1] for text in texts for line in text.splitlines() if line.startswith("  kind: ")}
    assert kinds == set(RELATIONS)


def test_what_needs_a_reason_is_what_can_be_expected() -> None:
    """A verdict can be declared exactly if it must be."""
    assert {key for key, verdict in VERDICTS.items() if verdict.needs_reason} == set(EXPECTED)


def test_checks_are_published_with_verdict_and_working(tmp_path: Path) -> None:
    """The data hold what pages show: verdict, sentence, limits, reason and working."""
    book, outcome = _judged(next(case for case in CASES if case.stem == "sum-strained"), tmp_path / "facts")

    assert json.loads(checks_json(book)) == [
        {
            "id": "parts",
            "kind": "sum",
            "verdict": "strained",
            "why": "Do the parts make the total?",
            "says": "This is possible only if a hedge is stretched beyond its usual reading.",
            "remarks": [],
            "expected": True,
            "reason": "The words allow it, but few would write so.",
            "doubted": None,
            "operands": [f"first-2021-10-22.{name}" for name in ("anti-personnel", "anti-tank", "mines-exact")],
            "working": plain(book, outcome),
        }
    ]


@pytest.mark.parametrize(
    ("low", "high", "ends", "told"),
    [
        ("2/3", "2/3", "[]", "about 0.6667"),
        ("1/3", "1/3", "[]", "about 0.3333"),
        ("2/3", "4/3", "()", "more than 0.6666 and less than 1.334"),
        ("-4/3", "-2/3", "[]", "at least \u22121.334 and at most \u22120.6666"),
        ("0", None, "[)", "at least 0"),
        (None, "200000/3", "(]", "at most 66,670"),
        (None, None, "()", "any number"),
        ("123456789012", "1234567890123", "[]", "at least 123,456,789,012 and at most 1,235,000,000,000"),
    ],
)
def test_an_interval_is_told_in_words(low: str | None, high: str | None, ends: str, told: str) -> None:
    """Ends of many digits are rounded to four outwards, one number to the nearest."""
    numbers = (None if end is None else Fraction(end) for end in (low, high))

    assert bounds(Interval(*numbers, ends[0] == "(", ends[1] == ")")) == told


def test_a_computed_number_is_told_with_three_decimals_at_most() -> None:
    """One of more is rounded to three digits."""
    told = [together(Readings(exact(Fraction(number)), exact(0)), UNITS["hectares"]) for number in ("9/8", "17/16")]

    assert told == ["1.125 hectares", "about 1.06 hectares"]


def test_an_undated_source_states_no_day() -> None:
    """What is not known cannot be held against another date."""
    source = BOOK.sources["anadolu-2021-10-22"]
    undated = replace(BOOK, sources={source.id: replace(source, published=None)})

    assert day(BOOK, source.id) is not None
    assert day(undated, source.id) is None


def test_an_undated_total_follows_none() -> None:
    """Nor does any follow it."""
    dated = _counting("when", parse_date("2020-11/2024"), "a")
    undated = _counting("when", None, "a")

    assert following([dated, undated], ()) == following([undated, dated], ()) == ("period",)


def _counting(key: str, value: object, source: str) -> Operand:
    operand = figure(BOOK, "anadolu-2021-10-22.killed")
    assert operand is not None
    return replace(operand, rests_on=(f"{source}.killed",), **{key: value})


@pytest.mark.parametrize(
    ("key", "first", "second", "of_one_source", "of_two"),
    [
        ("period", None, None, True, False),
        ("period", None, parse_date("2021"), False, False),
        ("scope", "not-stated", "not-stated", True, False),
        ("scope", "army", "army", True, True),
        ("scope", None, None, True, True),
        ("measure", None, None, False, False),
        ("place", SEVERAL, SEVERAL, False, False),
    ],
)
def test_what_nobody_states_is_the_same_within_a_source(
    key: str, first: object, second: object, of_one_source: bool, of_two: bool
) -> None:
    """Two sources that leave a key open may mean different things; figures without a measure may count any."""
    field = "when" if key == "period" else key
    one, same, other = (
        _counting(field, value, source) for value, source in ((first, "a"), (second, "a"), (second, "b"))
    )

    assert [agree(key, [one, same]), agree(key, [one, other])] == [of_one_source, of_two]


def test_parts_divide_a_whole_by_what_is_stated_of_them() -> None:
    """Whose work is counted must be said of each part and of the whole, and be another's each time."""
    of = {scope: _counting("scope", scope, "a") for scope in ("army", "police", "everyone", "not-stated")}

    assert parted([of["army"], of["police"]], of["everyone"], "scope")
    assert not parted([of["army"], of["not-stated"]], of["everyone"], "scope")
    assert not parted([of["army"], of["everyone"]], of["everyone"], "scope")


@pytest.mark.parametrize(
    ("measures", "sources", "expected"),
    [
        (["part", "other"], "aa", True),
        (["part", "other"], "ab", True),
        (["part", "part"], "aa", True),
        (["part", "part"], "ab", False),
        (["part", "whole"], "aa", False),
        (["part", "whole"], "ab", False),
    ],
)
def test_parts_of_one_measure_make_a_whole_within_a_source(measures: list[str], sources: str, expected: bool) -> None:
    """Two sources that give one measure count the same things twice, and no part is of the measure of the whole."""
    parts = [_counting("measure", measure, source) for measure, source in zip(measures, sources, strict=True)]

    assert parted(parts, _counting("measure", "whole", "a"), "measure") is expected


NUMBERS = st.integers(1, 9_999).map(lambda digits: digits * 10 ** (digits % 4))
WORDINGS = st.sampled_from(["", *(hedge.words[0] + " " for hedge in HEDGES if hedge.words)])


@st.composite
def _wordings(draw: st.DrawFn, wording: st.SearchStrategy[str] = WORDINGS) -> Readings:
    return _read(draw(wording), draw(NUMBERS))


def _read(wording: str, number: int) -> Readings:
    value = parse(f"{wording}{number:,} mines", UNITS)
    return Readings(value.usual, value.strict)


def _wider(readings: Readings, below: int, above: int) -> Readings:
    return Readings(*(_stretched(reading, below, above) for reading in readings))


def _stretched(interval: Interval, below: int, above: int) -> Interval:
    low = None if interval.low is None else interval.low - below
    high = None if interval.high is None else interval.high + above
    return Interval(low, high, interval.low_open and not below, interval.high_open and not above)


@given(_wordings(), _wordings(), st.integers(0, 500), st.integers(0, 500))
@pytest.mark.parametrize("verdict", [equal, no_less])
def test_a_wider_hedge_never_makes_a_contradiction(
    verdict: object, left: Readings, right: Readings, below: int, above: int
) -> None:
    """What was possible stays possible when a wording says less."""
    assert callable(verdict)
    if verdict(left, right) != "contradicts":
        assert verdict(_wider(left, below, above), right) != "contradicts"
        assert verdict(left, _wider(right, below, above)) != "contradicts"


@given(_wordings(), _wordings())
def test_both_sides_of_an_equation_are_alike(left: Readings, right: Readings) -> None:
    """Which figure stands left makes no difference."""
    assert equal(left, right) == equal(right, left)
    assert equal_shows_little(left, right) == equal_shows_little(right, left)


@given(st.lists(_wordings(), min_size=2, max_size=4))
def test_the_order_of_parts_makes_no_difference(parts: list[Readings]) -> None:
    """A sum is the same in whatever order its parts stand."""
    operands = [_operand(readings) for readings in parts]

    assert len({total(tuple(order)) for order in permutations(operands)}) == 1


def test_a_rough_total_hides_no_fall() -> None:
    """Every total is held against every later one, whatever stands in between."""
    readings = _read("", 100), Readings(Interval(50, 150), Interval(50, 150)), _read("", 60)
    totals = tuple(("", _operand(one)) for one in readings)

    assert no_less(*RELATIONS["rising"].sides(Parts(totals))) == "contradicts"


def _operand(readings: Readings) -> Operand:
    value = parse("1 mine", UNITS)
    return Operand("a.b", "mines", value, UNITS["mines"], readings, ("a.b",), None, None, None, None)


@given(WORDINGS, WORDINGS, NUMBERS, NUMBERS, NUMBERS, NUMBERS)
def test_what_shows_little_could_not_have_contradicted(left: str, right: str, a: int, b: int, c: int, d: int) -> None:
    """Where a verdict is said to show little, the same words with any other numbers do not contradict."""
    if equal_shows_little(_read(left, a), _read(right, b)):
        assert equal(_read(left, c), _read(right, d)) != "contradicts"
    if no_less_shows_little(_read(left, a), _read(right, b)):
        assert no_less(_read(left, c), _read(right, d)) != "contradicts"


@given(_wordings(), _wordings())
def test_a_verdict_is_what_its_sentence_says(left: Readings, right: Readings) -> None:
    """Contradicting sides share no number, strained ones only strictly, and what adds up is one number."""
    found = equal(left, right)

    assert (found == "contradicts") == (not left.strict.meets(right.strict))
    assert (found in ("consistent", "adds-up")) == left.usual.meets(right.usual)
    assert (found == "adds-up") == (left.usual == right.usual and left.usual.is_exact)


def test_every_key_has_words() -> None:
    """A key that differs is named to readers in words."""
    assert all(" " in words for words in KEYS.values())
