"""Units of measurement, and finding their names in text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit in which values are given.

    Units of one `dimension` convert into one another: `factor` is how many of the dimension's base unit one is.
    `counted` units hold whole numbers from 0. `words` are all its spellings after a number, one or many, and
    `prefixes` those before it.
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


class Name(NamedTuple):
    """A unit's name as it stands in a text."""

    word: str
    unit: Unit


def named(word: str, units: Mapping[str, Unit]) -> Unit | None:
    """The unit that has exactly this word."""
    return next((unit for unit in units.values() if word in unit.words), None)


def prefix_before(text: str, units: Mapping[str, Unit]) -> Name | None:
    """The longest prefix that `text` ends with."""
    return _longest(name for name in _prefixes(units) if text.endswith(name.word))


def prefix_of(text: str, units: Mapping[str, Unit]) -> Name | None:
    """The longest prefix that `text` begins with."""
    return _longest(name for name in _prefixes(units) if text.startswith(name.word))


def name_of(text: str, units: Mapping[str, Unit]) -> Name | None:
    """The longest unit word that `text` begins with, in either case, and that ends where a word ends."""
    lower = text.lower()
    names = (Name(word, unit) for unit in units.values() for word in unit.words if lower.startswith(word.lower()))
    return _longest(name for name in names if not text[len(name.word) :][:1].isalnum())


def attached(word: str) -> bool:
    """Whether a unit word is written against its number, as % is."""
    return not word[0].isalpha()


def _prefixes(units: Mapping[str, Unit]) -> Iterable[Name]:
    return (Name(prefix, unit) for unit in units.values() for prefix in unit.prefixes)


def _longest(names: Iterable[Name]) -> Name | None:
    return max(names, key=lambda name: len(name.word), default=None)
