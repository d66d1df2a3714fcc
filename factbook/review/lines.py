"""The lines of text in a page's HTML. Nothing that stands there is left out: each text belongs to some line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html.parser import HTMLParser
from pathlib import PurePosixPath
from typing import NamedTuple

_WORDLESS = "(no words)"
_INLINE = re.compile(
    "a|abbr|b|cite|code|data|del|dfn|em|i|img|ins|kbd|mark|q|s|small|span|strong|su[bp]|time|tspan|u|wbr"
)
_ENDS_ROW = frozenset(["tr", "table", "thead", "tbody", "tfoot"])
_READ_OUT = frozenset(["alt", "title", "aria-label", "placeholder"])
_TARGETS = frozenset(["href", "src", "xlink:href", "srcset", "action", "data", "poster"])


class Sentence(NamedTuple):
    """A line of text as published, with the facts in it, the sources it cites and where it links to, in order.

    That a fact links to its entry goes without saying. `row` says that the line is one of a table.
    """

    text: str
    ids: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    row: bool = False

    def told(self) -> tuple[object, ...]:
        """What readers are told, wherever on the page it stands."""
        return self.text, self.ids, self.cites, self.links


def lines(html: str) -> list[Sentence]:
    """The lines of a page; a row of a table is one, with its cells apart."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.handle_data(reader.rawdata)  # what an element without an end holds
    reader.end_line()
    return reader.found


class _Reader(HTMLParser):
    """Ends a line wherever a block begins or ends, whatever it is in."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Sentence] = []
        self.row = False
        self._begin_line()

    def _begin_line(self) -> None:
        self.words: list[str] = []
        self.cells = 0
        self.ids: list[str] = []
        self.cites: list[str] = []
        self.links: list[str] = []

    def end_line(self) -> None:
        """Keep what was read since the last line, if anything was."""
        text = " ".join("".join(self.words).split())
        links = tuple(link for link in self.links if not _is_entry(link, self.ids))
        if text or self.ids or self.cites or links:
            self.found.append(Sentence(text or _WORDLESS, tuple(self.ids), tuple(self.cites), links, self.row))
        self._begin_line()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._border(tag)
        if tag == "tr":
            self.row = True
        elif self.row and tag in ("td", "th"):
            self.cells += 1
            self.words.append(" | " if self.cells > 1 else "")
        for name, value in attrs:
            self._attribute(name, value or "")

    def handle_endtag(self, tag: str) -> None:
        self._border(tag)

    def handle_data(self, data: str) -> None:
        first, *others = [data] if self.row else data.split("\n")
        self.words.append(first)
        for line in others:
            self.end_line()
            self.words.append(line)

    def handle_comment(self, data: str) -> None:
        """Tell of it: not all readers of HTML agree on where a comment ends."""
        self.found.append(Sentence(f"(comment) {' '.join(data.split())}"))

    handle_pi = unknown_decl = handle_comment

    def handle_decl(self, decl: str) -> None:
        self.handle_comment(decl)

    def _border(self, tag: str) -> None:
        if tag in _ENDS_ROW:
            self.end_line()
            self.row = False
        elif not _INLINE.fullmatch(tag):
            self.words.append(" ") if self.row else self.end_line()

    def _attribute(self, name: str, value: str) -> None:
        if name in _READ_OUT and value:
            self.words.append(f" ({value}) ")
        elif name == "hidden":
            self.words.append(" (hidden) ")
        elif name in _TARGETS:
            self.links.append(value)
        elif name == "data-id":
            self.ids.append(value)
        elif name == "data-cited":
            self.cites.append(value)


def _is_entry(link: str, ids: Iterable[str]) -> bool:
    page, _, anchor = link.partition("#")
    source = PurePosixPath(page).stem
    return f"{'derived' if source == 'calculations' else source}.{anchor}" in ids
