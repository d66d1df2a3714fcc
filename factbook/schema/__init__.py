"""A JSON Schema for each kind of fact file, so that editors complete keys and values and explain them.

It is made from the tables of fields and from the record's own lists. The gate is `check`: a schema cannot tell whether
a figure stands in its quote.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from factbook import kinds
from factbook.checks.comparing import BRIDGED, KEYS
from factbook.declared import STATES
from factbook.fields import Field
from factbook.layout import TABLES
from factbook.model import Book
from factbook.schema.shapes import LIST, Schema, choice, shape

DRAFT = "http://json-schema.org/draft-07/schema#"  # the newest that yaml-language-server knows in full


def schema(kind: str, book: Book) -> Schema:
    """The schema of the fact files of a kind (see `factbook.layout.KINDS`)."""
    content = _content(kind)
    written = json.dumps(content)
    used = {name: choice(terms) for name, terms in _lists(book).items() if f'"{LIST}{name}"' in written}
    return {"$schema": DRAFT, **content, "definitions": used}


def _lists(book: Book) -> dict[str, dict[str, str]]:
    """The record's words by the kind of reference, with what each means or says."""
    terms = {
        section: {key: f"{term.label}: {term.definition}" for key, term in words.items()}
        for section, words in book.vocabulary.names().items()
    }
    said = {id: claim.value.text if claim.value else claim.statement or "" for id, claim in book.claims.items()}
    computed = {id: f"{derived.label}: {derived.value.text}" for id, derived in book.derived.items()}
    return {
        **terms,
        "parties": {**terms["parties"], kinds.NOT_STATED: "The source does not say who says it."},
        "places": {key: place.label for key, place in book.places.items()},
        "keys": {key: KEYS[key] for key in BRIDGED},
        "states": {key: term.definition for key, term in STATES.items()},
        "claims": said,
        "figures": {id: text for id, text in said.items() if book.claims[id].value} | computed,
        "values": said | computed,
        "dates": said | {id: source.title for id, source in book.sources.items()},
        "checks": {id: check.why for id, check in book.checks.items()},
    }


def _content(kind: str) -> Schema:
    tables = TABLES[kind]
    if kind == "sources":
        return _file(_entry(tables["claim"]), source=_entry(tables["source"]))
    if kind == "vocabulary":
        sections = {name: _file(_entry(fields)) for name, fields in tables.items()}
        return {**_object(sections), "required": [*sections]}
    if "entry" in tables:
        return _file(_entry(tables["entry"]))
    return _file({"oneOf": [_of_kind(name, fields) for name, fields in tables.items()]})


def _file(entry: Schema, **named: Schema) -> Schema:
    """A mapping of entries under their ids, some of them named and required."""
    others = f"^(?!({'|'.join(named) or 'source'})$){kinds.ID.pattern}$"
    return {**_object(named), "patternProperties": {others: entry}, "required": [*named]}


def _object(properties: Mapping[str, Schema]) -> Schema:
    return {"type": "object", "properties": {**properties}, "additionalProperties": False}


def _entry(fields: Mapping[str, Field]) -> Schema:
    required = [name for name, field in fields.items() if field.required]
    return {**_object({name: _property(field) for name, field in fields.items()}), "required": required}


def _of_kind(kind: str, fields: Mapping[str, Field]) -> Schema:
    told = {"const": kind, "description": fields["kind"].description}
    others = {name: _property(field) for name, field in fields.items() if name != "kind"}
    return {**_entry(fields), "title": kind, "properties": {"kind": told, **others}}


def _property(field: Field) -> Schema:
    examples = f"\n\n👍 {field.good}\n\n👎 {field.bad}" if field.good else ""
    told = shape(field.kind)
    advice = {"patternErrorMessage": f"{field.description} As in {field.good}."} if "pattern" in told else {}
    return {"description": f"{field.description}{examples}", **told, **advice}
