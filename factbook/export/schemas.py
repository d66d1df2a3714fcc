"""What each data file promises: Table Schema for tables, JSON Schema for JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from factbook.export.columns import COLUMNS, SERIES, Column
from factbook.export.computed import SOURCE
from factbook.export.listed import CHECK, COMPUTED, CSL, QUESTION
from factbook.export.tables import json_text
from factbook.kinds import NOT_STATED
from factbook.model import Book
from factbook.spans import SPANS
from factbook.vocabulary import PLACED

DRAFT = "https://json-schema.org/draft/2020-12/schema"
Schema: TypeAlias = dict[str, object]
_LABELS = {"spans": SPANS, "placed": PLACED}


def schemas(book: Book) -> dict[str, str]:
    """A Table Schema (Data Package 2.0) for each kind of table and a JSON Schema for each JSON file, by file name."""
    tables = {"facts-table.json": _table_schema(book, COLUMNS), "series-table.json": _table_schema(book, SERIES)}
    return {name: json_text(schema) for name, schema in {**tables, **_json_schemas(book)}.items()}


def _table_schema(book: Book, columns: Sequence[Column]) -> Schema:
    """The Table Schema of a table with these columns."""
    fields = [_field(book, column) for column in columns]
    return {"fields": fields, "primaryKey": ["id"], "missingValues": [""]}


def _json_schemas(book: Book) -> dict[str, Schema]:
    """A JSON Schema for each JSON file of the record, by the file's name."""
    facts = {column.name: _property(book, column) for column in COLUMNS}
    computed = {column.name: _computed(column) for column in COLUMNS}
    return {
        "facts.json": _list(
            "Every fact of the record, and every figure computed from them",
            {"anyOf": [_item(facts, list(facts)), _item(computed, list(computed))]},
        ),
        "sources.json": _list("Every source of the record, as CSL-JSON 1.0.2", _item(CSL, ["id", "type", "title"])),
        "checks.json": _list("Every check of the record's arithmetic", _item(CHECK, list(CHECK))),
        "derived.json": _list("Every figure computed from the facts", _item(COMPUTED, list(COMPUTED))),
        "questions.json": _list("Every contested question", _item(QUESTION, list(QUESTION))),
    }


def _list(title: str, items: Schema) -> Schema:
    return {"$schema": DRAFT, "title": title, "type": "array", "items": items}


def _item(properties: Mapping[str, object], required: list[str]) -> Schema:
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def _labels(book: Book, column: Column) -> dict[str, str]:
    """The values a column may hold, with their labels; none where it is free."""
    if column.listed in _LABELS:
        return _LABELS[column.listed]
    listed = {**book.vocabulary.names(), "places": book.places}.get(column.listed, {})
    other = {NOT_STATED: "not stated by the source"} if column.listed == "parties" else {}
    return {key: term.label for key, term in listed.items()} | other


def _field(book: Book, column: Column) -> Schema:
    constraints = {"required": True, **({"unique": True} if column.name == "id" else {})} if column.required else {}
    categories = [{"value": key, "label": label} for key, label in _labels(book, column).items()]
    return {
        "name": column.name,
        "type": column.type,
        "description": column.description,
        **({"constraints": constraints} if constraints else {}),
        **({"categories": categories} if categories else {}),
    }


def _computed(column: Column) -> Schema:
    """What a column holds of a computed figure, which nobody states: no code of a list but of its own."""
    if column.name == "source":
        return {"description": "Says that the figure is computed here.", "const": SOURCE}
    return _typed(column, column.name in ("id", "value", "number", "unit", "edition"))


def _property(book: Book, column: Column) -> Schema:
    values: list[str | None] = [*_labels(book, column)]
    listed = {"enum": values if column.required else [*values, None]} if values else {}
    return {**_typed(column, column.required), **listed}


def _typed(column: Column, needed: bool) -> Schema:
    """The type of a column's values, null among them where none is `needed`."""
    kind, form = ("string", {"format": "date"}) if column.type == "date" else (column.type, {})
    return {"description": column.description, "type": [kind] if needed else [kind, "null"], **form}
