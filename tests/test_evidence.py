"""Fingerprints: the same for everybody, and enough to find a phrase."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factbook.evidence import fingerprint, hashes, paragraphs, parse_fingerprint, tokens

ARTICLE = "Over 1,200 hectares\n\nThe teams cleared 1,200.5 hectares (of land) in Füzuli, it said.\nTwo words\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("48,411 mines.", ["48,411", "mines"]),
        ("US$25 billion", ["us", "25", "billion"]),
        ("anti-tank", ["anti", "tank"]),
        ("53081,8 ha", ["53081,8", "ha"]),
        ("Ağdam — Շուշի", ["ağdam", "շուշի"]),
        ("ﬁve \uff21\uff22", ["five", "ab"]),
        ("it\u2019s 5%.", ["it", "s", "5"]),
    ],
)
def test_tokens_are_numbers_and_runs_of_letters(text: str, expected: list[str]) -> None:
    """Case, width and everything that is neither letter nor digit are dropped."""
    assert expected == [*tokens(text)]


def test_a_line_holds_one_hash_for_each_run_of_three_tokens() -> None:
    """The hash is the start of the SHA-256 of three tokens joined by spaces; fewer tokens give an empty line."""
    lines = fingerprint(ARTICLE).lines

    assert len(lines) == 3
    assert lines[2] == ""
    assert len(lines[0].split()) == 1
    assert "0e9f" == hashes("a b c") == hashes("A, B. C!")  # printf "a b c" | sha256sum | cut -c1-4


def test_a_phrase_is_found_in_its_paragraph_only() -> None:
    """Locating gives paragraph numbers, counted from 1 over the lines that are not blank."""
    held = fingerprint(ARTICLE)

    assert held.locate("teams cleared 1,200.5 hectares") == [2]
    assert held.locate("teams cleared 1,200.6 hectares") == []
    assert held.locate("hectares The teams cleared") == []


def test_a_phrase_is_found_once_in_each_paragraph() -> None:
    """Each paragraph that holds it is named, however often it stands there."""
    lines = ["mines were found here", "Nothing", "mines were found here, and mines were found here", "", "So it was"]

    assert fingerprint("\n".join([*lines, lines[2]])).locate("mines were found here") == [1, 3, 5]


@pytest.mark.parametrize("first", ["Over", "it", "teams", "The teams cleared 1,200.5", "Over 1,200", "\u2013", ""])
@pytest.mark.parametrize("second", ["1,200 hectares the", "cleared 1,200.5 hectares", "hectares of land", "said", ""])
def test_two_texts_are_held_joined_as_they_are_together(first: str, second: str) -> None:
    """The short way tells what the long one does, also of texts too short for it."""
    held = fingerprint(ARTICLE)

    assert held.holds_joined(first, second) == held.holds(f"{first} {second}")


def test_a_phrase_of_three_words_is_too_short_to_be_found() -> None:
    """One hash alone proves nothing: four digits collide."""
    assert fingerprint(ARTICLE).locate("Over 1,200 hectares") == []
    assert not fingerprint(ARTICLE).holds("Over 1,200 hectares")
    assert not fingerprint(ARTICLE).holds("")


@given(st.lists(st.text(alphabet="abc 1,", min_size=1), min_size=1), st.data())
def test_every_run_of_four_tokens_is_found_where_it_stands(lines: list[str], data: st.DataObject) -> None:
    """Whatever the text, each of its phrases is located."""
    text = "\n".join(lines)
    for number, paragraph in enumerate(paragraphs(text), 1):
        words = tokens(paragraph)
        if len(words) >= 4:
            start = data.draw(st.integers(0, len(words) - 4))
            assert number in fingerprint(text).locate(" ".join(words[start : start + 4]))


def test_a_fingerprint_file_reads_back() -> None:
    """What is written is what is read; a line that holds no hashes is named."""
    held = fingerprint(ARTICLE)

    assert (held, None) == parse_fingerprint(str(held), "a.txt")
    assert parse_fingerprint("0123 4567\n012 456\n", "a.txt")[1] == 2


SHARED = Path(__file__).parents[2] / "shared" / "sources"
HELD = sorted((Path(__file__).parents[1] / "facts" / "fingerprints").glob("*.txt"))


@pytest.mark.skipif(not SHARED.exists(), reason="the articles and their fingerprints are not at hand")
@pytest.mark.parametrize("path", HELD, ids=lambda path: path.stem)
def test_fingerprints_are_those_the_articles_give(path: Path) -> None:
    """A committed fingerprint equals the one made where the article was at hand, and the one this code makes."""
    # Two names there hold a decimal point, which ids do not allow.
    names = {given.stem.replace(".", "-"): given for given in (SHARED / "fingerprints").glob("*.txt")}
    given_one = names.get(path.stem, Path("none"))
    article = SHARED / "articles" / path.name

    if given_one.exists():
        assert given_one.read_text() == path.read_text()
    if article.exists():
        assert str(fingerprint(article.read_text(encoding="utf-8"))) == path.read_text()
    assert given_one.exists() or article.exists()


@given(st.integers(0, 30), st.integers(0, 12), st.integers(4, 12), st.integers(0, 9))
def test_a_run_of_words_is_found_wherever_it_stands(before: int, length: int, count: int, start: int) -> None:
    """Of an article's words any `count` in a row are found in a text, wherever in it they stand; fewer are not."""
    article = [f"word{chr(97 + number // 26)}{chr(97 + number % 26)}" for number in range(24)]
    own = [f"own{chr(97 + number // 26)}{chr(97 + number % 26)}" for number in range(40)]
    text = " ".join([*own[:before], *article[start : start + length], *own[30:]])

    found = fingerprint(" ".join(article)).repeated(text, count)

    assert found == (" ".join(article[start : start + count]) if count <= length else "")
