"""What may differ between two states of the record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from factbook.model import Claim
from factbook.review.overtaken import Overtaken
from factbook.review.sentences import Sentence
from factbook.review.snapshot import Snapshot


class FieldChange(NamedTuple):
    """One key of a fact, before and after; None where it is not written."""

    key: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Change:
    """A claim, source or term that was added, removed or changed."""

    kind: str
    id: str
    fields: tuple[FieldChange, ...]
    before: Claim | None = None
    after: Claim | None = None


class SentenceChange(NamedTuple):
    """A published sentence before and after; None where there is none."""

    page: str
    before: Sentence | None
    after: Sentence | None

    @property
    def ids(self) -> frozenset[str]:
        """The facts in the sentence, before or after."""
        return frozenset().union(*(sentence.ids for sentence in (self.before, self.after) if sentence))


class VerdictChange(NamedTuple):
    """The verdict of a check before and after; None where the check does not stand."""

    id: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Review:
    """Everything that differs between two states of the record."""

    base: Snapshot
    head: Snapshot
    facts: tuple[Change, ...]
    sources: tuple[Change, ...]
    terms: tuple[Change, ...]
    verdicts: tuple[VerdictChange, ...]
    sentences: tuple[SentenceChange, ...]
    overtaken: tuple[Overtaken, ...]
