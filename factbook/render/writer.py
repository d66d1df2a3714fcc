"""What every macro needs: the book, the page it writes on, and the sources cited there so far."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeVar
from urllib.parse import urlencode

from factbook.errors import shown
from factbook.html import Html, tag
from factbook.kinds import LISTED, nearest
from factbook.model import Book, Claim, Source

T = TypeVar("T")


class UnknownName(LookupError):
    """A page names something the record does not hold."""


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes for one page; `page` is its Markdown file below docs/.

    `cited` counts how often each source was cited there, in order of first citation; `repository` is the address where
    errors are reported and files shown, if there is one. `turned` says that the builder itself turns links in raw HTML
    from those between source files to those between built pages, as Zensical does and MkDocs does not.
    """

    book: Book
    page: str
    cited: dict[str, int] = field(default_factory=dict)
    repository: str = ""
    turned: bool = False

    def claim(self, id: str) -> Claim:
        """The claim with a full id. Raises `UnknownName` with the nearest id."""
        return find(self.book.claims, id, "fact")

    def source(self, id: str) -> Source:
        """The source with an id. Raises `UnknownName` with the nearest id."""
        return find(self.book.sources, id, "source")

    def cite(self, source: str) -> Html:
        """A footnote mark for a source, named for those who hear it; `sources_used` writes the footnote."""
        self.cited[source] = self.cited.get(source, 0) + 1
        number = list(self.cited).index(source) + 1
        mark = tag(
            "a",
            str(number),
            id=mention(number, self.cited[source]),
            href=f"#{footnote(source)}",
            role="doc-noteref",
            aria_label=f"{number}: source, {self.source(source).told}",
        )
        return tag("sup", mark, class_="footnote-ref")

    def to(self, page: str, anchor: str = "") -> str:
        """The relative link to another Markdown page below docs/, for use inside Markdown."""
        path = _relative(page, posixpath.dirname(self.page) or ".")
        return f"{path}#{anchor}" if anchor else path

    def href(self, page: str, anchor: str = "") -> str:
        """The relative address of another page, for use inside raw HTML."""
        if self.turned:
            return self.to(page, anchor)
        path = _relative(_directory(page), _directory(self.page))
        return f"{path}/#{anchor}" if anchor else f"{path}/"

    def narrowed(self, name: str, value: str) -> str:
        """The relative address of the table of all facts, narrowed to those with a `value` in the field `name`."""
        return f"{self.href('facts.md')}?{urlencode({name: value})}"

    def file(self, path: str) -> str:
        """The relative address of a file of the site that is no page, for use inside raw HTML."""
        return self.to(path) if self.turned else _relative(path, _directory(self.page))

    def entry(self, claim: Claim) -> tuple[str, str]:
        """The page and the anchor of a claim's own entry."""
        return f"sources/{claim.source}.md", claim.name


def footnote(source: str) -> str:
    """The anchor of a source's footnote on a page that cites it."""
    return f"note-{source}"


def mention(number: int, nth: int) -> str:
    """The anchor of the place where a page cites its source `number` for the `nth` time."""
    return f"cited-{number}-{nth}"


def find(known: Mapping[str, T], id: str, what: str) -> T:
    """What `known` holds under `id`. Raises `UnknownName` with the nearest id."""
    if id in known:
        return known[id]
    raise UnknownName(f"no {what} {shown(id, 120)}. {nearest(id, known, LISTED.get(what, ''))}")


@lru_cache(maxsize=10_000)  # a page links to few others, over and over
def _relative(path: str, start: str) -> str:
    return posixpath.relpath(path, start)


def _directory(page: str) -> str:
    stem = page.removesuffix(".md")
    return posixpath.dirname(stem) or "." if posixpath.basename(stem) == "index" else stem
