"""Rules on wholes and their parts, as the vocabulary tells them, in every source that gives both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factbook.checks.computing import total
from factbook.checks.judging import expected_misfits
from factbook.checks.operands import Operand, figure
from factbook.checks.verdicts import equal, no_less
from factbook.checks.wording import listed, together
from factbook.errors import Problem
from factbook.model import Book, Claim


def parts_make_whole(book: Book) -> Iterator[Problem]:
    """The parts that a source gives of a whole must be able to make it, unless a check expects that they do not.

    Compared are figures of one scope, place and period; a whole of which a part is given more than once is left out.
    """
    measures = book.vocabulary.measures
    expected = expected_misfits(book)
    for claims in _standing(book):
        for whole in (claim for claim in claims if claim.measure and measures[claim.measure].parts):
            parts = _parts(book, whole, claims)
            stated = figure(book, whole.id)
            ids = {whole.id, *(part.id for part in parts)}
            if not parts or stated is None or any(ids <= told for told in expected):
                continue
            if equal(total(parts), stated.readings) == "contradicts":
                names = listed([part.id.partition(".")[2] for part in parts])
                made = together(total(parts), stated.unit)
                message = f"{names} make {made}, not {stated.value.spelling}. Correct one, or declare it by a check."
                yield whole.problem("parts-make-whole", message, "value")


def part_within_whole(book: Book) -> Iterator[Problem]:
    """A part may not exceed the whole that a source gives with it, unless a check of the two expects it.

    Compared are figures of one scope, place and period; the vocabulary says which measures lie within which.
    """
    within = _within(book)
    known = {part: [whole for whole, parts in within.items() if part in parts] for part in book.vocabulary.measures}
    expected = expected_misfits(book)
    for claims in _standing(book):
        wholes = {(claim.measure, _counts(claim)): claim for claim in reversed(claims) if claim.measure in within}
        for part in claims:
            for measure in known.get(part.measure or "", ()):
                whole = wholes.get((measure, _counts(part)))
                if whole and {whole.id, part.id} not in expected and _exceeds(book, part, whole):
                    message = f"is a part of {whole.name}, yet exceeds it. Correct one, or declare it by a check."
                    yield part.problem("part-within-whole", message, "value")


def declared_of_parts(book: Book) -> Iterator[Problem]:
    """A sum of parts must be of each part of its whole, once; and a share of a whole that of one of its parts."""
    measures, within = book.vocabulary.measures, _within(book)
    for derived in book.derived.values():
        parts, of, to = (_measures(book, derived.operands.get(role, ())) for role in ("parts", "of", "to"))
        whole = measures[derived.measure].parts if derived.measure else ()
        if len(set(parts)) > 1 and whole and sorted(parts) != sorted(whole):
            message = f"adds {listed(parts)}, but {derived.measure} are {listed([*whole])}. Correct the parts."
            yield derived.problem("declared-of-parts", message, "parts")
        known = derived.kind == "share" and of and to and not within.keys().isdisjoint([*of, *to])
        if known and of[0] not in (*to, *within.get(to[0], ())):
            message = f"{of[0]} is no part of {to[0]}. Correct one of them."
            yield derived.problem("declared-of-parts", message, "of")


def _within(book: Book) -> dict[str, tuple[str, ...]]:
    return {measure.key: measure.within for measure in book.vocabulary.measures.values() if measure.within}


def _measures(book: Book, ids: Sequence[str]) -> list[str]:
    return [one.measure for id in ids if (one := figure(book, id)) and one.measure]


def _exceeds(book: Book, part: Claim, whole: Claim) -> bool:
    figures = figure(book, part.id), figure(book, whole.id)
    return all(figures) and no_less(*(one.readings for one in figures if one)) == "contradicts"


def _parts(book: Book, whole: Claim, claims: Sequence[Claim]) -> tuple[Operand, ...]:
    """The figures for each part of a whole, in the order of its parts; none where one is missing or not alone."""
    found = [
        [claim for claim in claims if claim.measure == measure and _counts(claim) == _counts(whole)]
        for measure in book.vocabulary.measures[whole.measure or ""].parts
    ]
    if any(len(some) != 1 for some in found):
        return ()
    return tuple(operand for (claim,) in found if (operand := figure(book, claim.id)))


def _standing(book: Book) -> Iterator[list[Claim]]:
    """The claims of each source that are not withdrawn."""
    return ([claim for claim in claims if claim.status != "withdrawn"] for claims in book.by_source.values())


def _counts(claim: Claim) -> tuple[object, ...]:
    return claim.scope, claim.place, claim.when and claim.when.text
