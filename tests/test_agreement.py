"""Which number of a quote a value may be, and which words beside it change what it says."""

from __future__ import annotations

import pytest
from some_units import UNITS

from factbook.quantities import agrees, parse, spoken_numbers

IN_OTHER_WORDS = {  # words before the number: the hedge to write
    **dict.fromkeys(["exceeds", "has exceeded the", "surpassed", "topped", "above", "greater than"], "more than"),
    **dict.fromkeys(["nearing", "approaching", "is approaching the", "virtually", "just short of"], "nearly"),
    **dict.fromkeys(["circa", "ca.", "c.", "approx.", "in the region of", "estimated at"], "about"),
    **dict.fromkeys(["a minimum", "at a minimum", "not under", "has never been less than"], "at least"),
    **dict.fromkeys(
        ["a maximum", "not above", "did not exceed", "doesn\N{RIGHT SINGLE QUOTATION MARK}t exceed"], "up to"
    ),
    **dict.fromkeys(["not even", "not quite", "lower than"], "less than"),
    **dict.fromkeys(["up to about", "up  to\u00a0some", "up to as many as"], "up to"),
    "more than a total of": "more than",
    "at least some": "at least",
    "only about": "about",
    "over some": "some",
}
BEHIND = {
    " hectares at least": "at least",
    " hectares and counting": "at least",
    " hectares, and counting": "at least",
    " hectares of land or more": "at least",
    "-odd villages": "about",
    " hectares or thereabouts": "about",
    " hectares at most": "at most",
}
NO_HEDGE = [
    "Armenia handed over 8 maps",
    "the above 8 maps were handed over",
    "8 maps, at least 5 of them new",
    "8 maps at least five of which are new",
    "8 maps and at least half a dozen letters",
    "8 maps or more than 7 letters",
    "8 maps m\u0131n\u0131mum",  # not quite the letters of a hedge
    "\u0131n the region of 8 maps",
]

AGREEING = [
    ("5 million mines", "5M mines were found there"),
    ("5 hectares", "cleared 5 hectares.5 more"),
    ("15 people", "15 out of 17 people"),
    ("44 people", "268 people hit mines, 44 of whom died"),
    ("48 people", "61 people (civilian - 48"),
    ("50 people", "65 people died, including 50 civilians, 278"),
    ("8,913 mines", "15,528 mines, Jabrayil with 8,913"),
    ("56 mines", "anti-tank mines, and 56"),
    ("56 mines", "In March 2024, 56"),
    ("US$5 million", "33 people, and US$5 million"),
    ("1,941 items", "159 mines, and 1941 unexploded ordnance"),
    ("2,000 items", "in 2020 found 2000 shells"),
    ("14 people", "In March 14 soldiers were killed"),
    ("345 people", "the number rose from 282 to 345"),
    ("nearly 10 mines", "5 to nearly 10 mines"),
    ("5 mines", "5 mines and 10 mines"),
    ("5 mines", "5 and 10 mines between them"),
    ("about 15 to 20 years", "from about 15 to 20 years"),
    ("US$5 million", "US$ 5 million and A$3 million"),
    ("US$5 million", "5 million US dollars"),
    ("US$5 million", "5 million in US dollars"),
    ("5 million manat", "5 million Azerbaijani manat"),
    ("\u20ac5 million", "worth \u20ac 5 million or C$8 million"),
    ("20%", "22, 20 and 30 percent"),
    ("22%", "22, 21, 20 and 30 percent"),
    ("7 days", "7, 8 acres"),
    ("10 people", "In May 10 Azerbaijanis were killed"),
    ("12 mines", "a total in Martuni 12"),
    ("3 years", "extended from 2 to 3 years"),
    ("5%", "5 percent, or 3 percentage points more"),
    ("at least 20%", "20 percent or more of them"),
]

