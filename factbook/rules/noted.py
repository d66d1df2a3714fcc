"""Rules on what readers noted down: phrases of pages that are not held, and the days on which they read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from factbook.errors import Mark, Problem, shown
from factbook.evidence import SHORTEST, side_by_side, tokens
from factbook.model import Book

_LATE = timedelta(days=365)


def quote_noted(book: Book) -> Iterator[Problem]:
    """A quote must stand in the title or among the phrases that a reader noted down, wherever these are kept."""
    for claim in book.claims.values():
        noted = book.noted.get(claim.source)
        for key, quote in claim.quotes.items():
            if noted is None or len(tokens(quote)) < SHORTEST or noted.holds(quote):
                continue
            if side_by_side(quote, book.source_of(claim).title):
                continue
            message = f"the {key} {shown(quote, 90)} is not among the phrases noted of the page. Copy it as noted."
            yield claim.problem("quote-noted", message, key)


def noted_of_phrases(book: Book) -> Iterator[Problem]:
    """Phrases may be kept as noted only of a source that is held by phrases."""
    for id, noted in book.noted.items():
        if id in book.sources and book.sources[id].held != "phrases":
            message = "is held by more than phrases. Delete the file: the fingerprint stands for it."
            yield Problem(Mark(noted.path), id, message, "noted-of-phrases")


def day_of_reading(book: Book) -> Iterator[Problem]:
    """A source must be read on a day that facts/readings.yaml lists, or in the year after the last of them.

    Readers list the days on which they read, so that each is written in two places; what a newcomer reads after the
    last of them need not be listed. The clock is not asked: a record must hold or fail alike on every day. What is a
    year after all other reading is a slip, or worth a line in the list.
    """
    days = {reading.day for reading in book.readings}
    for source in book.sources.values():
        if days and source.accessed not in days and not timedelta(0) < source.accessed - max(days) < _LATE:
            message = (
                f"{source.accessed} is no day of reading in facts/readings.yaml. Correct it, or list the day there."
            )
            yield source.problem("day-of-reading", message, "accessed")


def read_once(book: Book) -> Iterator[Problem]:
    """A day of reading must be listed once."""
    first: dict[date, Mark] = {}
    for reading in book.readings:
        if reading.day in first:
            message = f"{reading.day} is listed in line {first[reading.day].line} already. Delete one."
            yield Problem(reading.mark, "readings", message, "read-once")
        first.setdefault(reading.day, reading.mark)
