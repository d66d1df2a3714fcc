"""Find figures on pages that stand beside the words for another measure, as killed beside those injured."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from factbook.citations import Use
from factbook.errors import Problem
from factbook.model import Book
from factbook.rules.quotes import heard_instead

_PARTED = re.compile(r"[,;.:|]|\band\b")


def misheard(book: Book, used: Iterable[Use]) -> Iterator[Problem]:
    """Every figure of a claim whose neighbouring words, up to the next comma, name another measure than its own."""
    for use in used:
        claim = book.claims.get(use.id) if use.macro == "fact" else None
        own = book.vocabulary.measures[claim.measure] if claim and claim.measure else None
        if own and own.heard:
            before, after = _PARTED.split(use.before.lower())[-1], _PARTED.split(use.after.lower())[0]
            if other := heard_instead(book, own, before, after):
                message = f"{use.id} is of {own.key}, but the words beside it speak of {other.key}. Correct either."
                yield Problem(use.mark, "page", message, "measure-heard")
