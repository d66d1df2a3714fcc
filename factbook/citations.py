"""Where pages use the record: the macro calls in the Markdown of docs/, with their ids and places."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from factbook.blocks import Block, blocks, nearest
from factbook.by_hand import typed_in
from factbook.characters import decode
from factbook.errors import BrokenBook, Mark, Problem
from factbook.files import irregular, read_bytes, stray
from factbook.findings import mark_at
from factbook.links import mislinked, unlisted
from factbook.own_words import misworded, own_words
from factbook.reader import read
from factbook.typed import FRONT_MATTER
from factbook.unread import EXPRESSION, unread

_CALL = re.compile(r"\b(?P<macro>[a-z_]+)\((?P<given>[^()]*)")
_ID = re.compile(r"(?:\A|,)\s*(?P<quote>[\"'])(?P<id>[^\"']*)(?P=quote)")  # given by place: by name, options are
_BESIDE = re.compile(r"[^\n{]*")
_CITING = frozenset(["fact", "claim", "source"])
_TEMPLATES = ("theme", "partials")


class Use(NamedTuple):
    """One use of an id by a macro on a page, with our words before and behind it up to the next macro of the line.

    `cites` says that it leaves a note on its source; `block` is the paragraph or table it stands in.
    """

    mark: Mark
    macro: str
    id: str
    before: str
    after: str
    cites: bool
    block: Block

    @property
    def near(self) -> str:
        """Our words in its sentence, or in its cell and what heads that."""
        return nearest(self.block, self.mark.line, self.mark.column - 1)


def pages(docs: Path) -> list[Path]:
    """The pages below `docs`, in order of path, but for links."""
    return sorted(path for path in docs.rglob("*.md") if path.is_file() and not path.is_symlink())


def uses(docs: Path, names: Iterable[str] = ()) -> tuple[list[Use], list[Problem]]:
    """Every use of an id on the pages below `docs`, in order of place; and what is wrong with files and words there.

    So is what is wrong with files in the folders beside it that pages are built from too. Of numbers, only those that
    are part of `names` may be typed.
    """
    used: list[Use] = []
    problems = [found for folder in (docs, *(docs.parent / name for name in _TEMPLATES)) for found in irregular(folder)]
    problems += stray(docs)
    written = pages(docs)
    problems += unlisted(written, docs)
    for page in written:
        try:
            markdown = decode(read_bytes(page), str(page))
            told, wrong = _read(markdown, str(page))
            used += told
            problems += wrong
            problems += typed_in(markdown, str(page), frozenset(names))
            problems += _misbegun(markdown, str(page))
            problems += mislinked(markdown, page, docs)
        except BrokenBook as broken:
            problems += broken.problems
    return used, problems


@lru_cache(maxsize=1_000)  # a check asks for each page twice, and a live preview after every change
def _read(markdown: str, path: str) -> tuple[tuple[Use, ...], tuple[Problem, ...]]:
    return tuple(uses_in(markdown, path)), (*unread(markdown, path), *misworded(markdown, path))


def _misbegun(markdown: str, path: str) -> Iterator[Problem]:
    """What is wrong with the settings of a page, and that nothing heads it, as where these are not closed."""
    settings = FRONT_MATTER.match(markdown)
    if settings:
        yield from (replace(problem, id="page") for problem in read(f"\n{settings[1]}\n", path)[1])
    body = markdown[settings.end() if settings else 0 :].lstrip("\n")
    if not body.startswith("# "):
        message = "a page begins with `# ` and its heading, below any settings between two lines of ---. Write it here."
        yield Problem(mark_at(markdown, path, len(markdown) - len(body)), "page", message, "headed")


def uses_in(markdown: str, path: str) -> Iterator[Use]:
    """Every use of an id in one page's Markdown."""
    words = own_words(markdown)
    around = blocks(words)
    starts = [*accumulate((len(line) + 1 for line in markdown.split("\n")), initial=0)]
    start = 0
    for expression in EXPRESSION.finditer(markdown):
        before, beside = words[start : expression.start()], _BESIDE.match(markdown, expression.end())
        after = words[expression.end() : beside.end()] if beside else ""
        start = expression.end()
        for call in _CALL.finditer(markdown, expression.start(1), expression.end(1)):
            cites = call["macro"] in _CITING and "False" not in call["given"]
            for given in _ID.finditer(call["given"]):
                at = call.start("given") + given.start("id")
                line = bisect(starts, at)
                mark, block = Mark(path, line, at - starts[line - 1] + 1), around[line - 1]
                yield Use(mark, call["macro"], given["id"], before.rpartition("\n")[2], after, cites, block)
