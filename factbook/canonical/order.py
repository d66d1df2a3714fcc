"""Put the keys of every entry in their canonical order, each with the comment above it."""

from __future__ import annotations

from factbook import layout
from factbook.nodes import Mapping


def ordered(text: str, file: str, root: Mapping) -> str:
    """The text with the keys of each entry in the order of its table; entries with unknown keys stay as they are."""
    lines = text.split("\n")
    for entry, fields in layout.entries(file, root):
        rank = {name: place for place, name in enumerate(fields)}
        starts = {name: key.mark.line - 1 for name, (key, _) in entry.entries.items()}
        if starts.keys() <= rank.keys() and len(set(starts.values())) == len(starts):
            _sort(lines, starts, rank)
    return "\n".join(lines)


def _sort(lines: list[str], starts: dict[str, int], rank: dict[str, int]) -> None:
    """Sort the lines of one entry, given where its keys stand."""
    names = list(starts)
    first, column = min(starts.values()), _indent(lines[starts[names[0]]])
    heads = [_head(lines, starts[name], first) for name in names]
    last = next((at for at in range(starts[names[-1]] + 1, len(lines)) if _ends(lines[at], column)), len(lines))
    end = max(at for at in range(starts[names[-1]], last) if lines[at].strip()) + 1
    blocks = {name: lines[head:tail] for name, head, tail in zip(names, heads, [*heads[1:], end], strict=True)}
    lines[heads[0] : end] = [line for name in sorted(names, key=rank.__getitem__) for line in blocks[name]]


def _head(lines: list[str], start: int, first: int) -> int:
    """The first of the comment lines directly above a key, or the key's own line."""
    while start > first and lines[start - 1].lstrip().startswith("#"):
        start -= 1
    return start


def _ends(line: str, column: int) -> bool:
    return bool(line.strip()) and _indent(line) < column


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
