"""Whether the checks notice that the record was changed, in milliseconds a change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import TypeAlias

from factbook import assemble
from factbook.book import examine
from factbook.checks.loading import with_declared
from factbook.errors import Mark, Problem
from factbook.kinds import Known
from factbook.model import Book, Claim, Source
from factbook.reader import read, read_file
from factbook.rules import OF_ALL, OF_EACH, Rule, form, hedged, notes, quotes, sources

_OF_ONE_SOURCE = tuple(
    rule
    for rule in OF_EACH
    if rule.__module__ in {module.__name__ for module in (form, hedged, quotes, sources)}
    and rule is not form.restates_known
)
_OF_ALL_SOURCES = (
    *(rule for rule in OF_EACH if rule not in _OF_ONE_SOURCE),
    notes.note_numbers_witnessed,  # looks at words too, which the other rules judged last do not
)
_DECLARED = ("derived", "checks", "questions")
# What only readers look at: figures are compared without it.
_WORDS = {
    Claim: ("mark", "marks", "quote", "date_quote", "statement", "reason", "note"),
    Source: (
        *("mark", "marks", "publisher", "title", "authors", "accessed", "url", "language", "standing", "held"),
        *("speakers", "notice", "relays", "note", "passed_over"),
    ),
}

_NOWHERE = Mark("")
Told: TypeAlias = tuple[str, str, str]


class Judge:
    """Holds a record that is read once, and tells what is newly wrong when the text of some of its files changes.

    Rules of one source look at the changed sources alone. Where they find nothing, rules that compare sources look at a
    book in which those are exchanged, and last, if a figure or what it is compared by has changed, those that compare
    figures. A rule not known to be of one source counts as one of all.
    """

    def __init__(self, facts: Path) -> None:
        book, problems = examine(facts)
        if book is None:
            raise SystemExit(f"{facts}: the record cannot be read; `make check` says why.")
        self.book, self.facts = book, facts
        self.known = Known({**book.vocabulary.names(), "places": book.places}, book.vocabulary.units)
        declared = {name: read_file(facts / f"{name}.yaml")[0] for name in _DECLARED}
        self.declared = {name: node for name, node in declared.items() if node is not None}
        self.base = {_told(problem) for problem in problems}

    def killers(self, changed: Mapping[str, str]) -> set[str]:
        """The rule that first finds something new, if any does."""
        problems: list[Problem] = []
        exchanged = self._exchanged(changed, problems)
        if found := self._new(problems) or self._first(_OF_ONE_SOURCE, _only(exchanged, changed)):
            return found
        if found := self._first(_OF_ALL_SOURCES, exchanged):
            return found
        if all(_figures(self.book, id) == _figures(exchanged, id) for id in changed):
            return set()
        whole = with_declared(exchanged, self.declared, problems)
        return self._new(problems) or self._first(OF_ALL, whole)

    def typed(self, changed: Mapping[str, str]) -> dict[str, tuple[Source | None, dict[str, Claim]]]:
        """What changed files say, without the places where it stands."""
        exchanged = self._exchanged(changed, [])
        return {id: _placeless(exchanged, id) for id in changed}

    def _first(self, rules: Iterable[Rule], book: Book) -> set[str]:
        return next((found for rule in rules if (found := self._new(rule(book)))), set())

    def _new(self, problems: Iterable[Problem]) -> set[str]:
        return {problem.rule for problem in problems if _told(problem) not in self.base}

    def _exchanged(self, changed: Mapping[str, str], problems: list[Problem]) -> Book:
        """The book with changed files; `problems` receives what reading them finds."""
        old = self.book
        held, by_source, ids = dict(old.sources), dict(old.by_source), set(old.ids)
        for id, text in changed.items():
            ids -= {other for other in old.ids if other == id or other.startswith(f"{id}.")}
            held.pop(id, None)
            by_source.pop(id, None)
            node, found = read(text, str(self.facts / "sources" / f"{id}.yaml"))
            problems += found
            if node is None:
                continue
            ids |= {id, *(f"{id}.{name}" for name in node.entries if name != "source")}
            claims = tuple(assemble.claims(id, node, self.known, problems))
            if source := assemble.source(id, node, self.known, problems):
                held[id], by_source[id] = source, claims
        order = [id for id in old.sources if id in held]
        return replace(
            old,
            sources={id: held[id] for id in order},
            by_source={id: by_source[id] for id in order},
            claims={claim.id: claim for id in order for claim in by_source[id]},
            ids=frozenset(ids),
        )


def _only(book: Book, changed: Iterable[str]) -> Book:
    """The book as rules of one source need it: with the changed sources alone, and every id."""
    held = [id for id in changed if id in book.sources]
    return replace(
        book,
        sources={id: book.sources[id] for id in held},
        by_source={id: book.by_source[id] for id in held},
        claims={claim.id: claim for id in held for claim in book.by_source[id]},
        fingerprints={id: book.fingerprints[id] for id in changed if id in book.fingerprints},
    )


def _told(problem: Problem) -> Told:
    """A problem without its place, which an edit above it may move."""
    return problem.id, problem.rule, problem.message


def _placeless(book: Book, id: str) -> tuple[Source | None, dict[str, Claim]]:
    source = book.sources.get(id)
    bare = replace(source, mark=_NOWHERE, marks=dict.fromkeys(source.marks, _NOWHERE)) if source else None
    claims = {
        claim.id: replace(claim, mark=_NOWHERE, marks=dict.fromkeys(claim.marks, _NOWHERE))
        for claim in book.by_source.get(id, ())
    }
    return bare, claims


def _figures(book: Book, id: str) -> list[dict[str, object]]:
    """What a source and its claims say apart from words."""
    return [*_without_words(book.sources.get(id)), *_without_words(*book.by_source.get(id, ()))]


def _without_words(*told: Source | Claim | None) -> list[dict[str, object]]:
    held = [one for one in told if one is not None]
    return [
        {key.name: getattr(one, key.name) for key in fields(one) if key.name not in _WORDS[type(one)]} for one in held
    ]
