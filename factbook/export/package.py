"""The data package: what the files are, what they promise, under which licence, and of which edition."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from uuid import UUID

from factbook.export.edition import (
    AUTHOR,
    DESCRIPTION,
    KEYWORDS,
    LICENCE,
    LICENCE_TITLE,
    LICENCE_URL,
    TITLE,
    Edition,
)
from factbook.export.tables import json_text
from factbook.model import Book

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
RECORD = UUID("7f7570a0-9a7c-4497-8b49-e34acb9db2c1")  # the record's own id, for good
FACTS_SCHEMA, SERIES_SCHEMA = "schemas/facts-table.json", "schemas/series-table.json"
MEDIA = {"csv": "text/csv", "json": "application/json", "bib": "application/x-bibtex"}
FILES = {
    "facts.csv": "Every fact, one a row.",
    "facts.json": "The same rows as JSON, with their types; those of computed figures follow, with derived as source.",
    "sources.json": "Every source, as CSL-JSON for citation managers.",
    "sources.bib": "Every source, as BibTeX with the fields of BibLaTeX.",
    "checks.json": "Every check of the record's arithmetic, with its verdict.",
    "derived.json": "Every figure computed from the facts, with its formula.",
    "questions.json": "Every contested question, with the facts that stand side by side in it.",
}


def datapackage(book: Book, edition: Edition, files: Mapping[str, str]) -> str:
    """The descriptor (Data Package 2.0) of these files, by their paths beside it."""
    described = {
        "$schema": PROFILE,
        "name": "mine-clearance-in-karabakh",
        "id": f"urn:uuid:{RECORD}",
        "title": TITLE,
        "description": DESCRIPTION,
        **({"homepage": edition.address} if edition.address else {}),
        "version": edition.full,
        "created": edition.instant,
        "licenses": [{"name": LICENCE, "path": LICENCE_URL, "title": LICENCE_TITLE}],
        "contributors": [{"title": AUTHOR, "roles": ["creator"]}],
        "keywords": list(KEYWORDS),
        "resources": [_resource(book, path, content) for path, content in files.items()],
    }
    return json_text(described)


def about(book: Book, path: str) -> str:
    """What a file holds, in a sentence."""
    if path in FILES:
        return FILES[path]
    measure = book.vocabulary.measures[path.removeprefix("series/").removesuffix(".csv")]
    return f"Every figure of one measure: {measure.label}. {measure.definition}"


def _resource(book: Book, path: str, content: str) -> dict[str, object]:
    stem, _, suffix = path.replace("/", "-").rpartition(".")
    data = content.encode()
    return {
        "name": stem if suffix == "csv" else f"{stem}-{suffix}",
        "path": path,
        "description": about(book, path),
        "format": suffix,
        "mediatype": MEDIA[suffix],
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{sha256(data).hexdigest()}",
        **({"jsonSchema": f"schemas/{path}"} if suffix == "json" else {}),
        **_table(path),
    }


def _table(path: str) -> dict[str, object]:
    if not path.endswith(".csv"):
        return {}
    schema = SERIES_SCHEMA if path.startswith("series/") else FACTS_SCHEMA
    return {"type": "table", "dialect": {"lineTerminator": "\n"}, "schema": schema}
