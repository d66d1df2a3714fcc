"""The rule that the place named beside a figure is the claim's own."""

from __future__ import annotations

from collections.abc import Iterator

from factbook.errors import Problem
from factbook.model import Book, PlaceName
from factbook.quantities.around import distance, words_beside


def place_heard(book: Book) -> Iterator[Problem]:
    """Of the places named beside a figure in its quote, the nearest must be the place of the claim, if it has one."""
    names = {key: _names(place) for key, place in book.places.items()}
    for claim, _, value in book.figures():
        if claim.place is None:
            continue
        before, after = words_beside(value, claim.quote, book.vocabulary.units, book.source_of(claim).language)
        near = {key: distance(words, before, after) for key, words in names.items()}
        nearest = min(near, key=lambda key: near[key])
        if near[nearest] < near[claim.place]:
            message = f"the quote speaks of {nearest}, not of {claim.place}. Correct the place or the quote."
            yield claim.problem("place-heard", message, "place")


def _names(place: PlaceName) -> tuple[str, ...]:
    return tuple(name.lower() for name in (place.label, place.azerbaijani, place.armenian, *place.also) if name)
