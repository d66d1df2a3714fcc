"""What a live preview shows where a build would stop: problems on the pages they concern."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from lxml.html import document_fromstring

from factbook.errors import Problem
from factbook.html import Html, join, tag
from factbook.kept import same
from factbook.model import Book
from factbook.typed import typed_figures

MOST = 20  # a reader mends the first few, and saving shows what is left
GAP = tag("span", "not shown", class_="broken")


def previewing() -> bool:
    """Whether this process serves a live preview, `mkdocs serve`."""
    return next((word for word in sys.argv[1:] if not word.startswith("-")), "") == "serve"


def typed_by_hand(page: Path, content: str, book: Book) -> list[Problem]:
    """The figures typed by hand in the HTML made of a page, which would stop a build."""

    def found() -> list[Problem]:
        return typed_figures(page, document_fromstring(f"<article>{content}</article>"), book.names)[0]

    return same(f"typed {page}", f"{[*book.names]}{content}", found)


def box_for(page: str, problems: Iterable[Problem]) -> Html:
    """The problems of the facts and those of one page, to stand above it; nothing where there are none."""
    mine = [problem for problem in problems if _concerns(problem, page)]
    if not mine:
        return Html("")
    items = [tag("li", str(problem)) for problem in mine[:MOST]]
    more = [tag("li", f"and {len(mine) - MOST} more")] if len(mine) > MOST else []
    told = tag("strong", "The preview cannot show all of this page:")
    return tag("div", told, tag("ul", join([*items, *more])), class_="broken", role="alert")


def unread_page(source: str) -> str:
    """The Markdown of a page for a source whose file cannot be read, with a gap for what it says."""
    return f"---\nrender_macros: false\n---\n# {source}\n\n{GAP}\n"


def _concerns(problem: Problem, page: str) -> bool:
    return not problem.mark.path.startswith("docs/") or problem.mark.path == f"docs/{page}"
