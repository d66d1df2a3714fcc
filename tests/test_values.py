"""Values: what the grammar takes, how it reads and prints it, and what it says of the rest."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from inside import within
from some_units import UNITS, written

from factbook.languages.english import GROUPS, SCALES
from factbook.quantities import (
    HEDGES,
    Quantity,
    QuantityError,
    agrees,
    decimal_text,
    grouped,
    parse,
    spoken_numbers,
)

READ = [
    # value, unit, number for machines, usual reading, strict reading
    ("48,411 mines", "mines", "48411", "[48411, 48411]", "[48411, 48411]"),
    ("18302 hectares", "hectares", "18302", "[18302, 18302]", "[18302, 18302]"),
    ("53,081.8 ha", "hectares", "53081.8", "[265409/5, 265409/5]", "[265409/5, 265409/5]"),
    ("0 people", "people", "0", "[0, 0]", "[0, 0]"),
    ("seven people", "people", "7", "[7, 7]", "[7, 7]"),
    ("1.5 million mines", "mines", "1500000", "[1500000, 1500000]", "[1500000, 1500000]"),
    ("1 million 167 thousand hectares", "hectares", "1167000", "[1167000, 1167000]", "[1167000, 1167000]"),
    ("97.6 million manat", "manat", "97600000", "[97600000, 97600000]", "[97600000, 97600000]"),
    ("US$25 billion", "us-dollars", "25000000000", "[25000000000, 25000000000]", "[25000000000, 25000000000]"),
    ("more than $57.6 million", "us-dollars", "57600000", "(57600000, 57700000)", "(57600000, inf)"),
    ("€4.25 million", "euros", "4250000", "[4250000, 4250000]", "[4250000, 4250000]"),
    ("25 per cent", "percent", "25", "[25, 25]", "[25, 25]"),
    ("only 25%", "percent", "25", "[25, 25]", "[25, 25]"),
    ("more than 33,000 mines", "mines", "33000", "(33000, 34000)", "(33000, inf)"),
    ("over 120,000 people", "people", "120000", "(120000, 130000)", "(120000, inf)"),
    ("at least 80%", "percent", "80", "[80, 90)", "[80, inf)"),
    ("nearly 30 years", "years", "30", "(20, 30)", "(-inf, 30)"),
    ("nearly 120,000 people", "people", "120000", "(110000, 120000)", "[0, 120000)"),
    ("fewer than 300 people", "people", "300", "(200, 300)", "[0, 300)"),
    ("up to 640 hectares", "hectares", "640", "(630, 640]", "(-inf, 640]"),
    ("as many as 33 people", "people", "33", "[33, 33]", "[0, 33]"),
    ("about 20%", "percent", "20", "[15, 25]", "(-inf, inf)"),
    ("some 7,000 sq km", "square-kilometres", "7000", "[6500, 7500]", "(-inf, inf)"),
    ("about 5.5 hectares", "hectares", "5.5", "[109/20, 111/20]", "(-inf, inf)"),
    ("3 to 5 years", "years", "3", "[3, 5]", "[3, 5]"),
    ("about 15-20 years", "years", "15", "[29/2, 25]", "(-inf, inf)"),
    ("about 8 to 10 years", "years", "8", "[15/2, 15]", "(-inf, inf)"),  # not from 5, which about 10 may be
    ("nearly 95 to 100 mines", "mines", "95", "[94, 100)", "[0, 100)"),
    ("up to 5 to 10 mines", "mines", "5", "[4, 10]", "[0, 10]"),
    ("US$40-60 billion", "us-dollars", "40000000000", "[40000000000, 60000000000]", "[40000000000, 60000000000]"),
    ("hundreds of thousands of mines", "mines", "200000", "[200000, 1000000)", "[200000, inf)"),
    ("tens of thousands of mines", "mines", "20000", "[20000, 100000)", "[20000, inf)"),
    ("dozens of people", "people", "24", "[24, 120)", "[24, inf)"),
    # counted to the last digit: the next whole number must be possible
    ("over 376 mines", "mines", "376", "(376, 377]", "(376, inf)"),
    ("nearly seven people", "people", "7", "[6, 7)", "[0, 7)"),
    ("more than 376 hectares", "hectares", "376", "(376, 377)", "(376, inf)"),
]

FORM = "Write [hedge] number [scale] unit, as in more than 33,000 mines: digits 0-9, or a word from one to twelve."
NUMBERS = "Write it as in 18,302 or 53,081.8: digits 0-9, a comma between groups of three, a point before decimals."
SHORTER = "Write it in at most 24 digits, points and commas, with a word such as million behind it."
LISTED = (
    "Units are hectares, square kilometres, mines, items, people, days, years, decades, percent, "
    "US dollars, manat, euros."
)
SECOND = "begins a second number. Write one, as in 1 million 167 thousand hectares."
SHARED = "Its scale is read with both numbers. Give each its own, or none, as in 900,000 to 1,200,000."
ALONE = "is neither a hedge nor a number. Write the range alone, as in 5 to 10 years."
ALL_HEDGES = f"Hedges are {', '.join(words for hedge in HEDGES for words in hedge.words)}."

REFUSED = [
    ("", 0, f"the number is missing. {FORM}"),
    ("more than", 0, f"the number is missing. {FORM}"),
    ("nearly more than 5 mines", 7, f"the number is missing. {FORM}"),
    ("mroe than 33 mines", 0, f"'mroe than' is neither a hedge nor a number. Did you mean 'more than'? {FORM}"),
    ("More than 33 mines", 0, f"'More than' is neither a hedge nor a number. Did you mean 'more than'? {FORM}"),
    ("-5 mines", 0, f"'-' is neither a hedge nor a number. {ALL_HEDGES} {FORM}"),
    ("over \uff13\uff13 mines", 5, f"'\\uff13\\uff13 mines' is neither a hedge nor a number. {ALL_HEDGES} {FORM}"),
    ("18,30 hectares", 0, f"'18,30' is not a number. {NUMBERS}"),
    ("over 007 mines", 5, f"'007' is not a number. {NUMBERS}"),
    ("1.2.3 hectares", 0, f"'1.2.3' is not a number. {NUMBERS}"),
    ("1,000,000,000,000,001 mines", 0, "the number is too large. Numbers go up to 1,000,000,000,000,000."),
    ("33,000", 6, f"the unit is missing. {LISTED}"),
    ("33,000 hectars", 7, f"'hectars' is not a unit of this record. Did you mean 'hectares'? {LISTED}"),
    ("18,302 hectare", 7, "'hectare' is for one alone. Write hectares."),
    ("dozens of mine", 10, "'mine' is for one alone. Write mines."),
    ("1.5 milion mines", 4, f"'milion mines' is not a unit of this record. Did you mean 'million'? {LISTED}"),
    ("25 %", 2, "the space is wrong. Write 25%."),
    ("25hectares", 2, "the space is wrong. Write 25 hectares."),
    ("33,000  mines", 6, "a space too many, or one that is no plain space. Put one between words."),
    ("33,000\u00a0mines", 6, "a space too many, or one that is no plain space. Put one between words."),
    ("$25 billion dollars", 11, "' dollars' is too much after an amount in $. Leave it out."),
    ("over 2.5 mines", 5, "mines are counted, and 2.5 is no whole number. Write a whole number."),
    ("nearly 0 mines", 0, "mines are never below 0. Correct the hedge."),
    ("less than 0 hectares", 0, "hectares are never below 0. Correct the hedge."),
    ("over 5 to 3 years", 5, "'5 to 3' does not run upwards. Put the lower number first, both in full."),
    ("900 to 1 million mines", 0, f"'900 to 1 million' does not run upwards. {SHARED}"),
    ("5 to 5 years", 0, "'5 to 5' does not run upwards. Put the lower number first, both in full."),
    ("1 million 5 mines", 10, f"'5 mines' {SECOND}"),
    ("1 million 200 mines", 10, f"'200 mines' {SECOND}"),
    ("1 204,5 hectares", 2, f"'204,5 hectares' begins a second number. {NUMBERS}"),
    ("18 302 hectares", 3, f"'302 hectares' begins a second number. {NUMBERS}"),
    ("between 5 and 7 mines", 0, f"'between' {ALONE}"),
    ("about from 5 to 7 mines", 6, f"'from' {ALONE}"),
    ("1 thousand 2 million mines", 11, f"'2 million mines' {SECOND}"),
    ("1" * 25, 0, f"'{'1' * 25}' is longer than a number may be. {SHORTER}"),
    ("1" * 5000, 0, f"'{'1' * 59}\\u2026' is longer than a number may be. {SHORTER}"),
    ("over hundreds of mines", 0, "'over' does not go with hundreds. Leave the hedge out."),
]

NOT_ROUNDED = [
    ("over 104,000 mines", 1000, 0, "rounded_to goes with a single number that has no hedge. Leave rounded_to out."),
    ("3 to 5 years", 1, 0, "rounded_to goes with a single number that has no hedge. Leave rounded_to out."),
    ("104,500 mines", 1000, 0, "104,500 is no multiple of its rounded_to. Correct rounded_to."),
    ("US$25 billion", 0, 3, "25 billion is no multiple of its rounded_to. Correct rounded_to."),
]


def ids(cases: list[tuple[object, ...]]) -> list[str]:
    """The values of a table, as names for its cases."""
    return [ascii(case[0])[:40] for case in cases]


@pytest.mark.parametrize(("text", "unit", "number", "usual", "strict"), READ, ids=ids(READ))
def test_values_are_read(text: str, unit: str, number: str, usual: str, strict: str) -> None:
    """A value's unit, number and two readings are those of the table of hedges."""
    quantity = parse(text, UNITS)

    assert (quantity.unit, decimal_text(quantity.number)) == (unit, number)
    assert (written(quantity.usual), written(quantity.strict)) == (usual, strict)


