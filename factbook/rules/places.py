"""Rules on places: the one named beside a figure is the claim's own, and those of a whole do not exceed it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import inf

from factbook.checks.computing import total
from factbook.checks.judging import expected_misfits
from factbook.checks.operands import Operand, figure
from factbook.checks.verdicts import no_less
from factbook.checks.wording import listed, together
from factbook.errors import Problem
from factbook.model import Book, Claim
from factbook.quantities.around import distance, words_beside

_NOT_ADDED = ("share", "duration")  # dimensions whose figures for two places make none for both


def place_heard(book: Book) -> Iterator[Problem]:
    """Of the places named beside a figure in its quote, the nearest must be the place of the claim, if it has one.

    Where no place stands beside it, and in a statement and its quote, one that is named alone must be that place.
    """
    names = {key: tuple(map(str.lower, place.spellings)) for key, place in book.places.items()}
    for claim in book.claims.values():
        if claim.place and (heard := _heard(book, claim, names) or _named_alone(claim, names)) not in ("", claim.place):
            message = f"the quote speaks of {heard}, not of {claim.place}. Correct the place or the quote."
            yield claim.problem("place-heard", message, "place")


def _heard(book: Book, claim: Claim, names: Mapping[str, tuple[str, ...]]) -> str:
    """The place named nearest to a figure in its quote; the claim's own where another is as near."""
    if claim.value is None:
        return ""
    before, after = words_beside(claim.value, claim.quote, book.vocabulary.units, book.source_of(claim).language)
    near = {key: distance(words, before, after) for key, words in names.items()}
    nearest = min(near, key=lambda key: (near[key], key != claim.place))
    return nearest if near[nearest] < inf else ""


def _named_alone(claim: Claim, names: Mapping[str, tuple[str, ...]]) -> str:
    said = f"{claim.statement or ''} {claim.quote}".lower()
    named = [key for key, words in names.items() if distance(words, said, "") < inf]
    return named[0] if len(named) == 1 else ""


def places_within_whole(book: Book) -> Iterator[Problem]:
    """The figures for single places may not together exceed that for no place, unless a check of them all expects it.

    Compared are figures of one source, measure, scope and period; where a place is given twice, none are.
    """
    expected = expected_misfits(book)
    for source in book.by_source.values():
        claims = [claim for claim in source if claim.measure and claim.status != "withdrawn"]
        for whole in (claim for claim in claims if not claim.place):
            places = [claim for claim in claims if claim.place and _counts(claim) == _counts(whole)]
            stated, parts = figure(book, whole.id), _figures(book, places)
            if stated is None or not parts or any({whole.id, *(one.id for one in parts)} <= told for told in expected):
                continue
            if no_less(total(parts), stated.readings) == "contradicts":
                names, made = listed([claim.name for claim in places]), together(total(parts), stated.unit)
                message = (
                    f"{names} make {made}, more than {stated.value.spelling}. Correct one, or declare it by a check."
                )
                yield whole.problem("places-within-whole", message, "value")


def _figures(book: Book, claims: Sequence[Claim]) -> tuple[Operand, ...]:
    """The figures of claims that can be added up; none where they cannot, or two are for one place."""
    figures = tuple(one for claim in claims if (one := figure(book, claim.id)) and one.unit.dimension not in _NOT_ADDED)
    return figures if len({one.place for one in figures}) == len(claims) else ()


def _counts(claim: Claim) -> tuple[object, ...]:
    return claim.measure, claim.scope, claim.when and claim.when.text
