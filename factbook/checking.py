"""Everything `check` looks at: the facts, and the pages that use them where the two stand together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from factbook.book import examine
from factbook.citations import Use, uses
from factbook.errors import Problem, shown
from factbook.kinds import nearest
from factbook.model import Book

_CLAIM_MACROS = frozenset(["fact", "claim", "when", "as_of", "since", "party"])
_SOURCE_MACROS = frozenset(["source", "published"])


@dataclass(frozen=True, slots=True)
class Summary:
    """What a sound record holds."""

    claims: int
    sources: int
    used: int

    def __str__(self) -> str:
        return f"{self.claims} claims from {self.sources} sources hold; pages use {self.used} of them."


def check_all(facts: Path) -> tuple[Summary | None, list[Problem]]:
    """Check the facts, and the pages in docs/ beside them if there are any."""
    book, problems = examine(facts)
    if book is None:
        return None, problems
    used = list(uses(facts.parent / "docs"))
    problems = sorted({*problems, *unknown_ids(book, used)})
    return Summary(len(book.claims), len(book.sources), len({use.id for use in used} & set(book.claims))), problems


def unknown_ids(book: Book, used: list[Use]) -> Iterator[Problem]:
    """Every id that a page uses and the record does not hold."""
    for use in used:
        known = book.ids if use.macro in _CLAIM_MACROS else book.sources if use.macro in _SOURCE_MACROS else None
        if known is not None and use.id not in known:
            what = "fact" if use.macro in _CLAIM_MACROS else "source"
            message = f"no {what} {shown(use.id, 120)} is in the record. {nearest(use.id, known)}"
            yield Problem(use.mark, "page", message, "page-id")
