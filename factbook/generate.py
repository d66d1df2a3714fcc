"""Everything that is made from facts alone: pages by their path below docs/, and data files."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from factbook.charts import CHARTS, points, specification
from factbook.export.declared import checks_json, derived_json, questions_json
from factbook.export.edition import Edition, edition_of
from factbook.export.feed import feed
from factbook.export.git import ROOT
from factbook.export.history import Change, changes
from factbook.export.package import datapackage
from factbook.export.plain import plain_list
from factbook.export.references import sources_bib, sources_json
from factbook.export.schemas import schemas
from factbook.export.tables import facts_csv, facts_json, json_text, series_csv
from factbook.model import Book
from factbook.render.entries import source_page
from factbook.render.writer import Writer


@lru_cache(maxsize=1)  # a live preview asks again whenever a page is saved
def generated(book: Book, repository: str = "", turned: bool = False) -> tuple[tuple[str, str], ...]:
    """The path below docs/ and the content of every generated page and file.

    `repository` is where errors go; `turned` is as for a `Writer`.
    """
    return tuple(_generated(book, repository, turned))


def _generated(book: Book, repository: str, turned: bool) -> Iterator[tuple[str, str]]:
    edition = edition_of(book)
    yield from source_pages(book, edition, repository, turned)
    for path, content in data_files(book, edition, changes(ROOT)).items():
        yield f"data/{path}", content
    yield from chart_files(book)
    yield "llms.txt", plain_list(book, edition)


def data_files(book: Book, edition: Edition, history: tuple[Change, ...] = ()) -> dict[str, str]:
    """The content of every data file of the site, by its path below `data/`."""
    packaged = {
        "facts.csv": facts_csv(book),
        "facts.json": facts_json(book),
        "sources.json": sources_json(book, edition),
        "sources.bib": sources_bib(book, edition),
        "checks.json": checks_json(book),
        "derived.json": derived_json(book),
        "questions.json": questions_json(book),
        **{f"series/{measure}.csv": table for measure, table in series_csv(book).items()},
    }
    return {
        **packaged,
        **{f"schemas/{name}": schema for name, schema in schemas(book).items()},
        "datapackage.json": datapackage(book, edition, packaged),
        "changes.xml": feed(book, edition, history),
    }


def source_pages(book: Book, edition: Edition, repository: str = "", turned: bool = False) -> Iterator[tuple[str, str]]:
    """The path below docs/ and the Markdown of each source's page."""
    for source in book.sources.values():
        page = f"sources/{source.id}.md"
        yield page, source_page(Writer(book, page, repository=repository, turned=turned), source, edition)


def chart_files(book: Book) -> Iterator[tuple[str, str]]:
    """The path below docs/ and the specification of each chart, for download."""
    for chart in CHARTS.values():
        yield f"data/charts/{chart.id}.json", json_text(specification(chart, points(book, chart)))
