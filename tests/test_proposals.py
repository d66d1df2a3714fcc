"""Claims proposed for the figures of an article."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from records import ARTICLE

from factbook.drafting.proposals import proposals, readable
from factbook.evidence import LONGEST, SHORTEST, fingerprint, tokens
from factbook.quantities import QuantityError, agrees, parse
from factbook.reader import read_file
from factbook.sections import parse_vocabulary

ROOT = Path(__file__).parents[1]
ARTICLES = sorted((ROOT.parent / "shared" / "sources" / "articles").glob("*.txt"))
NODE, _ = read_file(ROOT / "facts" / "vocabulary.yaml")
assert NODE is not None
WORDS, _ = parse_vocabulary(NODE)

FOUND = {
    "The teams found more than 340 anti-tank mines there.": [
        ("anti-vehicle-mines", "more than 340 mines", "teams found more than 340 anti-tank mines there"),
    ],
    "In the valley 1200 ha of land were cleared, it said.": [
        ("area-cleared", "1,200 hectares", "the valley 1200 ha of land were cleared, it"),
    ],
    "Nobody knows, but clearance may take 15-20 years or more.": [
        ("clearance-time", "at least 15-20 years", "but clearance may take 15-20 years or more"),
    ],
    "Seven soldiers were killed by mines that day.": [
        ("mine-deaths-military", "seven people", "Seven soldiers were killed by mines"),
    ],
    "According to the plan it will need US$2.5 billion in all.": [
        ("clearance-cost", "US$2.5 billion", "plan it will need US$2.5 billion in all"),
    ],
    "They planted hundreds of thousands of mines, he said.": [
        ("mines-laid", "hundreds of thousands of mines", "They planted hundreds of thousands of mines, he said"),
    ],
    "Cleared is about 20 percent of the land so far.": [
        ("share-cleared", "about 20%", "is about 20 percent of the land so far"),
    ],
    "The number of victims of such blasts stood at 223.": [
        ("mine-victims", "223 people", "number of victims of such blasts stood at 223"),
    ],
    'They "found 270 anti-personnel and 656 anti-tank landmines," he said.': [
        ("anti-personnel-mines", "270 mines", "found 270 anti-personnel and 656 anti-tank landmines"),
        ("anti-vehicle-mines", "656 mines", "found 270 anti-personnel and 656 anti-tank landmines"),
    ],
    "In May they found more than 340 mines there. They hope to find more than 500 mines later.": [
        ("items-destroyed", "more than 340 items", "In May they found more than 340 mines there"),
        ("items-destroyed", "more than 500 items", "They hope to find more than 500 mines later"),
    ],
    "They found one mine there in the field.": [("mines-found", "one mine", "They found one mine there in the field")],
    "One person was killed there by a mine.": [("mine-deaths", "one person", "One person was killed there by a")],
    "A list of 53081,8 pieces was shown us.": [(None, "53081,8 name-me", "A list of 53081,8 pieces was shown us")],
    "In the office it employs twelve members of staff.": [
        (None, "twelve name-me", "In the office it employs twelve members of staff"),
    ],
    "That year between 30 and 40 people were injured by mines.": [
        ("mine-injuries", "30 to 40 people", "between 30 and 40 people were injured by mines"),
    ],
    "Somebody took 35-40 machines with them.": [(None, "35-40 name-me", "Somebody took 35-40 machines with them")],
    "They made 230 items of unexploded ordnance safe.": [
        ("unexploded-ordnance", "230 items", "They made 230 items of unexploded ordnance safe"),
    ],
    "That day eight civilians were wounded there.": [
        ("mine-injuries-civilian", "eight people", "That day eight civilians were wounded there"),
    ],
    "That day two young civilians were wounded there.": [
        ("mine-injuries-civilian", "two people", "That day two young civilians were wounded there"),
    ],
    "Nearly 300 cows were seen there.": [(None, "nearly 300 name-me", "Nearly 300 cows were seen there")],
}  # fmt: skip
ELSEWHERE = [
    ("az", "İl ərzində 18.302 hektar ərazi minalardan təmizlənib.", "18,302 hectares"),
    ("az", "Ötən həftə 1600 hektardan çox ərazi minalardan təmizlənib.", "more than 1,600 hectares"),
    ("ru", "За неделю от мин очищено не менее 7235,1 гектара территории.", "at least 7,235.1 hectares"),
    ("az", "Bildirilib ki, 2020-ci ilin 10 noyabr tarixindən 340 mina tapılıb.", "340 mines"),
    ("az", "Bildirilib ki, oraya on minlərlə mina basdırılıb.", "tens of thousands of mines"),
    ("az", "Siyahıda iyirmi beş əşya var idi.", "25 name-me"),
    ("az", "Siyahıda cəmi 12.298 əşya var idi.", "12,298 name-me"),
    ("az", "Siyahıda 12.298-dən çox əşya var idi.", "more than 12,298 name-me"),
    ("en", "In the year 18.302 hectares of land were cleared.", "18.302 hectares"),
]
NO_FIGURE = [
    "It was published on 15 October 2021 at 11:53 by the agency.",
    "Write to mail2021@example.org or see https://example.org/news/147926 for more.",
    "More of this is to be read at www.example.org/147926 by all.",
    "One of the two mayors thanked all three of them.",
    "340 mines found",
    "",
]


def proposed(text: str) -> list[tuple[str | None, str, str]]:
    """What is proposed for a text, without the paragraphs."""
    return [
        (found.measure.key if found.measure else None, found.value, found.quote) for found in proposals(text, WORDS)
    ]


@pytest.mark.parametrize("text", FOUND)
def test_each_figure_gives_a_measure_a_value_and_a_phrase(text: str) -> None:
    """Hedge and unit are parsed; the nearest words tell the measure, or it is left to the editor."""
    assert proposed(text) == FOUND[text]


@pytest.mark.parametrize(("language", "text", "value"), ELSEWHERE)
def test_a_value_means_what_its_language_does(language: str, text: str, value: str) -> None:
    """Where a point parts thousands it does in what is proposed, and a hedge is the record's word for it."""
    [found] = proposals(text, WORDS, language)

    assert found.value == value
    assert found.measure is None or agrees(parse(value, WORDS.units), found.quote, WORDS.units, language) == []


