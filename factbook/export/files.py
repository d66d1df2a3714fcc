"""Every data file of the site, by its path below `data/`."""

from __future__ import annotations

from collections.abc import Mapping

from factbook.export.edition import Edition
from factbook.export.feed import feed
from factbook.export.history import Change
from factbook.export.package import datapackage
from factbook.export.references import sources_bib, sources_json
from factbook.export.schemas import schemas
from factbook.export.tables import facts_csv, facts_json, series_csv
from factbook.model import Book


def data_files(
    book: Book, edition: Edition, changes: tuple[Change, ...] = (), others: Mapping[str, str] | None = None
) -> dict[str, str]:
    """The content of every data file; `others` are files made elsewhere that belong to the data package too."""
    packaged = {
        "facts.csv": facts_csv(book),
        "facts.json": facts_json(book),
        "sources.json": sources_json(book, edition),
        "sources.bib": sources_bib(book, edition),
        **(others or {}),
        **{f"series/{measure}.csv": table for measure, table in series_csv(book).items()},
    }
    return {
        **packaged,
        **{f"schemas/{name}": schema for name, schema in schemas(book).items()},
        "datapackage.json": datapackage(book, edition, packaged),
        "changes.xml": feed(book, edition, changes),
    }
