"""The rule that a quote must not leave out the hedge that stands right before or behind it in the article."""

from __future__ import annotations

from collections.abc import Iterator

from factbook.errors import Problem, shown
from factbook.evidence import SHORTEST, Fingerprint, tokens
from factbook.languages import OURS
from factbook.model import Book, Claim
from factbook.quantities import spoken_numbers
from factbook.quantities.heard import BEFORE_OVER, TOTALS, wordings

_BEFORE = sorted((words for words, hedge in wordings().before.items() if not hedge.strict.is_exact), key=len)
_BEHIND = sorted(wordings().behind, key=len)
_BEGINNINGS = ("", *TOTALS)


def hedge_not_cut(book: Book) -> Iterator[Problem]:
    """A quote that begins or ends with its figure must take in the hedge that stands beside it in the article."""
    for claim, _, value in book.figures():
        held = book.fingerprints.get(claim.source) or book.noted.get(claim.source)
        if value.hedged or held is None or book.source_of(claim).language != OURS:
            continue
        if phrase := _cut(book, claim, held):
            message = f"the article says {shown(phrase)}. Quote the hedge too, and let the value say it."
            yield claim.problem("hedge-not-cut", message, "quote")


def _cut(book: Book, claim: Claim, held: Fingerprint) -> str | None:
    """The words of the article with the hedge that the quote leaves out, or None."""
    assert claim.value is not None
    readings = spoken_numbers(claim.quote, book.vocabulary.units)
    words = claim.quote.split()
    if not readings or len(tokens(claim.quote)) < SHORTEST:
        return None
    before, behind = claim.quote[: readings[0].offset], claim.quote[readings[-1].unit_end :]
    if before.strip().lower() in _BEGINNINGS and claim.value.number in readings[0].values:
        start = " ".join(words[:SHORTEST])
        found = next((f"{hedge} {start}" for hedge in _BEFORE if held.holds_joined(hedge, start)), None)
        return None if found and any(held.holds(f"{verb} over {start}") for verb in BEFORE_OVER) else found
    if not behind and claim.value.number in readings[-1].values:
        end = " ".join(words[-SHORTEST:])
        return next((f"{end} {hedge}" for hedge in _BEHIND if held.holds_joined(end, hedge)), None)
    return None
