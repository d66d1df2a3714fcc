"""What the record does not allow of YAML: names, tags, merge and doubled keys, long texts, cut texts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any
from unicodedata import normalize

from factbook.alphabets import first_mixed, mixture
from factbook.characters import first_refused
from factbook.errors import Mark, shown
from factbook.findings import Finding
from factbook.nodes import Node, Scalar
from factbook.syntax import comment_follows

DEEPEST, MOST_NODES, LONGEST, LONGEST_KEY = 12, 20_000, 4_000, 100
_SIGNS = "-?:,[{"  # between or before nodes
_COMMENT = re.compile(" (?=#)")  # two spaces show that a comment is meant
_COMMENT_IN_HEADER = re.compile(r"[|>][-+0-9]*#")
_PLAIN_KEYS = re.compile(r"[a-z0-9_-]{1,100}(?: [a-z0-9_-]{1,100})*")


class Stop(Exception):
    """Raised after a finding with which reading cannot go on."""


class Unsure(Exception):
    """Raised where parsers are known to read differently, unless the careful one is at work."""


@dataclass(frozen=True, slots=True)
class Run:
    """One reading of one text by one parser; `found` collects what is wrong with it.

    `wary` says that any scalar may be one that is not allowed, not only those that are quoted, empty or very long.
    """

    next: Callable[[], Any]
    text: str
    path: str
    careful: bool
    wary: bool
    found: list[Finding] = field(default_factory=list)
    nodes: Iterator[int] = field(default_factory=lambda: count(1))


def stop(run: Run, mark: Mark, message: str) -> Stop:
    """The exception that ends the reading, its reason noted."""
    run.found.append((mark, message))
    return Stop()


def check_number(run: Run, mark: Mark) -> None:
    """Count a node. Raises `Stop` where a file holds too many."""
    if next(run.nodes) > MOST_NODES:
        raise stop(run, mark, f"more than {MOST_NODES:,} keys and values. Split the file.")


def may_break_rules(text: str) -> bool:
    """Whether a text may hold anchors, tags, comments behind texts, or too many nodes.

    Hardly any text may, and each of its scalars is spared a closer look.
    """
    return "&" in text or "!" in text or _may_hold_many(text) or comment_follows(text)


def _may_hold_many(text: str) -> bool:
    """Whether a text may hold too many nodes: all but the first stand beside a sign, at most three at each."""
    return 2 * len(text) > MOST_NODES and 3 * sum(map(text.count, _SIGNS)) >= MOST_NODES


def check_properties(run: Run, event: Any, mark: Mark) -> None:
    """Find an anchor or a tag in front of a node."""
    if event.anchor:
        run.found.append((mark, "anchors are not allowed. Remove it, or put text that begins with & in quotes."))
    if event.tag:
        run.found.append((mark, "tags are not allowed. Remove it, or put text that begins with ! in quotes."))


def check_scalar(run: Run, event: Any, mark: Mark) -> None:
    """Find what may be wrong with a scalar. Raises `Unsure` where its place or end depends on the parser."""
    text, style, end = event.value, event.style, event.end_mark
    if not run.careful and (not text or _COMMENT_IN_HEADER.match(run.text, event.start_mark.index)):
        raise Unsure
    check_properties(run, event, mark)
    if len(text) > LONGEST:
        run.found.append((mark, f"a text of {len(text):,} characters; at most {LONGEST:,} are read. Shorten it."))
    if style == '"' and (name := first_refused(text)):
        run.found.append((mark, f"an escape makes the character {name}, which is not allowed. Remove it."))
    if style == '"' and (word := first_mixed(text)) and word not in run.text:
        run.found.append((mark, f"the word {shown(word)} {mixture(word)}"))
    if style in ('"', "'"):
        _check_touching(run, end)
    elif text and not style and (gap := _COMMENT.match(run.text, end.index)):
        place = Mark(run.path, end.line + 1, end.column + 1 + len(gap[0]))
        run.found.append((place, "a comment cuts off unquoted text. Quote the text, or give the comment its own line."))
    check_number(run, mark)


def check_flow(run: Run, start: Any, end: Any) -> None:
    """Find a comment that touches a closing bracket.

    Raises `Unsure` for a question mark between brackets, where one parser ends a text and the other does not.
    """
    if not start.flow_style:
        return
    if not run.careful and "?" in run.text[start.start_mark.index : end.end_mark.index]:
        raise Unsure
    _check_touching(run, end.end_mark)


def _check_touching(run: Run, end: Any) -> None:
    if run.text.startswith("#", end.index):
        place = Mark(run.path, end.line + 1, end.column + 1)
        run.found.append((place, "a comment touches what stands before it. Put a space between them."))


def check_keys(run: Run, entries: dict[str, tuple[Scalar, Node]]) -> None:
    """Find keys that are empty, long, for merging, or equal but for case and Unicode form (NFKC)."""
    if not entries or _PLAIN_KEYS.fullmatch(" ".join(entries)):
        return
    seen: dict[str, Scalar] = {}
    for text, (key, _) in entries.items():
        first = seen.setdefault(normalize("NFKC", text).casefold(), key)
        if first is not key:
            run.found.append((key.mark, doubled(key, first)))
        elif message := _wrong(text):
            run.found.append((key.mark, message))


def doubled(key: Scalar, first: Scalar) -> str:
    """What is wrong with a key that repeats an earlier one."""
    return f"the key {shown(key.text)} repeats {shown(first.text)} in line {first.mark.line}. Rename or remove one."


def _wrong(key: str) -> str | None:
    if key == "<<":
        return "merge keys are not allowed. Write the entries out."
    if not key:
        return "a key is missing before the colon. Write one."
    if len(key) > LONGEST_KEY or "\n" in key:
        return f"a key must stand on one line of at most {LONGEST_KEY} characters. Shorten it."
    return None
