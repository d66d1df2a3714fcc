"""Turn facts into Markdown and HTML: the macros of the pages and the generated pages."""

from __future__ import annotations

from collections.abc import Callable

from factbook.render import inline, notes, reuse, tables
from factbook.render.writer import UnknownName, Writer

MACROS: dict[str, Callable[..., str]] = {
    "fact": inline.fact,
    "claim": inline.statement,
    "when": inline.when,
    "as_of": inline.as_of,
    "since": inline.since,
    "published": inline.published,
    "party": inline.party,
    "source": inline.source,
    "sources_used": notes.sources_used,
    "claims_table": tables.claims_table,
    "sources_table": tables.sources_table,
    "edition": reuse.edition,
    "cite_record": reuse.cite_record,
    "columns_table": reuse.columns_table,
    "files_table": reuse.files_table,
    "series_table": reuse.series_table,
    "dataset": reuse.dataset,
}

__all__ = ["MACROS", "UnknownName", "Writer"]
