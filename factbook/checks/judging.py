"""Judge a declared check: compare first, then compute, then say what that shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from factbook.checks.likeness import Parts, unlike_to_compare
from factbook.checks.operands import Day, Operand, day, figure
from factbook.checks.sides import Sides, sides
from factbook.checks.verdicts import VERDICTS, Verdict, equal, equal_shows_little, no_less, no_less_shows_little
from factbook.dates import When
from factbook.declared import Check, Operands
from factbook.model import Book

# The parts that dates play, and whether the start or the end of a period plays them.
DATES: Mapping[str, Callable[[When], When]] = {
    "first": lambda when: when.end,
    "then": lambda when: when.start,
    "start": lambda when: when.start,
    "end": lambda when: when.end,
}
_ORDERED = frozenset(["order", "growth", "rising"])


@dataclass(frozen=True, slots=True)
class Outcome:
    """A judged check: its operands, what was compared, and what that shows.

    `compared` are the readings of both sides in the base unit; None where the figures are not comparable, and then
    `unlike` names the keys. `little` says that the strict readings could not have contradicted each other.
    """

    check: Check
    verdict: Verdict
    parts: Parts
    unlike: tuple[str, ...] = ()
    compared: Sides | None = None
    little: bool = False

    @property
    def ordered(self) -> bool:
        """Whether one side should not exceed the other, rather than equal it."""
        return self.check.kind in _ORDERED

    def sources(self) -> frozenset[str]:
        """The sources that everything compared goes back to."""
        claims = [id for figures in self.parts.figures.values() for figure in figures for id in figure.rests_on]
        days = [day.id for days in self.parts.days.values() for day in days]
        return frozenset(id.partition(".")[0] for id in (*claims, *days))


@lru_cache(maxsize=1)
def doubted(book: Book) -> Mapping[str, str]:
    """The claims that a check shows not to hold, each with the id of that check."""
    return {check.doubted: check.id for check in book.checks.values() if check.doubted}


@lru_cache(maxsize=1_000)
def judge(book: Book, check: Check) -> Outcome:
    """The outcome of a sound check of the record."""
    parts = Parts(*resolved(book, check.operands), check.across)
    if keys := unlike_to_compare(check.kind, parts):
        return Outcome(check, VERDICTS["not-comparable"], parts, keys)
    compared = sides(check.kind, parts)
    ordered = check.kind in _ORDERED
    verdict = (no_less if ordered else equal)(*compared)
    little = (no_less_shows_little if ordered else equal_shows_little)(*compared)
    return Outcome(check, VERDICTS[verdict], parts, (), compared, little and verdict in ("consistent", "strained"))


def resolved(book: Book, operands: Operands) -> tuple[Mapping[str, tuple[Operand, ...]], Mapping[str, tuple[Day, ...]]]:
    """The figures and the dates that operands name, by the part they play; what the record lacks is left out."""
    figures: dict[str, tuple[Operand, ...]] = {}
    days: dict[str, tuple[Day, ...]] = {}
    for role, ids in operands.items():
        found = () if role in DATES else _figures(book, ids)
        if found:
            figures[role] = found
        else:
            days[role] = tuple(_placed(role, one) for one in (day(book, id) for id in ids) if one)
    return figures, days


def _placed(role: str, found: Day) -> Day:
    return replace(found, when=DATES[role](found.when)) if role in DATES else found


def _figures(book: Book, ids: Sequence[str]) -> tuple[Operand, ...]:
    return tuple(one for one in (figure(book, id) for id in ids) if one)


def claims_of(book: Book, check: Check) -> list[str]:
    """The claims whose figures a check rests on, each as often as it enters."""
    figures, _ = resolved(book, check.operands)
    return [id for operands in figures.values() for operand in operands for id in operand.rests_on]


@lru_cache(maxsize=1)
def checks_by_claim(book: Book) -> Mapping[str, list[Check]]:
    """The checks that rest on the figure of a claim, by the claim."""
    found: dict[str, list[Check]] = defaultdict(list)
    for check in book.checks.values():
        for id in dict.fromkeys(claims_of(book, check)):
            found[id].append(check)
    return found
