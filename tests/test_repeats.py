"""Reports that repeat one another word for word are found by their fingerprints alone."""

from __future__ import annotations

import json
from datetime import date
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from the_record import BOOK

from factbook.evidence import fingerprint, tokens
from factbook.export.edition import Edition
from factbook.export.references import sources_json
from factbook.render.witnesses import LEAST_REPEATED, same_words
from factbook.render.writer import Writer
from factbook.repeats import RUN, Repeat, repeated, repeats

PARAGRAPH = st.lists(st.integers(1, 40), max_size=60).map(lambda words: " ".join(f"w{'x' * n}" for n in words))
TEXT = st.lists(PARAGRAPH, min_size=1, max_size=4)


def counted(one: list[str], other: list[str]) -> Repeat:
    """What `repeated` must find, word by word in the texts."""
    held = {run for paragraph in other for run in runs(paragraph)}
    common = words = 0
    for paragraph in one:
        starts = [at for at, run in enumerate(runs(paragraph)) if run in held]
        common += len({at + step for at in starts for step in range(RUN)})
        words += len(tokens(paragraph)) if len(tokens(paragraph)) >= RUN else 0
    return Repeat(common, 100 * common // max(words, 1))


def runs(paragraph: str) -> list[tuple[str, ...]]:
    """Every run of so many words."""
    words = tokens(paragraph)
    return [words[at : at + RUN] for at in range(len(words) - RUN + 1)]


@given(TEXT, TEXT, st.integers(0, 3), st.integers(0, 30), st.integers(0, 60))
def test_fingerprints_tell_what_the_texts_would(
    one: list[str], other: list[str], place: int, start: int, end: int
) -> None:
    """Also where one holds a part of a paragraph of the other."""
    words = one[place % len(one)].split()
    other = [*other, " ".join(["before", *words[start:end], "behind"])]

    assert repeated(fingerprint("\n".join(one)), fingerprint("\n".join(other))) == counted(one, other)


def test_every_report_that_repeats_much_is_found() -> None:
    """As a look at every two of them would find it."""
    held = {id: found for id, found in BOOK.fingerprints.items() if id in BOOK.sources}
    pairs = ((one, other, repeated(held[one], held[other])) for one, other in permutations(held, 2))
    much = {(one, other): found for one, other, found in pairs if found.words}

    assert len(much) > 10
    assert {(one, other): found for one, others in repeats(BOOK).items() for other, found in others.items()} == much


@pytest.mark.parametrize(
    ("id", "shown"),
    [
        (
            "azernews-undated-182514-aug-2021-weekly-maps-25pc",
            "59 percent of it stands in Azernews, 13 July 2021 too; 13 percent of it stands in Today.az, 2 December "
            "2021 too. Counted here, in runs of twelve words or more, in what is held of both.",
        ),
        ("voi-2024-10", None),
    ],
)
def test_a_page_tells_how_much_of_its_report_others_hold(id: str, shown: str | None) -> None:
    """With a link to each, most first; not where it is a sentence or two."""
    told = same_words(Writer(BOOK, f"sources/{id}.md"), BOOK.sources[id])

    assert (html.fromstring(f"<p>{told}</p>").text_content() if told else None) == shown


def test_sources_are_published_with_what_they_repeat() -> None:
    """The same figures in the data, the small ones too."""
    listed = json.loads(sources_json(BOOK, Edition(date(2026, 11, 21))))
    told = {item["id"]: item["custom"].get("repeats", {}) for item in listed}

    assert told == {
        id: {other: found.percent for other, found in repeats(BOOK).get(id, {}).items() if found.percent}
        for id in BOOK.sources
    }
    assert any(0 < percent < LEAST_REPEATED for others in told.values() for percent in others.values())
