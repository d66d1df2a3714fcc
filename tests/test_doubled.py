"""Tests that no page changes what a figure says by a hedge typed beside it."""

from __future__ import annotations

import pytest

from factbook.doubled import typed_hedges

FACT = '{{ fact("a-2020.mines") }}'


@pytest.mark.parametrize(
    ("markdown", "at", "hedge"),
    [
        (f"Azerbaijan says that more than {FACT} were found.", 22, "more than"),
        (f"Line\nNearly **{FACT}** were found.", 1, "Nearly"),
        (f"(over\n{FACT})", 2, "over"),
        (f"All {FACT} or more were found.", 32, "or more"),
        (f"It found {FACT} **or so**.", 39, "or so"),
        ("roughly {{- fact('a-2020.mines', of='land') }}", 1, "roughly"),
    ],
)
def test_a_hedge_beside_a_figure_is_named(markdown: str, at: int, hedge: str) -> None:
    """A hedge before or behind a figure is a problem where it stands, in whatever case and markup."""
    (problem,) = typed_hedges(markdown, "page.md")

    assert problem.mark.column == at
    assert problem.message == (
        f"'{hedge}' is typed beside a figure, which says the hedge of its source by itself. "
        "Delete it, or cite a claim that says it."
    )


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
    assert list(typed_hedges(markdown, "page.md")) == []
