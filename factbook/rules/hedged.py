"""The rule that a quote must not leave out the hedge that stands right before or behind it in the article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from factbook.errors import Problem, shown
from factbook.evidence import SHORTEST, Fingerprint, tokens
from factbook.model import Book, Claim
from factbook.quantities import spoken_numbers
from factbook.quantities.heard import BEFORE_OVER, TOTALS, wordings

_BEGINNINGS = ("", *TOTALS)


@lru_cache(maxsize=8)
def _hedges(language: str) -> tuple[Sequence[str], Sequence[str]]:
    """Those before and behind a number in a language, the longest first: no more than is not more than.

    An ending is none: it is part of a word, which is quoted whole.
    """
    before = [words for words, hedge in wordings(language).before.items() if not hedge.strict.is_exact]
    behind = [words for words in wordings(language).behind if words[0] != "-"]
    return sorted(before, key=len, reverse=True), sorted(behind, key=len, reverse=True)


def hedge_not_cut(book: Book) -> Iterator[Problem]:
    """A quote that begins or ends with its figure must take in the hedge that stands beside it in the article."""
    for claim, _, value in book.figures():
        held = book.fingerprints.get(claim.source) or book.noted.get(claim.source)
        if value.hedged or held is None:
            continue
        if phrase := _cut(book, claim, held, book.source_of(claim).language):
            message = f"the article says {shown(phrase)}. Quote the hedge too, and let the value say it."
            yield claim.problem("hedge-not-cut", message, "quote")


def _cut(book: Book, claim: Claim, held: Fingerprint, language: str) -> str | None:
    """The words of the article with the hedge that the quote leaves out, or None."""
    assert claim.value is not None
    readings = spoken_numbers(claim.quote, book.vocabulary.units, language)
    words, (leading, trailing) = claim.quote.split(), _hedges(language)
    if not readings or len(tokens(claim.quote)) < SHORTEST:
        return None
    before, behind = claim.quote[: readings[0].offset], claim.quote[readings[-1].unit_end :]
    if before.strip().lower() in _BEGINNINGS and claim.value.number in readings[0].values:
        start = " ".join(words[:SHORTEST])
        found = next((f"{hedge} {start}" for hedge in leading if held.holds_joined(hedge, start)), None)
        return None if found and any(held.holds(f"{verb} over {start}") for verb in BEFORE_OVER) else found
    if not behind and claim.value.number in readings[-1].values:
        end = " ".join(words[-SHORTEST:])
        return next((f"{end} {hedge}" for hedge in trailing if held.holds_joined(end, hedge)), None)
    return None
