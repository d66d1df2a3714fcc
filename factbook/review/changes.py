"""What may differ between two states of the record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from factbook.model import Claim
from factbook.review.lines import Sentence
from factbook.review.overtaken import Overtaken
from factbook.review.snapshot import Snapshot


class FieldChange(NamedTuple):
    """One key of a fact, before and after; None where it is not written."""

    key: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Change:
    """A claim, source, term or declaration that was added, removed, renamed (its `id` is the new one) or changed."""

    kind: str
    id: str
    fields: tuple[FieldChange, ...]
    before: Claim | None = None
    after: Claim | None = None


class SentenceChange(NamedTuple):
    """A published sentence before and after; None where there is none. With the same words, it says them of others."""

    page: str
    before: Sentence | None
    after: Sentence | None

    @property
    def ids(self) -> frozenset[str]:
        """The facts in the sentence, before or after."""
        return frozenset().union(*(sentence.ids for sentence in (self.before, self.after) if sentence))


class PageChange(NamedTuple):
    """A page by its path before and after, None where there is none, with what differs on it.

    Where a page `made` from facts comes or goes, `sentences` are left out: the facts tell of it.
    """

    before: str | None
    after: str | None
    made: bool
    sentences: tuple[SentenceChange, ...]

    @property
    def path(self) -> str:
        """Where the page is, or was."""
        return self.after or self.before or ""


class VerdictChange(NamedTuple):
    """The verdict of a check before and after; None where the check does not stand."""

    id: str
    before: str | None
    after: str | None


class PrintChange(NamedTuple):
    """A fingerprint, and the claims that rest on it with the paragraphs their phrase is found in, before and now."""

    kind: str
    path: str
    resting: tuple[tuple[str, tuple[int, ...], tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class Review:
    """Everything that differs between two states of the record.

    `others` holds changes of what is no fact, by the name of its kind; `unrendered` paths of files that alter the site
    in ways not told here.
    """

    base: Snapshot
    head: Snapshot
    facts: tuple[Change, ...]
    others: Mapping[str, tuple[Change, ...]]
    verdicts: tuple[VerdictChange, ...]
    prints: tuple[PrintChange, ...]
    pages: tuple[PageChange, ...]
    overtaken: tuple[Overtaken, ...]
    unrendered: tuple[str, ...] = ()

    @property
    def sentences(self) -> tuple[SentenceChange, ...]:
        """Every published sentence that differs, page by page."""
        return tuple(change for page in self.pages for change in page.sentences)
