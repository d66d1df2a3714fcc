"""Figures, dates and prose inside raw HTML: each figure linked to its entry or its formula."""

from __future__ import annotations

from collections.abc import Iterable

from factbook.checks import prose
from factbook.checks.operands import Day, Operand
from factbook.checks.wording import Piece, found
from factbook.declared import Derived
from factbook.html import Html, join, tag, text
from factbook.model import Claim
from factbook.render.inline import figure, time
from factbook.render.writer import Writer

CALCULATIONS = "calculations.md"


def place(writer: Writer, id: str) -> str:
    """The address of what explains an id: a claim's entry, a derived figure's formula or a source's page."""
    if id in writer.book.derived:
        return writer.href(CALCULATIONS, writer.book.derived[id].name)
    if id in writer.book.claims:
        return writer.href(*writer.entry(writer.book.claims[id]))
    return writer.href(f"sources/{id}.md")


def linked_value(writer: Writer, found: Claim | Derived | Operand) -> Html:
    """A figure, linked to its entry or its formula."""
    return tag("a", figure(found), class_="fact-link", href=place(writer, found.id))


def linked(writer: Writer, piece: Piece) -> Html:
    """A piece of a check's line: a figure or a date linked to where it comes from, or text."""
    if isinstance(piece, Operand):
        return linked_value(writer, piece)
    if isinstance(piece, Day):
        return tag("a", time(piece.when), class_="fact-link", href=place(writer, piece.id))
    return text(piece)


def line(writer: Writer, pieces: Iterable[Piece]) -> Html:
    """The pieces one after the other."""
    return join(linked(writer, piece) for piece in pieces)


def told(writer: Writer, ours: str) -> Html:
    """Our own prose, the figures and dates it names linked."""
    pieces = (
        piece if isinstance(piece, str) else found(writer.book, piece) or piece.id for piece in prose.pieces(ours)
    )
    return line(writer, pieces)
