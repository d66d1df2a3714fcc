"""The footnotes of a page: one for each source it cites."""

from __future__ import annotations

from factbook.html import Html, join, tag, text
from factbook.kinds import NOT_FOUND
from factbook.model import Source
from factbook.render.inline import time
from factbook.render.writer import Writer


def sources_used(writer: Writer) -> Html:
    """The definitions of the footnotes cited on this page so far, in order of citation."""
    notes = [f"[^{id}]: {note(writer, writer.book.sources[id])}" for id in writer.cited]
    return Html("\n\n".join(notes))


def note(writer: Writer, source: Source) -> Html:
    """One footnote: the reference, a link to the source's entry, and its notice."""
    entry = Html(f"[all its facts here]({writer.to(f'sources/{source.id}.md')})")
    parts = [reference(source), Html(". "), source.standing, Html("; "), entry, Html(".")]
    if source.notice:
        parts += [Html(" "), tag("span", source.notice, class_="notice")]
    return tag("span", *parts, class_="source-note", data_source=source.id)


def reference(source: Source) -> Html:
    """Authors, title linked to the article, publisher and day."""
    title = source.title if source.title != NOT_FOUND else "article whose title is not held"
    linked = tag("a", title, href=source.url, rel="external") if source.url != NOT_FOUND else text(title)
    authors = [", ".join(source.authors), ", "] if source.authors else []
    day = time(source.published) if source.published else text("undated")
    return join([*authors, linked, ", ", source.publisher, ", ", day])
