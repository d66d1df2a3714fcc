"""What a live preview was last made of, so that only what comes out otherwise is made anew."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import groupby
from typing import Any, TypeVar

T = TypeVar("T")
_made: dict[str, int] = {}
_last: dict[str, tuple[int, Any]] = {}
_found: dict[str, list[Mapping[str, Any]]] = {}


def differs(name: str, text: str) -> bool:
    """Whether something is made of another text than when this was last asked."""
    before, _made[name] = _made.get(name), hash(text)
    return before != _made[name]


def forget() -> None:
    """Have everything made anew, as after a build that may have ended half-way."""
    _made.clear()
    _last.clear()
    _found.clear()


def same(name: str, text: str, make: Callable[[], T]) -> T:
    """The thing last made under a name, if it was of the same text; else it is made now."""
    if name not in _last or _last[name][0] != hash(text):
        _last[name] = hash(text), make()
    kept: T = _last[name][1]
    return kept


def leave_out_all_but(pages: Iterable[str]) -> None:
    """Have the search forget what it found on pages that are gone."""
    for gone in _found.keys() - {*pages}:
        del _found[gone]


def merged(entries: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """These entries of a search index, and those found before on pages that they do not cover."""
    for page, found in groupby(entries, key=lambda entry: entry["location"].partition("#")[0]):
        _found[page] = list(found)
    return [entry for found in _found.values() for entry in found]
