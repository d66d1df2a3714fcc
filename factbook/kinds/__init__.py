"""The shapes a value may have: each kind turns a node of a fact file into a typed value or refuses it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from factbook.kinds.common import Known, Refused
from factbook.kinds.names import (
    ID,
    LANGUAGE,
    LISTED,
    NOT_FOUND,
    NOT_STATED,
    NUMBER,
    RESERVED,
    UNKNOWN,
    URL,
    closest,
    is_id,
    nearest,
)
from factbook.kinds.texts import TEXTS
from factbook.kinds.values import VALUES
from factbook.nodes import Node

_KINDS = {**TEXTS, **VALUES}


def convert(kind: str, node: Node, known: Known) -> Any:
    """`node` as a value of `kind`. Raises `Refused` with what is wrong and what to do."""
    converter, argument = _named(kind)
    return converter(node, argument, known)


@cache
def _named(kind: str) -> tuple[Callable[[Node, str, Known], object], str]:
    name, _, argument = kind.partition(":")
    return _KINDS[name], argument


__all__ = [
    "ID",
    "LANGUAGE",
    "LISTED",
    "NOT_FOUND",
    "NOT_STATED",
    "NUMBER",
    "RESERVED",
    "UNKNOWN",
    "URL",
    "Known",
    "Refused",
    "closest",
    "convert",
    "is_id",
    "nearest",
]
