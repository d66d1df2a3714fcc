"""The timeline: what is reported of each day, month and year; a script narrows it to a topic."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby

from factbook.charts.points import drawable, is_running_total
from factbook.dates import When, parse_date
from factbook.html import Html, join, rows, tag
from factbook.model import Book, Claim
from factbook.render.glance import latest
from factbook.render.inline import figure, party_label, stated, time
from factbook.render.tables import entry_link, source_link
from factbook.render.writer import Writer

_TOTALS = (("area-cleared", "all-operators"), ("mine-victims", None))  # the last of each year stands in the timeline
_QUIET = 2  # years without an entry before the gap is shown


def timeline(writer: Writer) -> Html:
    """Every dated statement and the last running totals of each year, by year."""
    entries = _entries(writer.book)
    parts: list[str] = [_years(entries), _filter(writer, entries)]
    before = 0
    for year, claims in groupby(entries, key=_year):
        if before and year - before > _QUIET:
            parts.append(tag("p", f"Nothing in this record from {before + 1} to {year - 1}.", class_="gap when"))
        parts.append(f"## {tag('time', str(year), datetime=str(year))} {{ #year-{year} }}")
        parts.append(_year_list(writer, list(claims)))
        before = year
    return Html("\n\n".join(parts))


def _entries(book: Book) -> list[Claim]:
    dated = [claim for claim in book.claims.values() if claim.statement and claim.when and drawable(book, claim)]
    return sorted([*dated, *_year_ends(book)], key=_moment)


def _year_ends(book: Book) -> Iterator[Claim]:
    """Of each running total, the latest figure of each year."""
    found: dict[tuple[str, int], list[Claim]] = defaultdict(list)
    for claim in book.claims.values():
        if (claim.measure, claim.scope) in _TOTALS and is_running_total(book, claim):
            found[(claim.measure or "", _year(claim))].append(claim)
    for totals in found.values():
        yield latest(book, totals)


def _on(claim: Claim) -> When | None:
    """The time a claim stands at: a total at its end, a statement at its beginning."""
    return claim.when and (claim.when.end if claim.value else claim.when.start)


def _moment(claim: Claim) -> tuple[str, str, str]:
    on = _on(claim)
    return (on.first.isoformat(), on.last.isoformat(), claim.id) if on else ("9999", "", claim.id)


def _year(claim: Claim) -> int:
    on = _on(claim)
    return on.first.year if on else 9999


def _years(entries: list[Claim]) -> Html:
    years = sorted({str(_year(claim)) for claim in entries})
    links = (tag("a", time(parse_date(year)), href=f"#year-{year}") for year in years)
    return tag("nav", *links, class_="timeline-years", aria_label="Years", data_search_exclude=True)


def _filter(writer: Writer, entries: list[Claim]) -> Html:
    used = {_topic(writer.book, claim) for claim in entries}
    topics = [topic for topic in writer.book.vocabulary.topics.values() if topic.key in used]
    everything = _choice("all", "everything", checked=True)
    choices = [everything, *(_choice(topic.key, topic.label.lower()) for topic in topics)]
    fields = tag("fieldset", tag("legend", "Show"), *choices)
    script = tag("script", src=writer.file("assets/timeline.js"), defer=True)
    return join([tag("form", fields, class_="timeline-filter", hidden=True, data_search_exclude=True), script])


def _choice(key: str, label: str, checked: bool = False) -> Html:
    radio = tag("input", type="radio", name_="topic", value=key, checked=checked)
    return tag("label", radio, " ", label)


def _topic(book: Book, claim: Claim) -> str:
    return book.vocabulary.measures[claim.measure].topic if claim.measure else claim.topic or ""


def _year_list(writer: Writer, claims: list[Claim]) -> Html:
    """The entries of one year: those of one time stand together."""
    by_time: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_time[_span(claim).text].append(claim)
    items = [_moment_item(writer, found) for found in by_time.values()]
    return rows(
        Html('<ol class="timeline" data-record="timeline" data-search-exclude markdown="0">'), *items, Html("</ol>")
    )


def _span(claim: Claim) -> When:
    span = _on(claim) if claim.value else claim.when
    assert span is not None
    return span


def _moment_item(writer: Writer, claims: list[Claim]) -> Html:
    reports = rows(*(_report(writer, claim) for claim in claims))
    return Html(f"<li>\n{time(_span(claims[0]))}\n<ul>\n{reports}\n</ul></li>")


def _report(writer: Writer, claim: Claim) -> Html:
    words, source = writer.book.vocabulary, writer.book.source_of(claim)
    if claim.measure:
        said = join([entry_link(writer, claim, figure(claim)), ": ", words.measures[claim.measure].label, " by then"])
    else:
        said = entry_link(writer, claim, stated(claim))
    status = tag("span", words.statuses[claim.status].label, class_="status") if claim.status != "attributed" else ""
    by = join(["according to ", party_label(writer, claim), ", in ", source_link(writer, source), " ", status])
    return tag("li", said, " ", tag("span", by, class_="by"), data_topic=_topic(writer.book, claim))
