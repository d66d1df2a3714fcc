"""What a clause of a page tells of the claims beside it: who reports them, and of when they are."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from itertools import chain

from factbook.clauses import Clause
from factbook.dates import When, printed
from factbook.model import Book, Claim

SIDES: Mapping[str, str] = {"Armenia": "the Armenian side", "Azerbaijan": "the Azerbaijani side"}
_SAYS = "answer(?:s|ed)|claim(?:s|ed)|count(?:s|ed)|den(?:y|ies|ied)|gives?|gave|puts?|reports?|says?|said"
_SIDE = re.compile(
    rf"\b(Armenia|Azerbaijan)(?:[ni]? (?:side|authorities|{_SAYS})\b"
    r"|(?<=ccording to Armenia)\b|(?<=ccording to Azerbaijan)\b)"
)
_SPOKEN_OF = re.compile(
    r"\b(?:after|against|before|from|(?:un)?like|of|on|than|told|with|(?<!according )to) (?:the )?\Z", re.IGNORECASE
)
_FAR = re.compile(r"\b(?:after|before|than) \Z", re.IGNORECASE)  # a date behind these is another's
_NEAR = 20  # characters that hold the words before a name that make it no speaker's
_ANY_WORD, _WORD = re.compile(r"\w+"), re.compile(r"(?<![\w.-])\w+")
_LONGER = re.compile(r"[\w-]| [A-Z]")
_THE = re.compile(r"^the ", re.IGNORECASE)
_AGENCY = re.compile(r" (?:News )?Agency$")
_DATED: Mapping[str, Callable[[When], When]] = {
    "when": lambda when: when,
    "as_of": lambda when: when.end,
    "since": lambda when: when.start,
}


def names_told(book: Book, clause: Clause) -> Iterator[str]:
    """The parties, sources and sides that a clause names as speakers, in type or by a macro."""
    words = clause.words
    named = any(country in words for country in SIDES)
    sides = ((match.start(), SIDES[match[1]]) for match in (_SIDE.finditer(words) if named else ()))
    yield from (name for at, name in chain(_typed(book, words), sides) if not _spoken_of(words, at))
    yield from _named(book, clause)


def party_name(book: Book, claim: Claim) -> str:
    """Who makes a claim, as named inside a sentence."""
    party = book.vocabulary.parties.get(claim.according_to)
    return _THE.sub("", party.label) if party else claim.according_to


def _typed(book: Book, words: str) -> Iterator[tuple[int, str]]:
    names = _names(book)
    for first in () if names.keys().isdisjoint(_ANY_WORD.findall(words)) else _WORD.finditer(words):
        at = first.start()
        for name in names.get(first[0], ()):
            if words.startswith(name, at) and not _LONGER.match(words, at + len(name)):
                yield at, name
                break


def _spoken_of(words: str, at: int) -> bool:
    return _SPOKEN_OF.search(words[max(0, at - _NEAR) : at]) is not None


@lru_cache(maxsize=1)
def _names(book: Book) -> Mapping[str, list[str]]:
    """The names of parties and publishers by their first word, the longest first."""
    names = {source.publisher for source in book.sources.values()}
    names |= {_AGENCY.sub("", name) for name in names}
    names |= {name for party in book.vocabulary.parties.values() for name in (party.label, *party.also)}
    found: dict[str, list[str]] = defaultdict(list)
    for name in sorted({_THE.sub("", name) for name in names}, key=len, reverse=True):
        if first := _WORD.match(name):
            found[first[0]].append(name)
    return found


def _named(book: Book, clause: Clause) -> Iterator[str]:
    for use in clause.uses:
        if _spoken_of(use.before, len(use.before)):
            continue
        if use.macro == "party" and use.id in book.claims:
            yield party_name(book, book.claims[use.id])
        elif use.macro == "source" and use.id in book.sources:
            yield book.sources[use.id].told


def dates_told(book: Book, clause: Clause) -> Iterator[str]:
    """The dates that macros of a clause write, as readers see them; a typed one stops the build."""
    for use in clause.uses:
        if _FAR.search(use.before):
            continue
        claim, source = book.claims.get(use.id), book.sources.get(use.id)
        if claim and claim.when and use.macro in _DATED:
            yield printed(_DATED[use.macro](claim.when))
        elif source and source.published and use.macro == "published":
            yield printed(source.published)
