"""The record as operators see it, and all corruptions they make of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from factbook.model import Book
from tools.mutation.leaves import Leaf, fact_texts, leaves
from tools.mutation.mutants import Mutant, World
from tools.mutation.operators import GROUPS


def world(facts: Path, book: Book) -> World:
    """The record under `facts`, which `book` was loaded from."""
    texts = fact_texts(facts)
    entries: dict[tuple[str, str], dict[str, Leaf]] = defaultdict(dict)
    for file, text in texts.items():
        for leaf in leaves(file, text):
            entries[leaf.file, leaf.claim][leaf.key] = leaf
    return World(book, texts, entries)


def mutants(world: World) -> dict[str, list[Mutant]]:
    """Every corruption by the group of its operator, those of one operator in an order that looks random but is not."""
    return {group: list(_of(world, group)) for group in GROUPS}


def sampled(found: list[Mutant], share: float) -> list[Mutant]:
    """The given share of each operator's corruptions, at least one of each."""
    by_operator: dict[str, list[Mutant]] = defaultdict(list)
    for mutant in found:
        by_operator[mutant.operator].append(mutant)
    return [mutant for own in by_operator.values() for mutant in own[: max(1, round(share * len(own)))]]


def _of(world: World, group: str) -> Iterator[Mutant]:
    every = [leaf for entry in world.entries.values() for leaf in entry.values()]
    for operator in GROUPS[group].values():
        found = [mutant for leaf in every for mutant in operator(world, leaf)]
        yield from sorted(found, key=lambda mutant: sha256(mutant.id.encode()).digest())
