"""What a fact file holds, as text: scalars, mappings and sequences, each with its place in the file."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from factbook.errors import Mark


class Scalar(NamedTuple):
    """A piece of text as written; `plain` where it stands without quotes and not as a block."""

    text: str
    mark: Mark
    plain: bool


class Mapping(NamedTuple):
    """Entries in file order: under a key's text, the key and its value."""

    entries: dict[str, tuple[Scalar, Node]]
    mark: Mark


class Sequence(NamedTuple):
    """Items in file order."""

    items: list[Node]
    mark: Mark


Node: TypeAlias = Scalar | Mapping | Sequence
