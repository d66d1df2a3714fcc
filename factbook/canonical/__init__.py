"""One way to write a fact file: what `fmt` mends is what `check` names, and neither alters what the file says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from factbook.canonical.edits import applied, edits
from factbook.canonical.order import ordered
from factbook.characters import decode
from factbook.errors import FMT, BrokenBook, Problem
from factbook.files import FactFile, fact_files, read_bytes
from factbook.findings import mark_at, placed
from factbook.nodes import Mapping as Entries
from factbook.nodes import Node, Scalar
from factbook.reader import read
from factbook.units import Unit
from factbook.writing import rewritten
from factbook.written import Written

RULE = "canonical"


def canonical(text: str, file: str, units: Mapping[str, Unit]) -> str:
    """The text of a fact file in canonical form; unchanged where it cannot be read."""
    root, problems = read(text, file)
    if root is None or problems:
        return text
    text = _kept(text, ordered(text, file, root), file, root)
    root = read(text, file)[0] or root
    return _kept(text, applied(text, edits(text, file, root, units)), file, root)


def mend(file: FactFile, units: Mapping[str, Unit]) -> bool:
    """Write a file in canonical form; whether that altered it. Unreadable files are left to `check`.

    Raises OSError where it cannot be written, and the file is as it was.
    """
    try:
        text = decode(read_bytes(file.path), str(file.path))
    except BrokenBook:
        return False
    if (mended := canonical(text, file.name, units)) != text:
        rewritten(file.path, mended)
    return mended != text


def misspelt(written: Written, units: Mapping[str, Unit]) -> Iterator[Problem]:
    """What `fmt` would mend, but for the order of keys, which has a rule of its own."""
    for (path, file), text in written.texts.items():
        found = edits(text, file, written.nodes[file], units)
        marked = [(mark_at(text, str(path), edit.start), f"{edit.message} {FMT}") for edit in found]
        yield from placed(marked, text, RULE)


def yaml_files(facts: Path) -> list[FactFile]:
    """The files of the record that people write."""
    return [file for file in fact_files(facts)[0] if file.path.suffix == ".yaml"]


def _kept(before: str, after: str, file: str, root: Node) -> str:
    """The mended text if it says the same."""
    again, problems = read(after, file)
    return after if again and not problems and _said(again) == _said(root) else before


def _said(node: Node) -> object:
    """What a node says, whatever the order of its keys, its spaces and the commas in its numbers."""
    if isinstance(node, Scalar):
        return " ".join(node.text.replace(",", "").split())
    if isinstance(node, Entries):
        return {key: _said(value) for key, (_, value) in node.entries.items()}
    return [_said(item) for item in node.items]
