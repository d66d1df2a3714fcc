"""Find figures and statements on pages that leave their note out where nothing else gives it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from factbook.citations import Use
from factbook.errors import Problem
from factbook.model import Book

_ADVICE = "Take cite=False out, or correct the id."


def unnoted(book: Book, used: Iterable[Use]) -> Iterator[Problem]:
    """Every use without a note of a source that nothing cites beside it or, if computed, that its page nowhere uses."""
    for _, page in groupby(used, key=lambda use: use.mark.path):
        on_page = [*page]
        for _, block in groupby(on_page, key=lambda use: use.block.first):
            beside = [*block]
            for use in beside:
                if use.macro in ("fact", "claim") and not use.cites and (told := _lacking(book, use, beside, on_page)):
                    yield Problem(use.mark, "page", f"{told} {_ADVICE}", "note-left-out")


def _lacking(book: Book, use: Use, beside: Sequence[Use], on_page: Sequence[Use]) -> str:
    claim, derived = book.claims.get(use.id), book.derived.get(use.id)
    if claim and not any(other.cites and _source(other.id) == claim.source for other in beside):
        return f"{use.id} leaves its note out, and nothing else in its paragraph or table cites {claim.source}."
    if derived and {_source(id) for id in derived.rests_on}.isdisjoint(_source(other.id) for other in on_page):
        return f"{use.id} leaves its notes out, and its page uses no source it rests on."
    return ""


def _source(id: str) -> str:
    return id.partition(".")[0]
