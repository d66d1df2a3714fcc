"""Turn facts into Markdown and HTML: the macros of the pages and the generated pages."""

from __future__ import annotations

from collections.abc import Callable

from factbook.render import (
    browser,
    checks,
    derived,
    glance,
    glossary,
    graphics,
    inline,
    ledger,
    news,
    notes,
    questions,
    reuse,
    series,
    tables,
    timeline,
    witnesses,
)
from factbook.render.writer import UnknownName, Writer

MACROS: dict[str, Callable[..., str]] = {
    "fact": derived.fact,
    "claim": inline.statement,
    "when": inline.when,
    "as_of": inline.as_of,
    "since": inline.since,
    "published": inline.published,
    "party": inline.party,
    "source": inline.source,
    "sources_used": notes.sources_used,
    "claims_table": series.claims_table,
    "series": series.series,
    "reports": witnesses.reports,
    "origins_count": witnesses.origins_count,
    "read_on": witnesses.read_on,
    "ledger_table": ledger.ledger_table,
    "left_table": ledger.left_table,
    "checks_of": ledger.checks_of,
    "sources_table": tables.sources_table,
    "facts_browser": browser.facts_browser,
    "timeline": timeline.timeline,
    "glossary": glossary.glossary,
    "chart": graphics.chart,
    "bars": graphics.bars,
    "latest": glance.latest,
    "at_a_glance": glance.at_a_glance,
    "disputes": news.disputes,
    "newest_reports": news.newest_reports,
    "check": checks.check,
    "checks_table": checks.checks_table,
    "checks_list": checks.checks_list,
    "verdicts_table": checks.verdicts_table,
    "hedge_table": checks.hedge_table,
    "calculations": derived.calculations,
    "question": questions.question,
    "questions_list": questions.questions_list,
    "edition": reuse.edition,
    "cite_record": reuse.cite_record,
    "columns_table": reuse.columns_table,
    "files_table": reuse.files_table,
    "series_table": reuse.series_table,
    "dataset": reuse.dataset,
}

__all__ = ["MACROS", "UnknownName", "Writer"]
