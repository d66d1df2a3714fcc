"""What must stand beside a claim, in words: the place and whose work it counts, and whether it holds."""

from __future__ import annotations

from factbook.checks.judging import doubted
from factbook.model import Book, Claim

_OVER = ("withdrawn", "superseded")


def counted(book: Book, claim: Claim) -> str:
    """The place of a claim, and whose work it counts where that is not all operators; empty where there is neither."""
    place = book.places[claim.place].label if claim.place else ""
    scope = book.vocabulary.scopes[claim.scope].label if claim.scope not in (None, "all-operators") else ""
    return "; ".join(filter(None, (place, scope)))


def doubt(book: Book, claim: Claim) -> str:
    """That a check shows a figure not to hold, or that a claim was withdrawn or overtaken; empty for all others."""
    if claim.id in doubted(book):
        return "does not hold"
    return book.vocabulary.statuses[claim.status].label if claim.status in _OVER else ""
