"""Figures in running text, and whether a value says what its quote says."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from some_units import UNITS

from factbook.languages.english import TEENS, TENS, WORDS
from factbook.quantities import agrees, parse, spoken_numbers

Found = tuple[str, str, str, str | None]  # number as written, what it may be, hedge's words, unit

SPOKEN: dict[str, list[Found]] = {
    "As many as 22,230 shells, 17,426 mines": [
        ("22,230", "22230", "As many as", None),
        ("17,426", "17426", "", "mines"),
    ],
    "seven soldiers and 26 people": [("seven", "7", "", None), ("26", "26", "", "people")],
    "during the 44-day conflict": [("44", "44", "", "days")],
    "from the nearly three-decade occupation": [("three", "3", "nearly", "decades")],
    "planted hundreds of thousands of landmines": [("hundreds of thousands", "200000", "", "mines")],
    "may take 15-20 years or more": [("15", "15", "or more", "years"), ("20", "20", "or more", "years")],
    "33,000 mines and more than 20,000 mines": [
        ("33,000", "33000", "", "mines"),
        ("20,000", "20000", "more than", "mines"),
    ],
    "about 15-20 years or more": [("15", "15", "about", "years"), ("20", "20", "or more", "years")],
    "5 days or more than 7 hamlets": [("5", "5", "", "days"), ("7", "7", "more than", None)],
    "ranging from five to 13 years": [("five", "5", "", "years"), ("13", "13", "", "years")],
    "30 years and cost US$25 billion": [("30", "30", "", "years"), ("US$25 billion", "25000000000", "", "us-dollars")],
    "spent over $57M on it": [("$57M", "57000000", "over", "us-dollars")],
    "handed over 15 detainees": [("15", "15", "", None)],
    "US$40-60 bn": [("US$40", "40 40000000000", "", "us-dollars"), ("60 bn", "60000000000", "", None)],
    "97.6 million manat ($57.4 million)": [
        ("97.6 million", "97600000", "", "manat"),
        ("$57.4 million", "57400000", "", "us-dollars"),
    ],
    "26.2% of one district": [("26.2", "131/5", "", "percent"), ("one", "1", "", None)],
    "more than 1 million 167 thousand hectares": [("1 million 167 thousand", "1167000", "more than", "hectares")],
    "more than half a million people": [("half a million", "500000", "more than", "people")],
    "as many as a million landmines": [("a million", "1000000", "as many as", "mines")],
    "between two hundred and 250 days, twenty-five people": [
        ("two hundred", "200", "", "days"),
        ("250", "250", "", "days"),
        ("twenty-five", "25", "", "people"),
    ],
    "does not exceed 25 per cent": [("25", "25", "does not exceed", "percent")],
    "no more than 5 days, not over the last 30": [("5", "5", "no more than", "days"), ("30", "30", "", None)],
    "13 211 mines and 53081,8 hectares": [("13 211", "13211", "", "mines"), ("53081,8", "265409/5", "", "hectares")],
    "237 821.5 ha ərazi": [("237 821.5", "475643/2", "", "hectares")],
    "12.298 mina, 41 915,77": [("12.298", "6149/500 12298", "", None), ("41 915,77", "4191577/100", "", None)],
    "5,264,14 hectares": [("5,264,14", "263207/50", "", "hectares")],
    "and2502 items, 6038.9hectares, 44km2": [
        ("2502", "2502", "", "items"),
        ("6038.9", "60389/10", "", "hectares"),
        ("44", "44", "", "square-kilometres"),
    ],
    "more\u00a0 than  33,000  mines": [("33,000", "33000", "more than", "mines")],
    "33,000+ hectares, 20%+, a 30-plus-year effort": [
        ("33,000", "33000", "+", "hectares"),
        ("20", "20", "+", "percent"),
        ("30", "30", "plus", "years"),
    ],
    "500 plus mines, 15-20+ years": [
        ("500", "500", "plus", "mines"),
        ("15", "15", "+", "years"),
        ("20", "20", "+", "years"),
    ],
    ">5 mines, ~ 6 days, >= 7 mines, <8 days, \u22659%": [
        ("5", "5", ">", "mines"),
        ("6", "6", "~", "days"),
        ("7", "7", ">=", "mines"),
        ("8", "8", "<", "days"),
        ("9", "9", "\u2265", "percent"),
    ],
    "-> 4 mines, 5+3 days, 6 plus three mines, 7 mines plus a depot": [
        ("4", "4", "", "mines"),
        ("5", "5", "", None),
        ("3", "3", "", "days"),
        ("6", "6", "", None),
        ("three", "3", "", "mines"),
        ("7", "7", "", "mines"),
    ],
    "two  hundred and fifty people and twenty three mines": [
        ("two  hundred and fifty", "250", "", "people"),
        ("twenty three", "23", "", "mines"),
    ],
    "two hundred and fifty thousand mines; one thousand two hundred and six": [
        ("two hundred and fifty thousand", "250000", "", "mines"),
        ("one thousand two hundred and six", "1206", "", None),
    ],
    "two thousand million manat": [("two thousand million", "2000000000", "", "manat")],
    "a billion two hundred million thirty thousand and one days": [
        ("a billion two hundred million thirty thousand and one", "1200030001", "", "days"),
    ],
    "between two thousand and twenty-five thousand mines or one hundred and two hundred": [
        ("two thousand", "2000", "", "mines"),
        ("twenty-five thousand", "25000", "", "mines"),
        ("one hundred", "100", "", None),
        ("two hundred", "200", "", None),
    ],
    "of the thirty twelve people died, of two dozen five; of two hundred 500 thousand were left": [
        ("thirty", "30", "", None),
        ("twelve", "12", "", "people"),
        ("two dozen", "24", "", None),
        ("five", "5", "", None),
        ("two hundred", "200", "", None),
        ("500 thousand", "500000", "", None),
    ],
    "US$5 million and three people, five and seven mines": [
        ("US$5 million", "5000000", "", "us-dollars"),
        ("three", "3", "", "people"),
        ("five", "5", "", "mines"),
        ("seven", "7", "", "mines"),
    ],
    "the 2nd of the 1990s, a mine, PM2, 15.10.2021, " + "1" * 5000: [],
}


def _found(text: str) -> list[Found]:
    return [
        (reading.text, " ".join(map(str, reading.values)), reading.hedged, reading.unit)
        for reading in spoken_numbers(text, UNITS)
    ]


@pytest.mark.parametrize("text", SPOKEN)
def test_figures_are_found_in_running_text(text: str) -> None:
    """Every number of a text is found with the hedge and the unit that stand beside it."""
    assert _found(text) == SPOKEN[text]


@pytest.mark.parametrize("text", SPOKEN)
def test_figures_are_found_where_they_stand(text: str) -> None:
    """Offset and end enclose the number as written."""
    assert all(text[reading.offset : reading.end] == reading.text for reading in spoken_numbers(text, UNITS))


AGREEING = [
    ("18,302 hectares", "a total of 18,302 hectares of land"),
    ("33 people", "As many as 33 Azerbaijani citizens"),
    ("as many as 33 people", "As many as 33 Azerbaijani citizens"),
    ("25%", "the accuracy is only 25 percent"),
    ("more than 33,000 mines", "more than 33,000 antipersonnel mines"),
    ("more than 48,000 items", "more than 48,000 mines and unexploded ordnances laid"),
    ("at least 15 to 20 years", "may take 15-20 years or more"),
    ("50 to 1,000 people", "between 50 and 1,000 ethnic Armenians remain"),
    ("US$40-60 billion", "material damage at US$40-60 bn"),
    ("12,298 mines", "99 tank mina, 12.298 PHS"),
    ("nearly 30 years", "some 30 hours, nearly 30 years"),
    ("hundreds of thousands of mines", "planted hundreds of thousands of landmines that"),
    ("at least 33,000 hectares", "33,000+ hectares of land"),
    ("at least 5 people", "5+ mine victims of that year"),
    ("about 5 people", "~5 people"),
    ("250 people", "two hundred and fifty people died"),
    ("5 to 10 years", "from 5 years to 10 years"),
    ("5 to 10 people", "killed 5 \u2013 10 people"),
    ("5 to 10 people", "5 to as many as 10 people"),
    ("about 5 to 10 people", "about 5 to about 10 people"),
]

NO_NUMBER = "the value says 2 but no number can be read in the quote. Quote the words that give the figure."
FRACTIONS = [
    ("2 hectares", "1/2 hectares of land"),
    ("2 hectares", "a field of 2 1/2 hectares"),
    ("2 hectares", "2\u00bd hectares of land"),
]
NO_RANGE = (
    "the value says 5 to 10 but the quote does not join the two numbers as a range. "
    "Quote the words that do, or give each number as a claim of its own."
)
PAIRS = [
    ("5 to 10 people", "10 people died and 5 people were hurt"),
    ("5 to 10 people", "5 and 10 people were hurt"),
    ("5 to 10 days", "5 days to 10 mines"),
]

DIFFERING = [
    (
        "17,246 mines",
        "17,426 anti-personnel mines, and 8,755 anti-tank mines",
        "the value says 17,246 but the quote reads 17,426 anti-personnel mines. Correct whichever was mistyped.",
    ),
    (
        "18.302 hectares",
        "a total of 18,302 hectares of land",
        "the value says 18.302 but the quote reads 18,302 hectares. Correct whichever was mistyped.",
    ),
    (
        "183,020 hectares",
        "by 2020 a total of 18,302 hectares of land",
        "the value says 183,020 but the quote reads 18,302 hectares. Correct whichever was mistyped.",
    ),
    (
        "50 to 1,100 people",
        "between 50 and 1,000 ethnic Armenians remain",
        "the value says 50 to 1,100 but the quote reads 1,000 ethnic Armenians. Correct whichever was mistyped.",
    ),
    (
        "200,000 mines",
        "planted hundreds of thousands of landmines",
        "the value says 200,000 but the quote reads hundreds of thousands of landmines. "
        "Correct whichever was mistyped.",
    ),
    (
        "71 people",
        "qurban\u0131 olub, onlardan 72 n\u0259f\u0259r ölüb",
        "the value says 71 but the quote reads 72 n\\u0259f\\u0259r \\xf6l\\xfcb. Correct whichever was mistyped.",
    ),
    (
        "5 people",
        "the number is not known",
        "the value says 5 but no number can be read in the quote. Quote the words that give the figure.",
    ),
    (
        "33,000 mines",
        "more than 33,000 antipersonnel mines",
        "the quote says 'more than' of 33,000 but the value does not. Write: more than 33,000 mines.",
    ),
    (
        "15 to 20 years",
        "may take 15-20 years or more",
        "the quote says 'or more' of 15 but the value does not. Write: at least 15 to 20 years.",
    ),
    (
        "more than 104,000 items",
        "consisted of 104,000 unexploded ammunition",
        "the value says 'more than' but the quote has no such word beside 104,000. "
        "Leave it out, or quote the words that carry it.",
    ),
    (
        "only 25%",
        "the accuracy is 25 percent",
        "the value says 'only' but the quote has no such word beside 25. "
        "Leave it out, or quote the words that carry it.",
    ),
    (
        "over 33,000 mines",
        "more than 33,000 antipersonnel mines",
        "the value says 'over' but the quote says 'more than' of 33,000. Keep the quote's word.",
    ),
    (
        "nearly 300 people",
        "more than 300 settlements and villages",
        "the value says 'nearly' but the quote says 'more than' of 300. Keep the quote's word.",
    ),
    (
        "5,537 sq km",
        "a total area of 5,537 hectares",
        "the value is in square kilometres but the quote reads 5,537 hectares. Keep the quote's unit.",
    ),
    (
        "80 people",
        "which is 80 percent completed",
        "the value is in people but the quote reads 80 percent. Keep the quote's unit.",
    ),
    (
        "US$97.6 million",
        "spent 97.6 million manat on it",
        "the value is in US dollars but the quote reads 97.6 million manat. Keep the quote's unit.",
    ),
    (
        "33,000 hectares",
        "\u226533,000 hectares of land",
        "the quote says '\\u2265' of 33,000 but the value does not. Write: at least 33,000 hectares.",
    ),
    (
        "50 people",
        "two hundred and fifty people died",
        "the value says 50 but the quote reads two hundred and fifty people. Correct whichever was mistyped.",
    ),
    *((value, quote, NO_NUMBER) for value, quote in FRACTIONS),
    *((value, quote, NO_RANGE) for value, quote in PAIRS),
    (
        "5 to 10 mines",
        "5 to nearly 10 mines",
        "the quote says 'nearly' of 10 alone, and a range has one hedge for both its ends. Give one end as the value.",
    ),
    (
        "about 15 to 20 years",
        "about 15-20 years or more",
        "the quote says 'or more' of 20 alone, and a range has one hedge for both its ends. Give one end as the value.",
    ),
]


@pytest.mark.parametrize(("value", "quote"), AGREEING, ids=[f"{value}: {quote!a}" for value, quote in AGREEING])
def test_a_value_agrees_with_the_words_it_rests_on(value: str, quote: str) -> None:
    """A value whose number, hedge and unit can be read in its quote has no problem."""
    assert agrees(parse(value, UNITS), quote, UNITS) == []


@pytest.mark.parametrize(
    ("value", "quote", "message"), DIFFERING, ids=[f"{case[0]}: {case[1]!a}" for case in DIFFERING]
)
def test_a_value_that_differs_from_its_quote_is_told(value: str, quote: str, message: str) -> None:
    """A number, hedge or unit that is not the quote's is one problem, which says what to do."""
    assert agrees(parse(value, UNITS), quote, UNITS) == [message]


