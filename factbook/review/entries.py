"""Which entries of the record differ: facts, sources, terms and what is declared of them."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from typing import Any

from factbook.dates import When
from factbook.model import Book, Claim
from factbook.quantities import Quantity
from factbook.review.changes import Change, FieldChange

_APART = frozenset({"id", "mark", "marks", "source", "written"})
_Written = Mapping[str, str]


def others(book: Book | None) -> dict[str, Mapping[str, Any]]:
    """Everything of the record that is neither claim nor fingerprint, by kind and id."""
    if book is None:
        return {}
    terms = book.vocabulary.names()
    return {
        "sources": book.sources,
        "vocabulary": {f"{section}.{key}": term for section, found in terms.items() for key, term in found.items()},
        "places": book.places,
        "names": book.names,
        "readings": {reading.day.isoformat(): reading for reading in book.readings},
        "checks": book.checks,
        "derived": book.derived,
        "questions": book.questions,
    }


def changes(before: Mapping[str, Any], after: Mapping[str, Any], written: Container[str]) -> Iterator[Change]:
    """Every entry that differs, by id; one that only has another id now is renamed.

    One that is `written` on both sides but missing from one is unsound there.
    """
    old, new = ({id: _written(entry) for id, entry in side.items()} for side in (before, after))
    renamed = _renamed(old, new)
    for id in sorted({*old, *new} - {*renamed.values()}):
        was = renamed.get(id, id)
        fields = [FieldChange("id", was, id)] if was != id else list(_fields(old.get(was, {}), new.get(id, {})))
        if fields:
            lacking = "unsound" if id in written else "removed" if id in old else "added"
            kind = "renamed" if was != id else "changed" if id in old and id in new else lacking
            entries = before.get(was), after.get(id)
            claims = [entry if isinstance(entry, Claim) else None for entry in entries]
            yield Change(kind, id, tuple(fields), *claims)


def _fields(old: _Written, new: _Written) -> Iterator[FieldChange]:
    for key in dict.fromkeys([*old, *new]):
        if old.get(key) != new.get(key):
            yield FieldChange(key, old.get(key), new.get(key))


def _renamed(old: Mapping[str, _Written], new: Mapping[str, _Written]) -> dict[str, str]:
    """The old id of every entry that is gone under it and says the same under a new one."""
    gone = {tuple(written.items()): id for id, written in old.items() if id not in new}
    came = {id: tuple(written.items()) for id, written in new.items() if id not in old}
    return {id: gone.pop(written) for id, written in came.items() if written in gone}


def _written(entry: Any) -> dict[str, str]:
    """The keys of an entry that say something, each as one text."""
    values = {key: getattr(entry, key) for key in type(entry).__dataclass_fields__ if key not in _APART}
    return {key: _text(value) for key, value in values.items() if value not in (None, "", (), {})}


def _text(value: Any) -> str:
    if isinstance(value, Quantity | When):
        return value.text
    if isinstance(value, tuple):
        return ", ".join(map(_text, value))
    if isinstance(value, Mapping):
        return "; ".join(f"{key}: {_text(item)}" for key, item in value.items())
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)
