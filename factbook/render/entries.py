"""The generated pages: one for each source, with an entry for every claim at a permanent address."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from urllib.parse import quote as percent

from factbook.dates import printed as printed_date
from factbook.export.claims import claims_markup
from factbook.html import Html, join, rows, tag, text
from factbook.intervals import Interval
from factbook.kinds import NOT_FOUND
from factbook.model import Claim, Source
from factbook.quantities import decimal_text, grouped, machine, printed
from factbook.render.inline import figure, party_label, source_name, time
from factbook.render.notes import reference
from factbook.render.writer import Writer

HELD = {
    "whole": "The whole article was read and its fingerprint is kept: every phrase below was found in it.",
    "opening": "Only the opening of the page is held, transcribed by hand: every phrase below was found in it.",
    "phrases": "The page is not held: its phrases were noted by a reader and cannot be checked against a fingerprint.",
}


def source_page(writer: Writer, source: Source) -> str:
    """The Markdown of a source's page: its record, then each of its claims under the claim's own id."""
    claims = writer.book.by_source[source.id]
    heading = source_name(source)
    count = f"{len(claims)} {'claim' if len(claims) == 1 else 'claims'} of this record rest on this article."
    parts = [
        _front_matter(source),
        f"# {heading}",
        tag("p", count, class_="lead", data_record="count"),
        _record(writer, source),
        *(_entry(writer, claim) for claim in claims),
        claims_markup(writer.book, source),
    ]
    return "\n\n".join(parts) + "\n"


def _front_matter(source: Source) -> str:
    # The theme writes titles into <title> and header as they are, so they must be safe already.
    title = f"{source.publisher}, {printed_date(source.published) if source.published else 'undated'}"
    description = f"What {source.publisher} reports, claim by claim, with the words each figure rests on."
    return f'---\nrender_macros: false\ntitle: "{text(title)}"\ndescription: "{text(description)}"\n---'


def _record(writer: Writer, source: Source) -> Html:
    rows_ = [
        ("Article", reference(source)),
        ("Standing", text(source.standing)),
        ("Read on", tag("time", _day(source), datetime=source.accessed.isoformat())),
        ("Held", text(HELD[source.held])),
        ("Quotes", text(source.relays) if source.relays else None),
        ("Notice", text(source.notice) if source.notice else None),
        ("Note", text(source.note) if source.note else None),
    ]
    return definitions(rows_)


def _day(source: Source) -> str:
    return f"{source.accessed.day} {source.accessed:%B %Y}"


def definitions(pairs: Iterable[tuple[str, Html | None]]) -> Html:
    """A list of terms and descriptions; pairs without a description are left out."""
    body = [rows(tag("dt", term), tag("dd", description)) for term, description in pairs if description is not None]
    return rows(Html('<dl class="record-list" data-record="entry">'), *body, Html("</dl>"))


def _entry(writer: Writer, claim: Claim) -> str:
    title = claim.statement if claim.value is None else f"{printed(claim.value)}: {_measure(writer, claim)}"
    assert title is not None
    return f"## {text(title)} {{ #{claim.name} }}\n\n{definitions(_pairs(writer, claim))}"


def _measure(writer: Writer, claim: Claim) -> str:
    assert claim.measure is not None
    return writer.book.vocabulary.measures[claim.measure].label


def _pairs(writer: Writer, claim: Claim) -> Iterator[tuple[str, Html | None]]:
    words = writer.book.vocabulary
    if claim.value is not None:
        yield "Figure", figure(claim)
        yield "Plain number", tag("code", machine(claim.value))
        yield "Usual reading", text(interval_words(claim.value.usual))
        yield "Strict reading", text(interval_words(claim.value.strict))
    yield "Date", time(claim.when)
    yield "Counts", text(words.scopes[claim.scope].label) if claim.scope else None
    yield "Place", text(writer.book.places[claim.place].label) if claim.place else None
    yield "According to", party_label(writer, claim)
    yield "Words of the article", _quoted(writer, claim)
    yield "Status", text(f"{words.statuses[claim.status].label}: {words.statuses[claim.status].definition}")
    yield "Reason", text(claim.reason) if claim.reason else None
    yield "Note", text(claim.note) if claim.note else None
    yield "Id", tag("code", claim.id)


def _quoted(writer: Writer, claim: Claim) -> Html:
    found = writer.book.paragraphs(claim)
    place = f" (paragraph {', '.join(map(str, found))})" if found else " (not checked: the page is not held)"
    return join([tag("q", claim.quote), place, *passage_link(writer.book.source_of(claim), claim.quote)])


def passage_link(source: Source, phrase: str) -> list[Html]:
    """Links to the phrase within the article (a text fragment, by W3C's Scroll to Text Fragment) and to the article."""
    if source.url == NOT_FOUND:
        return []
    fragment = f"{source.url.partition('#')[0]}#:~:text={percent(phrase, safe='').replace('-', '%2D')}"
    return [
        Html(" "),
        tag("a", "find it in the article", href=fragment, rel="external"),
        Html(" or "),
        tag("a", "open the article", href=source.url, rel="external"),
    ]


def interval_words(interval: Interval) -> str:
    """An interval in words, such as `more than 33,000 and less than 34,000`."""
    if interval.is_exact:
        assert interval.low is not None
        return f"exactly {_amount(interval.low)}"
    low = interval.low is not None and f"{'more than' if interval.low_open else 'at least'} {_amount(interval.low)}"
    high = interval.high is not None and f"{'less than' if interval.high_open else 'at most'} {_amount(interval.high)}"
    return " and ".join(part for part in (low, high) if part) or "any number"


def _amount(number: Fraction) -> str:
    return grouped(decimal_text(number))
