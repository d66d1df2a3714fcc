"""Every scalar of the fact files, with the exact span of text it is written in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from factbook.canonical.spelling import quoted


@dataclass(frozen=True, slots=True)
class Leaf:
    """A scalar: `text` is its value, written in `file` from `start` to `end`; `claim` is "" in the source's record."""

    file: str
    claim: str
    key: str
    text: str
    start: int
    end: int

    @property
    def name(self) -> str:
        """Where it stands, for people."""
        return ".".join(part for part in (self.file, self.claim, self.key) if part)

    @property
    def field(self) -> str:
        """Which field it fills, whatever the claim."""
        return self.key.partition("/")[0] if self.claim else f"source.{self.key.partition('/')[0]}"


class Edit(NamedTuple):
    """`text` in place of what stands in `file` from `start` to `end`."""

    file: str
    start: int
    end: int
    text: str


def fact_texts(facts: Path) -> dict[str, str]:
    """The text of every fact file by source id."""
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted((facts / "sources").glob("*.yaml"))}


def leaves(file: str, text: str) -> Iterator[Leaf]:
    """Every scalar of a fact file but its keys, those of `passed_over` included."""
    for top, entry in _pairs(yaml.compose(text, Loader=yaml.SafeLoader)):
        claim = "" if top.value == "source" else top.value
        for key, value in _pairs(entry):
            for name, scalar in _scalars(key.value, value):
                yield Leaf(file, claim, name, scalar.value, scalar.start_mark.index, _end(text, scalar))


def replaced(leaf: Leaf, text: str, source: str) -> Edit:
    """The edit that gives a leaf another text, in quotes, whatever style it is written in; `source` is its file."""
    ending = "\n" if source[leaf.end - 1 : leaf.end] == "\n" else ""
    return Edit(leaf.file, leaf.start, leaf.end, quoted(text) + ending)


def edited(texts: Mapping[str, str], edits: Iterable[Edit]) -> dict[str, str]:
    """The files that edits change, changed; edits of one file do not overlap."""
    changed: dict[str, str] = {}
    for edit in sorted(edits, reverse=True):
        text = changed.get(edit.file, texts[edit.file])
        changed[edit.file] = text[: edit.start] + edit.text + text[edit.end :]
    return changed


def _pairs(node: Any) -> Iterator[tuple[Any, Any]]:
    yield from node.value if isinstance(node, yaml.MappingNode) else ()


def _scalars(name: str, node: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(node, yaml.ScalarNode):
        yield name, node
    elif isinstance(node, yaml.SequenceNode):
        for place, item in enumerate(node.value):
            yield from _scalars(f"{name}/{place}", item)
    else:
        for key, value in _pairs(node):
            yield f"{name}/{key.value}/number", key
            yield from _scalars(f"{name}/{key.value}", value)


def _end(text: str, scalar: Any) -> int:
    """The end of a scalar's last line; a block's own end lies behind the blank lines that follow it."""
    end: int = scalar.end_mark.index
    if scalar.style in ("|", ">"):
        end = scalar.start_mark.index + len(text[scalar.start_mark.index : end].rstrip()) + 1
    return end
