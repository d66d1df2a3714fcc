"""The hedge beside a number in running text, in the words of the table or in others that say the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from factbook.quantities.hedges import BY_WORDS, BY_WORDS_AFTER
from factbook.quantities.numerals import GROUPS, WORDS
from factbook.quantities.readings import Hedge
from factbook.quantities.words import GAP, TEENS, TENS, any_of

_PASSING = ("exceed", "exceeds", "exceeded", "surpass", "surpasses", "surpassed", "surpassing", "topped", "topping")
_NEARING = ("nearing", "approaches", "approached", "approaching")
# What no value is written with, by a hedge of the table that says the same.
_ALSO_BEFORE = {
    "more than": (
        *_PASSING, *(f"{verb} the" for verb in (*_PASSING, "exceeding")),
        "above", "beyond", "north of", "greater than", "larger than", "higher than",
    ),
    "at least": ("a minimum", "minimum", "at minimum", "at a minimum", "minimum of"),
    "nearly": (*_NEARING, *(f"{verb} the" for verb in _NEARING), "just short of", "virtually", "bordering on"),
    "less than": ("not even", "not quite", "not yet", "lower than", "smaller than", "short of"),
    "at most": ("a maximum", "maximum", "at maximum", "at a maximum", "maximum of"),
    "about": (
        "circa", "ca.", "c.", "approx.", "approx", "in the region of", "in the order of", "on the order of",
        "of the order of", "in the vicinity of", "in the neighbourhood of", "estimated", "estimated at",
    ),
}  # fmt: skip
_ALSO_BEHIND = {
    "at least": ("at least", "minimum", "at minimum", "at a minimum", "and counting", "or above", "or over"),
    "at most": ("at most", "at the most", "maximum", "at maximum", "at a maximum", "or below", "or under"),
    "about": ("odd", "approximately", "or thereabouts", "more or less", "give or take"),
}
_SIGNS = {
    ">": "more than", "<": "less than", "~": "about", "\N{ALMOST EQUAL TO}": "about",
    ">=": "at least", "\N{GREATER-THAN OR EQUAL TO}": "at least",
    "<=": "at most", "\N{LESS-THAN OR EQUAL TO}": "at most",
}  # fmt: skip
_OPENING = "\"'(\N{LEFT DOUBLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}"  # may stand right before a number
_WEAK = ("about", "as-many-as")  # what a bound before them is stronger than, but for over in over some 30 years
_NEGATED = {"more-than": "at most", "less-than": "at least"}

BEFORE = BY_WORDS | {also: BY_WORDS[words] for words, others in _ALSO_BEFORE.items() for also in others}
BEHIND = BY_WORDS_AFTER | {also: BY_WORDS[words] for words, others in _ALSO_BEHIND.items() for also in others}
SIGNS = frozenset([*_SIGNS, "+"])
BEFORE_OVER = ("hand", "handed", "handing", "turned", "took", "taken", "spread")  # where over is no hedge
NOT_A_HEDGE = re.compile(rf"\b(?:(?:{'|'.join(BEFORE_OVER)})\s+over|the\s+above)\s*\Z", re.IGNORECASE)
TOTALS = tuple(f"{words} of" for words in ("a total", "the total", "the figure", "the number", "the mark"))


def _spaced(words: Iterable[str]) -> str:
    return any_of(map(re.escape, words)).replace(r"\ ", r"\s+")


_LAST = tuple({words.split()[-1] for words in (*BEFORE, *TOTALS)})
_HEDGE = re.compile(rf"(?<![\w-])({_spaced(BEFORE)})\s+(?:(?:{_spaced(TOTALS)})\s+)?\Z", re.IGNORECASE)
_NO = r"(?:not|never|cannot|without|\w+n['\N{RIGHT SINGLE QUOTATION MARK}]t)"
_NOT = re.compile(rf"\b{_NO}\s+(?:been?\s+)?\Z", re.IGNORECASE)
_SIGN, _SIGN_ENDS = re.compile(rf"(?<![-=<>])({any_of(_SIGNS)})\s*\Z"), tuple(_SIGNS)
_NUMBER = rf"{GAP}(?:[^\w\s]?[0-9]|(?:{any_of([*WORDS, *TEENS, *TENS, *GROUPS])}|an?|half|another|some)\b)"
_NOUN = r"\s+(?!(?:and|but|or|with)\b)[^\W\d_][\w-]*"
_BEHIND = re.compile(rf"(?:(?:{_NOUN}){{0,2}}?,?\s+|-)({_spaced(BEHIND)})\b(?!\s+than\b|{_NUMBER})", re.IGNORECASE)


class Heard(NamedTuple):
    """A hedge in a text, its words or its sign there, and where they begin."""

    hedge: Hedge
    words: str
    at: int


def hedge_before(text: str) -> Heard | None:
    """The hedge that a text ends with; of two, as in up to about, the one that sets a bound."""
    text = text.rstrip(_OPENING)
    if text[-1:].isspace() and text.rstrip().lower().endswith(_LAST):  # far quicker than the search
        found = _HEDGE.search(text)
        heard = _heard(found, BEFORE) if found and not NOT_A_HEDGE.search(text, 0, found.end(1)) else None
        if heard:
            return _bounding(text, _negated(text, heard))
    if text.rstrip().endswith(_SIGN_ENDS) and (sign := _SIGN.search(text)):
        return Heard(BY_WORDS[_SIGNS[sign[1]]], sign[1], sign.start())
    return None


def hedge_behind(text: str) -> Heard | None:
    """The hedge that a text begins with, if need be behind the noun of what is counted."""
    found = _BEHIND.match(text)
    return _heard(found, BEHIND) if found else None


def _heard(found: re.Match[str], known: Mapping[str, Hedge]) -> Heard | None:
    """The hedge of the words found; none where they are not quite the known ones, as with a dotless i."""
    words = _one_line(found[1])
    hedge = known.get(words.lower())
    return Heard(hedge, words, found.start(1)) if hedge else None


def _bounding(text: str, heard: Heard) -> Heard:
    if heard.hedge.kind not in _WEAK:
        return heard
    outer = hedge_before(text[: heard.at])
    bound = outer and outer.hedge.kind not in (*_WEAK, "only") and outer.words.lower() != "over"
    return outer if outer and bound else heard


def _negated(text: str, heard: Heard) -> Heard:
    denied = _NOT.search(text, 0, heard.at) if heard.hedge.kind in _NEGATED else None
    if not denied:
        return heard
    return Heard(BY_WORDS[_NEGATED[heard.hedge.kind]], f"{_one_line(denied[0])} {heard.words}", denied.start())


def _one_line(words: str) -> str:
    return " ".join(words.split())
