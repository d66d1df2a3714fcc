"""Load the whole record: read every file, give its values their types, and run every rule."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping as Map
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from factbook.characters import decode
from factbook.errors import BrokenBook, Mark, Problem
from factbook.evidence import Fingerprint, parse_fingerprint
from factbook.fields import CLAIM, SOURCE, Field, by_name
from factbook.files import fact_files, read_bytes
from factbook.kinds import Known, is_id
from factbook.model import Book, Claim, PlaceName, Source
from factbook.nodes import Mapping
from factbook.quantities import parse
from factbook.reader import read_file
from factbook.rules import RULES
from factbook.shape import fill
from factbook.units import Unit
from factbook.vocabulary import Vocabulary, parse_vocabulary

_SOURCE, _CLAIM = by_name(SOURCE), by_name(CLAIM)
_PLACE = by_name(
    [
        Field("label", "line", "The spelling this site uses.", "Aghdam", "aghdam", required=True),
        Field("azerbaijani", "line", "The Azerbaijani spelling.", "Ağdam", "Aghdam"),
        Field("armenian", "line", "The Armenian name.", "Ակնա", "Akna"),
        Field("also", "lines", "Other spellings in the sources.", "[Agdam]", "Agdam"),
    ]
)


@dataclass
class _Draft:
    """What has been read so far, and what is wrong with it."""

    sources: dict[str, Source] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)
    ids: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)


def load(root: Path) -> Book:
    """The record under `root`. Raises `BrokenBook` with every problem found."""
    book, problems = examine(root)
    if problems or book is None:
        raise BrokenBook(problems)
    return book


def cached(root: Path) -> Book:
    """The record under `root`, read again only when a file of it has changed. Raises `BrokenBook` as `load` does."""
    files = sorted(path for path in root.rglob("*") if path.is_file())
    return _loaded(root, tuple((path, path.stat().st_mtime_ns, path.stat().st_size) for path in files))


@lru_cache(maxsize=1)
def _loaded(root: Path, _state: tuple[object, ...]) -> Book:
    return load(root)


def examine(root: Path) -> tuple[Book | None, list[Problem]]:
    """The record under `root` as far as it is sound, and every problem with it, in order of place."""
    nodes, fingerprints, problems = _read_all(root)
    vocabulary = nodes.pop("vocabulary", None)
    if vocabulary is None:
        missing = Problem(
            Mark(f"{root}/vocabulary.yaml"), "vocabulary", "is missing or unreadable. Restore it.", "file"
        )
        return None, sorted({missing, *problems})
    words, found = parse_vocabulary(vocabulary)
    if found:
        return None, sorted({*problems, *found})
    book, found = _assemble(words, nodes, fingerprints)
    problems += found
    for rule in RULES:
        problems += rule(book)
    return book, sorted(set(problems))


def _read_all(root: Path) -> tuple[dict[str, Mapping], dict[str, Fingerprint], list[Problem]]:
    files, problems = fact_files(root)
    nodes: dict[str, Mapping] = {}
    fingerprints: dict[str, Fingerprint] = {}
    for path, name in files:
        if name.startswith("fingerprints/"):
            fingerprints |= _fingerprint_file(path, problems)
            continue
        node, found = read_file(path)
        problems += found
        if node is not None:
            nodes[name] = node
    return nodes, fingerprints, problems


def _fingerprint_file(path: Path, problems: list[Problem]) -> dict[str, Fingerprint]:
    try:
        held, bad = parse_fingerprint(decode(read_bytes(path), str(path)))
    except BrokenBook as broken:
        problems += broken.problems
        return {}
    if bad is not None:
        message = "is no line of hashes. Make the file anew with `python -m factbook fingerprint`."
        problems.append(Problem(Mark(str(path), bad), path.stem, message, "fingerprint"))
        return {}
    return {path.stem: held}


def _assemble(
    words: Vocabulary, nodes: dict[str, Mapping], fingerprints: dict[str, Fingerprint]
) -> tuple[Book, list[Problem]]:
    draft = _Draft()
    places = _places(nodes.get("places"), draft)
    known = Known({**words.names(), "places": places}, words.units)
    for name, node in nodes.items():
        if name.startswith("sources/"):
            _source_file(name.removeprefix("sources/"), node, known, draft)
    grouped: dict[str, list[Claim]] = {id: [] for id in draft.sources}
    for claim in draft.claims.values():
        grouped[claim.source].append(claim)
    by_source = {id: tuple(claims) for id, claims in grouped.items()}
    book = Book(words, places, draft.sources, draft.claims, fingerprints, by_source, frozenset(draft.ids))
    return book, draft.problems


def _places(node: Mapping | None, draft: _Draft) -> dict[str, PlaceName]:
    places: dict[str, PlaceName] = {}
    for key, values in _entries(node, _PLACE, Known({}, {}), "places", draft) if node else ():
        places[key] = PlaceName(key, **values)
    return places


def _entries(
    node: Mapping, fields: dict[str, Field], known: Known, stem: str, draft: _Draft
) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, (key, entry) in node.entries.items():
        id = f"{stem}.{name}"
        if not is_id(name):
            draft.problems.append(Problem(key.mark, id, f"{name!a} is no id. {_ID_ADVICE}", "shape"))
            continue
        values, found = fill(entry, fields, known, id)
        draft.problems += found
        if not found:
            yield name, values


_ID_ADVICE = "Write lower-case words joined by hyphens, at most 64 characters."


def _source_file(id: str, node: Mapping, known: Known, draft: _Draft) -> None:
    if "source" not in node.entries:
        message = "has no `source:` entry. Begin the file with the article's record."
        draft.problems.append(Problem(node.mark, id, message, "shape"))
        return
    key, record = node.entries["source"]
    values, found = fill(record, _SOURCE, known, id)
    draft.problems += found
    if not found:
        draft.sources[id] = Source(id=id, mark=key.mark, marks=_marks(record), **values)
    claims = Mapping({name: entry for name, entry in node.entries.items() if name != "source"}, node.mark)
    draft.ids |= {f"{id}.{name}" for name in claims.entries}
    for name, claim in _entries(claims, _CLAIM, known, id, draft):
        if id in draft.sources:
            key, entry = claims.entries[name]
            draft.claims[f"{id}.{name}"] = _claim(f"{id}.{name}", id, key.mark, _marks(entry), claim, known.units)


def _claim(
    id: str, source: str, mark: Mark, marks: dict[str, Mark], values: dict[str, Any], units: Map[str, Unit]
) -> Claim:
    when = values.pop("date", None) or values.pop("period", None)
    values.pop("period", None)
    statement = values.pop("claim", None)
    if values.get("rounded_to") and "value" in values:
        values["value"] = parse(values["value"].text, units, values["rounded_to"])
    return Claim(id=id, source=source, mark=mark, marks=marks, when=when, statement=statement, **values)


def _marks(node: Any) -> dict[str, Mark]:
    return {name: child.mark for name, (_key, child) in node.entries.items()}
