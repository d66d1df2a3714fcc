"""Quotes cut or altered, and prose cut, denied, emptied or written with letters of another alphabet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from tools.mutation.leaves import Leaf
from tools.mutation.mutants import World

_WORD = re.compile(r"[^\W\d_]{3,}")
_LOOKALIKES = dict(zip("aceopxy", "\u0430\u0441\u0435\u043e\u0440\u0445\u0443", strict=True))  # Latin, Cyrillic
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|may|must|can|will)\b")


def cut_first(_: World, leaf: Leaf, __: Random) -> Iterator[str]:
    """The first word is missing."""
    yield " ".join(leaf.text.split(" ")[1:])


def cut_last(_: World, leaf: Leaf, __: Random) -> Iterator[str]:
    """The last word is missing."""
    yield " ".join(leaf.text.split(" ")[:-1])


def cut_half(_: World, leaf: Leaf, __: Random) -> Iterator[str]:
    """The second half is missing."""
    words = leaf.text.split(" ")
    yield " ".join(words[: (len(words) + 1) // 2])


def drop_word(_: World, leaf: Leaf, random: Random) -> Iterator[str]:
    """A word between the first and the last is missing."""
    words = leaf.text.split(" ")
    if len(words) > 2:
        at = random.randrange(1, len(words) - 1)
        yield " ".join(words[:at] + words[at + 1 :])


def swap_words(_: World, leaf: Leaf, random: Random) -> Iterator[str]:
    """Two neighbouring words change places."""
    words = leaf.text.split(" ")
    if len(words) > 1:
        at = random.randrange(len(words) - 1)
        yield " ".join([*words[:at], words[at + 1], words[at], *words[at + 2 :]])


def other_word(world: World, leaf: Leaf, random: Random) -> Iterator[str]:
    """A word becomes another, taken from another quote of the record."""
    words, other = leaf.text.split(" "), random.choice(list(world.book.claims.values())).quote.split(" ")
    at = random.randrange(len(words))
    yield " ".join([*words[:at], random.choice(other), *words[at + 1 :]])


def other_letter(_: World, leaf: Leaf, random: Random) -> Iterator[str]:
    """A letter becomes the next one of the alphabet."""
    if words := list(_WORD.finditer(leaf.text)):
        at = random.choice(words).start() + random.randrange(3)
        new = chr(ord(leaf.text[at]) + 1)
        yield leaf.text[:at] + (new if new.isalpha() else "a") + leaf.text[at + 1 :]


def confusable(_: World, leaf: Leaf, random: Random) -> Iterator[str]:
    """A letter becomes one of another alphabet that looks the same."""
    if places := [at for at, letter in enumerate(leaf.text) if letter in _LOOKALIKES]:
        at = random.choice(places)
        yield leaf.text[:at] + _LOOKALIKES[leaf.text[at]] + leaf.text[at + 1 :]


def blank(_: World, __: Leaf, ___: Random) -> Iterator[str]:
    """Nothing is left."""
    yield ""


def negate(_: World, leaf: Leaf, __: Random) -> Iterator[str]:
    """A statement is denied."""
    if verb := _VERB.search(leaf.text):
        yield f"{leaf.text[: verb.end()]} not{leaf.text[verb.end() :]}"
