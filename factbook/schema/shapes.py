"""The JSON Schema of a value of each kind (see `factbook.kinds`)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from factbook.kinds import ID, LANGUAGE, NOT_FOUND, NOT_STATED, NUMBER, UNKNOWN, URL

Schema: TypeAlias = dict[str, object]
Shape: TypeAlias = Callable[[str], Schema]

LIST = "#/definitions/"
_POINT = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?~?"
_DATE = f"{_POINT}(/({_POINT}|\\.\\.))?"


def shape(kind: str) -> Schema:
    """The schema of a kind such as `line` or `ref:units`."""
    name, _, argument = kind.partition(":")
    return _SHAPES[name](argument)


def choice(terms: Mapping[str, str]) -> Schema:
    """One of some words, each with what it means."""
    return {"type": "string", "enum": [*terms], "enumDescriptions": [*terms.values()]}


def _text(_: str = "") -> Schema:
    return {"type": ["string", "number", "boolean"]}  # editors type plain text by YAML 1.2; the record does not


def _matching(*patterns: str) -> Shape:
    return lambda _: {"type": ["string", "number"], "pattern": f"^({'|'.join(patterns)})$"}


def _named(section: str) -> Schema:
    return {"allOf": [{"$ref": f"{LIST}{section}"}]}  # beside a bare reference, draft 7 does not see a description


def _several(item: Shape) -> Shape:
    return lambda argument: {"type": "array", "items": item(argument)}


_SHAPES: dict[str, Shape] = {
    **dict.fromkeys(("line", "prose", "quote"), _text),
    "lines": _several(_text),
    "id": _matching(ID.pattern),
    "claim": _matching(rf"{ID.pattern}\.{ID.pattern}"),
    "choice": lambda words: {"enum": words.split(",")},
    "yes": lambda _: {"enum": ["yes", "no"]},
    "ref": _named,
    "refs": _several(_named),
    "date": _matching(_DATE, NOT_STATED),
    "published": _matching(_DATE, UNKNOWN),
    "day": _matching("[0-9]{4}-[0-9]{2}-[0-9]{2}"),
    "quantity": lambda _: {"type": "string"},
    "number": _matching(NUMBER.pattern),
    "url": _matching(URL.pattern, NOT_FOUND),
    "language": _matching(LANGUAGE.pattern),
    "paragraphs": lambda _: {"type": "object", "patternProperties": {"^[1-9][0-9]{0,3}$": _text()}},
}