ELSEWHERE = [
    ("az", "more than 1,600 hectares", "1600 hektardan çox", []),
    (
        "az",
        "more than 1,600 hectares",
        "1700 hektardan çox",
        ["the value says 1,600 but the quote reads 1700 hektardan"],
    ),
    ("az", "1,600 hectares", "1600-dən çox hektar", ["the quote says 'more than' of 1600 in its language"]),
    ("az", "nearly 1,600 hectares", "1600 hektara yaxın", []),
    ("az", "about 1,600 hectares", "1600 hektar ərazi", ["the value says 'about' but the quote has no such word"]),
    ("ru", "at least 1,600 hectares", "не менее 1600 га", []),
    ("ru", "less than 1,600 hectares", "не менее 1600 га", ["the quote says 'at least' of 1600 in its language"]),
    ("ru", "over 1,600 hectares", "свыше 1600 га", []),
    ("ru", "33 people", "более чем 33 человека", ["the quote says 'more than' of 33 in its language but the value"]),
    ("ru", "more than 33 people", "больше,  чем 33 человека", []),
    ("ru", "at least 33 people", "не менее чем 33 человека", []),
    ("ru", "up to 33 people", "не более чем 33 человека", []),
    (
        "ru",
        "33 people",
        "до 33 человек",
        ["the quote says 'up to' of 33 in its language but the value does not. Write"],
    ),
    ("ru", "5 to 10 years", "от 5 до 10 лет", []),
    ("ru", "5 to 10 people", "10 и 5 человек", ["the value says 5 to 10 but the quote does not join the two numbers"]),
    (
        "ru",
        "33 people",
        "33+ человек",
        ["the quote says 'at least' of 33 in its language but the value does not. Write"],
    ),
    ("az", "more than 1,600 hectares", "1600  hektardan  çox", []),
    ("az", "about 1,600 hectares", "~1600 hektar", []),
    ("ru", "as many as 1,600 hectares", "1600 га", []),
    ("it", "about 1,600 hectares", "1600 ettari", []),
]


