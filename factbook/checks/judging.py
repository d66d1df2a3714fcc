"""Judge a declared check: compare first, then compute, then say what that shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from factbook.checks.comparing import KEYS
from factbook.checks.parts import Parts, resolved
from factbook.checks.relations import RELATIONS, Sides
from factbook.checks.verdicts import VERDICTS, Verdict, equal, equal_shows_little, no_less, no_less_shows_little
from factbook.declared import Check
from factbook.model import Book


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

    def rests_on(self) -> list[str]:
        """The claims, and the sources for their days, that everything compared goes back to."""
        return [*(id for one in self.parts.figures for id in one.rests_on), *(day.id for day in self.parts.days)]

    def sources(self) -> frozenset[str]:
        """The sources that everything compared goes back to."""
        return frozenset(id.partition(".")[0] for id in self.rests_on())


@lru_cache(maxsize=1)
def doubted(book: Book) -> Mapping[str, str]:
    """The claims that a check shows not to hold, each with the id of that check."""
    return {check.doubted: check.id for check in book.checks.values() if check.doubted}


@lru_cache(maxsize=1_000)
def judge(book: Book, check: Check) -> Outcome:
    """The outcome of a sound check of the record."""
    relation = RELATIONS[check.kind]
    parts = resolved(book, relation.roles, check.operands)
    if unlike := relation.unlike(parts.figures, check.across):
        return Outcome(check, VERDICTS["not-comparable"], parts, tuple(key for key in KEYS if key in unlike))
    compared = relation.sides(parts)
    verdict = (no_less if relation.ordered else equal)(*compared)
    little = (no_less_shows_little if relation.ordered else equal_shows_little)(*compared)
    return Outcome(check, VERDICTS[verdict], parts, (), compared, little and verdict in ("consistent", "strained"))


def claims_of(book: Book, check: Check) -> list[str]:
    """The claims whose figures a check rests on, each as often as it enters."""
    figures = resolved(book, RELATIONS[check.kind].roles, check.operands).figures
    return [id for figure in figures for id in figure.rests_on]


def expected_misfits(book: Book) -> list[set[str]]:
    """The claims of each check that says beforehand that they do not fit, and why."""
    return [set(claims_of(book, check)) for check in book.checks.values() if check.expect]


@lru_cache(maxsize=1)
def checks_by_claim(book: Book) -> Mapping[str, list[Check]]:
    """The checks that rest on the figure of a claim, by the claim."""
    found: dict[str, list[Check]] = defaultdict(list)
    for check in book.checks.values():
        for id in dict.fromkeys(claims_of(book, check)):
            found[id].append(check)
    return found
