"""Find figures typed by hand: every number on a page must come from the record."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from factbook.errors import Mark, Problem, shown
from factbook.findings import mark_at
from factbook.languages.english import SCALES, TEENS, TENS, WORDS
from factbook.model import Book
from factbook.own_words import blank, own_words
from factbook.quantities.words import any_of

if TYPE_CHECKING:  # a check of the facts reads pages before they are HTML, without lxml
    from lxml import html

_OUR_TAGS = frozenset({"time", "script", "style", "pre", "code"})  # code shows how to write, not what is so
_OUR_CLASSES = frozenset(["fact", "when", "claim", "source-link", "footnote-ref", "footnote", "headerlink", "broken"])
_PARTS = (
    "half", "halves", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "hundredth",
    "thousandth", "twice", "thrice", "halved", "doubled", "tripled", "trebled", "quadrupled", "decade", "dozen",
    "hundred",
)  # fmt: skip
_TIMES = tuple(f"{word}fold" for word in (*[*WORDS][1:], "hundred", "thousand"))
_YEARS = tuple(f"{word[:-1]}ie" for word in TENS)  # the nineties
IN_WORDS = (*[*WORDS][3:], *TEENS, *TENS, *SCALES, *_PARTS, *_TIMES, *_YEARS)  # one to three are ordinary prose
IN_DIGITS = r"\d[\d.,]*\d|\d|[\u00bc-\u00be\u2150-\u2189]"
FIGURE = re.compile(rf"{IN_DIGITS}|\b(?:{any_of(IN_WORDS)})s?\b", re.IGNORECASE)
_DESCRIBED = "//meta[@name='description']/@content"
_SHOWN = ".//@alt | .//@title"  # what else of an article is shown or read aloud
FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_NOT_DESCRIPTION = re.compile(r"^(?!description:).*$", re.MULTILINE)


def typed_figures(path: Path, page: html.HtmlElement, names: Iterable[str]) -> tuple[list[Problem], set[str]]:
    """Every figure on the page made of a Markdown file that no macro wrote and none of `names` holds; the names used.

    The page is taken apart.
    """
    if not path.exists():  # a page made from facts alone
        return [], set()
    markdown = path.read_text(encoding="utf-8")
    front = FRONT_MATTER.match(markdown)
    # Without one of its own, a page has the description of the site.
    described = page.xpath(_DESCRIBED) if front and "\ndescription:" in front[0] else []
    found, used = _typed(page, described, names)
    return [by_hand(figure, mark) for figure, mark in _placed(found, markdown, str(path))], used


def by_hand(figure: str, mark: Mark) -> Problem:
    """The problem that a figure at a place was typed."""
    advice = "Use fact(), when() or another macro, or list the name it is part of in facts/names.yaml."
    return _problem(mark, f"{shown(figure)} is typed by hand. {advice}", "page")


def unused_names(book: Book, used: set[str]) -> Iterator[Problem]:
    """Every listed name that no page holds."""
    for key in sorted(book.names.keys() - used):
        message = f"{shown(key)} stands on no page any more. Delete the entry."
        yield _problem(book.names[key].mark, message, "names")


def _problem(mark: Mark, message: str, id: str) -> Problem:
    return Problem(mark, id, message, "typed-figure")


def _typed(page: html.HtmlElement, described: list[str], names: Iterable[str]) -> tuple[list[str], set[str]]:
    found: list[str] = []
    used: set[str] = set()
    for article in page.iter("article"):
        for ours in [element for element in article.iter() if _is_ours(element)]:
            ours.drop_tree()
        words = " ".join([*described, article.text_content(), *article.xpath(_SHOWN)])
        words = " ".join(words.split())
        for name in names:
            if name in words:
                used.add(name)
                words = words.replace(name, " ")
        found += FIGURE.findall(words)
    return found, used


def _is_ours(element: html.HtmlElement) -> bool:
    classes = (element.get("class") or "").split()
    return element.tag in _OUR_TAGS or "data-record" in element.attrib or not _OUR_CLASSES.isdisjoint(classes)


def said(markdown: str) -> str:
    """A page's Markdown with blanks for what is not said in our words: of its front matter, all but its description."""
    front = FRONT_MATTER.match(markdown)
    head = _NOT_DESCRIPTION.sub(blank, front[0]) if front else ""
    return head + own_words(markdown)[len(head) :]


def _placed(figures: list[str], markdown: str, path: str) -> Iterator[tuple[str, Mark]]:
    prose = said(markdown)
    after: dict[str, int] = {}
    for figure in figures:
        match = re.compile(rf"(?<!\w){re.escape(figure)}(?!\w)").search(prose, after.get(figure, 0))
        at = match.start() if match else -1
        after[figure] = at + len(figure)
        yield figure, mark_at(prose, path, max(at, 0))
