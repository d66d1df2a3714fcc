"""What is known of languages, each in its table."""

from __future__ import annotations

import re

import pytest
from babel import Locale
from some_units import UNITS
from unicode_rbnf import RbnfEngine

from factbook.languages import LANGUAGES, known
from factbook.quantities import HEDGES, Mention, agrees, parse, spoken_numbers
from factbook.rules.dates_read import dates_read

# The forms in which CLDR, Unicode's Common Locale Data Repository, spells these; 60 and 80 it spells unlike others.
NUMBERS = (*range(1, 130), *range(130, 10_000, 97), *(17**power for power in range(4, 10)))
RESPELT = {"atmış": "altmış", "səqsən": "səksən"}
OTHER_WORDS_TOO = {"семью", "одни", "одних", "одними"}
PHRASES = [
    ("en", "15 mines", "of these 15 may be mines of 2021"),
    ("az", "more than 1,600 hectares", "ötən həftə 1600 hektardan çox ərazi"),
    ("az", "12,298 items", "12.298 partlamamış hərbi sursat"),
    ("az", "more than 5,000 hectares", "5 mindən çox hektar ərazi"),
    ("az", "nearly 1.5 million mines", "1,5 milyona yaxın mina basdırılıb"),
    ("az", "25 people", "iyirmi beş nəfər həlak olub"),
    ("az", "21 people", "iyirmi bir nəfər həlak olub"),
    ("az", "2,150 mines", "iki min yüz əlli mina"),
    ("az", "250,000 mines", "iki yüz əlli min mina"),
    ("az", "tens of thousands of mines", "on minlərlə mina basdırılıb"),
    ("az", "340 mines", "340 mina tapılıb"),
    ("ru", "more than 95,000 hectares", "очищено более 95 тысяч гектаров земли"),
    ("ru", "1.2 million mines", "установлено 1,2 млн мин"),
    ("ru", "about 250,000 mines", "около двухсот пятидесяти тысяч мин"),
    ("ru", "1,204 mines", "тысяча двести четыре мины"),
    ("ru", "hundreds of thousands of mines", "сотни тысяч мин"),
    ("ru", "up to 33 people", "не более, чем 33 человека"),
    ("ru", "41,915.77 hectares", "очищено 41 915,77 га земель"),
]
DATES = [
    ("az", "10 noyabr 2020-ci il tarixindən", [(2020, 11, 10)]),
    ("az", "2023-cü il sentyabrın 19-dək", [(2023, 9, 19)]),
    ("az", "2024-cü ilin 11 noyabrınadək", [(2024, 11, 11)]),
    ("az", "2020-2024-cü illər ərzində noyabrın 10-dan", [(0, 11, 10), (2020, 0, 0), (2024, 0, 0)]),
    ("az", "aprel ayından may ayına", [(0, 4, 0), (0, 5, 0)]),
    ("ru", "по 1 сентября 2024 года", [(2024, 9, 1)]),
    ("ru", "в ноябре текущего года", [(0, 11, 0)]),
    ("ru", "с 1 по 7 декабря 2025 года", [(2025, 12, 1), (2025, 12, 7)]),
    ("ru", "Fuzuli, March 2021", [(2021, 3, 0)]),
    ("it", "by 5 May 2021", [(2021, 5, 5)]),
    ("en", "it may be on 5 noyabr", []),
]
COUNTING = [code for code, table in LANGUAGES.items() if table.numbers]
TABLES = pytest.mark.parametrize("code", LANGUAGES)


def _apart(word: str) -> str:
    return word if word[0] == "-" else f" {word}"


def _only(phrase: str, code: str) -> Mention:
    [mention] = spoken_numbers(phrase, UNITS, code)
    return mention


@TABLES
def test_every_wording_of_a_hedge_is_heard(code: str) -> None:
    """Each is read beside a number as the hedge of values that names it; an ending also behind the word counted."""
    table = known(code)
    said = [(name, f"{word} 5 x") for name, words in table.before.items() for word in words]
    said += [(name, f"5{_apart(word)}") for name, words in table.behind.items() for word in words]
    said += [(name, f"5 x{word[1:]}") for name, words in table.behind.items() for word in words if word[0] == "-"]
    hedges = {word: hedge for hedge in HEDGES for word in hedge.words}

    assert [phrase for name, phrase in said if _only(phrase, code).hedge is not hedges[name]] == []


