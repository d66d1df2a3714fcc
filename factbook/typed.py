"""Find figures typed by hand: every number on a page must come from the record."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from lxml import html

from factbook.errors import Mark, Problem, shown
from factbook.model import Book

_OUR_TAGS = frozenset({"time", "script", "style", "pre", "code"})  # code shows how to write, not what is so
_OUR_CLASSES = frozenset(["fact", "when", "claim", "source-link", "footnote-ref", "footnote", "headerlink"])
_WORDS = [
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
    "hundred",
    "hundreds",
    "thousand",
    "thousands",
    "million",
    "millions",
    "billion",
    "billions",
    "dozen",
    "dozens",
    "half",
    "halves",
    "third",
    "thirds",
    "quarter",
    "quarters",
    "fifth",
    "twice",
    "decade",
    "decades",
]
_FIGURE = re.compile(rf"\d[\d.,]*\d|\d|\b(?:{'|'.join(_WORDS)})\b", re.IGNORECASE)
_NOT_PROSE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\]\([^)]*\)|\{[#.:][^}]*\}|<!--.*?-->|<[^>]*>", re.DOTALL)


def typed_figures(pages: Mapping[Path, html.HtmlElement], book: Book) -> Iterator[Problem]:
    """Every figure on the pages, by Markdown file, that no macro wrote and no listed name holds."""
    unused = set(book.names)
    for path, page in pages.items():
        if not path.exists():  # a page made from facts alone
            continue
        source = path.read_text(encoding="utf-8")
        found, used = _typed(page, book.names)
        unused -= used
        for figure, mark in _placed(found, source, str(path)):
            advice = "Use fact(), when() or another macro, or list the name it is part of in facts/names.yaml."
            message = f"{shown(figure)} is typed by hand. {advice}"
            yield Problem(mark, "page", message, "typed-figure")
    for key in sorted(unused):
        message = f"{shown(key)} stands on no page any more. Delete the entry."
        yield Problem(book.names[key].mark, "names", message, "typed-figure")


def _typed(page: html.HtmlElement, names: Iterable[str]) -> tuple[list[str], set[str]]:
    found: list[str] = []
    used: set[str] = set()
    for article in page.iter("article"):
        for ours in [element for element in article.iter() if _is_ours(element)]:
            ours.drop_tree()
        words = " ".join(article.text_content().split())
        for name in names:
            if name in words:
                used.add(name)
                words = words.replace(name, " ")
        found += _FIGURE.findall(words)
    return found, used


def _is_ours(element: html.HtmlElement) -> bool:
    classes = (element.get("class") or "").split()
    return element.tag in _OUR_TAGS or "data-record" in element.attrib or not _OUR_CLASSES.isdisjoint(classes)


def _placed(figures: list[str], markdown: str, path: str) -> Iterator[tuple[str, Mark]]:
    prose = _NOT_PROSE.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), markdown)
    after: dict[str, int] = {}
    for figure in figures:
        at = prose.find(figure, after.get(figure, 0))
        after[figure] = at + len(figure)
        line = prose.count("\n", 0, at) + 1 if at >= 0 else 1
        yield figure, Mark(path, line, at - prose.rfind("\n", 0, at) if at >= 0 else 1)