WHOLE_RANGE = "Write the whole range as the value."
MISTYPED = "Correct whichever was mistyped."
NOTHING = "no number can be read in the quote. Quote the words that give the figure."
DIFFERING = [
    *(
        (
            value,
            quote,
            f"the quote ends at {last}, before what that counts, and gives {other} too. "
            f"Quote the words behind {last}, or correct the value.",
        )
        for value, quote, last, other in [
            ("1,497 mines", "257 anti-tank mines, and 1,497", "1,497", "257"),
            ("1,695 mines", "271 anti-tank, 278 anti-personnel mines, and 1,695", "1,695", "278"),
            ("29 mines", "153 anti-personnel and 29", "29", "153"),
        ]
    ),
    (
        "2,023 hectares",
        "quarter of 2023, 7,944 hectares",
        f"the value says 2,023 but the quote reads 7,944 hectares. {MISTYPED}",
    ),
    *(
        (value, quote, f"the value says {value.split()[0].lstrip('$')} but {NOTHING}")
        for value, quote in [
            ("12 mines", "12k mines were found there"),
            ("12 mines", "there 12K mines were found"),
            ("$5", "$5m was spent on it"),
            ("$5", "$5mn was spent on it"),
            ("$1.5", "$1.5tn was spent on it"),
            ("5 mines", "5 lakh mines were found"),
            ("5 mines", "found 5 crore mines there"),
            ("5 hectares", ".5 hectares of land was cleared"),
            ("5 hectares", "that .5 hectares was cleared"),
            ("75 hectares", "only .75 hectares of land"),
        ]
    ),
    (
        "5 mines",
        "5 thousands mines were found",
        f"the value says 5 but the quote reads thousands mines were. {MISTYPED}",
    ),
    ("54 mines", "found 53.5 mines there", f"the value says 54 but the quote reads 53.5 mines. {MISTYPED}"),
    (
        "5 to 10 hectares",
        "5 \N{EN DASH} 10 mines were found",
        "the value is in hectares but the quote reads 10 mines. Keep the quote's unit.",
    ),
    (
        "5 people",
        "five items lay there",
        "the value is in people but the quote reads five items. Keep the quote's unit.",
    ),
    *(
        (f"{number} mines", quote, f"the value says {number} but {NOTHING}")
        for number, quote in [
            ("2,024", "in 2024 they were found"),
            ("14", "on 14 February 2024 they were found"),
            ("27", "on 27-28 May they were found"),
            ("1", "by March 1, they were found"),
            ("10", "on May 10 Azerbaijan found them"),
            ("2,020", "2020, they were found"),
            ("2,020", "After 2020-war they were found"),
            ("2,020", "found between 2020 and 2024"),
            ("2,024", "found between 2020 and 2024"),
            ("2,026", "will be found by 2026"),
        ]
    ),
    *(
        (value, quote, f"the value says {number} but the quote gives a range, {ends}. {WHOLE_RANGE}")
        for value, number, quote, ends in [
            ("1,000 people", "1,000", "between 50 and 1,000 ethnic Armenians", "50 to 1,000"),
            ("50 people", "50", "Between 50 and 1,000 ethnic Armenians", "50 to 1,000"),
            ("50 people", "50", "50 to 1,000 people remain", "50 to 1,000"),
            ("up to 1,000 people", "1,000", "50 to 1,000 people remain", "50 to 1,000"),
            ("20%", "20", "only 20-25 percent", "20 to 25"),
            ("20 years", "20", "may take from 15 to 20 years", "15 to 20"),
            ("10 people", "10", "5 to as many as 10 people", "5 to 10"),
        ]
    ),
    *(
        (
            "US$5 million",
            f"gave {quote} in aid",
            f"the value is in US dollars but the quote reads {told}. Keep the quote's unit.",
        )
        for quote, told in [
            ("A$5 million", "A$5 million in aid"),
            ("CA$ 5 million", "CA$ 5 million in aid"),
            ("\u00a35 million", "\\xa35 million in aid"),
            ("$5 million Canadian", "$5 million Canadian"),
            ("Canadian $5 million", "Canadian $5 million"),
            ("5 million Canadian dollars", "5 million Canadian dollars"),
            ("5 million roubles", "5 million roubles in"),
            ("5 million Azerbaijani manat", "5 million Azerbaijani manat"),
        ]
    ),
    *(
        ("90%", quote, f"the value is in percent but the quote reads {told}. Keep the quote's unit.")
        for quote, told in [
            ("rose by 90 percentage points", "90 percentage points"),
            ("rose by 90 percent points", "90 percent points"),
            ("90 percent fewer mines", "90 percent fewer"),
            ("was 90% lower than", "90% lower"),
            ("90 percent reduction", "90 percent reduction"),
        ]
    ),
    *(
        (
            f"5 {unit}",
            f"a total of {quote}",
            f"the value is in {unit} but the quote reads {quote}. Keep the quote's unit.",
        )
        for unit, quote in [
            ("hectares", "5 acres"),
            ("hectares", "5 square metres"),
            ("square kilometres", "5km"),
            ("years", "5 months"),
            ("mines", "5 tonnes"),
            ("days", "5-week"),
        ]
    ),
    (
        "nearly 20%",
        "circa 20% of them",
        "the value says 'nearly' but the quote says 'circa' of 20. Write 'about' instead.",
    ),
    (
        "33 mines",
        "more than \N{LEFT DOUBLE QUOTATION MARK}33 mines",
        "the quote says 'more than' of 33 but the value does not. Write: more than 33 mines.",
    ),
    ("about 20%", "up to about 20%", "the value says 'about' but the quote says 'up to' of 20. Keep the quote's word."),
]


