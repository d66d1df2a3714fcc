"""The footnotes of a page: one for each source it cites."""

from __future__ import annotations

from collections.abc import Iterator
from string import ascii_lowercase

from factbook.html import Html, join, rows, tag
from factbook.kinds import NOT_FOUND
from factbook.model import Source
from factbook.render.inline import published_on
from factbook.render.passage import marked
from factbook.render.writer import Writer, footnote, mention


def sources_used(writer: Writer) -> Html:
    """The footnotes of the sources cited on this page so far, in order of citation, each with links back."""
    if not writer.cited:
        return Html("")
    notes = [_note(writer, number, writer.book.sources[id]) for number, id in enumerate(writer.cited, start=1)]
    heading = tag("h2", "Sources cited", id="sources-cited", data_search_exclude=True)
    opening = '<section class="footnote" role="doc-endnotes" aria-labelledby="sources-cited">'
    return rows(Html(opening), heading, Html("<ol>"), *notes, Html("</ol>"), Html("</section>"))


def notices(writer: Writer) -> Html:
    """What readers should know of sources before they use them, for a page that lists facts without citing sources."""
    items = [
        tag(
            "p",
            tag("a", source.told, href=writer.href(f"sources/{source.id}.md")),
            ": ",
            source.notice,
            class_="notice",
        )
        for source in writer.book.sources.values()
        if source.notice
    ]
    return rows(Html('<div data-record="notices" markdown="0">'), *items, Html("</div>")) if items else Html("")


def _note(writer: Writer, number: int, source: Source) -> Html:
    entry = tag("a", "All its facts here", href=writer.href(f"sources/{source.id}.md"))
    standing = [source.standing, Html(". ")] if source.standing != NOT_FOUND else []
    parts = [reference(source), Html(". "), *standing, entry, Html(". ")]
    if source.notice:
        parts += [tag("span", source.notice, class_="notice"), " "]
    note = tag("span", *parts, data_source=source.id)
    return tag("li", note, *_mentions(number, writer.cited[source.id]), id=footnote(source.id))


def _mentions(number: int, count: int) -> Iterator[str]:
    for nth in range(1, count + 1):
        label = f"{_letters(nth)}: back to mention {nth} of source {number}"
        target = f"#{mention(number, nth)}"
        yield tag("a", _letters(nth), class_="mention", href=target, role="doc-backlink", aria_label=label)
        yield " "


def _letters(number: int) -> str:
    """a to z, then aa, ab and so on."""
    before, last = divmod(number - 1, 26)
    return (_letters(before) if before else "") + ascii_lowercase[last]


def reference(source: Source) -> Html:
    """Authors, title linked to the article, publisher and day; where the title is not held, the publisher is linked."""
    titled = source.title != NOT_FOUND
    name = source.title if titled else source.publisher
    lang = marked(source) if titled else None
    linked = tag("a", name, href=source.url, rel="external", lang=lang) if source.url != NOT_FOUND else name
    authors = [", ".join(source.authors), ", "] if source.authors else []
    publisher = [", ", source.publisher] if titled else [" (title not held)"]
    return join([*authors, linked, *publisher, ", ", published_on(source)])
