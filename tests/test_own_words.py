"""Tests that the words of a page neither change what a figure says nor take a side."""

from __future__ import annotations

import pytest

from factbook.own_words import misworded
from factbook.review.limit import at_most

FACT = '{{ fact("a-2020.mines") }}'


def placed(markdown: str) -> list[tuple[int, str]]:
    """What is wrong with the words of a page, with its columns."""
    return [(problem.mark.column, problem.message) for problem in misworded(markdown, "page.md")]


@pytest.mark.parametrize(
    ("markdown", "at", "hedge"),
    [
        (f"Azerbaijan says that more than {FACT} were found.", 22, "more than"),
        (f"Line\nNearly **{FACT}** were found.", 1, "Nearly"),
        (f"(over\n{FACT})", 2, "over"),
        (f"All {FACT} or more were found.", 32, "or more"),
        (f"It found {FACT} **or so**.", 39, "or so"),
        (f"It exceeded {FACT}, and was", 4, "exceeded"),
        (f"It stood at {FACT} and counting.", 40, "and counting"),
        ("roughly {{- fact('a-2020.mines', of='land') }}", 1, "roughly"),
    ],
)
def test_a_hedge_beside_a_figure_is_named(markdown: str, at: int, hedge: str) -> None:
    """A hedge before or behind a figure is a problem where it stands, in whatever case and markup."""
    told = f"'{hedge}' is typed beside a figure, which says the hedge of its source by itself."

    assert placed(markdown) == [(at, f"{told} Delete it, or cite a claim that says it.")]


@pytest.mark.parametrize(
    "markdown",
    [
        f"Armenia handed over {FACT} of minefields.",
        f"It found {FACT} and some {{{{ claim('a-2020.maps') }}}}",
        f"The reports speak of more, than {FACT} are known.",
        "{{ when('a-2020.mines') }} or so, it was said.",
        "Up to {{ when('a-2020.mines') }}, nothing was said.",
        f"What it was about: {FACT} were laid.",
        f"The handsome {FACT} and a troublesome one.",
    ],
)
def test_words_that_hedge_nothing_may_stand(markdown: str) -> None:
    """A word that is part of another, of a phrasal verb or of another sentence is none of a figure's."""
    assert placed(markdown) == []


@pytest.mark.parametrize(
    ("markdown", "at", "word"),
    [
        ("After the liberation of the region", 11, "liberation"),
        ("Occupied land", 1, "Occupied"),
        ("the occupying forces and", 5, "occupying"),
        ("---\ndescription: Land held by separatists\n---\n", 27, "separatists"),
        ('A {{ fact("a-2020.mines") }} of terrorists.', 33, "terrorists"),
        ("[People who returned](a.md)", 13, "returned"),
        ("**A** occupied **B**", 7, "occupied"),
    ],
)
def test_a_word_that_takes_a_side_is_named(markdown: str, at: int, word: str) -> None:
    """In our own words such a word is a problem where it stands."""
    advice = "Say it in other words, or in the words of a claim; to speak of the word itself, quote or emphasise it."

    assert placed(markdown) == [(at, f"'{word}' takes a side. {advice}")]


@pytest.mark.parametrize(
    "markdown",
    [
        'It avoids words such as *occupied*, “terror” and "liberated areas".',
        '{{ fact("occupied-2020.returned") }} and [a report](occupied.md){ .returned }',
        "`returned` <span class='occupied'> <!-- liberated -->",
        "```\nliberated\n```",
        "Territory, occupational health, and those who return.",
    ],
)
def test_a_word_that_is_no_word_of_ours_may_stand(markdown: str) -> None:
    """Quoted or emphasised, in an id, an address, a macro or code, a word judges nothing."""
    assert placed(markdown) == []


@pytest.mark.parametrize("markdown", ["Kept. {# Put away. #}", "Kept. {% if false %}Put away.{% endif %}"])
def test_no_text_is_put_away(markdown: str) -> None:
    """A sentence that stands in the Markdown is published."""
    at, told = placed(markdown)[0]

    assert at == 7
    assert "can hide text from readers." in told


def test_an_identifier_hides_nothing() -> None:
    """Attributes are written with a space."""
    assert placed("## Head { #head }") == []


@pytest.mark.parametrize("opened", ["<", "</", "<!-- ", "](", "{{ ", "{: ", "“a "])
def test_what_is_opened_again_and_again_is_read_quickly(opened: str) -> None:
    """The largest page of things that begin and never end takes no longer than any other of its size."""
    with at_most(5):
        found = list(misworded(f"occupied\n{opened * (250_000 // len(opened))}", "a.md"))

    assert found[0].message.startswith("'occupied' takes a side.")
