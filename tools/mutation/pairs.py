"""Corruptions of two places at once: values that change places, and values changed together with their quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from tools.mutation import digits
from tools.mutation.leaves import Edit, Leaf, replaced
from tools.mutation.mutants import Mutant, World
from tools.mutation.values import ONE_WORDING, hedge_of

_NUMBER = re.compile(r"[0-9][0-9.,]*[0-9]|[0-9]")


def swap_values(world: World, leaf: Leaf) -> Iterator[Mutant]:
    """Two figures change places: with the next figure of the article, and with one of the same measure elsewhere."""
    if leaf.field != "value":
        return
    own, random = world.claim(leaf), Random(f"swap {leaf.name}")
    beside = [claim for claim in world.book.by_source[leaf.file] if claim.value]
    following = beside[(beside.index(own) + 1) % len(beside)]
    alike = [
        claim for claim, _, _ in world.book.figures() if claim.measure == own.measure and claim.source != own.source
    ]
    for other in [following, *random.sample(alike, min(1, len(alike)))]:
        theirs = world.entries[other.source, other.name]["value"]
        if theirs.text != leaf.text:
            edits = (
                replaced(leaf, theirs.text, world.texts[leaf.file]),
                replaced(theirs, leaf.text, world.texts[theirs.file]),
            )
            yield Mutant("swap values of two facts", leaf, f"{theirs.text} of {theirs.name}", edits)


def number_and_quote(world: World, leaf: Leaf) -> Iterator[Mutant]:
    """A digit of the value changes, and the same number in the quote alike."""
    if leaf.field != "value" or not (number := _NUMBER.search(leaf.text)):
        return
    quote = world.entry(leaf)["quote"].text
    part = Leaf(leaf.file, leaf.claim, leaf.key, number[0], 0, 0)
    for slip in (digits.swap, digits.drop, digits.double, digits.change):
        for new in slip(world, part, Random(f"both {slip.__name__} {leaf.name}")):
            value, altered = (text.replace(number[0], new, 1) for text in (leaf.text, quote))
            yield from _both(world, leaf, "value + quote: number", value, altered)


def hedge_and_quote(world: World, leaf: Leaf) -> Iterator[Mutant]:
    """The hedge is dropped, exchanged or added in value and quote alike."""
    if leaf.field != "value":
        return
    own, quote, random = hedge_of(leaf.text).strip(), world.entry(leaf)["quote"].text, Random(f"both {leaf.name}")
    other = random.choice([words for words in ONE_WORDING if words != own])
    if own:
        written, bare = re.compile(rf"\b{re.escape(own)} ", re.IGNORECASE), leaf.text.removeprefix(f"{own} ")
        yield from _both(world, leaf, "value + quote: hedge dropped", bare, written.sub("", quote, count=1))
        exchanged = written.sub(f"{other} ", quote, count=1)
        yield from _both(world, leaf, "value + quote: hedge exchanged", f"{other} {bare}", exchanged)
    elif number := _NUMBER.search(leaf.text):
        place = re.compile(rf"(?<![0-9.,]){re.escape(number[0])}")
        hedged = place.sub(f"{other} {number[0]}", quote, count=1)
        yield from _both(world, leaf, "value + quote: hedge added", f"{other} {leaf.text}", hedged)


def _both(world: World, leaf: Leaf, operator: str, value: str, quote: str) -> Iterator[Mutant]:
    old, text = world.entry(leaf)["quote"], world.texts[leaf.file]
    if quote != old.text and value != leaf.text:
        yield Mutant(operator, leaf, f"{value}; {quote}", (replaced(leaf, value, text), replaced(old, quote, text)))


def moved(world: World, leaf: Leaf) -> Iterator[Mutant]:
    """A claim is taken for one of another source."""
    if leaf.field != "according_to":
        return
    text, others = world.texts[leaf.file], [name for name in world.texts if name != leaf.file]
    other = Random(f"moved {leaf.name}").choice(others)
    start = re.search(rf"^{re.escape(leaf.claim)}:", text, re.MULTILINE)
    assert start
    following = re.compile(r"^[a-z0-9]", re.MULTILINE).search(text, start.end())
    end = following.start() if following else len(text)
    target = len(world.texts[other])
    edits = (Edit(leaf.file, start.start(), end, ""), Edit(other, target, target, f"\n{text[start.start() : end]}"))
    yield Mutant("source", leaf, other, edits)
