"""Rules on an article's own record and on how much of it the claims account for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from factbook.dates import When
from factbook.errors import Problem, shown
from factbook.evidence import tokens
from factbook.model import Book, Claim, Source

_DATED = re.compile(r"-(\d{4}(?:-\d{2}(?:-\d{2})?)?|undated)(?:-|$)")
_HOST = re.compile(r"https?://[^/]+")
_BETWEEN_DIGITS = re.compile(r"(?<=\d)[-_.](?=\d)")
_REPEATED = 0.6  # of a title's words; other addresses do not repeat their titles
_FEWEST = 3  # words of a title by which that can be told


def address_repeats_title(book: Book) -> Iterator[Problem]:
    """Where an address repeats the words of a title, it must repeat the title's numbers too."""
    for source in book.sources.values():
        path = unquote(_HOST.sub("", source.url)).lower()
        title = tokens(source.title)
        words = [token for token in title if token.isalpha()]
        if len(words) < _FEWEST or sum(word in tokens(path) for word in words) < _REPEATED * len(words):
            continue
        digits = _BETWEEN_DIGITS.sub("", path)
        for number in (token for token in title if token[0].isdigit()):
            if re.sub("[.,]", "", number) not in digits:
                message = f"the address repeats the title, but not its {shown(number)}. Correct whichever was mistyped."
                yield source.problem("address-repeats-title", message, "title")


def id_tells_date(book: Book) -> Iterator[Problem]:
    """A source's id must hold its day of publication as far as known, or `undated`."""
    for source in book.sources.values():
        found = _DATED.search(source.id)
        told, written = found and found.group(1), source.published.text if source.published else "undated"
        if told != written.rstrip("~"):
            id_says = shown(told or "no date")
            message = f"the id says {id_says} and published says {written}. Name the file by publisher and day."
            yield source.problem("id-tells-date", message, "published")


def published_before_read(book: Book) -> Iterator[Problem]:
    """A source must be published no later than it was read."""
    for source in book.sources.values():
        if source.published and source.published.first > source.accessed:
            message = f"published {source.published.text} lies after accessed {source.accessed}. Correct one of them."
            yield source.problem("published-before-read", message, "published")


def period_before_publication(book: Book) -> Iterator[Problem]:
    """A claim may not cover a day after its source was published, nor one of a time to come be over by then."""
    for claim in book.claims.values():
        if claim.when and untimely(book, claim):
            source = book.source_of(claim)
            told = f"published {source.published.text}" if source.published else f"read {source.accessed}"
            ahead = "is of a time to come and ends" if _ahead(book, claim) else "runs to"
            message = f"{ahead} {claim.when.end.text}, but its source was {told}. Correct one of them."
            yield claim.problem("period-before-publication", message, claim.dated_by)


def untimely(book: Book, claim: Claim) -> bool:
    """Whether the date of a claim does not go with that of its source, of which `period_before_publication` tells."""
    source = book.source_of(claim)
    if claim.when is None:
        return False
    return _over(claim.when, source) if _ahead(book, claim) else claim.when.end.first > source.latest


def _ahead(book: Book, claim: Claim) -> bool:
    """Whether a claim is of a time to come, and not dated by the day on which it was said."""
    measure = book.vocabulary.measures.get(claim.measure or "")
    return measure is not None and measure.ahead and not _as_of_a_day(claim)


def _as_of_a_day(claim: Claim) -> bool:
    """Whether a claim is dated by the day on which it was said."""
    return claim.when is not None and not claim.when.is_interval and claim.when.precision == "day"


def _over(when: When, source: Source) -> bool:
    return source.published is not None and when.last < source.published.first


def fingerprint_held(book: Book) -> Iterator[Problem]:
    """A source has a fingerprint exactly if it is held whole or in its opening."""
    for source in book.sources.values():
        if (source.held != "phrases") != (source.id in book.fingerprints):
            message = (
                "is held by phrases alone, yet a fingerprint exists. Delete it or write how much it covers."
                if source.held == "phrases"
                else f"is held: {source.held}, but facts/fingerprints/{source.id}.txt is missing. "
                "Make it with `python -m factbook fingerprint`, or write held: phrases."
            )
            yield source.problem("fingerprint-held", message, "held")


def paragraphs_accounted(book: Book) -> Iterator[Problem]:
    """Every paragraph of an article held whole must hold a claim's quote or be passed over with a reason."""
    unsound = book.unsound()
    for source in book.sources.values():
        if source.held != "whole" or source.id not in book.fingerprints or source.id in unsound:
            continue
        count = len(book.fingerprints[source.id].lines)
        quoted = {number for claim in book.by_source[source.id] for number in book.paragraphs(claim)}
        for number in sorted(set(range(1, count + 1)) - quoted - set(source.passed_over)):
            message = f"paragraph {number} holds no claim. Add its claim, or pass it over with a reason."
            yield source.problem("paragraphs-accounted", message)
        for number in sorted(source.passed_over):
            if number > count or number in quoted:
                fault = "does not exist" if number > count else "holds the quote of a claim"
                message = f"passes over paragraph {number}, which {fault}. Delete the line."
                yield source.problem("paragraphs-accounted", message, "passed_over")


def passed_over_of_whole(book: Book) -> Iterator[Problem]:
    """Only a source that is held whole may pass over paragraphs."""
    for source in book.sources.values():
        if source.passed_over and source.held != "whole":
            message = f"passes over paragraphs, yet is held: {source.held}. Write held: whole, or delete passed_over."
            yield source.problem("passed-over-of-whole", message, "held")
