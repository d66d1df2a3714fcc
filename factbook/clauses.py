"""The sentences and table cells of pages that use the record, in their clauses: typed words, and uses among them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from factbook.blocks import STOP
from factbook.citations import Use
from factbook.errors import Mark

_BREAK = re.compile(r"[,:|]")


class Clause(NamedTuple):
    """A part of a sentence or a cell of a table: no comma, colon, semicolon or bar divides it."""

    words: str
    uses: tuple[Use, ...]


def sentences(used: Iterable[Use]) -> Iterator[list[Clause]]:
    """The clauses of every sentence that uses the record, up to a semicolon or stop, or of every row of a table."""
    found: list[Use] = []
    for use in used:
        if found and not _goes_on(found[-1], use):
            yield _clauses(found)
            found = []
        found.append(use)
    if found:
        yield _clauses(found)


def columns(used: Iterable[Use]) -> Iterator[list[Clause]]:
    """What the head of a table uses, with what each cell below it does."""
    for (first, head), *rows in _tables(used):
        if rows and rows[0][0].line == first.line + 2:  # a rule parts a head from what follows
            for _, row in rows:
                yield from ([Clause("", (*head[at], *cell))] for at, cell in row.items() if at in head)


def _tables(used: Iterable[Use]) -> Iterator[list[tuple[Mark, dict[int, list[Use]]]]]:
    """The rows of every table, each with its place."""
    table: list[tuple[Mark, dict[int, list[Use]]]] = []
    for mark, uses in groupby(used, lambda use: use.mark._replace(column=1)):
        if row := _cells(list(uses)):
            last, far = (table[-1][0] if table else mark), (1 if table[1:] else 2)
            if table and (mark.path != last.path or mark.line > last.line + far):
                yield table
                table = []
            table.append((mark, row))
    if table:
        yield table


def _cells(uses: list[Use]) -> dict[int, list[Use]]:
    """The uses of a row of a table by the column they stand in; nothing for any other line."""
    at, cells = 0, dict[int, list[Use]]()
    if uses[0].before.startswith("|"):
        for use in uses:
            at += use.before.count("|")
            cells.setdefault(at, []).append(use)
    return cells


def _goes_on(last: Use, use: Use) -> bool:
    """Whether only the words between two uses part them, on one line, and end no sentence."""
    together = last.mark[:2] == use.mark[:2] and last.after == use.before
    return together and not STOP.search(use.before)


def _clauses(found: list[Use]) -> list[Clause]:
    texts = [STOP.split(found[0].before)[-1], *(use.before for use in found[1:]), STOP.split(found[-1].after)[0]]
    clauses: list[tuple[list[str], list[Use]]] = [([], [])]
    for text, use in zip(texts, [*found, None], strict=True):
        first, *more = _BREAK.split(text)
        clauses[-1][0].append(first)
        clauses += [([words], []) for words in more]
        if use:
            clauses[-1][1].append(use)
    return [Clause(" ".join(words), tuple(uses)) for words, uses in clauses]