def _problems(value: str, quote: str, language: str = "en") -> list[str]:
    return agrees(parse(value, UNITS), quote, UNITS, language)


@pytest.mark.parametrize("words", IN_OTHER_WORDS)
def test_a_hedge_in_other_words_is_heard(words: str) -> None:
    """A value must be hedged where its quote says so in words of its own, with the hedge of the same meaning."""
    quote, write = f"area cleared {words} 200,000 hectares of land", IN_OTHER_WORDS[words]

    [message] = _problems("200,000 hectares", quote)

    assert message.endswith(f"of 200,000 but the value does not. Write: {write} 200,000 hectares.")
    assert _problems(f"{write} 200,000 hectares", quote) == []


@pytest.mark.parametrize("words", BEHIND)
def test_a_hedge_behind_a_figure_is_heard_in_other_words(words: str) -> None:
    """It may stand behind the unit or the noun of what is counted."""
    [message] = _problems("200 hectares", f"cleared 200{words}")

    assert message.endswith(f"of 200 but the value does not. Write: {BEHIND[words]} 200 hectares.")


@pytest.mark.parametrize("quote", NO_HEDGE, ids=ascii)
def test_words_that_belong_to_others_are_no_hedge(quote: str) -> None:
    """A word of a phrasal verb, of the next figure or in other letters hedges nothing."""
    [reading] = [reading for reading in spoken_numbers(quote, UNITS) if reading.text == "8"]

    assert reading.hedged == ""


@pytest.mark.parametrize(("value", "quote"), AGREEING, ids=[f"{value}: {quote!a}" for value, quote in AGREEING])
def test_a_figure_may_be_any_whole_figure_of_its_quote(value: str, quote: str) -> None:
    """Neither other figures nor dates beside it keep a value from being read."""
    assert _problems(value, quote) == []


@pytest.mark.parametrize(("value", "quote", "told"), DIFFERING, ids=[f"{case[0]}: {case[1]!a}" for case in DIFFERING])
def test_what_a_quote_does_not_say_of_a_number_is_told(value: str, quote: str, told: str) -> None:
    """A day, a year, one end of a range, a number cut off, and another unit or hedge are no value."""
    assert _problems(value, quote) == [told]


@pytest.mark.parametrize(
    ("language", "value", "quote"),
    [
        ("az", "2,020 mines", "2020-ci ild\u0259 5 mina"),
        ("ru", "2,025 hectares", "2025 \u0433\u043e\u0434\u0430 5098,7 \u0433\u0430"),
        ("az", "11 mines", "2024-c\u00fc ilin 11 noyabr\u0131nad\u0259k 382 mina"),
        ("az", "10 mines", "noyabr\u0131n 10-dan sonra 70 mina"),
        ("ru", "5 mines", "5 \u043c\u0430\u0440\u0442\u0430 2024 \u0433\u043e\u0434\u0430"),
        ("az", "364 mines", "406 piyada \u0259leyhin\u0259 mina, 364"),
        (
            "ru",
            "42 mines",
            "18 \u043f\u0440\u043e\u0442\u0438\u0432\u043e\u0442\u0430\u043d\u043a\u043e\u0432\u044b\u0445 \u0438 42",
        ),
        ("it", "10 mines", "5-10 mine"),
    ],
)
def test_numbers_of_other_languages_are_held_to_their_place_too(language: str, value: str, quote: str) -> None:
    """Years, numbers cut off and ends of ranges are seen whatever the language."""
    assert len(_problems(value, quote, language)) == 1


@pytest.mark.parametrize(
    ("language", "value", "quote", "told"),
    [
        ("az", "18,302 hectares", "il \u0259rzind\u0259 18.302 hektar", None),
        ("az", "18.302 hectares", "il \u0259rzind\u0259 18.302 hektar", "18,302"),
        ("ru", "1.204 hectares", "\u043e\u0447\u0438\u0449\u0435\u043d\u043e 1.204 \u0433\u0430", "1,204"),
        ("az", "0.525 hectares", "c\u0259mi 0.525 hektar", None),
        ("az", "18.3 hectares", "c\u0259mi 18.3 hektar", None),
        ("az", "18.3025 hectares", "c\u0259mi 18.3025 hektar", None),
        ("en", "18.302 hectares", "in all 18.302 hectares", None),
    ],
)
def test_a_point_parts_thousands_where_decimals_follow_a_comma(
    language: str, value: str, quote: str, told: str | None
) -> None:
    """In Azerbaijani and Russian 18.302 is no 18 and a bit: copied as it stands it would be a thousandth."""
    number = value.partition(" ")[0]
    message = f"the value says {number} but a point before three digits parts thousands in the quote's language."
    assert _problems(value, quote, language) == ([f"{message} Write {told}."] if told else [])
