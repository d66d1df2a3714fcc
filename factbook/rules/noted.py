"""Rules on what a reader noted down: phrases of pages that are not held, and the days of reading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from factbook.errors import Mark, Problem, shown
from factbook.evidence import SHORTEST, tokens
from factbook.model import Book


def quote_noted(book: Book) -> Iterator[Problem]:
    """A quote must stand in the title or among the phrases that a reader noted down, wherever these are kept."""
    for claim in book.claims.values():
        noted = book.noted.get(claim.source)
        title = tokens(book.source_of(claim).title)
        for key, quote in (("quote", claim.quote), ("date_quote", claim.date_quote or "")):
            words = tokens(quote)
            if noted is None or len(words) < SHORTEST or _stands(words, title) or noted.locate(quote):
                continue
            message = f"the {key} {shown(quote, 90)} is not among the phrases noted of the page. Copy it as noted."
            yield claim.problem("quote-noted", message, key)


def noted_of_phrases(book: Book) -> Iterator[Problem]:
    """Phrases may be kept as noted only of a source that is held by phrases."""
    for id, noted in book.noted.items():
        if id in book.sources and book.sources[id].held != "phrases":
            message = "is held by more than phrases. Delete the file: the fingerprint stands for it."
            yield Problem(Mark(noted.path), id, message, "noted-of-phrases")
        elif id not in book.ids:
            message = "belongs to no source. Delete it, or name it as its source."
            yield Problem(Mark(noted.path), id, message, "noted-of-phrases")


def readings_complete(book: Book) -> Iterator[Problem]:
    """A day of reading must have as many sources as facts/readings.yaml says, or more."""
    counts = Counter(source.accessed for source in book.sources.values())
    if any("." not in id and id not in book.sources for id in book.ids):
        return
    for reading in book.readings:
        if counts[reading.day] < reading.sources:
            message = f"{counts[reading.day]} sources say they were read on {reading.day}, not {reading.sources}."
            advice = "Correct the accessed day of a source, or this number."
            yield Problem(reading.mark, "readings", f"{message} {advice}", "readings-complete")


def _stands(words: list[str], title: list[str]) -> bool:
    return any(title[at : at + len(words)] == words for at in range(len(title) - len(words) + 1))
