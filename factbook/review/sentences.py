"""The sentences that a page publishes, as plain text: Markdown rendered, tags taken away."""

from __future__ import annotations

import re
from html import unescape

import markdown

from factbook.finished import FinishedBlocks
from factbook.review.limit import at_most
from factbook.review.lines import Sentence, lines
from factbook.typed import FRONT_MATTER

_EXTENSIONS = ("abbr", "admonition", "attr_list", "def_list", "fenced_code", "md_in_html", "tables", "pymdownx.details")
_UNREAD = "(the page is nested too deeply, or broken, and told as it is written)"
_LONGEST = 5.0  # seconds; the largest page takes well under one, and thousands of open brackets take the library hours
_ENTRY = re.compile(r"\n(?=\S)")


def sentences(page: str) -> list[Sentence]:
    """The sentences of an expanded page: each entry of its front matter, line of Markdown and row of a table."""
    front = FRONT_MATTER.match(page)
    entries = _ENTRY.split(front[1]) if front else []
    return [*map(_one, entries), *_of_body(page[front.end() :] if front else page)]


def _of_body(body: str) -> list[Sentence]:
    try:
        with at_most(_LONGEST):
            return lines(markdown.markdown(body, extensions=[*_EXTENSIONS, FinishedBlocks()]))
    except Exception:  # a revision's pages may hold anything, and libraries may fail at it in any way
        return [Sentence(_UNREAD), *map(_one, filter(str.strip, body.splitlines()))]


def _one(line: str) -> Sentence:
    return Sentence(" ".join(unescape(line).split()))
