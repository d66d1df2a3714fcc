"""Who a claim on a page may be said to come from, and which dates may be given for it, as far as the record knows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from factbook.citations import Use
from factbook.clauses import Clause
from factbook.dates import printed
from factbook.model import Book, Claim
from factbook.told import SIDES, dates_told, names_told, party_name


class Cited(NamedTuple):
    """The use of a figure or statement in a sentence, with the claims it goes back to."""

    use: Use
    claims: Sequence[Claim]


class Kind(NamedTuple):
    """What may stand beside a claim: how a clause tells it, whether it fits a claim, and what would."""

    rule: str
    told: Callable[[Book, Clause], Iterator[str]]
    fits: Callable[[Book, Claim, str], bool]
    known: Callable[[Book, Claim], Iterator[str]]


def cited(book: Book, clause: Clause) -> list[Cited]:
    """The figures and statements of the record that a clause cites."""
    return [Cited(use, claims) for use in clause.uses if (claims := _claims(book, use))]


def _claims(book: Book, use: Use) -> list[Claim]:
    if use.macro not in ("fact", "claim"):
        return []
    derived = book.derived.get(use.id)
    return [book.claims[id] for id in (derived.rests_on if derived else (use.id,)) if id in book.claims]


def _name_fits(book: Book, claim: Claim, name: str) -> bool:
    return _within(name, _origin(book, claim))


def _origin(book: Book, claim: Claim) -> Iterator[str]:
    """Who says it, whose report holds it, whom that relays, whose work it counts, and on which side who says it is."""
    source, party = book.source_of(claim), book.vocabulary.parties.get(claim.according_to)
    yield from (party_name(book, claim), source.told, *source.authors)
    if source.relays:
        yield source.relays
    if claim.scope in book.vocabulary.scopes:
        yield book.vocabulary.scopes[claim.scope].label
    if party:
        yield from (side for country, side in SIDES.items() if party.placed.startswith((country.lower(), "both")))


def _date_fits(book: Book, claim: Claim, date: str) -> bool:
    return _within(date, (*_days(book, claim), *_notes(book, claim)))  # a month may stand for a day in it


def _days(book: Book, claim: Claim) -> Iterator[str]:
    when, published = claim.when, book.source_of(claim).published
    yield from map(printed, filter(None, (when, when and when.start, when and when.end, published)))


def _notes(book: Book, claim: Claim) -> Iterator[str]:
    """The texts of the record that may give dates beside those of a claim, as that of a plan."""
    yield from filter(None, (claim.statement, claim.note, book.source_of(claim).note))


def _within(word: str, texts: Iterable[str]) -> bool:
    """Whether a text holds a word as a whole, in any case; to make an expression of each word takes far longer."""
    sought = word.lower()
    return any(
        _stands_alone(text, at, at + len(sought)) for text in map(str.lower, texts) for at in _places(sought, text)
    )


def _places(word: str, text: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def _stands_alone(text: str, start: int, end: int) -> bool:
    return not any(sign.isalnum() or sign == "_" for sign in text[max(0, start - 1) : start] + text[end : end + 1])


KINDS = (
    Kind("name-beside", names_told, _name_fits, _origin),
    Kind("date-beside", dates_told, _date_fits, _days),
)
