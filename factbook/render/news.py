"""What is disputed and what is new, in short lists for the first page."""

from __future__ import annotations

from collections.abc import Iterable

from factbook.checks.wording import listed
from factbook.declared import STATES
from factbook.html import Html, join, rows, tag
from factbook.model import Source
from factbook.render.questions import PAGE
from factbook.render.tables import source_link
from factbook.render.writer import Writer


def disputes(writer: Writer) -> Html:
    """Every contested question by its title, linked to its positions, with its state."""
    questions = writer.book.questions.values()
    return _listed(
        join([tag("a", found.title, href=writer.href(PAGE, found.id)), f" ({STATES[found.status].label})"])
        for found in questions
    )


def newest_reports(writer: Writer) -> Html:
    """The five reports published last, each with what its claims are about."""
    dated = (source for source in writer.book.sources.values() if source.published)
    newest = sorted(dated, key=lambda source: (source.latest, source.id), reverse=True)[:5]
    return _listed(join([source_link(writer, source), f": {_about(writer, source)}"]) for source in newest)


def _listed(items: Iterable[Html]) -> Html:
    body = [tag("li", item) for item in items]
    return rows(Html('<ul class="short-list" data-record="list" markdown="0">'), *body, Html("</ul>"))


def _about(writer: Writer, source: Source) -> str:
    words = writer.book.vocabulary
    labels = (
        words.measures[claim.measure].label if claim.measure else words.topics[claim.topic or ""].label.lower()
        for claim in writer.book.by_source[source.id]
    )
    return listed(list(dict.fromkeys(labels)))
