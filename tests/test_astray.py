"""Tests that names and dates beside a claim on a page are its own."""

from __future__ import annotations

from dataclasses import replace

import pytest
from the_record import BOOK

from factbook.astray import KINDS, astray
from factbook.citations import uses_in

ADVICE = "Correct either, or part them into two sentences."
AA, VOI = "anadolu-2021-10-22", "voi-2024-10"
OF_AA = "'Anadolu Agency; Anadolu Agency, 22 October 2021; Ruslan Rehimov; Dilan Pamuk'"
YEAR = "trend-undated-4138280-annual-2025-ru.area-cleared-year"
OF_VOI = "'VOI; VOI, October 2024; Daily Sabah, 4 October 2024'"
DAYS_OF_VOI = "'November 2020 to 4 October 2024; November 2020; 4 October 2024; October 2024'"
TABLE = f"""
| Killed | {{{{ source("{AA}") }}}} | {{{{ source("{VOI}") }}}} |
| --- | --- | --- |
"""


def figure(source: str) -> str:
    """The macro of a figure that both founding reports give."""
    return f'{{{{ fact("{source}.killed") }}}}'


def macro(name: str, id: str) -> str:
    """A macro as it is written on a page."""
    return f'{{{{ {name}("{id}") }}}}'


def told(markdown: str) -> list[str]:
    """What is wrong beside the claims of a page, without the advice."""
    problems = {*astray(BOOK, [*uses_in(markdown, "page.md")])}
    assert all(problem.message.endswith(ADVICE) for problem in problems)
    return [str(problem).removesuffix(f" {ADVICE}") for problem in sorted(problems)]


@pytest.mark.parametrize(
    ("markdown", "at", "name"),
    [
        (f"Azernews reports {figure(VOI)} killed.", 27, "Azernews"),
        (f"- **Trend**, in a headline: {figure(VOI)}.", 38, "Trend"),
        (f"{figure(VOI)} were killed, according to the Armenian government.", 10, "Armenian government"),
        (f"Killed: {figure(VOI)}, says {macro('party', f'{AA}.area-cleared')}.", 18, "ANAMA"),
        (f"{macro('source', AA)} has {figure(VOI)} killed.", 49, "Anadolu Agency, 22 October 2021"),
        (f"| ANAMA | {figure(VOI)} |", 20, "ANAMA"),
        (f"According to Azerbaijan, {figure(VOI)} were killed.", 35, "the Azerbaijani side"),
        (f"According to Armenia, {figure(VOI)} were killed.", 32, "the Armenian side"),
        (f"Armenia denied {figure(VOI)}.", 25, "the Armenian side"),
        (f"The Armenian side puts the killed at {figure(VOI)}.", 47, "the Armenian side"),
        (f"Yerevan is silent. Armenia says {figure(VOI)}.", 42, "the Armenian side"),
        (f"The cabinet reports {figure(VOI)} killed.", 30, "cabinet"),
        (f"The prosecutor counts {figure(VOI)} killed.", 32, "prosecutor"),
    ],
)
def test_a_figure_beside_the_name_of_another_is_told(markdown: str, at: int, name: str) -> None:
    """Whoever a sentence names as a speaker is of the claim, whether typed or put there by a macro."""
    assert told(markdown) == [f"page.md:1:{at}: page: '{name}' stands beside {VOI}.killed, which is of {OF_VOI}."]


@pytest.mark.parametrize(
    ("markdown", "at", "date"),
    [
        (f"By {macro('as_of', f'{AA}.killed')}, {figure(VOI)} were killed.", 55, "October 2021"),
        (f"{figure(VOI)} killed by {macro('published', AA)}.", 10, "22 October 2021"),
        (f"| {macro('when', f'{AA}.ceasefire-agreement')} | {figure(VOI)} |", 67, "10 November 2020"),
        (f"Since {macro('since', YEAR)}, {figure(VOI)} were killed.", 87, "2025"),
    ],
)
def test_a_figure_beside_the_date_of_another_is_told(markdown: str, at: int, date: str) -> None:
    """A date that a macro writes into a sentence is one of the claim's own, or of its source's publication."""
    assert told(markdown) == [f"page.md:1:{at}: page: '{date}' stands beside {VOI}.killed, which is of {DAYS_OF_VOI}."]


def test_a_statement_beside_the_name_of_another_is_told() -> None:
    """What a claim without a figure says is as much its speaker's."""
    assert told(f"VOI reports {macro('claim', f'{AA}.ceasefire-agreement')}.") == [
        f"page.md:1:23: page: 'VOI' stands beside {AA}.ceasefire-agreement, which is of {OF_AA}."
    ]


def test_figures_that_change_places_are_told() -> None:
    """What stands in one clause, or below one head of a table, is held against that alone."""
    assert told(f"Anadolu Agency has {figure(VOI)}, VOI {figure(AA)}.") == [
        f"page.md:1:29: page: 'Anadolu Agency' stands beside {VOI}.killed, which is of {OF_VOI}.",
        f"page.md:1:67: page: 'VOI' stands beside {AA}.killed, which is of {OF_AA}.",
    ]
    assert told(f"{TABLE}| by then | {figure(VOI)} | {figure(AA)} |") == [
        f"page.md:4:22: page: 'Anadolu Agency, 22 October 2021' stands beside {VOI}.killed, which is of {OF_VOI}.",
        f"page.md:4:57: page: 'VOI, October 2024' stands beside {AA}.killed, which is of {OF_AA}.",
    ]


