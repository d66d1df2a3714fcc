"""Every data file of the site, by its path below `data/`."""

from __future__ import annotations

from factbook.export.declared import checks_json, derived_json, questions_json
from factbook.export.edition import Edition
from factbook.export.feed import feed
from factbook.export.history import Change
from factbook.export.package import datapackage
from factbook.export.references import sources_bib, sources_json
from factbook.export.schemas import schemas
from factbook.export.tables import facts_csv, facts_json, series_csv
from factbook.model import Book


def data_files(book: Book, edition: Edition, changes: tuple[Change, ...] = ()) -> dict[str, str]:
    """The content of every data file."""
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
        "changes.xml": feed(book, edition, changes),
    }
