"""Figures inside our prose: `{full id}` stands for a figure, `{full id:date}` and `{full id:until}` for its date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_NAMED = re.compile(r"\{([a-z0-9-]+(?:\.[a-z0-9-]+)?)(?::(date|until))?\}")


class Named(NamedTuple):
    """A claim, derived figure or source that prose names: `part` is `date`, `until` or, for its figure, empty."""

    id: str
    part: str


def pieces(prose: str) -> Iterator[str | Named]:
    """The prose in pieces: plain text and what it names."""
    at = 0
    for match in _NAMED.finditer(prose):
        if match.start() > at:
            yield prose[at : match.start()]
        yield Named(match[1], match[2] or "")
        at = match.end()
    if at < len(prose):
        yield prose[at:]


def named(prose: str) -> Iterator[Named]:
    """Only what the prose names."""
    return (piece for piece in pieces(prose) if isinstance(piece, Named))


def plain(prose: str) -> str:
    """Only the text, a space for each thing named."""
    return "".join(piece if isinstance(piece, str) else " " for piece in pieces(prose))