@pytest.mark.parametrize(
    ("markdown", "at"),
    [
        (f"Anadolu Agency has {figure(AA)} killed and {figure(VOI)}.", 80),
        (f"According to Anadolu Agency, {figure(AA)} and {figure(VOI)} were killed.", 83),
        (f"Anadolu Agency and VOI have {figure(VOI)}, Anadolu Agency {figure(AA)}.", 38),
    ],
)
def test_each_figure_wants_a_name_that_fits_and_each_name_a_figure(markdown: str, at: int) -> None:
    """A name is no cover for a second figure, nor is a second name covered by one that fits, or by another clause."""
    assert told(markdown) == [
        f"page.md:1:{at}: page: 'Anadolu Agency' stands beside {VOI}.killed, which is of {OF_VOI}."
    ]


@pytest.mark.parametrize(
    "markdown",
    [
        f"VOI, quoting Daily Sabah, has {figure(VOI)} killed.",
        f"Azernews reports on mines. {figure(VOI)} were killed.",
        f"Azernews reports on mines; {figure(VOI)} were killed.",
        f"Days before Azernews, and on the website of Trend, it told Reuters of {figure(VOI)}.",
        f"On the Armenian side and in Azerbaijan {figure(VOI)} were killed, according to the article.",
        f"[Of these](azernews.md) `Azernews` {figure(VOI)} were killed, Radio Free Europe says.",
        f"By {macro('as_of', f'{VOI}.killed')}, from {macro('since', f'{VOI}.killed')}, {figure(VOI)} were killed.",
        f"Years after {macro('as_of', f'{AA}.killed')}, it had killed {figure(VOI)}.",
        f"Unlike Anadolu Agency, and three years after {macro('source', AA)}, VOI gives {figure(VOI)}.",
        f"Anadolu Agency has {figure(AA)}, VOI {figure(VOI)}.",
        f"Anadolu Agency and VOI have {figure(AA)} and {figure(VOI)}.",
        f"{TABLE}| by then | {figure(AA)} | {figure(VOI)} |",
        f"{TABLE}\n| by then | {figure(VOI)} | {figure(AA)} |",
        f"{TABLE}| by then | {figure(AA)} | |\n\n| {macro('source', VOI)} |\n|---|\n| {figure(VOI)} | {figure(VOI)} |",
        f"| {macro('source', VOI)} | {macro('source', AA)} |\n| {figure(AA)} | {figure(VOI)} |",
        f"Azerbaijan reports that {macro('claim', f'{VOI}.treaty-share')}.",
        f"Armenia reports that {macro('claim', f'{VOI}.treaty-share')}.",
        f"Azernews and {macro('when', 'no.such')} and {macro('fact', 'no.such')}.",
        f"The prime minister said: {macro('fact', 'apa-2024-03-15-123000-ha.area-cleared')} were cleared.",
    ],
)
def test_other_names_and_dates_may_stand(markdown: str) -> None:
    """Of whom something is said, who is named in another sentence, and who relays the claim may be named."""
    assert told(markdown) == []


def test_a_month_may_stand_for_its_day() -> None:
    """What is of a day is also of its month, but what is of a month is of no day in it."""
    month, day = "menafn-2024-05-01-april-2024-monthly", "turan-2024-02-12-8-maps-345-victims"
    maps = "maps-handed-over"

    assert told(f"{macro('fact', f'{day}.{maps}')} in {macro('when', f'{month}.{maps}')}.") == []
    assert told(f"{macro('fact', f'{month}.{maps}')} on {macro('published', day)}.") == [
        f"page.md:1:10: page: '12 February 2024' stands beside {month}.{maps}, which is of 'February 2024; 1 May 2024'."
    ]


def test_a_note_may_give_other_dates() -> None:
    """The years of a plan, which its claim names in a note alone, may stand beside it."""
    plan = "trend-2022-11-16-great-return-plan-280000-ha.area-planned-until-2025"
    assert "2025" not in str(BOOK.claims[plan].when)

    assert told(f"{macro('fact', plan)} by {macro('when', YEAR)}.") == []


def test_a_note_gives_no_part_of_its_dates() -> None:
    """The 3rd of a month stands in no note that names its 13th, nor the year 202 in one of 2024."""
    noted = BOOK.claims[f"{VOI}.killed"]
    book = replace(BOOK, claims={**BOOK.claims, noted.id: replace(noted, note="Counted up to 13 August 2024.")})
    fits = next(kind.fits for kind in KINDS if kind.rule == "date-beside")

    assert fits(book, book.claims[noted.id], "13 August 2024")
    assert not fits(book, book.claims[noted.id], "3 August 2024")
    assert not fits(book, book.claims[noted.id], "13 August 202")


def test_what_nobody_is_said_to_say_is_of_its_report() -> None:
    """Where a source does not tell who gives a figure, it may still stand beside the name of the source."""
    unsaid = replace(BOOK.claims[f"{VOI}.killed"], according_to="not-stated")
    fits = next(kind.fits for kind in KINDS if kind.rule == "name-beside")

    assert fits(BOOK, unsaid, "VOI")
    assert not fits(BOOK, unsaid, "Anadolu Agency")


def test_a_calculated_figure_is_of_what_it_rests_on() -> None:
    """A figure of our own goes with whoever gives the figures behind it, and with nobody else."""
    share = macro("fact", "derived.mines-2021")

    assert told(f"Anadolu Agency's parts make {share}.") == []
    assert told(f"VOI's parts make {share}.") == [
        "page.md:1:27: page: 'VOI' stands beside derived.mines-2021, which is of "
        f"{OF_AA.replace('Anadolu Agency', 'ANAMA', 1)[:-1]}; all operators; the Azerbaijani side'."
    ]
