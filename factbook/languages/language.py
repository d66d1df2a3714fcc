"""What may be known of a language."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

LATIN = "Latin"


class Language(NamedTuple):
    """A language of sources; what is left out of one is not heard in its quotes. Words are in small letters.

    `alphabet` is its name in Unicode; by one that is not Latin a text shows its language. Else these do: words of
    which two are `common`, or hold one of the letters `own` to it; `letters` are some of which a longer text holds one.

    `numbers`, `scales` and plurals that name a vague number (`groups`) are all forms of the words; an article counts
    before a scale alone. `endings` is a regular expression of what may be written to the last of them.

    `before` and `behind` say a hedge, named by one of its English wordings, before and behind a number. A hyphen before
    words behind it says that they begin with an ending, of the number or of the word after it.

    `months` are regular expressions of their twelve names, as is `year` of what follows a year;
    `lists` are what stands before the last thing of a list. Where `points`, 18.302 is 18,302.
    """

    name: str
    alphabet: str = LATIN
    letters: str = ""
    own: str = ""
    common: frozenset[str] = frozenset()
    numbers: Mapping[str, int] = {}
    scales: Mapping[str, int] = {}
    groups: Mapping[str, int] = {}
    articles: Mapping[str, int | Fraction] = {}
    endings: str = ""
    points: bool = False
    before: Mapping[str, tuple[str, ...]] = {}
    behind: Mapping[str, tuple[str, ...]] = {}
    months: tuple[str, ...] = ()
    year: str = ""
    lists: tuple[str, ...] = ()
