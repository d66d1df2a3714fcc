"""The pages of the site as Markdown, macros expanded; nothing that a page holds is executed."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from factbook.citations import pages
from factbook.export.edition import edition_of
from factbook.generate import source_pages
from factbook.model import Book
from factbook.render import MACROS, Writer
from factbook.typed import FRONT_MATTER
from factbook.unread import EXPRESSION

_CITATION = re.compile(r'<sup class="footnote-ref"><a [^>]*href="#note-([^"]*)"[^>]*>.*?</sup>')
# What macros say again: footnotes, disclosures that hold entries or drawn figures once more, names for what is seen.
_AGAIN = re.compile(
    r'<section class="footnote".*?</section>|<details class="more[ "].*?</details>|<(style|script)\b.*?</\1>'
    r'|<span aria-hidden="true">.*?</span>|<span class="sr-only">.*?</span>| aria-label="[^"]*"',
    re.DOTALL,
)
_SERIES = ('<details class="more series"', '<details class="series"')  # elsewhere they say again what this page holds


def expanded(book: Book, docs: Path) -> dict[str, str]:
    """The Markdown, macros expanded, of every page below `docs` and made from facts, by its path below docs/."""
    written = {
        path.relative_to(docs).as_posix(): path.read_text(encoding="utf-8", errors="replace") for path in pages(docs)
    }
    told = {path: _without_macros(Writer(book, path), text) for path, text in written.items()}
    return told | {path: _once(text) for path, text in source_pages(book, edition_of(book))}


def made(book: Book | None, page: str) -> bool:
    """Whether a page is made from facts alone."""
    folder, _, name = page.removesuffix(".md").rpartition("/")
    return book is not None and folder == "sources" and name in book.sources


def _without_macros(writer: Writer, page: str) -> str:
    front = FRONT_MATTER.match(page)
    start = front.end() if front else 0
    return page[:start] + EXPRESSION.sub(lambda match: _expanded(writer, match), page[start:])


def _expanded(writer: Writer, expression: re.Match[str]) -> str:
    """What a macro call with plain values gives; anything else stays as written."""
    as_written = expression[0].replace("<", "&lt;")
    try:
        call = ast.parse(expression[1].strip().strip("-").strip(), mode="eval").body
        if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in MACROS):
            return as_written
        if call.func.id == "changes_table":
            return ""  # it is of the history at hand, not of a revision's, and tells again what a report tells
        arguments = [ast.literal_eval(argument) for argument in call.args]
        options = {keyword.arg: ast.literal_eval(keyword.value) for keyword in call.keywords if keyword.arg}
        ours = str(MACROS[call.func.id](writer, *arguments, **options))
        return _once(ours.replace(*_SERIES) if writer.page == "series.md" else ours)
    except Exception:  # a revision's pages may call a macro with anything, and a macro may fail at it in any way
        return as_written


def _once(ours: str) -> str:
    """Markup of ours without what it says again; of the mark of a citation, only which source is cited is kept.

    What is left out is known by markup that facts cannot hold. Nothing that people type on a page comes here.
    """
    return _AGAIN.sub("", _CITATION.sub(r'<i data-cited="\1"></i>', ours))
