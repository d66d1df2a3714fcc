"""Which table of fields each entry of a fact file is held against."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from factbook.checks.fields import CHECKS, DERIVED, QUESTION, Fields, told
from factbook.fields import CLAIM, NAME, PLACE, READING, SOURCE, by_name
from factbook.nodes import Mapping as Entry
from factbook.sections import SECTIONS

# By kind of file, then by what tells its entries apart; `entry` where nothing does.
TABLES: Mapping[str, Mapping[str, Fields]] = {
    "sources": {"source": by_name(SOURCE), "claim": by_name(CLAIM)},
    "checks": CHECKS,
    "derived": DERIVED,
    "questions": {"entry": QUESTION},
    "places": {"entry": by_name(PLACE)},
    "names": {"entry": by_name(NAME)},
    "readings": {"entry": by_name(READING)},
    "vocabulary": SECTIONS,
}
KINDS = (*TABLES,)


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
    tables = TABLES[kind]
    if kind == "sources":
        return tables["source" if name == "source" else "claim"]
    return told(tables, entry)
