"""The record for search engines: schema.org's vocabulary as JSON-LD, in a block that browsers do not run."""

from __future__ import annotations

import json
import re

from factbook.export.edition import AUTHOR, DESCRIPTION, KEYWORDS, LICENCE_URL, TITLE, Edition
from factbook.export.package import FILES, MEDIA, about
from factbook.html import Html
from factbook.model import Book

CONTEXT = "https://schema.org"
Thing = dict[str, object]


def dataset_markup(book: Book, edition: Edition) -> Html:
    """The record as a data set with its files."""
    return block(
        {
            "@type": "Dataset",
            "name": TITLE,
            "description": DESCRIPTION,
            "version": edition.full,
            "dateModified": edition.day.isoformat(),
            "license": LICENCE_URL,
            "isAccessibleForFree": True,
            "creator": {"@type": "Organization", "name": AUTHOR},
            "keywords": list(KEYWORDS),
            "variableMeasured": sorted({figure.measure.label for figure in book.figures()}),
            "distribution": [_download(book, edition, path) for path in FILES],
        }
    )


def block(thing: Thing) -> Html:
    """A data block (HTML Standard, 4.12.1) on one line; no text in it can end it or begin markup."""
    data = json.dumps({"@context": CONTEXT, **thing}, ensure_ascii=False)
    safe = re.sub("[<>&]", lambda sign: f"\\u{ord(sign[0]):04x}", data)
    return Html(f'<script type="application/ld+json">{safe}</script>')


def _download(book: Book, edition: Edition, path: str) -> Thing:
    url = edition.url(f"data/{path}") if edition.address else path
    kind = MEDIA[path.rpartition(".")[2]]
    return {"@type": "DataDownload", "contentUrl": url, "encodingFormat": kind, "description": about(book, path)}
