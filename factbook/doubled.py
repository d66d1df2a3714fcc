"""Find hedges typed beside a figure that a macro writes: the figure brings its own, or its source gives none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factbook.errors import Problem, shown
from factbook.findings import mark_at
from factbook.quantities.hedges import BY_WORDS, BY_WORDS_AFTER
from factbook.quantities.spoken import NOT_A_HEDGE
from factbook.quantities.words import any_of

_FIGURE = r"\{\{-?\s*fact\("
_MARKUP = r"[\s*_(>]"  # what may stand between the two and not be seen
_BEFORE = re.compile(rf"(?<![\w-])({any_of(BY_WORDS)}){_MARKUP}+{_FIGURE}", re.IGNORECASE)
_BEHIND = re.compile(rf"{_FIGURE}[^{{}}]*\}}\}}[\s*_)]+({any_of(BY_WORDS_AFTER)})\b", re.IGNORECASE)


def typed_hedges(markdown: str, path: str) -> Iterator[Problem]:
    """Every hedge that stands right before or behind a figure in one page's Markdown."""
    for match in [*_BEFORE.finditer(markdown), *_BEHIND.finditer(markdown)]:
        if not NOT_A_HEDGE.search(markdown, 0, match.end(1)):
            message = (
                f"{shown(match[1])} is typed beside a figure, which says the hedge of its source by itself. "
                "Delete it, or cite a claim that says it."
            )
            yield Problem(mark_at(markdown, path, match.start(1)), "page", message, "typed-hedge")
