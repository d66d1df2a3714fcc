"""The generated pages: one for each source, with an entry for every claim at a permanent address."""

from __future__ import annotations

from factbook.export.claims import claims_markup
from factbook.export.edition import Edition
from factbook.html import Html, tag, text
from factbook.model import Source
from factbook.render.entry import entry
from factbook.render.inline import day, source_name
from factbook.render.notes import reference
from factbook.render.passage import language
from factbook.render.tables import definitions, standing
from factbook.render.witnesses import same_release, same_words
from factbook.render.writer import Writer

HELD = {
    "whole": "The whole article was read and its fingerprint is kept: every phrase below was found in it.",
    "opening": "Only the opening of the page is held, transcribed by hand: every phrase below was found in it.",
    "phrases": "The page is not held: its phrases were noted by a reader and cannot be checked against a fingerprint.",
}


def source_page(writer: Writer, source: Source, edition: Edition) -> str:
    """The Markdown of a source's page: its record, then each of its claims under the claim's own id."""
    claims = writer.book.by_source[source.id]
    heading = source_name(source)
    parts = [
        _front_matter(source),
        f"# {heading}",
        _count(writer, source),
        _record(writer, source),
        *(entry(writer, claim, edition) for claim in claims),
        claims_markup(writer.book, source),
    ]
    return "\n\n".join(parts) + "\n"


def _count(writer: Writer, source: Source) -> Html:
    """How many claims follow, and where several stand in few lines."""
    number = len(writer.book.by_source[source.id])
    if number == 1:
        return tag("p", "1 claim of this record rests on this article.", class_="lead", data_record="count")
    table = tag("a", "in one table", href=writer.narrowed("source", source.id))
    told = f"{number} claims of this record rest on this article; see them "
    return tag("p", told, table, ".", class_="lead", data_record="count")


def _front_matter(source: Source) -> str:
    # The theme writes titles into <title> and header as they are, so they must be safe already.
    description = f"What {source.publisher} reports, claim by claim, with the words each figure rests on."
    told = f'title: "{text(source.told)}"\ndescription: "{text(description)}"'
    return f"---\nrender_macros: false\nsearch: {{boost: 0.2}}\n{told}\n---"  # pages that weigh figures come first


def _record(writer: Writer, source: Source) -> Html:
    rows = [
        ("Article", reference(source)),
        ("Standing", standing(source)),
        ("Language", language(source)),
        ("Read on", day(source.accessed)),
        ("Held", HELD[source.held]),
        ("Same release", same_release(writer, source)),
        ("Same words", same_words(writer, source)),
        ("Quotes", source.relays),
        ("Notice", source.notice),
        ("Note", source.note),
    ]
    return definitions(rows)
