"""Figures, statements, dates and names inside a sentence."""

from __future__ import annotations

from datetime import date

from factbook.checks.operands import Operand
from factbook.dates import When, html_datetime, parse_date
from factbook.dates import printed as printed_date
from factbook.declared import Derived
from factbook.html import Html, join, tag, text
from factbook.model import Book, Claim, Source
from factbook.quantities import Quantity, decimal_text
from factbook.render.writer import UnknownName, Writer


def figure(found: Claim | Derived | Operand) -> Html:
    """A figure as `<data>`, without link or citation; one computed here says so."""
    held: Quantity | None = found.value
    if held is None:
        raise UnknownName(f"{found.id} holds no figure. Use claim() for a statement.")
    number, ours = decimal_text(held.number), found.id.startswith("derived.")
    return tag("data", held.spelling, class_="fact", value=number, data_id=found.id, data_computed=ours)


def stated(claim: Claim) -> Html:
    """The statement of a claim as an element, without link or citation."""
    return tag("span", claim.statement or "", class_="claim", data_id=claim.id)


def time(when: When | None) -> Html:
    """A date as `<time>`, as precise as its source and no more."""
    if when is None:
        return Html('<span class="when">date not stated</span>')
    machine_readable = html_datetime(when)
    if machine_readable is None:
        return tag("span", printed_date(when), class_="when")
    return tag("time", printed_date(when), datetime=machine_readable)


def day(known: date) -> Html:
    """A day of the calendar as `<time>`."""
    return time(parse_date(known.isoformat()))


def last_day(claim: Claim) -> Html:
    """The last day a claim covers."""
    return time(claim.when.end if claim.when else None)


def published_on(source: Source) -> Html:
    """The day a source was published, or that it is undated."""
    return time(source.published) if source.published else text("undated")


def when(writer: Writer, id: str) -> Html:
    """The date or period of a claim."""
    return time(writer.claim(id).when)


def as_of(writer: Writer, id: str) -> Html:
    """The last day a claim covers."""
    return last_day(writer.claim(id))


def since(writer: Writer, id: str) -> Html:
    """The first day a claim covers."""
    claim = writer.claim(id)
    return time(claim.when.start if claim.when else None)


def published(writer: Writer, id: str) -> Html:
    """The day a source was published."""
    known = writer.source(id).published
    return time(known) if known else Html('<span class="when">undated</span>')


def party(writer: Writer, id: str) -> Html:
    """Who makes a claim."""
    return party_label(writer, writer.claim(id))


def party_label(writer: Writer, claim: Claim) -> Html:
    """The label of the party a claim is attributed to."""
    return text(party_name(writer.book, claim))


def party_heading(writer: Writer, claim: Claim) -> str:
    """The party a claim is attributed to, as the beginning of a line."""
    name = party_name(writer.book, claim)
    return name[0].upper() + name[1:]


def party_name(book: Book, claim: Claim) -> str:
    """The party a claim is attributed to, in plain text."""
    known = book.vocabulary.parties.get(claim.according_to)
    return known.label if known else "a party the article does not name"


def source_name(source: Source) -> Html:
    """A source's publisher and day, as named in a sentence."""
    return join([source.publisher, " (", published_on(source), ")"])


def source(writer: Writer, id: str) -> Html:
    """A source by publisher and day, linked to its page and cited."""
    found = writer.source(id)
    return Html(f"[{source_name(found)}]({writer.to(f'sources/{id}.md')}){{ .source-link }}{writer.cite(id)}")
