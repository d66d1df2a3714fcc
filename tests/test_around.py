"""How near the words that name a measure, a unit or a place stand to a figure."""

from __future__ import annotations

from math import inf

import pytest

from factbook.quantities.around import distance


@pytest.mark.parametrize(
    ("words", "before", "after", "characters"),
    [
        (("mine",), "they found ", " mines, then mines", 1),
        (("mine",), "mines, and of mines ", " pieces", 2),
        (("mine", "mines"), "of mines ", "", 1),
        (("km", "%"), "", "km or 5%", 0),
        (("%",), "", "5a%", 2),
        (("resident",), "the president's ", "-president", inf),
        (("mined",), "", " demined hectares, mined", 19),
        (("мин",), "", " противоминных", inf),
        ((), "mines ", " mines", inf),
    ],
)
def test_words_are_heard_where_a_word_begins(
    words: tuple[str, ...], before: str, after: str, characters: float
) -> None:
    """Whatever their ending; a sign is heard anywhere, and of several words the nearest counts."""
    assert distance(words, before, after) == characters
