"""Units of measurement, and finding their names in text."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

_CAPITAL = re.compile(r"[A-Z]\Z")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit in which values are given.

    Units of one `dimension` convert into one another: `factor` is how many of the dimension's base unit one is.
    `counted` units hold whole numbers from 0. `words` are all its spellings after a number, one or many, and
    `prefixes` those before it; `heard` are words of any language that show in a quote that it is meant.
    """

    key: str
    label: str
    singular: str
    definition: str
    dimension: str
    factor: Fraction
    counted: bool
    words: tuple[str, ...]
    prefixes: tuple[str, ...] = ()
    heard: tuple[str, ...] = ()


class Units(dict[str, Unit]):
    """The units of a record by key; equal to no other, so that what is found with them can be kept."""

    __slots__ = ()
    __eq__ = object.__eq__
    __hash__ = object.__hash__  # type: ignore[assignment]


class Name(NamedTuple):
    """A unit's name as it stands in a text."""

    word: str
    unit: Unit


def named(word: str, units: Mapping[str, Unit]) -> Unit | None:
    """The unit that has exactly this word."""
    return _by_word(units).get(word)


def prefix_before(text: str, units: Mapping[str, Unit]) -> Name | None:
    """The longest prefix that `text` ends with, spaces behind it included; none for a part of one, as the $ of A$."""
    word = text.rstrip(" \u00a0")
    name = next((name for name in _prefixes(units) if word.endswith(name.word)), None)
    if not name or _CAPITAL.search(word, 0, len(word) - len(name.word)):
        return None
    return Name(name.word + text[len(word) :], name.unit)


def prefix_of(text: str, units: Mapping[str, Unit]) -> Name | None:
    """The longest prefix that `text` begins with."""
    return next((name for name in _prefixes(units) if text.startswith(name.word)), None)


def name_of(text: str, units: Mapping[str, Unit]) -> Name | None:
    """The longest unit word that `text` begins with, in either case, and that ends where a word ends."""
    match = _any_word(units).match(text.lower())
    return Name(match[0], _by_word(units, str.lower)[match[0]]) if match else None


def many(word: str, unit: Unit) -> str:
    """The plural of a unit's word that is for one alone; nothing for other words, and of units written alike."""
    plural = unit.label if word == unit.singular else f"{word}s"
    return plural if plural in unit.words and unit.singular != unit.label else ""


def attached(word: str) -> bool:
    """Whether a unit word is written against its number, as % is."""
    return not word[0].isalpha()


@lru_cache(maxsize=8)
def _by_word(units: Mapping[str, Unit], form: Callable[[str], str] = str) -> dict[str, Unit]:
    """The units by their words; of two units with one word, the first."""
    return {form(word): unit for unit in reversed([*units.values()]) for word in unit.words}


@lru_cache(maxsize=4)
def _any_word(units: Mapping[str, Unit]) -> re.Pattern[str]:
    words = sorted(_by_word(units, str.lower), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, words))})(?![^\W_])")


@lru_cache(maxsize=4)
def _prefixes(units: Mapping[str, Unit]) -> list[Name]:
    """The units' prefixes, the longest first."""
    names = (Name(prefix, unit) for unit in units.values() for prefix in unit.prefixes)
    return sorted(names, key=lambda name: len(name.word), reverse=True)
