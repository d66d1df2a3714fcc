"""Audit the built pages: links, footnotes, addresses of other hosts, and figures typed by hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

from lxml import html

from factbook.errors import Mark, Problem, shown
from factbook.model import Book
from factbook.typed import typed_figures

_LOADED = (
    "//script/@src | //link[not(@rel='canonical')]/@href | //img/@src | //iframe/@src | //source/@src | //use/@href"
)


def audit(built: Path, docs: Path, book: Book) -> list[Problem]:
    """Every problem of the pages below `built`, which were made from the Markdown below `docs` and from `book`."""
    pages = {_address(path, built): html.parse(str(path)).getroot() for path in sorted(built.rglob("*.html"))}
    ids = {address: set(page.xpath("//@id | //a/@name")) for address, page in pages.items()}
    files = {f"/{path.relative_to(built).as_posix()}" for path in built.rglob("*") if path.is_file()}
    problems: list[Problem] = []
    for address, page in pages.items():
        mark = Mark(str(_source(address, docs)))
        if address != "/404.html":
            problems += _links(address, page, ids, files, mark)
        problems += _footnotes(page, mark)
        problems += _other_hosts(page, mark)
    problems += typed_figures({_source(address, docs): page for address, page in pages.items()}, book)
    return sorted(set(problems))


def _address(path: Path, built: Path) -> str:
    return f"/{path.relative_to(built).as_posix()}".removesuffix("index.html")


def _source(address: str, docs: Path) -> Path:
    stem = docs / address.strip("/")
    nested = stem / "index.md"
    return nested if nested.exists() or address == "/" else stem.with_suffix(".md")


def _links(
    address: str, page: html.HtmlElement, ids: dict[str, set[str]], files: set[str], mark: Mark
) -> Iterator[Problem]:
    for link in page.xpath("//a[not(@role='doc-noteref')]/@href"):
        target, fragment = urldefrag(urljoin(address, link))
        if not target.startswith("/"):
            continue
        target = unquote(target)
        if target not in ids and target not in files:
            yield Problem(mark, "page", f"the link {shown(link)} leads nowhere. Correct its address.", "link")
        elif fragment and target in ids and unquote(fragment) not in ids[target]:
            yield Problem(mark, "page", f"the link {shown(link)} names no part of that page. Correct it.", "link")


def _footnotes(page: html.HtmlElement, mark: Mark) -> Iterator[Problem]:
    ids = set(page.xpath("//@id"))
    for article in page.xpath("//article"):
        marks = article.xpath(".//a[@role='doc-noteref']/@href")
        if "[^" in article.text_content() or any(mark[1:] not in ids for mark in marks):
            message = "a source is cited but no footnote defines it. End the page with {{ sources_used() }}."
            yield Problem(mark, "page", message, "footnote")


def _other_hosts(page: html.HtmlElement, mark: Mark) -> Iterator[Problem]:
    for loaded in page.xpath(_LOADED):
        if "//" in loaded.partition("?")[0] and not loaded.startswith("data:"):
            yield Problem(mark, "page", f"loads {shown(loaded)} from another host. Keep a copy in docs/.", "host")
