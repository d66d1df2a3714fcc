"""Quantities in running text, such as the words quoted from a source."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from factbook.ends import Number
from factbook.languages import OURS
from factbook.languages.english import WORDS
from factbook.quantities.heard import Heard, hedge_before, hedge_behind
from factbook.quantities.hedges import BY_WORDS, EXACT, VAGUE
from factbook.quantities.numerals import GAP
from factbook.quantities.readings import Hedge
from factbook.quantities.words import LINK, Found, any_of, numbers_in
from factbook.units import Name, Unit, name_of, prefix_before

_SUMMAND = rf"{GAP}*(?:[0-9]|(?:an?|the|another|some|{any_of(WORDS)})\b)"
_ATTACHED = re.compile(rf"(?:(\+)|-(plus)\b)(?!{GAP}*[0-9])", re.IGNORECASE)
_APART = re.compile(rf"{GAP}+(?:(\+)|(plus)\b)(?!{_SUMMAND})", re.IGNORECASE)  # 5 plus 3 is a sum
_LINK, _OF = re.compile(rf"{LINK}?"), re.compile(rf"{GAP}+of{GAP}+")
_UNHEDGED = Heard(EXACT, "", 0)
_BETWEEN = {"-", "\N{EN DASH}", " to ", " and "}
_NEAR = 60  # characters within which a hedge or a unit beside a number begins and ends
_GLUED = 3  # digits that may follow a letter and still be a number: "and2502", but not "km2"


class Mention(NamedTuple):
    """A number in a text, with the hedge and the unit directly beside it.

    `text` is the number as written, from `offset` to `end`, its currency sign included; `start` is where a hedge
    before it begins, or else `offset`; `unit_end` is the end of a plus sign and the unit after it. `values` has
    several members where the digits are ambiguous; `scale` is 1 where none is written; `hedged` is the hedge's words
    or sign, "" for none; `unit` is the key of a known unit.
    """

    start: int
    offset: int
    end: int
    unit_end: int
    text: str
    values: tuple[Number, ...]
    scale: int
    hedge: Hedge
    hedged: str
    unit: str | None

    @property
    def wording(self) -> str:
        """Its own words for its hedge where a value may be written with them, else the first that mean the same."""
        theirs = self.hedged.lower()
        return theirs if theirs in self.hedge.words else self.hedge.words[0]


@lru_cache(maxsize=100_000)  # several rules read the same quotes
def spoken_numbers(text: str, units: Mapping[str, Unit], language: str = OURS) -> tuple[Mention, ...]:
    """Every number in a text of a language, in digits or in words, in order."""
    found = [_mention(one, units, language) for one in numbers_in(text, language) if not _in_a_word(one.match)]
    return (*(_sharing(first, second, text) for first, second in pairwise(found)), *found[-1:])


def _in_a_word(match: re.Match[str]) -> bool:
    start = match.start()
    return start > 0 and match.string[start - 1].isalpha() and len(match["digits"] or "") < _GLUED


def _mention(found: Found, units: Mapping[str, Unit], language: str) -> Mention:
    match, _, end, values, scale = found
    text = match.string
    prefix = prefix_before(text[: match.start()], units)
    start = match.start() - len(prefix.word if prefix else "")
    plus = _ATTACHED.match(text, end) or _APART.match(text, end)
    name, unit_end = _unit_after(match, plus.end() if plus else end, units)
    if not plus and (plus := _ATTACHED.match(text, unit_end)):
        unit_end = plus.end()
    near = max(0, start - _NEAR)
    hedge, hedged, at = _hedge_beside(text[near:start], text[unit_end : unit_end + _NEAR], plus, language)
    if match["group"]:
        hedge, hedged, at = VAGUE, "", start - near
    unit = prefix or name
    return Mention(
        near + at, start, end, unit_end, text[start:end], values, scale, hedge, hedged, unit.unit.key if unit else None
    )


def _unit_after(match: re.Match[str], end: int, units: Mapping[str, Unit]) -> tuple[Name | None, int]:
    link = (_OF if match["group"] else _LINK).match(match.string, end)
    name = name_of(match.string[link.end() : link.end() + _NEAR], units) if link else None
    return name, link.end() + len(name.word) if link and name else end


def _hedge_beside(before: str, after: str, plus: re.Match[str] | None, language: str) -> Heard:
    if heard := hedge_before(before, language):
        return heard
    if plus:
        return Heard(BY_WORDS["at least"], plus[1] or plus[2], len(before))
    hedge, words, _ = hedge_behind(after, language) or _UNHEDGED
    return Heard(hedge, words, len(before))


def _sharing(first: Mention, second: Mention, text: str) -> Mention:
    """The lower end of a range with what is only written at its upper end: scale, unit and a hedge behind."""
    if text[first.end : second.offset] not in _BETWEEN:
        return first
    scaled = tuple(value * second.scale for value in first.values if first.scale == 1 != second.scale)
    unit = first.unit or second.unit
    shared = first._replace(values=first.values + scaled, unit=unit)
    if first.hedged or not second.hedged or second.start < second.offset:
        return shared
    return shared._replace(hedge=second.hedge, hedged=second.hedged)
