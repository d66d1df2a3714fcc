"""The words for a figure: those of its id, its measure, its place and whose work it counts, by how they begin."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import TypeAlias

from factbook.model import Book, Claim
from factbook.vocabulary import Measure

_STEM = 4  # letters by which forms of one word are alike
_WORD = re.compile(r"[^\W\d_]{3,}")
_LONG = re.compile(r"[^\W\d_]{4,}")  # shorter words of labels tell nothing apart
Stems: TypeAlias = frozenset[str]


@lru_cache(maxsize=100_000)  # many sentences cite figures of one source
def words_for(book: Book, id: str) -> Stems:
    """The words for a figure; for a computed one also those for what it rests on."""
    if derived := book.derived.get(id):
        return _long(derived.label).union(*(words_for(book, other) for other in derived.rests_on))
    claim = book.claims[id]
    place = book.places.get(claim.place or "")
    labels = _long(f"{_scope(book, claim)[0]} {place.label if place else ''}")
    return stems(claim.name) | labels | _of_measure(_measure(book, claim))[0]


def words_beside(book: Book, id: str, others: Iterable[str]) -> Stems:
    """What may stand beside a reported figure: words for it and for others, of its definitions, and for who says it."""
    claim = book.claims[id]
    party = book.vocabulary.parties.get(claim.according_to)
    told_by = f"{party.label if party else ''} {book.source_of(claim).publisher}"
    defined = _of_measure(_measure(book, claim))[1] | _long(f"{_scope(book, claim)[1]} {told_by}")
    return defined.union(*(words_for(book, other) for other in (id, *others)))


def unit_words(book: Book, id: str) -> Stems:
    """The words for the unit of a figure."""
    value = (book.derived.get(id) or book.claims[id]).value
    return _long(book.vocabulary.units[value.unit].label) if value else frozenset()


@lru_cache(maxsize=1_000)  # several figures stand in one sentence
def stems(text: str) -> Stems:
    """How the words of a text begin, but for those of one or two letters."""
    return frozenset(map(_stem, _WORD.findall(text)))


def heard(text: str, words: Stems) -> str:
    """The first of some words that a text holds, as it is written there."""
    return next(word[0] for word in _WORD.finditer(text) if _stem(word[0]) in words)


@lru_cache(maxsize=200)
def _of_measure(measure: Measure) -> tuple[Stems, Stems]:
    """The words for a measure, those of other languages if English letters write them, and those of its definition."""
    first = (words.partition(" ")[0] for words in measure.heard if words.isascii())
    return _long(measure.label) | stems(" ".join(first)), _long(measure.definition)


def _measure(book: Book, claim: Claim) -> Measure:
    return book.vocabulary.measures[claim.measure or ""]


def _scope(book: Book, claim: Claim) -> tuple[str, str]:
    scope = book.vocabulary.scopes.get(claim.scope or "")
    return (scope.label, scope.definition) if scope and scope.key != "all-operators" else ("", "")


@lru_cache(maxsize=1_000)
def _long(text: str) -> Stems:
    return frozenset(map(_stem, _LONG.findall(text)))


def _stem(word: str) -> str:
    return word[:_STEM].lower()
