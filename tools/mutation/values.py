"""Figures of another size, unit or hedge."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from factbook.quantities import HEDGES, grouped
from tools.mutation.leaves import Leaf
from tools.mutation.mutants import World

_NUMBER = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")
_SCALES = ("thousand", "million", "billion")
_SCALE = re.compile(rf" ({'|'.join(_SCALES)})\b")
ONE_WORDING = [hedge.words[0] for hedge in HEDGES if hedge.words]
_WORDINGS = sorted((words for hedge in HEDGES for words in hedge.words), key=len, reverse=True)
_HEDGE = re.compile(rf"(?:{'|'.join(_WORDINGS)}) ")


def hedge_of(text: str) -> str:
    """The hedge a value begins with, and the space behind it; empty for none."""
    match = _HEDGE.match(text)
    return match[0] if match else ""


def scale(_: World, leaf: Leaf, random: Random) -> Iterator[str]:
    """Ten or a thousand times as much, a tenth of it, and another scale word."""
    if match := _NUMBER.search(leaf.text):
        digits = match[0].replace(",", "")
        for longer in (f"{digits}0", f"{digits}000", digits[:-1]):
            if "." not in digits and longer:
                yield f"{leaf.text[: match.start()]}{grouped(longer)}{leaf.text[match.end() :]}"
    if word := _SCALE.search(leaf.text):
        other = random.choice([name for name in _SCALES if name != word[1]])
        yield f"{leaf.text[: word.start(1)]}{other}{leaf.text[word.end(1) :]}"


def sign(_: World, leaf: Leaf, __: Random) -> Iterator[str]:
    """A minus before the number."""
    if match := _NUMBER.search(leaf.text):
        yield f"{leaf.text[: match.start()]}-{leaf.text[match.start() :]}"


def unit(world: World, leaf: Leaf, random: Random) -> Iterator[str]:
    """Another unit: one that the measure allows, one of the same dimension, and any other."""
    claim, units = world.claim(leaf), world.book.vocabulary.units
    if claim.value is None or claim.measure is None:
        return
    own = units[claim.value.unit]
    word = next((word for word in sorted(own.words, key=len, reverse=True) if leaf.text.endswith(word)), None)
    if word is None:
        return
    others = [other for other in units.values() if other is not own and other.words[0][0].isalpha()]
    alike = [other for other in others if other.key in world.book.vocabulary.measures[claim.measure].units]
    kin = [other for other in others if other.dimension == own.dimension]
    for group in (alike, kin, others):
        if group:
            yield leaf.text.removesuffix(word).rstrip() + f" {random.choice(group).words[0]}"


def hedge_drop(_: World, leaf: Leaf, __: Random) -> Iterator[str]:
    """The hedge is left out."""
    yield leaf.text.removeprefix(hedge_of(leaf.text))


def hedge_swap(_: World, leaf: Leaf, random: Random) -> Iterator[str]:
    """Another hedge in place of the one written."""
    if own := hedge_of(leaf.text):
        for other in random.sample([words for words in ONE_WORDING if words != own.strip()], 2):
            yield f"{other} {leaf.text.removeprefix(own)}"


def hedge_add(_: World, leaf: Leaf, random: Random) -> Iterator[str]:
    """A hedge before a figure that has none."""
    if not hedge_of(leaf.text):
        for other in random.sample(ONE_WORDING, 2):
            yield f"{other} {leaf.text}"
