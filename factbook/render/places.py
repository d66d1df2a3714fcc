"""What is reported of one place: its other spellings, its figures, and the statements on it."""

from __future__ import annotations

from collections.abc import Iterator

from factbook.html import Html, tag, text
from factbook.model import PlaceName
from factbook.render.glossary import spellings
from factbook.render.reported import in_time, reported
from factbook.render.writer import UnknownName, Writer, find


def about(writer: Writer, place: str) -> Html:
    """A section on one place: the figures that count it alone, those of one measure together, and its statements."""
    parts = [*_told(writer, place)]
    if not parts:
        raise UnknownName(f"the record holds no claim on {place} alone. Leave the macro out.")
    return Html("\n\n".join([*_headed(writer.book.places[place]), *parts]))


def _headed(found: PlaceName) -> Iterator[Html]:
    yield Html(f"## {text(found.label)} {{ #{found.key} }}")
    if told := spellings(found):
        yield tag("p", Html(f"{told[0].upper()}{told[1:]}."))


def _told(writer: Writer, place: str) -> Iterator[Html]:
    found, measures = find(writer.book.places, place, "place"), [*writer.book.vocabulary.measures]
    claims = in_time(claim for claim in writer.book.claims.values() if claim.place == place)
    if figures := [claim for claim in claims if claim.measure]:
        figures.sort(key=lambda claim: measures.index(claim.measure or ""))
        yield reported(writer, f"Figures of {found.label} alone", figures, place=place)
    if statements := [claim for claim in claims if claim.statement]:
        yield reported(writer, f"Statements on {found.label}", statements, place=place)
