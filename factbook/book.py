"""Load the whole record: read every file, give its values their types, and run every rule."""

from __future__ import annotations

import gc
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import lru_cache
from pathlib import Path, PurePath

from factbook import assemble
from factbook.checks.loading import with_declared
from factbook.errors import BrokenBook, Mark, Problem
from factbook.kinds import Known
from factbook.lacking import entries, told_once
from factbook.model import Book, Claim, Source
from factbook.rules import OF_ALL, OF_EACH, name
from factbook.rules.form import figure_or_statement
from factbook.rules.quotes import quote_found
from factbook.rules.sources import paragraphs_accounted
from factbook.sections import parse_vocabulary
from factbook.vocabulary import Vocabulary
from factbook.written import Written, read_record

_ACCOUNTED, _FOUND = name(paragraphs_accounted), name(quote_found)


def load(root: Path) -> Book:
    """The record under `root`. Raises `BrokenBook` with every problem found."""
    book, problems = examine(root)
    if problems or book is None:
        raise BrokenBook(problems)
    return book


def examined(root: Path) -> tuple[Book | None, list[Problem]]:
    """What `examine` finds, looked for again only when a file of the record has changed."""
    return _examined_at(root, tuple(_state(root)))


def _state(root: Path) -> Iterator[tuple[object, ...]]:
    """Every path below `root` as it is now, but for those that an editor takes away meanwhile."""
    for path in sorted(root.rglob("*")):
        with suppress(FileNotFoundError):
            status = path.stat()
            yield path, status.st_mtime_ns, status.st_size


@lru_cache(maxsize=1)
def _examined_at(root: Path, _state: tuple[object, ...]) -> tuple[Book | None, list[Problem]]:
    return examine(root)


@contextmanager
def uncollected() -> Iterator[None]:
    """Hold off garbage collection in a block, or as a decorator in a function.

    A record is many small objects in no cycle: to look for cycles among them takes longer than to read them. What was
    loaded first is not looked through afterwards either. Only the first: a live preview loads again with every save,
    and what an earlier build left in cycles would be kept for good.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if not gc.get_freeze_count():
            gc.freeze()
        if collecting:
            gc.enable()


@uncollected()
def examine(root: Path, written: Written | None = None) -> tuple[Book | None, list[Problem]]:
    """The record under `root` as far as it is sound, and every problem with it, in order of place.

    `written` is what its files hold, where they have been read already.
    """
    written = written or read_record(root)
    book, problems = found(root, written)
    return book, told_once(root, written, problems)


def found(root: Path, written: Written) -> tuple[Book | None, list[Problem]]:
    """The record as far as it is sound, and every problem with it, those of one cause each by itself."""
    nodes, problems = written.nodes, list(written.problems)
    if "vocabulary" not in nodes:
        mark = Mark(f"{root}/vocabulary.yaml")
        if all(problem.mark.path != mark.path for problem in problems):
            problems.append(Problem(mark, "vocabulary", "is missing. Restore it.", "file"))
        return None, problems
    vocabulary, unsound = parse_vocabulary(nodes["vocabulary"])
    if unsound:
        return None, [*problems, *unsound]
    assembled = _assembled(vocabulary, written, problems)
    halves = [*figure_or_statement(assembled)]
    problems += halves
    book = with_declared(_without(assembled, {problem.id for problem in halves}), nodes, problems, written.lost)
    problems += (problem for rule in OF_EACH for problem in rule(book))
    if not problems:
        problems += (problem for rule in OF_ALL for problem in rule(book))
    return book, [*_without_consequences(problems)]


def _without_consequences(problems: list[Problem]) -> Iterator[Problem]:
    """The problems but for paragraphs left over by claims, or a fingerprint, that have problems of their own."""
    at_fault = {problem.id.partition(".")[0] for problem in problems if "." in problem.id or problem.rule == _FOUND}
    return (problem for problem in problems if problem.rule != _ACCOUNTED or problem.id not in at_fault)


def _assembled(vocabulary: Vocabulary, written: Written, problems: list[Problem]) -> Book:
    nodes, prints = written.nodes, written.prints
    places = assemble.places(nodes.get("places"), problems)
    known = Known({**vocabulary.names(), "places": places}, vocabulary.units)
    sources: dict[str, Source] = {}
    by_source: dict[str, tuple[Claim, ...]] = {}
    ids = {problem.id.partition(".")[0] for problem in problems}  # what cannot be read is written all the same
    ids |= {id for file, names in written.lost.items() if "sources/" in file for id in _ids(PurePath(file).name, names)}
    for file, node in nodes.items():
        _, slash, id = file.rpartition("/")
        if not slash:
            continue
        ids |= _ids(id, node.entries)
        claims = tuple(assemble.claims(id, node, known, problems))
        if source := assemble.source(id, node, known, problems):
            sources[id], by_source[id] = source, claims
    return Book(
        vocabulary=vocabulary,
        places=places,
        names=assemble.names(nodes.get("names"), vocabulary.units, problems),
        readings=assemble.readings(nodes.get("readings"), problems),
        sources=sources,
        claims={claim.id: claim for claims in by_source.values() for claim in claims},
        fingerprints=prints["fingerprints"],
        noted=prints["noted"],
        by_source=by_source,
        ids=frozenset(ids),
        entries=frozenset(entries(written)),
    )


def _without(book: Book, halves: Collection[str]) -> Book:
    """The book without claims that are neither figure nor statement: nothing else could be said of them."""
    if not halves:
        return book
    claims = {id: claim for id, claim in book.claims.items() if id not in halves}
    by_source = {id: tuple(claim for claim in held if claim.id in claims) for id, held in book.by_source.items()}
    return replace(book, claims=claims, by_source=by_source)


def _ids(source: str, names: Iterable[str]) -> set[str]:
    return {source, *(f"{source}.{name}" for name in names if name != "source")}
