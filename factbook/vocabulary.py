"""The closed lists of facts/vocabulary.yaml: measures, units, scopes, parties, statuses and topics."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from factbook.units import Units

PLACED = {
    "azerbaijani-state": "of the Azerbaijani state",
    "armenian-state": "of the Armenian state",
    "both-states": "of both states",
    "other-state": "of another state",
    "international-body": "an international body",
    "independent": "independent of both sides",
    "news-organisation": "a news organisation",
    "azerbaijani-society": "of Azerbaijani society",
    "armenian-society": "of Armenian society",
}


@dataclass(frozen=True, slots=True)
class Term:
    """A topic, scope, party or status; of a party also where it stands, whether it is one person, and other names."""

    key: str
    label: str
    definition: str
    placed: str = ""
    person: bool = False
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Measure:
    """What a figure measures, in which units, and how it behaves over time.

    Its `parts` together make it; what it `includes` besides cannot exceed it either.
    """

    key: str
    label: str
    definition: str
    topic: str
    units: tuple[str, ...]
    accumulates: bool
    scoped: bool
    ahead: bool = False
    parts: tuple[str, ...] = ()
    includes: tuple[str, ...] = ()
    heard: tuple[str, ...] = ()

    @property
    def of_stretches(self) -> bool:
        """Whether its figures are of the whole time they cover, as what is done or planned is, and not as of a day."""
        return self.accumulates or self.ahead

    @property
    def within(self) -> tuple[str, ...]:
        """The measures of which none can exceed this one."""
        return self.parts + self.includes


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Every closed list, by key."""

    topics: dict[str, Term]
    units: Units
    measures: dict[str, Measure]
    scopes: dict[str, Term]
    parties: dict[str, Term]
    statuses: dict[str, Term]

    def names(self) -> dict[str, dict[str, Any]]:
        """The keys a fact file may refer to, by section."""
        return {section: getattr(self, section) for section in self.__slots__}
