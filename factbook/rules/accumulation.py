"""Rules on figures that count the same thing, at one time or over time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import combinations
from typing import TypeAlias

from factbook.checks.judging import claims_of
from factbook.errors import Problem
from factbook.model import Book
from factbook.rules.series import Conflict, Point, all_series, clashes, falls

Pairs: TypeAlias = set[frozenset[str]]
_CORRECT = "Correct the value, period, scope or place of one"
_DECLARE = "or declare it by `restates`, by a check that expects it, or by `doubted` in such a check."


def totals_never_fall(book: Book) -> Iterator[Problem]:
    """A running total must not fall as time passes, unless it restates another or a check declares the fall.

    Compared are totals of one measure, scope, place and start; starts within November 2020 are one start, since the
    sources use "since the end of the war" and "since 10 November 2020" alike. A total falls where even its usual
    reading lies wholly below that of a total which surely ends earlier, so a rounded figure does not fall below the
    exact one it stands for once `rounded_to` marks it. Exempt are claims that are withdrawn, that restate or are
    restated, or that a declared check doubts, and pairs that a check expects to contradict or strain. The claim in
    conflict with most others is named.
    """
    excused = _declared_pairs(book)
    restating = {id for claim in book.claims.values() if claim.restates for id in (claim.id, claim.restates)}
    for series in all_series(book):
        totals = [one for one in series if one.figure.measure.accumulates and one.claim.id not in restating]
        fallen = [pair for pair in falls(totals) if _ids(pair) not in excused]
        for blamed, other in _blamed(fallen):
            later = other.ends_before(blamed)
            value = blamed.figure.value.spelling
            how = f"falls to {value} from" if later else f"{value} stands above the later"
            rounding = " mark a rounded figure with rounded_to," if later else ""
            message = f"{how} {other}. A running total cannot fall. {_CORRECT},{rounding} {_DECLARE}"
            yield blamed.claim.problem("totals-never-fall", message, "value")


def one_figure_a_time(book: Book) -> Iterator[Problem]:
    """Figures of one measure, scope, place and period must allow one number, unless their difference is declared.

    A check that expects the contradiction, a question in which both stand, or `restates` declares it. Within one
    source only running totals are compared, since the parts of a breakdown share their keys.
    """
    excused = _declared_pairs(book) | _questioned_pairs(book)
    excused |= {frozenset([claim.id, claim.restates]) for claim in book.claims.values() if claim.restates}
    for series in all_series(book):
        apart = [pair for pair in clashes(series) if not _breakdown(*pair) and _ids(pair) not in excused]
        for blamed, other in _blamed(apart):
            message = f"{blamed.figure.value.spelling} stands for the same period as {other}. {_CORRECT}, {_DECLARE}"
            yield blamed.claim.problem("one-figure-a-time", message, "value")


def _breakdown(first: Point, second: Point) -> bool:
    return first.claim.source == second.claim.source and not first.figure.measure.accumulates


def _blamed(conflicts: list[Conflict]) -> Iterator[Conflict]:
    """One claim for each knot of conflicts: that in conflict with most, or the later or later told, with another."""
    beside: dict[int, dict[int, Conflict]] = defaultdict(dict)
    for first, second in conflicts:
        beside[second.place][first.place] = second, first
        beside[first.place][second.place] = first, second
    while beside:
        worst = max(beside, key=lambda place: (len(beside[place]), *_time(beside[place]), place))
        yield next(iter(beside[worst].values()))
        for other in beside.pop(worst):
            del beside[other][worst]
            if not beside[other]:
                del beside[other]


def _time(pairs: dict[int, Conflict]) -> tuple[date, date]:
    point, _ = next(iter(pairs.values()))
    return point.ending[0], point.told


def _ids(pair: Conflict) -> frozenset[str]:
    return frozenset(point.claim.id for point in pair)


def _declared_pairs(book: Book) -> Pairs:
    """Pairs of claims that a declared check shows not to fit."""
    expected = [check for check in book.checks.values() if check.expect in ("contradicts", "strained")]
    return {frozenset(pair) for check in expected for pair in combinations(claims_of(book, check), 2)}


def _questioned_pairs(book: Book) -> Pairs:
    """Pairs of claims that stand side by side in a question."""
    return {frozenset(pair) for question in book.questions.values() for pair in combinations(question.positions, 2)}
