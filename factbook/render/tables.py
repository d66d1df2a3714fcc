"""Tables and lists of descriptions, the links in them, and the table of sources."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from factbook.dates import When
from factbook.html import Html, join, rows, tag
from factbook.kinds import NOT_FOUND
from factbook.model import Claim, Source
from factbook.render.inline import published_on
from factbook.render.writer import Writer

Cells: TypeAlias = tuple[str, ...]  # of a row; what is not Html is escaped


def sources_table(writer: Writer) -> Html:
    """Every source of the record, oldest first."""
    sources = sorted(writer.book.sources.values(), key=lambda source: (_first(source.published), source.id))
    head = ("Source", "Published", "Standing", "Held", "Claims")
    return table("The sources of this record", head, (_source_row(writer, source) for source in sources))


def table(caption: str, head: Sequence[str], body: Iterable[Cells | Html], kind: str = "record") -> Html:
    """A table of the classes `kind`; each row of `body` is its cells in the order of `head`, or written as it stands.

    Each cell is on a line of its own, so that the search index keeps words apart.
    """
    cells = rows(*(tag("th", cell, scope="col") for cell in head))
    return rows(
        Html('<div class="table-wrap" data-record="table" markdown="0">'),
        Html(f'<table class="{kind}">'),
        tag("caption", caption),
        Html(f"<thead><tr>\n{cells}\n</tr></thead>"),
        Html("<tbody>"),
        *(one if isinstance(one, Html) else _row(head, *one) for one in body),
        Html("</tbody></table></div>"),
    )


def _row(head: Sequence[str], first: str, *cells: str) -> Html:
    """A row headed by its first cell; the others carry their column's name for narrow screens."""
    others = rows(*(tag("td", cell, data_label=label) for label, cell in zip(head[1:], cells, strict=True)))
    return Html(f"<tr>\n{tag('th', first, scope='row')}\n{others}\n</tr>")


def definitions(pairs: Iterable[tuple[str, str | None]], searched: bool = True) -> Html:
    """A list of terms and descriptions, the form of every entry; a term without a description is left out.

    The search index has none of the terms, and nothing at all of what is not `searched`.
    """
    held = [(term, said) for term, said in pairs if said is not None]
    body = [rows(tag("dt", term, data_search_exclude=searched), tag("dd", said)) for term, said in held]
    excluded = "" if searched else " data-search-exclude"
    return rows(Html(f'<dl class="record-list" data-record="entry"{excluded}>'), *body, Html("</dl>"))


def entry_link(writer: Writer, claim: Claim, content: str) -> Html:
    """`content` linked to the entry of a claim, inside raw HTML."""
    return tag("a", content, href=writer.href(*writer.entry(claim)), class_="fact-link")


def source_link(writer: Writer, source: Source) -> Html:
    """A source's publisher and day, linked to its page, inside raw HTML."""
    return tag("a", dated(source), href=writer.href(f"sources/{source.id}.md"))


def standing(source: Source) -> str:
    """Whose voice a source is, as far as that was found."""
    return source.standing if source.standing != NOT_FOUND else "not found"


def dated(source: Source) -> Html:
    """A source's publisher and day."""
    return join([source.publisher, ", ", published_on(source)])


def _first(when: When | None) -> str:
    return when.first.isoformat() if when else "9999"


def _source_row(writer: Writer, source: Source) -> Cells:
    return (
        tag("a", source.publisher, href=writer.href(f"sources/{source.id}.md")),
        published_on(source),
        standing(source),
        source.held,
        str(len(writer.book.by_source[source.id])),
    )
