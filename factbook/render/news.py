"""What is disputed and what is new, in short lists for the first page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import islice

from factbook.checks.wording import listed
from factbook.declared import STATES
from factbook.html import Html, join, rows, tag
from factbook.model import Claim, Source
from factbook.render.inline import figure, party_heading, party_label, stated, time
from factbook.render.questions import PAGE
from factbook.render.tables import entry_link, source_link
from factbook.render.writer import Writer


def disputes(writer: Writer) -> Html:
    """Every contested question by its title, linked to its positions, with its state."""
    questions = writer.book.questions.values()
    return _listed(
        join([tag("a", found.title, href=writer.href(PAGE, found.id)), f" ({STATES[found.status].label})"])
        for found in questions
    )


def newest_reports(writer: Writer) -> Html:
    """The five releases or reports published last, each with what it says and who says so."""
    dated = (source for source in writer.book.sources.values() if source.published)
    newest = sorted(dated, key=lambda source: (source.latest, source.id), reverse=True)
    releases: dict[str, list[Source]] = defaultdict(list)
    for source in newest:
        releases[source.origin or source.id].append(source)
    return _listed(_release(writer, sources) for sources in islice(releases.values(), 5))


def _listed(items: Iterable[Html]) -> Html:
    body = [tag("li", item) for item in items]
    return rows(Html('<ul class="short-list" data-record="list" markdown="0">'), *body, Html("</ul>"))


def _release(writer: Writer, sources: list[Source]) -> Html:
    """The reports of one release, with the claims of the first of them."""
    links = listed([source_link(writer, source) for source in sources])
    said = rows(*(tag("li", _said(writer, claim)) for claim in writer.book.by_source[sources[0].id]))
    return Html(f"{links}\n<ul>\n{said}\n</ul>")


def _said(writer: Writer, claim: Claim) -> Html:
    if claim.measure is None:
        return join([party_heading(writer, claim), ": ", entry_link(writer, claim, stated(claim))])
    label = writer.book.vocabulary.measures[claim.measure].label
    linked = entry_link(writer, claim, figure(claim))
    return join([linked, f": {label}, ", time(claim.when), ", according to ", party_label(writer, claim)])
