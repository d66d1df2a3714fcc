"""Which table of fields each entry of a fact file is held against."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from factbook.checks.fields import CHECKS, DERIVED, QUESTION, Fields, any_kind
from factbook.fields import CLAIM, NAME, PLACE, READING, SOURCE, by_name
from factbook.nodes import Mapping as Entry
from factbook.nodes import Scalar
from factbook.vocabulary import SECTIONS

KINDS = ("sources", "checks", "derived", "questions", "places", "names", "readings", "vocabulary")
_OF_ONE_TABLE = {"questions": QUESTION, "places": by_name(PLACE), "names": by_name(NAME), "readings": by_name(READING)}
_BY_KIND = {"checks": CHECKS, "derived": DERIVED}
_SOURCE, _CLAIM = by_name(SOURCE), by_name(CLAIM)


def kind_of(file: str) -> str:
    """The kind of a fact file, one of KINDS, from its name below the record, such as `sources/voi-2024-10`."""
    return file.partition("/")[0]


def entries(file: str, root: Entry) -> Iterator[tuple[Entry, Fields]]:
    """Every entry of a file with its table; anything that is no entry is left out."""
    kind = kind_of(file)
    for name, (_, entry) in root.entries.items():
        if not isinstance(entry, Entry):
            continue
        if kind == "vocabulary":
            terms = (term for _, term in entry.entries.values() if isinstance(term, Entry))
            yield from ((term, SECTIONS.get(name, {})) for term in terms)
        else:
            yield entry, _table(kind, name, entry)


def _table(kind: str, name: str, entry: Entry) -> Fields:
    if kind == "sources":
        return _SOURCE if name == "source" else _CLAIM
    if kind in _BY_KIND:
        return _told(_BY_KIND[kind], entry)
    return _OF_ONE_TABLE[kind]


def _told(tables: Mapping[str, Fields], entry: Entry) -> Fields:
    """The table an entry's own `kind` names."""
    _, written = entry.entries.get("kind", (None, None))
    told = tables.get(written.text) if isinstance(written, Scalar) else None
    return told or any_kind(tables)
