"""The keys of a fact file as editors see them, from the tables that check it."""

from __future__ import annotations

from factbook.fields import CLAIM, SOURCE, Field
from factbook.html import Html, join, tag
from factbook.render.tables import Cells, table
from factbook.render.writer import Writer, find

_TABLES = {"source": SOURCE, "claim": CLAIM}


def field_table(_: Writer, kind: str) -> Html:
    """Every key of an article's record (source) or of a claim: what it holds, a good and a bad value."""
    fields = find(_TABLES, kind, "kind of entry")
    head = ("Key", "What it holds", "👍", "👎")
    return table(f"The keys of a {kind}, in their order; those in bold must be there", head, map(_field, fields))


def _field(field: Field) -> Cells:
    name = tag("code", field.name)
    named = tag("strong", name) if field.required else name
    return named, _marked(field.description), tag("code", field.good), tag("code", field.bad)


def _marked(description: str) -> Html:
    """A description with the words between backticks as code."""
    parts = description.split("`")
    return join([tag("code", part) if number % 2 else part for number, part in enumerate(parts)])
