"""Find figures typed by hand in the Markdown of a page, before anything is built."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from factbook.errors import Problem
from factbook.findings import mark_at
from factbook.own_words import UNBRACED, blank
from factbook.typed import FIGURE, IN_DIGITS, IN_WORDS, by_hand, said

_STEP = 4  # spaces by which Markdown sets in what belongs to an item or a box; as many again make it code
_OPENING = re.compile(r" *(?:(?:[-*+]|(\d+)\.) |(?:!!!|\?\?\?\+?) )")
_DIGITS, _LETTERS = re.compile(IN_DIGITS), re.compile(r"[a-z]+")
_SPOKEN = frozenset([*IN_WORDS, *(f"{word}s" for word in IN_WORDS)])


@lru_cache(maxsize=1_000)  # a live preview reads all pages again when one has changed
def typed_in(markdown: str, path: str, names: frozenset[str]) -> tuple[Problem, ...]:
    """Every figure in one page's Markdown that no macro writes and none of `names` holds."""
    prose = UNBRACED.sub(blank, said(markdown))  # which is told as a macro that cannot be read
    if not _DIGITS.search(prose) and _SPOKEN.isdisjoint(_LETTERS.findall(prose.lower())):  # far quicker
        return ()
    prose = "\n".join(_without_code(markdown.split("\n"), prose.split("\n")))
    for name in names:
        prose = re.sub(r"\s+".join(map(re.escape, name.split())), blank, prose)
    found = FIGURE.finditer(prose)
    return tuple(by_hand(figure[0], mark_at(prose, path, figure.start())) for figure in found)


def _without_code(written: Iterable[str], words: Iterable[str]) -> Iterator[str]:
    """The words of each line without the number of an item, and blanks for lines that are set in as code."""
    within: list[int] = []  # how far the items and boxes are set in that a line belongs to
    begins = True  # whether the line above is empty or code, so that code may begin
    for line, text in zip(written, words, strict=True):
        depth = len(line) - len(line.lstrip())
        while begins and within and depth < min(len(line), within[-1] + _STEP):
            within.pop()
        code = begins and depth >= _STEP * (1 + bool(within)) + sum(within[-1:])
        opening = _OPENING.match(line)
        begins = code or depth == len(line)
        if opening and not begins:
            within = [*(above for above in within if above < depth), depth]
            text = text.replace(opening[1] or "", " " * len(opening[1] or ""), 1)
        yield " " * len(line) if code else text
