"""The hedge beside a number in running text, in the words of a language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from factbook.languages import OURS, known
from factbook.quantities.hedges import BY_WORDS, BY_WORDS_AFTER
from factbook.quantities.numerals import GAP
from factbook.quantities.readings import Hedge
from factbook.quantities.words import any_of

_SIGNS = {
    ">": "more than", "<": "less than", "~": "about", "\N{ALMOST EQUAL TO}": "about",
    ">=": "at least", "\N{GREATER-THAN OR EQUAL TO}": "at least",
    "<=": "at most", "\N{LESS-THAN OR EQUAL TO}": "at most",
}  # fmt: skip
_OPENING = "\"'(\N{LEFT DOUBLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}"  # may stand right before a number
_WEAK = ("about", "as-many-as")  # what a bound before them is stronger than, but for over in over some 30 years
_NEGATED = {"more-than": "at most", "less-than": "at least"}
BEFORE_OVER = ("hand", "handed", "handing", "turned", "took", "taken", "spread")  # where over is no hedge
NOT_A_HEDGE = re.compile(rf"\b(?:(?:{'|'.join(BEFORE_OVER)})\s+over|the\s+above)\s*\Z", re.IGNORECASE)
TOTALS = tuple(f"{words} of" for words in ("a total", "the total", "the figure", "the number", "the mark"))
_NO = r"(?:not|never|cannot|without|\w+n['\N{RIGHT SINGLE QUOTATION MARK}]t)"
_NOT = re.compile(rf"\b{_NO}\s+(?:been?\s+)?\Z", re.IGNORECASE)
_SIGN, _SIGN_ENDS = re.compile(rf"(?<![-=<>])({any_of(_SIGNS)})\s*\Z"), tuple(_SIGNS)
_NOUN = r"\s+(?!(?:and|but|or|with)\b)[^\W\d_][\w-]*"


class Heard(NamedTuple):
    """A hedge in a text, its words or its sign there, and where they begin."""

    hedge: Hedge
    words: str
    at: int


class Wordings(NamedTuple):
    """What says a hedge in a language, in small letters, before and behind a number, and how to find it there.

    A hyphen begins what is an ending of the number or of the word behind it; `last` are the last words of those before.
    """

    before: Mapping[str, Hedge]
    behind: Mapping[str, Hedge]
    last: tuple[str, ...]
    ahead: re.Pattern[str]
    after: re.Pattern[str]


@lru_cache(maxsize=8)
def wordings(language: str) -> Wordings:
    """The hedges of a language; those of English with the wordings of values."""
    own = known(language)
    before, behind = (
        {also: BY_WORDS[name] for name, words in table.items() for also in words} for table in (own.before, own.behind)
    )
    if language == OURS:
        before, behind = BY_WORDS | before, BY_WORDS_AFTER | behind
    apart = _spaced(word for word in behind if word[0] != "-")
    endings = _spaced(word[1:] for word in behind if word[0] == "-")
    number = rf"{GAP}(?:[^\w\s]?[0-9]|(?:{any_of([*own.numbers, *own.groups])}|an?|half|another|some)\b)"
    return Wordings(
        before,
        behind,
        tuple({words.split()[-1] for words in (*before, *TOTALS)}),
        re.compile(rf"(?<![\w-])({_spaced(before)})\s+(?:(?:{_spaced(TOTALS)})\s+)?\Z", re.IGNORECASE),
        re.compile(
            rf"(?:(?:{_NOUN}){{0,2}}?,?\s+|-)({apart})\b(?!\s+than\b|{number})|(?:-|\s+\w+)?({endings})\b",
            re.IGNORECASE,
        ),
    )


def hedge_before(text: str, language: str = OURS) -> Heard | None:
    """The hedge that a text ends with; of two, as in up to about, the one that sets a bound."""
    text, known = text.rstrip(_OPENING), wordings(language)
    if text[-1:].isspace() and text.rstrip().lower().endswith(known.last):  # far quicker than the search
        found = known.ahead.search(text)
        heard = _heard(found, known.before) if found and not NOT_A_HEDGE.search(text, 0, found.end(1)) else None
        if heard:
            return _bounding(text, _negated(text, heard), language)
    if text.rstrip().endswith(_SIGN_ENDS) and (sign := _SIGN.search(text)):
        return Heard(BY_WORDS[_SIGNS[sign[1]]], sign[1], sign.start())
    return None


def hedge_behind(text: str, language: str = OURS) -> Heard | None:
    """The hedge that a text begins with, if need be behind the noun of what is counted."""
    known = wordings(language)
    found = known.after.match(text)
    return _heard(found, known.behind) if found else None


def _spaced(words: Iterable[str]) -> str:
    return any_of(map(re.escape, words)).replace(r"\ ", r"\s+")


def _heard(found: re.Match[str], known: Mapping[str, Hedge]) -> Heard | None:
    """The hedge of the words found; none where they are not quite the known ones, as with a dotless i."""
    words = _one_line(found[1] or found[0])
    hedge = known.get(words.lower() if found[1] else f"-{_one_line(found[2].lower())}")
    return Heard(hedge, words, found.start(1)) if hedge else None


def _bounding(text: str, heard: Heard, language: str) -> Heard:
    if heard.hedge.kind not in _WEAK:
        return heard
    outer = hedge_before(text[: heard.at], language)
    bound = outer and outer.hedge.kind not in (*_WEAK, "only") and outer.words.lower() != "over"
    return outer if outer and bound else heard


def _negated(text: str, heard: Heard) -> Heard:
    denied = _NOT.search(text, 0, heard.at) if heard.hedge.kind in _NEGATED else None
    if not denied:
        return heard
    return Heard(BY_WORDS[_NEGATED[heard.hedge.kind]], f"{_one_line(denied[0])} {heard.words}", denied.start())


def _one_line(words: str) -> str:
    return " ".join(words.split())