@pytest.mark.parametrize(("text", "offset", "message"), REFUSED, ids=ids(REFUSED))
def test_what_cannot_be_read_is_told(text: str, offset: int, message: str) -> None:
    """A value outside the grammar is refused with the place of the mistake and what to write."""
    with pytest.raises(QuantityError) as caught:
        parse(text, UNITS)

    assert (caught.value.offset, str(caught.value)) == (offset, message)


@pytest.mark.parametrize(
    ("text", "step", "usual", "strict"),
    [
        ("104,000 mines", 1000, "[103500, 104500]", "(103000, 105000)"),
        ("three decades", 1, "[5/2, 7/2]", "(2, 4)"),
        ("0 people", 10, "[0, 5]", "[0, 10)"),
    ],
)
def test_a_round_figure_stands_for_what_rounds_to_it(text: str, step: int, usual: str, strict: str) -> None:
    """A figure marked as rounded is read half a step either way, strictly a whole step."""
    quantity = parse(text, UNITS, Fraction(step))

    assert (quantity.hedge.kind, written(quantity.usual), written(quantity.strict)) == ("rounded", usual, strict)


@pytest.mark.parametrize(("text", "step", "offset", "message"), NOT_ROUNDED, ids=ids(NOT_ROUNDED))
def test_only_a_plain_multiple_is_rounded(text: str, step: int, offset: int, message: str) -> None:
    """A step of rounding goes only with an unhedged number that is a multiple of it."""
    with pytest.raises(QuantityError) as caught:
        parse(text, UNITS, Fraction(step))

    assert (caught.value.offset, str(caught.value)) == (offset, message)


