"""The shapes a value may have: each kind turns a node of a fact file into a typed value or refuses it."""

from __future__ import annotations

from typing import Any

from factbook.kinds.common import Known, Refused
from factbook.kinds.names import ID, LANGUAGE, NOT_FOUND, NOT_STATED, NUMBER, UNKNOWN, URL, is_id, nearest
from factbook.kinds.texts import TEXTS
from factbook.kinds.values import VALUES
from factbook.nodes import Node

_KINDS = {**TEXTS, **VALUES}


def convert(kind: str, node: Node, known: Known) -> Any:
    """`node` as a value of `kind`. Raises `Refused` with what is wrong and what to do."""
    name, _, argument = kind.partition(":")
    return _KINDS[name](node, argument, known)


__all__ = [
    "ID",
    "LANGUAGE",
    "NOT_FOUND",
    "NOT_STATED",
    "NUMBER",
    "UNKNOWN",
    "URL",
    "Known",
    "Refused",
    "convert",
    "is_id",
    "nearest",
]
