"""Hold a mapping against its table of fields: unknown, missing and misordered keys, and values of the wrong kind."""

from __future__ import annotations

import re
from collections.abc import Mapping as Map
from typing import Any

from factbook.errors import FMT, Problem, shown
from factbook.fields import Field
from factbook.kinds import Known, Refused, closest, convert, nearest
from factbook.nodes import Mapping, Node

_RULES = {  # that refuse a value of a kind; others are refused by shape
    **dict.fromkeys(["ref", "refs"], "reference"),
    **dict.fromkeys(["date", "day", "published"], "date"),
    "quantity": "value",
}
_GOES_ON = re.compile("is |must |leaves ")  # the sentence that a key's name begins


def fill(node: Node, fields: Map[str, Field], known: Known, id: str) -> tuple[dict[str, Any], list[Problem]]:
    """The typed values of `node` by key, and every problem with its shape."""
    if not isinstance(node, Mapping):
        return {}, [Problem(node.mark, id, "must hold keys and values. Indent them below it.", "shape")]
    values: dict[str, Any] = {}
    problems = _misshapen(node, fields, id)
    for name, (_key, child) in node.entries.items():
        if name in fields:
            try:
                values[name] = convert(fields[name].kind, child, known)
            except Refused as refused:
                message = f"{name}{'' if _GOES_ON.match(str(refused)) else ':'} {refused}"
                rule = _RULES.get(fields[name].kind.partition(":")[0], "shape")
                problems.append(Problem(refused.mark or child.mark, id, message, rule, refused.lacks))
    return values, problems


def _misshapen(node: Mapping, fields: Map[str, Field], id: str) -> list[Problem]:
    if [*node.entries] == [name for name, field in fields.items() if field.required or name in node.entries]:
        return []
    return [*_unknown(node, fields, id), *_missing(node, fields, id), *_order(node, fields, id)]


def _unknown(node: Mapping, fields: Map[str, Field], id: str) -> list[Problem]:
    return [
        Problem(key.mark, id, f"{shown(name)} is no key of this kind of entry. {nearest(name, fields)}", "shape")
        for name, (key, _) in node.entries.items()
        if name not in fields
    ]


def _missing(node: Mapping, fields: Map[str, Field], id: str) -> list[Problem]:
    """The keys that nothing stands for, not even a misspelt one."""
    meant = {closest(name, [*fields]) for name in node.entries if name not in fields}
    return [
        Problem(node.mark, id, f"{name} is missing. {field.description} {_example(field)}", "shape")
        for name, field in fields.items()
        if field.required and name not in node.entries and name not in meant
    ]


def _example(field: Field) -> str:
    kind, _, words = field.kind.partition(":")
    return f"Write one of {words.replace(',', ', ')}." if kind == "choice" else f"For example: {field.good}"


def _order(node: Mapping, fields: Map[str, Field], id: str) -> list[Problem]:
    written = [name for name in node.entries if name in fields]
    canonical = sorted(written, key=list(fields).index)
    for ours, theirs in zip(written, canonical, strict=True):
        if ours != theirs:
            message = f"{ours} stands before {theirs}. The order is {', '.join(canonical)}. {FMT}"
            return [Problem(node.entries[ours][0].mark, id, message, "order")]
    return []
