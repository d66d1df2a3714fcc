"""What an editor answers for a key: whether it is sound, and the items of several."""

from __future__ import annotations

from factbook.characters import first_refused
from factbook.errors import Mark
from factbook.fields import Field
from factbook.kinds import Known, Refused, convert
from factbook.nodes import Node, Scalar, Sequence

_HERE = Mark("")
_BETWEEN = {"lines": ";", "refs": ","}  # what parts the items of each kind of list; names of people hold commas


def wrong(field: Field, text: str, known: Known) -> str | None:
    """What is wrong with a value, and what to do."""
    if name := first_refused(text):
        return f"holds the character {name}, which is not allowed. Type it without."
    if not text:
        return None if field.name == "authors" else "is needed. Write a value."
    try:
        convert(field.kind, _node(field, text), known)
    except Refused as refused:
        return str(refused)
    return None


def example(field: Field) -> str:
    """A value as it may be answered or given, and how several are written."""
    between = _between(field)
    return f"for example {field.good.strip('[]')}" + (f"; several are parted by {between}" if between else "")


def listed(field: Field, text: str) -> list[str] | None:
    """The items in an answer, with or without brackets around them; None where the field holds no list."""
    between = _between(field)
    if between is None:
        return None
    if text.startswith("[") and text.endswith("]"):
        text = text[1:-1]
    return [item.strip() for item in text.split(between) if item.strip()]


def _between(field: Field) -> str | None:
    return _BETWEEN.get(field.kind.partition(":")[0])


def _node(field: Field, text: str) -> Node:
    items = listed(field, text)
    if items is None:
        return Scalar(text, _HERE, True)
    return Sequence([Scalar(item, _HERE, True) for item in items], _HERE)
