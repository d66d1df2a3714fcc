"""What must stand beside a claim, in words: what it counts, whether it holds, and where its quote was found."""

from __future__ import annotations

from factbook.checks.judging import doubted
from factbook.evidence import side_by_side
from factbook.model import Book, Claim

OVER = ("withdrawn", "superseded")  # statuses of claims that no longer stand


def counted(book: Book, claim: Claim) -> str:
    """The place of a claim, and whose work it counts where that is not all operators; empty where there is neither."""
    place = book.places[claim.place].label if claim.place else ""
    scope = book.vocabulary.scopes[claim.scope].label if claim.scope not in (None, "all-operators") else ""
    return "; ".join(filter(None, (place, scope)))


def doubt(book: Book, claim: Claim) -> str:
    """That a check shows a figure not to hold, or that a claim was withdrawn or overtaken; empty for all others."""
    if claim.id in doubted(book):
        return "does not hold"
    return book.vocabulary.statuses[claim.status].label if claim.status in OVER else ""


def whereabouts(book: Book, claim: Claim) -> str:
    """Where the quote of a sound claim stands, or how it is known."""
    if found := book.paragraphs(claim):
        return f"paragraph {', '.join(map(str, found))}"
    noted = "as a reader noted it" if claim.source in book.noted else "not checked"
    return "not found in the article" if claim.source in book.fingerprints else f"{noted}; the page is not held"


def misquoted(book: Book, claim: Claim) -> bool:
    """Whether the quote of a claim is missing from what is held or noted of its source."""
    held = book.fingerprints.get(claim.source) or book.noted.get(claim.source)
    return held is not None and not (held.holds(claim.quote) or side_by_side(claim.quote, book.source_of(claim).title))
