"""Tests that the words around a figure on a page are words for it."""

from __future__ import annotations

import pytest
from the_record import BOOK

from factbook.citations import uses_in
from factbook.misnamed import misnamed

VOI, ANADOLU, CABINET = "voi-2024-10", "anadolu-2021-10-22", "trend-2024-03-05-cabinet-2023-by-operator"
AGHDAM, FUZULI = f"{CABINET}.area-cleared-year-aghdam", f"{CABINET}.area-cleared-year-fuzuli"
AREA, LEFT = f"{VOI}.area-cleared", f"{VOI}.people-left"


def fact(id: str) -> str:
    """The macro of a figure."""
    return f'{{{{ fact("{id}") }}}}'


def told(markdown: str) -> list[str]:
    """What is wrong with the figures of a page, with their places."""
    return [
        f"{problem.mark.line}:{problem.mark.column} {problem.message}"
        for problem in misnamed(BOOK, uses_in(markdown, "page.md"))
    ]


def another(word: str, id: str, other: str) -> str:
    """What is said of a figure beside a word for another."""
    return f"'{word}' beside {id} speaks of {other}. Cite that one, or say what this one counts."


def test_a_word_for_another_figure_of_the_source_is_told() -> None:
    """A sentence, or a cell and its heads, has a word for what it cites where it has one for what it does not."""
    killed, injured, area = (f"{VOI}.{name}" for name in ("killed", "injured", "area-cleared"))
    table = f"| As printed | VOI |\n| --- | --- |\n| Killed | {fact(injured)} |\n| Injured | {fact(injured)} |"

    assert told(f"In all, {fact(area)} Killed were by then.") == [f"1:18 {another('Killed', area, killed)}"]
    assert told(table) == [f"3:21 {another('Killed', injured, killed)}"]


@pytest.mark.parametrize(
    "markdown",
    [
        f"Mines killed {fact(f'{VOI}.killed')} and injured {fact(f'{VOI}.injured')}.",
        f"Of those injured nothing is said. {fact(f'{VOI}.killed')} were killed.",
        f"Mines killed {fact(f'{VOI}.killed')}; of those injured nothing is said.",
        f"Killed and injured, {fact(f'{VOI}.killed')} in all.",
        f"By ANAMA's count, {fact(f'{ANADOLU}.area-cleared')} were cleared.",
        f"Mines and unexploded ordnance, together {fact(f'{VOI}.items-destroyed')}.",
        f"## Share of mines\n\nIt is {fact('derived.mines-2021')}.",
        f"VOI makes it {fact(LEFT)}.",
        f"Those {fact('no.such')} and {fact(f'{VOI}.laid-by')} were laid.",
    ],
)
def test_words_for_others_may_stand(markdown: str) -> None:
    """They may where there is one for the figure too, where theirs is cited beside it, and in another sentence."""
    assert told(markdown) == []


def test_the_place_of_a_figure_is_named() -> None:
    """It is named in the sentence or the row of the figure, by any of its names, or heads its column."""
    lacking = "which nothing beside it names. Name it, or correct the id."
    table = f"| District | Cleared |\n| --- | --- |\n| Aghdam | {fact(AGHDAM)} |\n| Fuzuli | {fact(AGHDAM)} |"

    assert told(f"In Aghdam, {fact(AGHDAM)} were cleared, in Fizuli {fact(FUZULI)}.") == []
    assert told(f"In Aghdam much was cleared.\n{fact(AGHDAM)} it was in the area.") == [
        f"2:10 {AGHDAM} is of Aghdam, {lacking}"
    ]
    assert told(table) == [
        f"4:21 {another('Fuzuli', AGHDAM, FUZULI)}",
    ]
    assert told(f"| What | Aghdam |\n| --- | --- |\n| Cleared | {fact(AGHDAM)} |") == []


@pytest.mark.parametrize(
    ("around", "named"),
    [
        ("# VOI\n\nVOI makes it {}.", False),
        ("# VOI\n\nVOI makes it {}.\n\nLand was cleared.", False),
        ("# Land cleared\n\n# VOI\n\nVOI makes it {}.", False),
        ("# VOI\n\nVOI makes the land cleared {}.", True),
        ("# VOI\n\nLand was cleared.\nVOI makes it {}.", True),
        ("# Land cleared\n\n## VOI\n\nVOI makes it {}.", True),
        ("# VOI\n\n| Cleared | VOI |\n| --- | --- |\n| by then | {} |", True),
    ],
)
def test_what_a_figure_counts_is_said(around: str, named: bool) -> None:
    """A word for it stands in its paragraph, its table or a heading above, or is its unit."""
    lacking = f"nothing around {AREA} says what it counts. Say it, or correct the id."

    assert [message.partition(" ")[2] for message in told(around.format(fact(AREA)))] == [lacking] * (not named)