@pytest.mark.parametrize(("language", "value", "quote", "problems"), ELSEWHERE)
def test_hedges_of_other_languages_are_read_where_they_are_listed(
    language: str, value: str, quote: str, problems: list[str]
) -> None:
    """Azerbaijani and Russian hedges must be the value's; of other languages only the number is read."""
    found = agrees(parse(value, UNITS), quote, UNITS, language=language)

    assert [message[: len(start)] for message, start in zip(found, problems, strict=True)] == problems


def test_untrusted_words_are_shown_in_ascii() -> None:
    """A quote cannot smuggle other letters or line breaks into a message."""
    [message] = agrees(parse("5 manat", UNITS), "a cost of \u20ac6\u00a0000 mi\nnes", UNITS)

    assert message == "the value says 5 but the quote reads \\u20ac6\\xa0000. Correct whichever was mistyped."


@given(number=st.integers(1, 10**9), before=st.sampled_from(["", "in 2020 some ", "a total of "]))
def test_a_number_is_read_however_it_is_grouped(number: int, before: str) -> None:
    """Digits mean the same with commas, with spaces or without groups."""
    for grouped in (f"{number}", f"{number:,}", f"{number:,}".replace(",", " ")):
        assert Fraction(number) in spoken_numbers(f"{before}{grouped} mines", UNITS)[-1].values


