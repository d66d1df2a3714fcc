"""The sentences a reader sees on each page, as plain text: macros expanded, Markdown rendered, tags taken away."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import markdown
from lxml import html

from factbook.citations import pages
from factbook.export import edition_of
from factbook.finished import FinishedBlocks
from factbook.generate import source_pages
from factbook.model import Book
from factbook.render import MACROS, Writer

_EXTENSIONS = ("admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "pymdownx.details")
_EXPRESSION = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_BLOCKS = ("h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "tr", "dt", "dd", "caption", "summary", "figcaption", "text")
# Footnotes, and disclosures that only say again what stands elsewhere.
_NOISE = " or ".join(f'contains(@class, "{name}")' for name in ("footnote", "sr-only", "more"))
_UNREAD = "(the page is nested too deeply, or holds control characters, and cannot be read)"
_ID = re.compile("\ue000([^\ue001]*)\ue001")  # private-use characters, which facts cannot hold


class Sentence(NamedTuple):
    """A line of text as published, and the ids of the facts in it; `row` says that it is one of a table."""

    text: str
    ids: frozenset[str]
    row: bool = False


def expanded(book: Book, docs: Path) -> dict[str, str]:
    """The Markdown, macros expanded, of every page below `docs` and made from facts, by its path below docs/."""
    written = {
        path.relative_to(docs).as_posix(): path.read_text(encoding="utf-8", errors="replace") for path in pages(docs)
    }
    made = dict(source_pages(book, edition_of(book)))
    return {path: _without_macros(Writer(book, path), text) for path, text in {**written, **made}.items()}


def sentences(page: str) -> list[Sentence]:
    """The sentences of an expanded page; a line of Markdown counts as one, and so does a row of a table."""
    try:
        converted = markdown.markdown(page, extensions=[*_EXTENSIONS, FinishedBlocks()])
        return list(_lines(html.fromstring(f"<div>{converted}</div>")))
    except (RecursionError, ValueError):  # a revision's pages may hold anything
        return [Sentence(_UNREAD, frozenset())]


def _without_macros(writer: Writer, text: str) -> str:
    return _EXPRESSION.sub(lambda match: _expanded(writer, match), _FRONT_MATTER.sub("", text))


def _expanded(writer: Writer, expression: re.Match[str]) -> str:
    """What a macro call with plain values gives; anything else stays as written, and nothing is executed."""
    try:
        call = ast.parse(expression[1].strip(), mode="eval").body
        if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in MACROS):
            return expression[0]
        arguments = [ast.literal_eval(argument) for argument in call.args]
        options = {keyword.arg: ast.literal_eval(keyword.value) for keyword in call.keywords if keyword.arg}
        return str(MACROS[call.func.id](writer, *arguments, **options))
    except Exception:  # a revision's pages may call a macro with anything, and a macro may fail at it in any way
        return expression[0].replace("<", "&lt;")


def _lines(page: html.HtmlElement) -> Iterator[Sentence]:
    for noise in page.xpath(f".//*[{_NOISE}] | .//*[@aria-hidden] | .//style | .//script"):
        noise.drop_tree()
    for element in page.xpath(".//*[@data-id]"):
        element.tail = f"\ue000{element.get('data-id')}\ue001{element.tail or ''}"
    for block in page.iter(*_BLOCKS):
        if not any(True for _ in block.iterdescendants(*_BLOCKS)):
            yield from _of_block(block)


def _of_block(block: html.HtmlElement) -> Iterator[Sentence]:
    is_row = block.tag == "tr"
    cells = (" ".join(cell.text_content().split()) for cell in block.iterchildren("*"))
    for line in [" | ".join(cells)] if is_row else block.text_content().split("\n"):
        if words := " ".join(_ID.sub("", line).split()):
            yield Sentence(words, frozenset(_ID.findall(line)), is_row)
