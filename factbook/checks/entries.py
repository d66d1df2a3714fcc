"""Read checks, derived figures and questions strictly: every entry against the table of its kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from factbook import assemble
from factbook.checks.fields import ROLES, Fields, told
from factbook.declared import Operands
from factbook.errors import Marked, Problem, shown
from factbook.kinds import Known
from factbook.nodes import Mapping as Entries
from factbook.nodes import Node, Scalar, Sequence


@dataclass(frozen=True, slots=True)
class Entry(Marked):
    """A written entry whose keys and values are sound; `operands` are its ids by role."""

    values: Mapping[str, Any]
    operands: Operands

    @property
    def name(self) -> str:
        """The id without the file's name."""
        return self.id.partition(".")[2]

    @property
    def kind(self) -> str:
        """What is to be computed."""
        return str(self.values["kind"])

    @property
    def across(self) -> tuple[str, ...]:
        """The keys in which the operands may differ."""
        return tuple(self.values.get("across", ()))


def entries(
    node: Entries | None, tables: Mapping[str, Fields], known: Known, stem: str, problems: list[Problem]
) -> list[Entry]:
    """The sound entries of a file whose kinds have the field tables `tables`."""
    found: list[Entry] = []
    for name, (key, entry) in node.entries.items() if node else ():
        id, fields = f"{stem}.{name}", told(tables, entry)
        values, wrong = assemble.values_of(key, entry, fields, known, stem)
        if not wrong:
            assert isinstance(entry, Entries)
            wrong = [*_twice(entry, fields, id), *_counts(entry, fields, id)]
        problems += wrong
        if not wrong:
            named = {role: values[role] for role in values if role in ROLES}
            operands = {role: (ids,) if isinstance(ids, str) else ids for role, ids in named.items()}
            found.append(Entry(id, key.mark, assemble.marks_of(entry), values, operands))
    return found


def _twice(entry: Entries, fields: Fields, id: str) -> Iterator[Problem]:
    """The operands named before; a claim may still lend its figure and its date to one check."""
    seen: set[tuple[bool, str]] = set()
    for key, (_, value) in entry.entries.items():
        for item in _items(value) if key in ROLES else ():
            assert isinstance(item, Scalar)
            named = fields[key].kind == "ref:dates", item.text
            if named in seen:
                message = f"{shown(item.text, 120)} is an operand already. Name each operand once."
                yield Problem(item.mark, id, message, "operands")
            seen.add(named)


def _counts(entry: Entries, fields: Fields, id: str) -> Iterator[Problem]:
    for key, (_, value) in entry.entries.items():
        count = len(_items(value))
        least, most = fields[key].count or (count, count)
        if not least <= count <= most:
            limit = f"at least {least}" if count < least else f"at most {most}"
            message = f"{key} names {count}; name {f'exactly {least}' if least == most else limit}."
            yield Problem(value.mark, id, message, "operands")


def _items(value: Node) -> list[Node]:
    return value.items if isinstance(value, Sequence) else [value]
