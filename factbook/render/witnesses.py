"""How many reports carry one release, in sentences and on the page of each."""

from __future__ import annotations

from factbook.export.edition import last_read
from factbook.html import Html, join, tag
from factbook.model import Source
from factbook.origins import origins, siblings
from factbook.render.inline import day
from factbook.render.tables import source_link
from factbook.render.writer import Writer
from factbook.repeats import repeats

LEAST_REPEATED = 10  # percent; less is a sentence on what went before, as most reports have


def reports(writer: Writer, source: str) -> Html:
    """How many reports of this record carry the release that a source carries."""
    others = siblings(writer.book, writer.source(source))
    return tag("span", counted(len(others) + 1), data_record="count")


def origins_count(writer: Writer) -> Html:
    """How many sources the record has, and how many separate releases and texts these go back to."""
    words = f"{len(writer.book.sources)} sources, which go back to {origins(writer.book)} separate releases and texts"
    return tag("span", words, data_record="count")


def read_on(writer: Writer) -> Html:
    """The last day on which a source of this record was read."""
    return day(last_read(writer.book))


def counted(count: int, origins: int = 1) -> str:
    """A number of reports and of the releases they carry, in words."""
    if count == 1:
        return "one report"
    return f"{count} reports of {'one origin' if origins == 1 else f'{origins} origins'}"


def same_release(writer: Writer, source: Source) -> Html | None:
    """The other reports of the release a source carries, linked; None where the record holds no other."""
    others = siblings(writer.book, source)
    if not others:
        return None
    return join([counted(len(others) + 1), ": also ", join((source_link(writer, other) for other in others), "; ")])


def same_words(writer: Writer, source: Source) -> Html | None:
    """How much of a report stands word for word in others too, linked; None where that is little."""
    found = [
        join([f"{repeat.percent} percent of it stands in ", source_link(writer, writer.book.sources[other]), " too"])
        for other, repeat in repeats(writer.book).get(source.id, {}).items()
        if repeat.percent >= LEAST_REPEATED
    ]
    if not found:
        return None
    return join([join(found, "; "), ". Counted here, in runs of twelve words or more, in what is held of both."])