@pytest.mark.parametrize(
    ("number", "place"),
    [("33,000", 1000), ("120,000", 10_000), ("25 billion", 10**9), ("18,302", 1), ("10", 10), ("ten", 10), ("0", 1)],
)
def test_place_value_is_that_of_the_last_digit_that_is_not_zero(number: str, place: int) -> None:
    """The step of a number's own rounding is the place value of its last digit that is not zero."""
    assert parse(f"{number} hectares", UNITS).place_value == place


def test_place_value_of_decimals() -> None:
    """Decimals have place values below one."""
    assert parse("53,081.8 hectares", UNITS).place_value == Fraction(1, 10)
    assert parse("53.10 thousand hectares", UNITS).place_value == 100


@pytest.mark.parametrize("text", [case[0] for case in READ if case[0] != "18302 hectares"])
def test_values_are_printed_as_written(text: str) -> None:
    """Readers see a value in the words of its fact."""
    assert parse(text, UNITS).spelling == text


def test_digits_are_printed_in_groups() -> None:
    """Digits written without commas are printed with them."""
    assert parse("more than 18302.5 hectares", UNITS).spelling == "more than 18,302.5 hectares"


def test_a_number_without_decimal_text_has_none() -> None:
    """A third is not written as a decimal."""
    with pytest.raises(ArithmeticError):
        decimal_text(Fraction(1, 3))
    assert decimal_text(Fraction(-1, 2**200)).startswith("-0.000")


