"""Tests that what leaves its note out on a page is cited beside it."""

from __future__ import annotations

import pytest
from the_record import BOOK

from factbook.citations import uses_in
from factbook.unnoted import unnoted

ADVICE = "Take cite=False out, or correct the id."
KILLED = '{{ fact("voi-2024-10.killed", cite=False) }}'
SHARE = '{{ fact("derived.mines-2021", cite=False) }}'


def told(markdown: str) -> list[str]:
    """What is wrong on a page, without the advice."""
    problems = [*unnoted(BOOK, uses_in(markdown, "page.md"))]
    assert all(problem.message.endswith(f" {ADVICE}") for problem in problems)
    return [str(problem).removesuffix(f" {ADVICE}") for problem in problems]


@pytest.mark.parametrize(
    ("around", "cited"),
    [
        ('{{ source("voi-2024-10") }} has %s killed.', True),
        ('| VOI | {{ fact("voi-2024-10.injured") }} |\n| --- | --- |\n| killed | %s |', True),
        ('%s were killed.\nVOI adds: {{ claim("voi-2024-10.laid-by") }}.', True),
        ("%s were killed.", False),
        ('{{ source("anadolu-2021-10-22") }} has %s killed.', False),
        ('%s were killed by {{ when("voi-2024-10.killed") }}.', False),
        ('%s were killed, {{ fact("voi-2024-10.injured", False) }} injured.', False),
        ('{{ source("voi-2024-10") }} is a report.\n\n%s were killed.', False),
    ],
)
def test_a_figure_without_a_note_stands_beside_one(around: str, cited: bool) -> None:
    """Something in its paragraph or its table leaves a note on its source, or the figure itself must."""
    lacking = "voi-2024-10.killed leaves its note out, and nothing else in its paragraph or table cites voi-2024-10."
    found = [message.partition("page: ")[2] for message in told(around % KILLED)]

    assert found[:1] == [lacking] * (not cited)


def test_a_computed_figure_without_notes_stands_on_a_page_of_its_sources() -> None:
    """A page that speaks of none of the sources it rests on is not its page."""
    here, elsewhere = "anadolu-2021-10-22.killed", "voi-2024-10.killed"
    told_of = "page: derived.mines-2021 leaves its notes out, and its page uses no source it rests on."

    assert told(f'By {{{{ as_of("{here}") }}}}:\n\n{SHARE}') == []
    assert told(f'By {{{{ as_of("{elsewhere}") }}}}:\n\n{SHARE}') == [f"page.md:3:10: {told_of}"]
    assert told(SHARE.replace(", cite=False", "")) == []
