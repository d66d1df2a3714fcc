"""One valid word in place of another: party, measure, scope, status, place, topic, origin and their like."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from random import Random

from tools.mutation.leaves import Leaf
from tools.mutation.mutants import World


def party(world: World, leaf: Leaf, random: Random) -> Iterator[str]:
    """Another party: one that the same article quotes, the one quoted most, and any other."""
    beside = {claim.according_to for claim in world.book.by_source[leaf.file]} - {leaf.text}
    yield from random.sample(sorted(beside), min(1, len(beside)))
    often = Counter(claim.according_to for claim in world.book.claims.values() if claim.according_to != leaf.text)
    yield often.most_common(1)[0][0]
    yield _another(world.book.vocabulary.parties, leaf, random)


def measure(world: World, leaf: Leaf, random: Random) -> Iterator[str]:
    """Another measure: one given in the same units, and any other."""
    measures = world.book.vocabulary.measures
    own = measures[leaf.text]
    alike = [name for name, other in measures.items() if name != leaf.text and set(other.units) & set(own.units)]
    yield from random.sample(alike, min(2, len(alike)))
    yield _another(measures, leaf, random)


def scope(world: World, leaf: Leaf, random: Random) -> Iterator[str]:
    """Another scope: the one used most, and any other."""
    used = Counter(claim.scope for claim in world.book.claims.values() if claim.scope not in (None, leaf.text))
    yield from (str(name) for name, _ in used.most_common(1))
    yield _another(world.book.vocabulary.scopes, leaf, random)


def status(_: World, leaf: Leaf, __: Random) -> Iterator[str]:
    """Each other status that needs nothing beside it."""
    yield from (name for name in ("attributed", "corroborated", "contested") if name != leaf.text)


def topic(world: World, leaf: Leaf, random: Random) -> Iterator[str]:
    """Another topic."""
    yield _another(world.book.vocabulary.topics, leaf, random)


def place(world: World, leaf: Leaf, random: Random) -> Iterator[str]:
    """Another place."""
    yield _another(world.book.places, leaf, random)


def restates(world: World, leaf: Leaf, random: Random) -> Iterator[str]:
    """Another claim of the same measure."""
    own = world.claim(leaf)
    alike = [
        id for id, claim in world.book.claims.items() if claim.measure == own.measure and id not in (own.id, leaf.text)
    ]
    yield from random.sample(alike, min(1, len(alike)))


def origin(world: World, leaf: Leaf, random: Random) -> Iterator[str]:
    """The origin of another source."""
    others = {source.origin for source in world.book.sources.values() if source.origin} - {leaf.text}
    yield random.choice(sorted(others))


def held(_: World, leaf: Leaf, __: Random) -> Iterator[str]:
    """Each other extent."""
    yield from (name for name in ("whole", "opening", "phrases") if name != leaf.text)


def language(world: World, leaf: Leaf, random: Random) -> Iterator[str]:
    """Another language of the record."""
    others = {source.language for source in world.book.sources.values()} - {leaf.text}
    yield random.choice(sorted(others))


def _another(names: Iterable[str], leaf: Leaf, random: Random) -> str:
    return random.choice([name for name in names if name != leaf.text])
