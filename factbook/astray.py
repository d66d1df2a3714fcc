"""Find claims on pages that stand beside the name of somebody else, or beside a date that is none of theirs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from factbook.citations import Use
from factbook.clauses import Clause, columns, sentences
from factbook.dates import printed
from factbook.errors import Problem, shown
from factbook.model import Book, Claim
from factbook.told import SIDES, dates_told, names_told, party_name

_ADVICE = "Correct either, or part them into two sentences."


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


def astray(book: Book, used: Sequence[Use]) -> Iterator[Problem]:
    """Every claim beside which a sentence or table names another than those it comes from, or a date not its own.

    What a clause tells is of the claims cited in it, or of all in the sentence where it cites none.
    """
    for clauses in chain(sentences(used), columns(used)):
        found = [_cited(book, clause) for clause in clauses]
        if any(found):
            for kind in KINDS:
                yield from _unfit(book, kind, [[*kind.told(book, clause)] for clause in clauses], found)


def _unfit(book: Book, kind: Kind, told: Sequence[list[str]], found: Sequence[list[Cited]]) -> Iterator[Problem]:
    for words, some in _pairs(told, found):
        claims = (claim for one in some for claim in one.claims)
        if not any(kind.fits(book, claim, word) for claim in claims for word in words):
            (use, of), *_ = some
            known = dict.fromkeys(name for claim in of for name in kind.known(book, claim))
            told_of = f"{shown(words[0])} stands beside {use.id}, which is of {shown('; '.join(known) or 'none', 120)}."
            yield Problem(use.mark, "page", f"{told_of} {_ADVICE}", kind.rule)


def _pairs(told: Sequence[list[str]], found: Sequence[list[Cited]]) -> Iterator[tuple[list[str], list[Cited]]]:
    """Words and uses of which one of the first must fit one of the second."""
    everywhere = [one for some in found for one in some]
    apart = [word for words, some in zip(told, found, strict=True) if not some for word in words]
    for words, some in zip(told, found, strict=True):
        yield from (([word], some or everywhere) for word in words)
        if words or apart:
            yield from ((words or apart, [one]) for one in some)


def _cited(book: Book, clause: Clause) -> list[Cited]:
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
        yield from party.also
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
