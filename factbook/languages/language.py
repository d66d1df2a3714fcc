"""What may be known of a language."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

LATIN = "Latin"


class Language(NamedTuple):
    """A language of sources; what is left out of one is not heard in its quotes. Words are in small letters.

    A text is of a language by its `alphabet` (as Unicode calls it) if that is not Latin; else where two words hold a
    letter that is only its `own`, or are `common` in it. Of its `letters` a longer text holds at least one.

    - `numbers` and `scales`: all forms of number words, and of what multiplies them, each of letters alone; a word may
      be both.
    - `elevens`: whether eleven has a word of its own; where it has none, it is said as ten one.
    - `groups`: plurals that name a vague number, such as dozens, by the size of one.
    - `articles`: what counts before a scale alone, as a does in a million.
    - `endings`: what may be written to the end of a number word and is none of it, as a regular expression.
    - `points`: whether a point parts thousands, so that 18.302 is 18,302.
    - `before` and `behind`: what says a hedge beside a number, by any of its English wordings; behind a
      number, a hyphen begins what is an ending of the number or of the next word.
    - `months`: the twelve names with their endings, as regular expressions.
    - `year`: what stands behind a year that is no figure, as a regular expression with the space before it.
    - `lists`: what stands before the last thing of a list, such as and.
    """

    name: str
    alphabet: str = LATIN
    letters: str = ""
    own: str = ""
    common: frozenset[str] = frozenset()
    numbers: Mapping[str, int] = {}
    scales: Mapping[str, int] = {}
    elevens: bool = True
    groups: Mapping[str, int] = {}
    articles: Mapping[str, int | Fraction] = {}
    endings: str = ""
    points: bool = False
    before: Mapping[str, tuple[str, ...]] = {}
    behind: Mapping[str, tuple[str, ...]] = {}
    months: tuple[str, ...] = ()
    year: str = ""
    lists: tuple[str, ...] = ()
