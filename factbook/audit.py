"""Audit the built pages: links, footnotes, what is loaded or acts by itself, and figures typed by hand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

from lxml import etree, html

from factbook.errors import Mark, Problem, shown
from factbook.findings import mark_at
from factbook.model import Book
from factbook.narrowed import Row, finds, rows
from factbook.own_words import own_words
from factbook.typed import typed_figures, unused_names

_LOADED = (
    "//@src | //@srcset | //@imagesrcset | //@poster | //@background | //object/@data"
    " | //*[not(self::a or self::area or self::link[@rel='canonical'])]/@*[name() = 'href' or name() = 'xlink:href']"
)
_ACTING = (
    "//@*[starts-with(name(), 'on')] | //@ping | //base | //iframe | //object | //embed | //article//style"
    " | //meta[@http-equiv and @http-equiv != 'Content-Security-Policy']"
    " | //article//script[not(@src or @type='application/ld+json')]"
)
_AIMS = "//@*[name() = 'href' or name() = 'xlink:href' or name() = 'action' or name() = 'formaction']"
_BREAKS = re.compile(r"[\t\n\r]")  # browsers pass over them, wherever they stand in an address
_RUN = re.compile(r"[\x00- ]*(?:javascript|vbscript|data):", re.IGNORECASE)
_ELSEWHERE = re.compile(r"[\x00- ]*(?!data:)(?:[a-z][a-z0-9+.-]*:|[^?]*//)", re.IGNORECASE)  # a scheme or a host
# As plain strings: others would keep the whole page they stand on.
_IDS = etree.XPath("//@id | //a/@name", smart_strings=False)
_LINKS = etree.XPath("//a[not(@role='doc-noteref')]/@href", smart_strings=False)


class _Page(NamedTuple):
    """What other pages may link to in a page, and what it links to."""

    mark: Mark
    ids: frozenset[str]
    links: frozenset[str]
    facts: tuple[Row, ...]


def audit(built: Path, docs: Path, book: Book) -> list[Problem]:
    """Every problem of the pages below `built`, which were made from the Markdown below `docs` and from `book`."""
    pages: dict[str, _Page] = {}
    problems: list[Problem] = []
    named: set[str] = set()
    for path in built.rglob("*.html"):  # one page at a time: all of a large site would fill the memory
        address, page = _address(path, built), html.parse(str(path)).getroot()
        source = _source(address, docs)
        pages[address] = found = _read(page, Mark(str(source)))
        problems += [*_footnotes(page, found, source), *_other_hosts(page, found.mark), *_acting(page, found.mark)]
        problems += _doubled(page, found.mark)
        typed, used = typed_figures(source, page, book.names)
        problems += typed
        named |= used
    files = {f"/{path.relative_to(built).as_posix()}" for path in built.rglob("*") if path.is_file()}
    links = (problem for address in pages.keys() - {"/404.html"} for problem in _links(address, pages, files))
    return sorted({*problems, *links, *unused_names(book, named)})


def _read(page: html.HtmlElement, mark: Mark) -> _Page:
    return _Page(mark, frozenset(_IDS(page)), frozenset(_LINKS(page)), tuple(rows(page)))


def _address(path: Path, built: Path) -> str:
    return f"/{path.relative_to(built).as_posix()}".removesuffix("index.html")


def _source(address: str, docs: Path) -> Path:
    stem = docs / address.strip("/")
    nested = stem / "index.md"
    return nested if nested.exists() or address == "/" else stem.with_name(f"{stem.name}.md")


def _doubled(page: html.HtmlElement, mark: Mark) -> Iterator[Problem]:
    ids: Counter[str] = Counter(page.xpath("//@id"))
    for id in (id for id, times in ids.items() if times > 1):
        message = f"the id {shown(id)} stands twice, so that a link leads to the first alone. Give one another."
        yield Problem(mark, "page", message, "link")


def _links(address: str, pages: Mapping[str, _Page], files: set[str]) -> Iterator[Problem]:
    for link in pages[address].links:
        if wrong := _wrong(link, address, pages, files):
            yield Problem(_where(link, pages[address].mark), "page", f"the link {shown(link)} {wrong}", "link")


def _wrong(link: str, address: str, pages: Mapping[str, _Page], files: set[str]) -> str:
    try:
        aim = urlsplit(urljoin(address, link))
    except ValueError:
        return "is no address. Correct it."
    if aim.scheme or aim.netloc:
        return ""
    target, page = unquote(aim.path), pages.get(unquote(aim.path))
    if page is None and target not in files:
        return "leads nowhere. Correct its address."
    if aim.fragment and page and unquote(aim.fragment) not in page.ids:
        return "names no part of that page. Correct it."
    if aim.query and not (page and finds(aim.query, page.facts)):
        return "finds no fact. Take it from the address of the page of all facts, narrowed to what is meant."
    return ""


def _where(link: str, page: Mark) -> Mark:
    """Where a link stands in the Markdown of its page, if it is written there as it is built."""
    path = Path(page.path)
    markdown = path.read_text(encoding="utf-8") if path.exists() else ""
    at = max(markdown.find(f'="{link}"') + 2, markdown.find(f"]({link})") + 2)
    return mark_at(markdown, page.path, at) if at > 1 else page


def _footnotes(page: html.HtmlElement, found: _Page, source: Path) -> Iterator[Problem]:
    """A problem where a mark leads nowhere, or is written by hand: on the page itself, a fact may say the same."""
    markdown = source.read_text(encoding="utf-8") if source.exists() else ""
    if (at := own_words(markdown).find("[^")) >= 0:
        message = "a footnote is written by hand. Cite by fact(), claim() or source(), which write theirs."
        yield Problem(mark_at(markdown, str(source), at), "page", message, "footnote")
    marks = page.xpath("//article//a[@role='doc-noteref']/@href")
    if any(mark[1:] not in found.ids for mark in marks):
        message = "a source is cited but no footnote defines it. Write {{ sources_used() }} behind all that cites."
        yield Problem(found.mark, "page", message, "footnote")


def _other_hosts(page: html.HtmlElement, mark: Mark) -> Iterator[Problem]:
    for loaded in page.xpath(_LOADED):
        as_read = loaded.replace("\\", "/")
        if any(map(_ELSEWHERE.match, (_BREAKS.sub("", as_read), *as_read.split()))):  # a srcset holds several
            yield Problem(mark, "page", f"loads {shown(loaded)} from another host. Keep a copy in docs/.", "host")


def _acting(page: html.HtmlElement, mark: Mark) -> Iterator[Problem]:
    """What would run, or lead readers away unasked. The policy of a page stops most of it, but not a refresh."""
    names = (getattr(one, "attrname", None) or f"<{one.tag}>" for one in page.xpath(_ACTING))
    aims = (shown(aim) for aim in page.xpath(_AIMS) if _RUN.match(_BREAKS.sub("", aim)))
    for found in (*names, *aims):
        yield Problem(mark, "page", f"holds {found}, which acts by itself in a browser. Take it out.", "acting")
