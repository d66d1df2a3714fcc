"""The rule that a date must have a second witness beside the place where it is written."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from factbook.dates import When
from factbook.errors import Problem
from factbook.languages import OURS
from factbook.model import Book, Claim, Source
from factbook.rules.dates_read import DateRead, dates_read
from factbook.rules.sources import untimely

_EARLIER = re.compile(r"\b(?:last|previous|past) year|\byear (?:before|earlier)\b", re.IGNORECASE)
_COUNTED_FROM = 10  # sources that count from a day, which then needs no other witness
_NOT_WORDS = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class _Ends:
    """How often each date ends or begins a claim, by source and text; and the beginnings from which many count."""

    beside: Mapping[tuple[str, str], int]
    starts: frozenset[str]


def date_witnessed(book: Book) -> Iterator[Problem]:
    """Each end of a date must be named a second time: in words, by publication, or by another claim of the source.

    The words are those of the quote, the date_quote, the notes, the title, the address or the source's id; a day named
    without its year is the last one before publication, if that is known. Publication witnesses its own day, month or
    year. A start may also be one from which many other sources count. A note that says how the date is known names it,
    and is enough.
    """
    ends = _ends(book)
    unsound = book.unsound()
    for claim in book.claims.values():
        source = book.source_of(claim)
        if claim.when is None or source.id in unsound or _misquoted(claim, claim.when, source) or untimely(book, claim):
            continue
        for end in _unwitnessed(claim, source, ends):
            advice = "Quote the words that show it as date_quote, or name it in the note and say how it is known."
            message = f"{end.text} is named nowhere else: not in words, by publication or in another claim. {advice}"
            yield claim.problem("date-witnessed", message, claim.dated_by)


def _misquoted(claim: Claim, when: When, source: Source) -> bool:
    """Whether the date_quote names another date, of which `date_in_quote` tells."""
    read = dates_read(claim.date_quote or "", source.language)
    return claim.date_quote is not None and not any(reading.fits(when) for reading in read)


def _ends(book: Book) -> _Ends:
    beside: Counter[tuple[str, str]] = Counter()
    starting: dict[str, set[str]] = defaultdict(set)
    for claim in book.claims.values():
        if claim.when is not None:
            beside.update((claim.source, text) for text in {claim.when.start.text, claim.when.end.text})
            if claim.when.is_interval:
                starting[claim.when.start.text].add(claim.source)
    return _Ends(beside, frozenset(text for text, sources in starting.items() if len(sources) >= _COUNTED_FROM))


def _unwitnessed(claim: Claim, source: Source, ends: _Ends) -> Iterator[When]:
    assert claim.when is not None
    both = (claim.when.start, claim.when.end) if claim.when.is_interval else (claim.when,)
    for end in both:
        counted_from = end is claim.when.start and claim.when.is_interval and end.text in ends.starts
        if end.precision == "open" or counted_from or ends.beside[source.id, end.text] > 1:
            continue
        if not _published(source, end, claim.note) and not _named(claim, source, end):
            yield end


def _published(source: Source, end: When, note: str | None) -> bool:
    """Whether the source was published on that day, or within that year or, where the note says so, month."""
    if source.published is None:
        return False
    within = end.first <= source.published.first and source.published.last <= end.last
    return within and (end.precision in ("day", "year") or "publication" in (note or ""))


def _named(claim: Claim, source: Source, end: When) -> bool:
    noted = _years(claim.note) | _years(source.note)
    address = _NOT_WORDS.sub(" ", f"{source.url} {source.id}".lower())
    theirs, ours = (claim.date_quote, claim.quote, source.title), (claim.note, source.note, address)
    for words, language in [*((words, source.language) for words in theirs), *((words, OURS) for words in ours)]:
        if words and any(_names(reading, words, end, source, noted) for reading in dates_read(words, language)):
            return True
    return False


def _names(reading: DateRead, words: str, end: When, source: Source, noted: set[int]) -> bool:
    enough = {"day": bool(reading.day and reading.month), "month": bool(reading.month)}
    if not enough.get(end.precision, bool(reading.year or reading.month)) or not reading.fits(end):
        return False
    if reading.year or end.first.year in noted:
        return True
    return source.published is not None and end.first.year == _year(reading, words, source.published.last)


def _years(note: str | None) -> set[int]:
    return {reading.year for reading in dates_read(note or "")}


def _year(reading: DateRead, words: str, limit: date) -> int:
    """The year before that of `limit` where the words say so, else that of the last such day or month up to it."""
    if _EARLIER.search(words):
        return limit.year - 1
    return limit.year - ((reading.month, reading.day) > (limit.month, limit.day))
