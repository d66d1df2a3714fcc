"""Slips of the pen in digits, wherever digits stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from tools.mutation.leaves import Leaf
from tools.mutation.mutants import World

_PAIR = re.compile(r"(?=([0-9])[.,]?((?!\1)[0-9]))")
_DIGIT = re.compile(r"[0-9]")
_SEPARATED = re.compile(r"(?<=[0-9]),(?=[0-9]{3})")


def swap(_: World, leaf: Leaf, random: Random) -> Iterator[str]:
    """Two neighbouring digits change places."""
    if pairs := list(_PAIR.finditer(leaf.text)):
        at = random.choice(pairs)
        first, second = at.start(1), at.start(2)
        yield leaf.text[:first] + at[2] + leaf.text[first + 1 : second] + at[1] + leaf.text[second + 1 :]


def drop(_: World, leaf: Leaf, random: Random) -> Iterator[str]:
    """A digit is left out."""
    for at in _some(leaf, random):
        yield leaf.text[:at] + leaf.text[at + 1 :]


def double(_: World, leaf: Leaf, random: Random) -> Iterator[str]:
    """A digit is written twice."""
    for at in _some(leaf, random):
        yield leaf.text[:at] + leaf.text[at] + leaf.text[at:]


def change(_: World, leaf: Leaf, random: Random) -> Iterator[str]:
    """A digit becomes another."""
    for at in _some(leaf, random):
        yield leaf.text[:at] + str((int(leaf.text[at]) + random.randint(1, 9)) % 10) + leaf.text[at + 1 :]


def separator(_: World, leaf: Leaf, random: Random) -> Iterator[str]:
    """A comma between thousands becomes a point."""
    if commas := list(_SEPARATED.finditer(leaf.text)):
        at = random.choice(commas).start()
        yield f"{leaf.text[:at]}.{leaf.text[at + 1 :]}"


def _some(leaf: Leaf, random: Random) -> list[int]:
    places = [match.start() for match in _DIGIT.finditer(leaf.text)]
    return random.sample(places, min(len(places), 2 if leaf.key == "value" else 1))
