"""Reports that carry one release: they are one witness to it, however many they are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from factbook.model import Book, Claim, Source

Witness: TypeAlias = tuple[Claim, ...]


def siblings(book: Book, source: Source) -> list[Source]:
    """The other sources that carry the release this one carries."""
    if source.origin is None:
        return []
    return [other for other in book.sources.values() if other.origin == source.origin and other.id != source.id]


def origins(book: Book) -> int:
    """How many separate releases and texts the sources of the record go back to."""
    return len({source.origin or f"{source.id}." for source in book.sources.values()})


def witnesses(book: Book, claims: Iterable[Claim]) -> list[Witness]:
    """The claims in their order, those together that repeat one figure of one release."""
    found: dict[object, list[Claim]] = {}
    for claim in claims:
        found.setdefault(release(book, claim), []).append(claim)
    return [tuple(some) for some in found.values()]


def release(book: Book, claim: Claim) -> object:
    """What claims have in common that repeat one figure of one release; of any other claim, its id."""
    origin = book.source_of(claim).origin
    if origin is None or claim.value is None:
        return claim.id
    return origin, claim.measure, claim.value.unit, claim.value.usual, claim.scope, claim.place, _ends(claim)


def _ends(claim: Claim) -> object:
    return claim.when and (claim.when.is_interval, claim.when.end.last.isoformat()[:7])
