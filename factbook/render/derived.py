"""Figures computed by this site, each with its formula on the page of calculations."""

from __future__ import annotations

from collections.abc import Iterator

from factbook.checks.formulas import formula
from factbook.checks.wording import bounds
from factbook.declared import Derived
from factbook.html import Html, tag, text
from factbook.quantities import decimal_text
from factbook.render import inline, parts
from factbook.render.tables import definitions
from factbook.render.writer import Writer

OURS = "This site's own calculation, whether or not a source gives the figure too."


def calculations(writer: Writer) -> Html:
    """Every computed figure under its permanent address, with its formula."""
    return Html("\n\n".join(_entry(writer, derived) for derived in writer.book.derived.values()))


def _entry(writer: Writer, derived: Derived) -> str:
    title = text(f"{derived.value.spelling}: {derived.label}")
    return f"## {title} {{ #{derived.name} data-record=computed }}\n\n{definitions(_pairs(writer, derived))}"


def _pairs(writer: Writer, derived: Derived) -> Iterator[tuple[str, str | None]]:
    yield "Figure", inline.figure(derived)
    yield "Whose", OURS
    yield "Formula", parts.line(writer, formula(writer.book, derived))
    yield "Plain number", tag("code", decimal_text(derived.value.number))
    yield "Usual reading", bounds(derived.value.usual)
    yield "Strict reading", bounds(derived.value.strict)
    yield "Date", inline.time(derived.when) if derived.when else None
    yield "Note", parts.told(writer, derived.note) if derived.note else None
    yield "Id", tag("code", derived.id)