@pytest.mark.parametrize("text", NO_FIGURE)
def test_what_is_no_figure_is_passed_by(text: str) -> None:
    """Dates, times, addresses, small words without a unit and lines too short to quote give nothing."""
    assert proposed(text) == []


def test_paragraphs_are_counted_as_in_the_fingerprint() -> None:
    """Blank lines do not count."""
    found = [proposal for proposal in proposals(ARTICLE, WORDS) if proposal.value.endswith("mines")]

    assert [proposal.paragraph for proposal in found] == [3, 3]


@pytest.mark.parametrize("path", ARTICLES or [pytest.param(None, marks=pytest.mark.skip("the articles are not held"))])
def test_every_phrase_of_an_article_is_found_and_bears_its_value(path: Path) -> None:
    """Each quote stands in its paragraph, and each value that names a unit is readable in it."""
    text = path.read_text(encoding="utf-8")
    held, made = fingerprint(text), proposals(text, WORDS)

    assert made
    for found in made:
        assert found.paragraph in held.locate(found.quote)
        if found.measure:
            assert agrees(parse(found.value, WORDS.units), found.quote, WORDS.units) == []


PIECES = st.one_of(
    st.sampled_from(
        ["340", "1,200 hectares", "20", "%", "US$", "12.500", "dozens of", "2021", "million", "a", "seven"]
    ),
    st.sampled_from(["more than", "about", "-", "and", "Sept. 27,", "mines.", "killed", "km²", "said:", "o'clock;"]),
    st.sampled_from(["\u200b", "(the", "“Some", "\ufeffx"]),
)


@given(st.lists(PIECES, max_size=40).map(" ".join))
def test_whatever_the_text_the_phrase_can_be_found(text: str) -> None:
    """A phrase holds 4 to 12 words in characters the record takes, and stands in its paragraph."""
    text = f"{text} In the end they found 340 mines there."
    held, made = fingerprint(text), proposals(text, WORDS)

    assert made
    for found in made:
        assert SHORTEST <= len(tokens(found.quote)) <= LONGEST
        assert found.paragraph in held.locate(found.quote)
        assert found.quote in readable(text)
        try:
            assert parse(found.value, WORDS.units).spelling == found.value
        except QuantityError:
            assert found.value.endswith(" name-me")
