"""Rules that hold a statement in our words against the words quoted for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from factbook.errors import Problem, shown
from factbook.languages import OURS
from factbook.model import Book, Claim
from factbook.quantities.words import numbers_in

_PROSE = 3  # up to which numbers in words are ordinary prose
_STEM = 5  # letters by which forms of one word are alike
_WORD = re.compile(r"[a-z]{4,}")
_DIGITS = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_DENIED = re.compile(r"\b(?:not?|never|cannot|nor|neither|without)\b|n['\u2019]t\b", re.IGNORECASE)
_DENIES = re.compile(
    rf"{_DENIED.pattern}|\b(?:none|nobody|nothing|den(?:y|ies|ied)|(?:reject|refus|lack|fail)\w*|turn\w* down)\b",
    re.IGNORECASE,
)


def statement_numbers_witnessed(book: Book) -> Iterator[Problem]:
    """A number of a statement, above three if in words, must stand in its quote, its date or its note as well."""
    for claim, statement in _statements(book):
        if stated := _numbers(statement):
            dated = claim.when.text if claim.when else ""
            beside = " ".join(filter(None, (claim.quote, claim.date_quote, claim.note, dated)))
            theirs = _numbers(claim.quote, book.source_of(claim).language)
            for number in sorted(stated - _numbers(beside) - theirs)[:1]:
                message = f"{number} stands neither in quote, date nor note. Correct it, or quote its words."
                yield claim.problem("statement-numbers-witnessed", message, "claim")


def denial_kept(book: Book) -> Iterator[Problem]:
    """A statement must deny something, or its note, where the English words quoted for it do."""
    for claim, statement in _statements(book):
        denied = _DENIED.search(claim.quote) if book.source_of(claim).language == OURS else None
        if denied and not _DENIES.search(f"{statement} {claim.note or ''}"):
            message = f"the quote says {shown(denied[0].lower())}, and the statement denies nothing. Correct it."
            yield claim.problem("denial-kept", message, "claim")


def statements_not_exchanged(book: Book) -> Iterator[Problem]:
    """No two statements of a source may each share more words with the other's quote and name than with their own."""
    for claims in book.by_source.values():
        worded = [_worded(claim, claim.statement) for claim in claims if claim.statement]
        for one, other in combinations(worded, 2):
            if _suits_better(one, other) and _suits_better(other, one):
                shared = f"shares more words with the quote of {other.claim.name}, and that one's with this quote."
                yield one.claim.problem("statements-not-exchanged", f"{shared} Exchange them.", "claim")


class _Worded(NamedTuple):
    claim: Claim
    stated: set[str]
    beside: set[str]


def _worded(claim: Claim, statement: str) -> _Worded:
    return _Worded(claim, _stems(statement), _stems(f"{claim.quote} {claim.name}"))


def _suits_better(one: _Worded, other: _Worded) -> bool:
    return len(one.stated & other.beside) > len(one.stated & one.beside)


def _stems(text: str) -> set[str]:
    return {word[:_STEM] for word in _WORD.findall(text.lower())}


def _statements(book: Book) -> Iterator[tuple[Claim, str]]:
    return ((claim, claim.statement) for claim in book.claims.values() if claim.statement)


def _numbers(text: str, language: str = OURS) -> set[str]:
    """The numbers of a text, as digits: those in digits as they stand, those in words by what they make together."""
    words = (found.values for found in numbers_in(text, language) if found.how == "word")
    in_words = {str(value) for values in words for value in values if value > _PROSE}
    return in_words | {number.lstrip("0") for number in _DIGITS.findall(text.replace(",", ""))}
