"""Everything that is made from facts alone: pages by their path below docs/, and data files."""

from __future__ import annotations

from collections.abc import Iterator

from factbook.export import facts_json
from factbook.model import Book
from factbook.render.entries import source_page
from factbook.render.writer import Writer


def generated(book: Book) -> Iterator[tuple[str, str]]:
    """The path below docs/ and the content of every generated page and file."""
    yield from source_pages(book)
    yield "data/facts.json", facts_json(book)


def source_pages(book: Book) -> Iterator[tuple[str, str]]:
    """The path below docs/ and the Markdown of each source's page."""
    for source in book.sources.values():
        page = f"sources/{source.id}.md"
        yield page, source_page(Writer(book, page), source)