def _in_words(number: int, gap: str, link: str) -> str:
    """A number below a million in English, tens and ones joined by `gap`, hundreds and the rest by `link`."""
    small = {value: word for word, value in [*WORDS.items(), *TEENS.items(), *TENS.items()]}
    for size, name in ((1000, "thousand"), (100, "hundred")):
        if number >= size:
            whole, rest = divmod(number, size)
            tail = f"{link}{_in_words(rest, gap, link)}" if rest else ""
            return f"{_in_words(whole, gap, link)} {name}{tail}"
    return small.get(number) or f"{small[number // 10 * 10]}{gap}{small[number % 10]}"


@given(number=st.integers(1, 999_999), gap=st.sampled_from(" -"), link=st.sampled_from([" ", " and "]))
def test_a_number_in_words_is_read_whole(number: int, gap: str, link: str) -> None:
    """However its words are joined, a number in words is one number, and no part of it is another."""
    words = _in_words(number, gap, link)

    assert [(reading.text, reading.values) for reading in spoken_numbers(f"a total of {words} mines", UNITS)] == [
        (words, (number,))
    ]


OTHER_LETTERS = {"s": "\u017f", "i": "\u0131", "I": "\u0130"}


@pytest.mark.parametrize("word", ["six", "Sixty", "Six", "billions", "tens of thousands", "5 MILLION", "two million"])
@pytest.mark.parametrize("letter", OTHER_LETTERS, ids=ascii)
def test_letters_that_only_fold_to_others_spell_no_number(word: str, letter: str) -> None:
    """A long s and the two other letters i, though alike when case is ignored, belong to words of other languages."""
    other = word.replace(letter, OTHER_LETTERS[letter])

    found = [reading.text for reading in spoken_numbers(f"{other} mines", UNITS)]

    assert found == ([word] if other == word else [part for part in ("5", "two") if part in word.split()])


@given(number=st.integers(1000, 99_999), place=st.integers(0, 2))
def test_swapped_digits_never_agree(number: int, place: int) -> None:
    """A value with two digits swapped is never readable in the quote it came from."""
    digits = str(number)
    swapped = digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :]
    value = parse(f"{int(swapped):,} mines", UNITS)

    assert bool(agrees(value, f"a total of {number:,} mines", UNITS)) == (swapped != digits)
