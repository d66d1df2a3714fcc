"""What stands around a place on a page: its sentence or cell, its paragraph or table, and the headings above."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby, pairwise
from typing import NamedTuple

STOP = re.compile(r"[.!?][*_\"”)]*\s|;")  # what ends a sentence
_HEADING = re.compile(r"(#+) (.*)")


class Block(NamedTuple):
    """The lines of a paragraph, a list or a table, the number of the first, and the headings above them."""

    first: int
    lines: Sequence[str]
    headings: str

    @property
    def words(self) -> str:
        """All it says, below what its headings say."""
        return "\n".join((self.headings, *self.lines))

    def line(self, number: int) -> str:
        """What one of its lines says, by the number of the line on the page."""
        return self.lines[number - self.first]


def blocks(words: str) -> list[Block]:
    """The block of each line of a page, of which only what is said in our words is given."""
    found: list[Block] = []
    headings: dict[int, str] = {}
    for empty, run in groupby(words.split("\n"), key=lambda line: not line or line.isspace()):
        block = Block(len(found) + 1, tuple(run), "\n".join(headings.values()))
        found += [block] * len(block.lines)
        for heading in () if empty else filter(None, map(_HEADING.match, block.lines)):
            headings = {depth: above for depth, above in headings.items() if depth < len(heading[1])}
            headings[len(heading[1])] = heading[2]
    return found


def nearest(block: Block, line: int, at: int) -> str:
    """The sentence that holds the character `at` of a line, or its cell with what heads its row and its column."""
    words = block.line(line)
    if words.lstrip().startswith("|"):
        column = words.count("|", 0, at)
        rows = (row.split("|") for row in (block.lines[0], words))
        return " | ".join(cell for row in rows for cell in (*row[1:2], *row[column : column + 1]))
    ends, found = _sentences(words)
    return found[bisect(ends, at)]


@lru_cache(maxsize=100)  # a sentence may hold many figures
def _sentences(words: str) -> tuple[list[int], list[str]]:
    """Where the sentences of a line end, but for the last, and what they say."""
    ends = [stop.end() for stop in STOP.finditer(words)]
    return ends, [words[start:end] for start, end in pairwise([0, *ends, len(words)])]