WORDINGS = st.sampled_from(["", *(f"{words} " for hedge in HEDGES for words in hedge.words)])
SINGLE = st.builds(
    lambda whole, decimals, scale: f"{grouped(str(whole))}{decimals}{scale}",
    st.integers(1, 999_999_999),
    st.sampled_from(["", ".5", ".25", ".1"]),
    st.sampled_from(["", *(f" {scale}" for scale in SCALES if scale != "trillion")]),
)
RANGES = st.builds(
    lambda low, more: f"{grouped(str(low))} to {grouped(str(low + more))}", *[st.integers(1, 99_999)] * 2
)
UNIT_WORDS = st.sampled_from(
    [f" {word}" for unit in UNITS.values() for word in unit.words if word[0].isalpha()] + ["%"]
)
VALUES = st.one_of(
    st.builds("{}{}{}".format, WORDINGS, st.one_of(SINGLE, RANGES), UNIT_WORDS),
    st.builds("{}{}{}".format, WORDINGS, st.sampled_from(["US$", "$", "€"]), SINGLE),
    st.builds("{} of{}".format, st.sampled_from(list(GROUPS)), UNIT_WORDS.filter(lambda word: word != "%")),
)
PIECES = st.sampled_from(
    [
        *("more than", "over", "nearly", "up to", "hundreds of thousands", "of", "to", "-", "1", "0", "7", "33,000"),
        *(".5", "million", "billion", "one", "twelve", "mines", "hectares", "%", "$", "US$", " ", ",", ".", "9" * 30),
        *("\u0664", "\uff11", "\xa0", "\n", "\x00", "half", "1/3", "e9", "+", "~", "(", "*", "\\"),
    ]
)
TEXTS = st.one_of(st.lists(PIECES, max_size=12).map("".join), st.lists(PIECES, max_size=12).map(" ".join), st.text())


def attempt(text: str) -> Quantity | QuantityError:
    """The value in a text, or the mistake that is told of it."""
    try:
        return parse(text, UNITS)
    except QuantityError as error:
        return error


@given(text=VALUES)
@example(text="hundreds of thousands of mines")
def test_what_is_read_prints_and_reads_the_same(text: str) -> None:
    """A value that parses is printed in words that parse to the same value; it usually means no more than it can."""
    quantity = attempt(text)
    if isinstance(quantity, QuantityError):  # a count of 2.5 mines, or of less than 1 of them
        assert 0 <= quantity.offset <= len(text)
        return
    again = parse(quantity.spelling, UNITS)

    assert again.spelling == quantity.spelling == text == parse(text.replace(",", ""), UNITS).spelling
    assert Fraction(decimal_text(quantity.number)) == quantity.number
    assert (again.number, again.high, again.unit, again.usual, again.strict) == (
        *(quantity.number, quantity.high, quantity.unit, quantity.usual, quantity.strict),
    )
    assert within(quantity.usual, quantity.strict)
    assert not (UNITS[quantity.unit].counted and quantity.strict.contains(-1))


@given(text=TEXTS, quote=TEXTS)
def test_no_text_breaks_the_grammar(text: str, quote: str) -> None:
    """Any text is a value or a told mistake, and is looked for in any quote of any language."""
    assert all(0 <= reading.offset < reading.end <= len(text) for reading in spoken_numbers(text, UNITS))
    quantity = attempt(text)
    if isinstance(quantity, QuantityError):
        assert 0 <= quantity.offset <= len(text)
        assert str(quantity).isascii()
        return
    for language in ("en", "az", "ru", "it"):
        assert all(message.isprintable() for message in agrees(quantity, quote, UNITS, language))


@given(quote=TEXTS)
def test_a_number_is_found_only_where_its_digits_are(quote: str) -> None:
    """Whatever stands in a quote, no value is read in it that it does not hold."""
    assert agrees(parse("17,426 mines", UNITS), quote, UNITS) or "17" in quote
