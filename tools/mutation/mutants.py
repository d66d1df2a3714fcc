"""A corruption of the record, and the record it is made from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from factbook.model import Book, Claim
from tools.mutation.leaves import Edit, Leaf, replaced

Entry = Mapping[str, Leaf]


@dataclass(frozen=True, slots=True)
class World:
    """The record: its typed form, the text of its fact files, and their scalars by (file, claim) and key."""

    book: Book
    texts: Mapping[str, str]
    entries: Mapping[tuple[str, str], Entry]

    def claim(self, leaf: Leaf) -> Claim:
        """The claim a scalar belongs to."""
        return self.book.claims[f"{leaf.file}.{leaf.claim}"]

    def entry(self, leaf: Leaf) -> Entry:
        """The scalars that stand beside one."""
        return self.entries[leaf.file, leaf.claim]


@dataclass(frozen=True, slots=True)
class Mutant:
    """A corruption: which operator made it, of which scalar, what stood there, what stands there now."""

    operator: str
    leaf: Leaf
    new: str
    edits: tuple[Edit, ...]

    @property
    def id(self) -> str:
        """The same for the same corruption of the same record."""
        return f"{self.operator} {self.leaf.name}: {self.leaf.text} -> {self.new}"


Texts = Callable[[World, Leaf, Random], Iterator[str]]
"""New texts for one scalar."""


def texts_of(operator: str, make: Texts, fields: Sequence[str]) -> Callable[[World, Leaf], Iterator[Mutant]]:
    """An operator that gives one scalar a new text, for scalars of the named fields, or of all where none is named."""

    def mutants(world: World, leaf: Leaf) -> Iterator[Mutant]:
        if fields and leaf.field not in fields:
            return
        random = Random(f"{operator} {leaf.name} {leaf.text}")
        for new in dict.fromkeys(make(world, leaf, random)):
            if new != leaf.text:
                yield Mutant(operator, leaf, new, (replaced(leaf, new, world.texts[leaf.file]),))

    return mutants