@TABLES
def test_every_number_word_and_scale_is_read(code: str) -> None:
    """A number word means its number, a scale makes a number in digits larger, a plural names two or more of a size."""
    table = known(code)
    said = [(word, number) for word, number in table.numbers.items()]
    said += [(f"5 {word}", 5 * size) for word, size in table.scales.items()]
    said += [(word, 2 * size) for word, size in table.groups.items()]

    assert [phrase for phrase, number in said if _only(f"{phrase} x", code).values != (number,)] == []


@pytest.mark.parametrize("code", COUNTING)
def test_numbers_are_read_as_unicode_spells_them(code: str) -> None:
    """In every case and gender, and to the last word."""
    spell = RbnfEngine.for_language(code).format_number
    spelt = {
        " ".join(RESPELT.get(word, word) for word in words.replace("\N{SOFT HYPHEN}", "").split()): number
        for number in NUMBERS
        for rules, words in spell(number).text_by_ruleset.items()
        if rules.startswith(("spellout-cardinal", "spellout-numbering")) and not OTHER_WORDS_TOO & {*words.split()}
    }

    assert len(spelt) >= len(NUMBERS)
    assert [words for words, number in spelt.items() if _only(f"{words} x", code).values != (number,)] == []


@pytest.mark.parametrize(("code", "value", "phrase"), PHRASES)
def test_a_phrase_gives_its_value(code: str, value: str, phrase: str) -> None:
    """Number and hedge are read as the record writes them."""
    assert agrees(parse(value, UNITS), phrase, UNITS, code) == []


@pytest.mark.parametrize(
    ("code", "value", "phrase", "near"),
    [
        ("az", "5 hectares", "ümumilikdə 5 min hektar ərazi", "5 min hektar"),
        ("az", "50 people", "yüz əlli nəfər həlak olub", "y\\xfcz \\u0259lli"),
        ("az", "20 people", "iyirmi bir nəfər həlak olub", "iyirmi bir"),
        ("ru", "20 people", "помогли двадцати одному", "\\u0434\\u0432\\u0430\\u0434"),
        ("ru", "95 hectares", "очищено 95 тысяч гектаров земли", "95 "),
    ],
)
def test_a_part_of_a_number_is_no_value(code: str, value: str, phrase: str, near: str) -> None:
    """A scale or a number word beside it makes it another."""
    [told] = agrees(parse(value, UNITS), phrase, UNITS, code)

    assert told.startswith(f"the value says {value.split()[0]} but the quote reads {near}")


@pytest.mark.parametrize(("code", "phrase", "dates"), DATES)
def test_dates_are_read_by_the_months_of_the_language(code: str, phrase: str, dates: list[tuple[int, ...]]) -> None:
    """A year, a month or a day that a phrase does not name is nought; English months count in every language."""
    assert [tuple(read) for read in dates_read(phrase, code)] == dates


@TABLES
def test_words_are_in_small_letters(code: str) -> None:
    """Texts are compared in small letters."""
    table = known(code)
    hedges = [word for words in (*table.before.values(), *table.behind.values()) for word in words]

    assert [word for word in (*table.numbers, *table.scales, *hedges) if word != word.lower()] == []


@pytest.mark.parametrize("code", [code for code, table in LANGUAGES.items() if table.months])
def test_months_are_all_twelve_and_told_apart(code: str) -> None:
    """Each name that CLDR gives a month, alone and in a date, is that of its own number alone."""
    months = known(code).months
    given = [(at, name.lower()) for names in Locale(code).months.values() for at, name in names["wide"].items()]
    found = [(at, [order for order, month in enumerate(months, 1) if re.fullmatch(month, name)]) for at, name in given]

    assert found == [(at, [at]) for at, _ in given]


@TABLES
def test_a_language_has_its_name(code: str) -> None:
    """The name is the one that CLDR has in English."""
    assert known(code).name == Locale("en").languages[code]


@TABLES
def test_a_number_in_digits_is_read_in_every_language(code: str) -> None:
    """With or without a table of its own, and with a sign for its hedge."""
    mention = _only("~1200 x", code)

    assert (mention.values, mention.hedge.kind) == ((1200,), "about")
