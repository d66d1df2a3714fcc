"""What the columns of the record's tables read from a fact."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import TypeAlias

from factbook.checks.judging import doubted
from factbook.kinds import NOT_FOUND
from factbook.model import Book, Claim
from factbook.quantities import Quantity
from factbook.spans import span

Cell: TypeAlias = str | int | Fraction | date | None
Read: TypeAlias = Callable[[Book, Claim], Cell]


def of_value(read: Callable[[Quantity], Cell]) -> Read:
    """What is read from the figure of a fact; None where it has no figure."""
    return lambda book, claim: None if claim.value is None else read(claim.value)


def first_day(_: Book, claim: Claim) -> Cell:
    """The first day a claim can include; None where none is stated."""
    return claim.when.first if claim.when else None


def last_day(book: Book, claim: Claim) -> date | None:
    """The last day a claim can include, but for a plan none after its source; None for none or an open one."""
    if claim.when is None or claim.when.last == date.max:
        return None
    if claim.measure and book.vocabulary.measures[claim.measure].ahead:
        return claim.when.last
    return min(claim.when.last, book.source_of(claim).latest)


def published(book: Book, claim: Claim) -> Cell:
    """When its source was published (EDTF); None where that is undated."""
    day = book.source_of(claim).published
    return day.text if day else None


def url(book: Book, claim: Claim) -> Cell:
    """The address of its source; None where that is not known."""
    address = book.source_of(claim).url
    return None if address == NOT_FOUND else address


def paragraph(book: Book, claim: Claim) -> Cell:
    """The number of the first paragraph that holds its phrase; None where none is held."""
    return next(iter(book.paragraphs(claim)), None)


def covered(book: Book, claim: Claim) -> Cell:
    """The kind of time its figure covers, a key of `SPANS`; None where it has no figure."""
    return span(claim.when, book.vocabulary.measures[claim.measure].of_stretches) if claim.measure else None


def placed(book: Book, claim: Claim) -> Cell:
    """Where the party that says it stands, a key of `PLACED`; None where none is named."""
    party = book.vocabulary.parties.get(claim.according_to)
    return party.placed if party else None


def doubted_by(book: Book, claim: Claim) -> Cell:
    """The ids of the checks that show it not to hold; None where none does."""
    if claim.id not in doubted(book):
        return None
    return " ".join(check.id for check in book.checks.values() if check.doubted == claim.id)
