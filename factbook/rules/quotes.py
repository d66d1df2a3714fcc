"""Rules that lock a claim to the words of its source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from math import inf

from factbook.errors import Mark, Problem, shown
from factbook.evidence import LONGEST, SHORTEST, tokens
from factbook.languages import OURS
from factbook.model import Book, Claim
from factbook.quantities import agrees
from factbook.quantities.around import distance, words_beside
from factbook.rules.dates_read import dates_read
from factbook.vocabulary import Measure


def quote_length(book: Book) -> Iterator[Problem]:
    """A quote must hold 4 to 12 words: enough to be found, too little to copy."""
    for claim in book.claims.values():
        for key, quote in claim.quotes.items():
            count = len(tokens(quote))
            if not SHORTEST <= count <= LONGEST:
                advice = "Quote a few words more." if count < SHORTEST else "Quote only the words around the figure."
                message = f"the {key} holds {count} words; it must hold {SHORTEST} to {LONGEST}. {advice}"
                yield claim.problem("quote-length", message, key)


def quote_found(book: Book) -> Iterator[Problem]:
    """A quote must stand in the article, wherever the article's fingerprint is held."""
    for id, held in book.fingerprints.items():
        quotes = [(claim, *quote) for claim in book.by_source.get(id, ()) for quote in claim.quotes.items()]
        lost = [found for found in quotes if not held.holds(found[2]) and len(tokens(found[2])) >= SHORTEST]
        if len({quote for _, _, quote in lost}) > 1 and len(lost) == len(quotes):
            message = "holds none of the phrases quoted of the article. Make the file anew from its text."
            yield Problem(Mark(held.path), id, message, "quote-found")
            continue
        for claim, key, quote in lost:
            message = f"the {key} {shown(quote, 90)} is not in the article's fingerprint. Copy the words as printed."
            yield claim.problem("quote-found", message, key)


def value_in_quote(book: Book) -> Iterator[Problem]:
    """A value must be readable in its quote, with the same hedge and no other unit."""
    for claim, _, value in book.figures():
        language = book.source_of(claim).language
        for message in agrees(value, claim.quote, book.vocabulary.units, language):
            yield claim.problem("value-in-quote", message, "value")


def measure_heard(book: Book) -> Iterator[Problem]:
    """The word nearest to a figure in its quote that names a measure must name the claim's own."""
    for claim, own, value in book.figures():
        if own.heard:
            before, after = words_beside(value, claim.quote, book.vocabulary.units, book.source_of(claim).language)
            if other := heard_instead(book, own, before, after):
                message = f"the quote speaks of {other.key}, not of {own.key}. Correct the measure or the quote."
                yield claim.problem("measure-heard", message, "measure")


def heard_instead(book: Book, own: Measure, before: str, after: str) -> Measure | None:
    """Another measure in the same units, of which the lower-case words before and behind a figure speak."""
    beside = f"{before}\n{after}"
    heard = [other for word, other in _rivals(book)[own.units] if word in beside and other is not own]
    return next((other for other in heard if _nearer(other.heard, own.heard, before, after)), None)


@lru_cache(maxsize=1)
def _rivals(book: Book) -> Mapping[tuple[str, ...], list[tuple[str, Measure]]]:
    """The words by which measures are heard, with those measures, by their units."""
    rivals: dict[tuple[str, ...], list[tuple[str, Measure]]] = defaultdict(list)
    for measure in book.vocabulary.measures.values():
        rivals[measure.units] += [(word, measure) for word in measure.heard]
    return rivals


def _nearer(theirs: tuple[str, ...], ours: tuple[str, ...], before: str, after: str) -> bool:
    """Whether a word that only they have stands nearer to a figure than any that only we have."""
    near, nearest = (
        [word for word in words if word not in others] for words, others in ((theirs, ours), (ours, theirs))
    )
    return distance(tuple(near), before, after) < distance(tuple(nearest), before, after)


def unit_heard(book: Book) -> Iterator[Problem]:
    """Of the units a measure is given in, the one named nearest to a figure in a quote must be its own.

    In English quotes the grammar of values tells the unit; this looks at the words of other languages.
    """
    for claim, measure, value in book.figures():
        if book.source_of(claim).language == OURS or len(measure.units) < 2:
            continue
        before, after = words_beside(value, claim.quote, book.vocabulary.units, book.source_of(claim).language)
        near = {unit: distance(book.vocabulary.units[unit].heard, before, after) for unit in measure.units}
        nearest = min(near, key=lambda unit: near[unit])
        if near[nearest] < near.get(value.unit, inf):
            message = f"the quote speaks of {nearest}, not of {value.unit}. Correct the value or the quote."
            yield claim.problem("unit-heard", message, "value")


def date_in_quote(book: Book) -> Iterator[Problem]:
    """A date that the date_quote names must be a date of the claim."""
    for claim in book.claims.values():
        if claim.date_quote is None or _tells_no_day(claim):
            continue
        if claim.when is None:
            yield claim.problem(
                "date-in-quote", "a date_quote stands beside no date. Write the date it shows.", "date_quote"
            )
        elif not any(
            reading.fits(claim.when) for reading in dates_read(claim.date_quote, book.source_of(claim).language)
        ):
            quote = shown(claim.date_quote, 90)
            message = f"{claim.when.text} is not readable in the date_quote {quote}. Correct one of them."
            yield claim.problem("date-in-quote", message, claim.dated_by)


def _tells_no_day(claim: Claim) -> bool:
    """Whether a figure has neither date nor period, of which `dated_once` tells."""
    return claim.value is not None and "date" not in claim.marks and "period" not in claim.marks
