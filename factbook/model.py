"""The record as typed values: sources, claims and the book that holds them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from factbook.dates import When, printed
from factbook.declared import Check, Derived, Question
from factbook.ends import Number
from factbook.errors import Mark, Marked
from factbook.evidence import Fingerprint
from factbook.quantities import Quantity
from factbook.vocabulary import Measure, Vocabulary


@dataclass(frozen=True, slots=True)
class Source(Marked):
    """An article: its bibliographic record and how much of it is held."""

    publisher: str
    title: str
    published: When | None
    accessed: date
    url: str
    language: str
    standing: str
    held: str
    authors: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    origin: str | None = None
    notice: str | None = None
    relays: str | None = None
    note: str | None = None
    passed_over: Mapping[int, str] = field(default_factory=dict)

    @property
    def latest(self) -> date:
        """The last day it can tell of: of its publication or, where that is unknown, of its reading."""
        return self.published.last if self.published else self.accessed

    @property
    def told(self) -> str:
        """Its publisher and day in English, where no markup may stand."""
        return f"{self.publisher}, {printed(self.published) if self.published else 'undated'}"


@dataclass(frozen=True, slots=True)
class Claim(Marked):
    """What one source reports: a figure (`measure`, `value`) or a statement (`statement`, `topic`).

    `id` is the full id, `<source id>.<claim id>`; `when` is None where the source does not say.
    """

    source: str
    according_to: str
    quote: str
    measure: str | None = None
    value: Quantity | None = None
    statement: str | None = None
    topic: str | None = None
    when: When | None = None
    date_quote: str | None = None
    scope: str | None = None
    place: str | None = None
    status: str = "attributed"
    rounded_to: Number | None = None
    restates: str | None = None
    reason: str | None = None
    note: str | None = None

    @property
    def name(self) -> str:
        """The claim's id within its source."""
        return self.id.partition(".")[2]

    @property
    def quotes(self) -> dict[str, str]:
        """The words of its source, by key."""
        return {"quote": self.quote} | ({"date_quote": self.date_quote} if self.date_quote else {})

    @property
    def dated_by(self) -> str:
        """The key under which its date stands."""
        return "date" if "date" in self.marks else "period"


class Figure(NamedTuple):
    """A claim that holds a figure, with what it measures."""

    claim: Claim
    measure: Measure
    value: Quantity


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A place with its spellings."""

    key: str
    label: str
    azerbaijani: str = ""
    armenian: str = ""
    also: tuple[str, ...] = ()

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every name of the place, the one that this site uses first."""
        return (self.label, *filter(None, (self.azerbaijani, self.armenian)), *self.also)


@dataclass(frozen=True, slots=True)
class Name:
    """A name that holds a number, which pages may therefore write by hand."""

    mark: Mark
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class ReadingDay:
    """A day on which sources were read."""

    mark: Mark
    day: date
    note: str | None = None


@dataclass(frozen=True, slots=True, eq=False)  # one book equals only itself, so what is found in it can be kept
class Book:
    """The whole record, loaded once and never changed.

    `ids` holds the id of every source and claim that is written, sound or not; `entries` the same of the lists and the
    vocabulary, as in `checks.killed`;
    `names` the names that hold a number, by their text; `noted` what a reader noted down of pages that are not
    held, as fingerprints.
    """

    vocabulary: Vocabulary
    places: Mapping[str, PlaceName]
    sources: Mapping[str, Source]
    claims: Mapping[str, Claim]
    fingerprints: Mapping[str, Fingerprint]
    by_source: Mapping[str, tuple[Claim, ...]]
    ids: frozenset[str] = frozenset()
    names: Mapping[str, Name] = field(default_factory=dict)
    readings: tuple[ReadingDay, ...] = ()
    noted: Mapping[str, Fingerprint] = field(default_factory=dict)
    derived: Mapping[str, Derived] = field(default_factory=dict)
    checks: Mapping[str, Check] = field(default_factory=dict)
    questions: Mapping[str, Question] = field(default_factory=dict)
    entries: frozenset[str] = frozenset()

    def source_of(self, claim: Claim) -> Source:
        """The source a claim was taken from."""
        return self.sources[claim.source]

    def unsound(self) -> frozenset[str]:
        """The sources of which a claim is written but not sound, which is told where it stands."""
        return _unsound(self)

    def figures(self) -> tuple[Figure, ...]:
        """The claims that hold a figure, each with its measure and its value."""
        return _figures(self)

    def paragraphs(self, claim: Claim) -> list[int]:
        """The paragraphs of the source in which the claim's quote is found."""
        held = self.fingerprints.get(claim.source)
        return held.locate(claim.quote) if held else []


@lru_cache(maxsize=1)
def _unsound(book: Book) -> frozenset[str]:
    return frozenset(id.partition(".")[0] for id in book.ids - book.claims.keys() if "." in id)


@lru_cache(maxsize=1)  # most rules look at every figure
def _figures(book: Book) -> tuple[Figure, ...]:
    measures = book.vocabulary.measures
    return tuple(
        Figure(claim, measures[claim.measure], claim.value)
        for claim in book.claims.values()
        if claim.measure is not None and claim.value is not None
    )
