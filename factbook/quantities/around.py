"""The words around a number in a text, and how near they stand to it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import inf

from factbook.quantities.spoken import Mention, spoken_numbers
from factbook.quantities.values import Quantity
from factbook.units import Unit

_BEGIN = r"(?<![^\W\d_])"  # no letter before it
_PARTED = re.compile(r"[,;.:]|\band\b")


def words_beside(value: Quantity, quote: str, units: Mapping[str, Unit], language: str) -> tuple[str, str]:
    """The lower-case words before and behind a value in its quote, up to the next number; none where it is not there.

    Words before it end at a comma, a stop or an `and`, which in English part one figure's words from the next one's.
    """
    mentions = spoken_numbers(quote, units, language)
    for place, mention in enumerate(mentions):
        if value.number in mention.values:
            return words_around(mentions, place, quote)
    return "", ""


def words_around(mentions: Sequence[Mention], place: int, text: str) -> tuple[str, str]:
    """The lower-case words before and behind the number at `place` among the mentions of a text, cut as above."""
    start = mentions[place - 1].end if place else 0
    end = mentions[place + 1].offset if place + 1 < len(mentions) else len(text)
    before = _PARTED.split(text[start : mentions[place].offset].lower())[-1]
    return before, text[mentions[place].end : end].lower()


def distance(words: tuple[str, ...], before: str, after: str) -> float:
    """How many characters part a figure from the nearest of some words; infinite where none stands beside it.

    A word is only heard where another begins, so that president is not heard as resident; its ending may differ.
    """
    heard = _begun(words)
    behind = heard.search(after)
    ahead = [len(before) - found.end() for found in heard.finditer(before)]
    return min([*ahead, *([behind.start()] if behind else [])], default=inf)


def behind(words: tuple[str, ...], after: str) -> tuple[float, int]:
    """How far behind a figure the nearest of some words begins, infinite if none does, and its length below nought.

    Of two that begin at one place so the longer comes first: items of unexploded ordnance are not any items.
    """
    found = _begun(words).search(after)
    return (found.start(), found.start() - found.end()) if found else (inf, 0)


@lru_cache(maxsize=1_000)
def _begun(words: tuple[str, ...]) -> re.Pattern[str]:
    """A regular expression for one of some words where it begins one, and for nothing where there are none."""
    starts = (
        rf"{_BEGIN if word[0].isalpha() else ''}{re.escape(word)}" for word in sorted(words, key=len, reverse=True)
    )
    return re.compile("|".join(starts) or "(?!)")
