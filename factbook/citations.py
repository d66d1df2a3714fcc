"""Where pages use the record: the macro calls in the Markdown of docs/, with their ids and places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from factbook.characters import decode
from factbook.errors import BrokenBook, Mark, Problem
from factbook.files import irregular, read_bytes
from factbook.findings import mark_at
from factbook.own_words import misworded

EXPRESSION = re.compile(r"\{\{((?:(?!\{\{|\}\}).)*)\}\}", re.DOTALL)
_CALL = re.compile(r"\b(?P<macro>[a-z_]+)\((?P<given>[^()]*)")
_ID = re.compile(r"(?:\A|,)\s*(?P<quote>[\"'])(?P<id>[^\"']*)(?P=quote)")  # given by place: by name, options are
_BESIDE = re.compile(r"[^\n{]*")
_OPEN = re.compile(r"\{\{(?!(?:(?!\{\{).)*?\}\})", re.DOTALL)
_BARE = re.compile(r"\b[a-z_]+\(\s*(?P<id>[a-z][a-z0-9]*-[a-z0-9.-]*)\s*[,)]")


@dataclass(frozen=True, slots=True)
class Use:
    """One use of an id by a macro on a page, with the words before and behind it up to the next macro of the line."""

    mark: Mark
    macro: str
    id: str
    before: str
    after: str


def pages(docs: Path) -> list[Path]:
    """The pages below `docs`, in order of path, but for links."""
    return sorted(path for path in docs.rglob("*.md") if path.is_file() and not path.is_symlink())


def uses(docs: Path) -> tuple[list[Use], list[Problem]]:
    """Every use of an id on the pages below `docs`, in order of place; and what is wrong with files and words there."""
    used: list[Use] = []
    problems = irregular(docs)
    for page in pages(docs):
        try:
            markdown = decode(read_bytes(page), str(page))
            told, wrong = _read(markdown, str(page))
            used += told
            problems += wrong
        except BrokenBook as broken:
            problems += broken.problems
    return used, problems


@lru_cache(maxsize=1_000)  # a check asks for each page twice, and a live preview after every change
def _read(markdown: str, path: str) -> tuple[tuple[Use, ...], tuple[Problem, ...]]:
    return tuple(uses_in(markdown, path)), tuple(misworded(markdown, path))


def misread(markdown: str) -> tuple[int, str] | None:
    """What may keep macros from being read, and at which offset: braces left open, or an id without quotes."""
    if left := _OPEN.search(markdown):
        return left.start(), "a macro is never closed. Close it with }}."
    for expression in EXPRESSION.finditer(markdown):
        if bare := _BARE.search(markdown, expression.start(1), expression.end(1)):
            return bare.start("id"), f'an id stands without quotes. Write "{bare["id"][:130]}".'
    return None


def uses_in(markdown: str, path: str) -> Iterator[Use]:
    """Every use of an id in one page's Markdown."""
    start = 0
    for expression in EXPRESSION.finditer(markdown):
        before, after = markdown[start : expression.start()], _BESIDE.match(markdown, expression.end())
        words = before.rpartition("\n")[2], after[0] if after else ""
        start = expression.end()
        for call in _CALL.finditer(markdown, expression.start(1), expression.end(1)):
            for given in _ID.finditer(call["given"]):
                at = call.start("given") + given.start("id")
                yield Use(mark_at(markdown, path, at), call["macro"], given["id"], *words)
