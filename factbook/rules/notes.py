"""The rule that holds numbers in notes against the figures and the quotes of the record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from factbook.errors import Marked, Problem
from factbook.languages import OURS
from factbook.model import Book, Source
from factbook.quantities.words import numbers_in
from factbook.rules.dates_read import date_spans

_DIGITS = re.compile(r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?")
_YEAR = re.compile(r"(?:18|19|20)[0-9]{2}")


def note_numbers_witnessed(book: Book) -> Iterator[Problem]:
    """A number in digits of a note or reason must be of a date, a name, a figure or a quote of its source."""
    for entry, key, text, source in _notes(book):
        if all(_number(written) in _figures(book) for written in _written(text)):
            continue  # as nearly always, and far quicker to see
        witnessed = _figures(book) | _quoted(book, source)
        if said := [written for written in _written(_undated(book, text)) if _number(written) not in witnessed]:
            told = f"{said[0]} stands in no figure of the record and no quote of its source."
            yield entry.problem("note-numbers-witnessed", f"{told} Correct it, or claim what it is taken from.", key)


def _notes(book: Book) -> Iterator[tuple[Marked, str, str, Source]]:
    """Each text of ours beside a claim or source that holds a digit, with its entry, its key and its source."""
    for claim in book.claims.values():
        for key, text in (("note", claim.note), ("reason", claim.reason)):
            if text and _DIGITS.search(text):
                yield claim, key, text, book.source_of(claim)
    for source in book.sources.values():
        if source.note and _DIGITS.search(source.note):
            yield source, "note", source.note, source


def _written(text: str) -> list[str]:
    """The numbers in digits of a text, as written, that cannot be years."""
    return [written for written in _DIGITS.findall(text) if not _YEAR.fullmatch(written)]


def _undated(book: Book, text: str) -> str:
    """A text with blanks for the dates and the names in it."""
    for name in book.names:
        text = text.replace(name, " ")
    for start, end in date_spans(text, OURS):
        text = text[:start] + " " * (end - start) + text[end:]
    return text


@lru_cache(maxsize=1)
def _figures(book: Book) -> set[str]:
    return {_number(written) for figure in book.figures() for written in _DIGITS.findall(figure.value.text)}


def _quoted(book: Book, source: Source) -> set[str]:
    """The numbers in the words quoted of a source, as they are written and as its language means them."""
    quotes = " | ".join(
        filter(None, (part for one in book.by_source[source.id] for part in (one.quote, one.date_quote)))
    )
    meant = {str(value) for found in numbers_in(quotes, source.language) for value in found.values}
    return meant | {_number(written) for written in _DIGITS.findall(quotes)}


def _number(written: str) -> str:
    return written.replace(",", "").lstrip("0")
