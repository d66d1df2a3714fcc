"""Find claims on pages that stand beside the name of somebody else, or beside a date that is none of theirs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from factbook.attested import KINDS, Cited, Kind, cited
from factbook.citations import Use
from factbook.clauses import columns, sentences
from factbook.errors import Problem, shown
from factbook.model import Book

_ADVICE = "Correct either, or part them into two sentences."


def astray(book: Book, used: Sequence[Use]) -> Iterator[Problem]:
    """Every claim beside which a sentence or table names another than those it comes from, or a date not its own.

    What a clause tells is of the claims cited in it, or of all in the sentence where it cites none.
    """
    for clauses in chain(sentences(used), columns(used)):
        found = [cited(book, clause) for clause in clauses]
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
