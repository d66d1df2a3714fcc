"""Build nodes from the events of a YAML parser; nothing is constructed, so every scalar stays text."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from yaml.events import AliasEvent, MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, StreamEndEvent

from factbook import allowed
from factbook.allowed import LONGEST, Run, stop
from factbook.errors import Mark
from factbook.nodes import Mapping, Node, Scalar, Sequence

# Made for every word of the record, in half the time that Mark(...) and Scalar(...) take.
_mark: Callable[[tuple[str, int, int]], Mark] = partial(tuple.__new__, Mark)
_text: Callable[[tuple[str, Mark, bool]], Scalar] = partial(tuple.__new__, Scalar)


def document(run: Run) -> Mapping:
    """The one mapping a text holds. Raises `Stop` after a finding with which reading cannot go on."""
    run.next()
    start = run.next()
    if type(start) is StreamEndEvent:
        raise stop(run, Mark(run.path), "the file is empty. Put back what it held, or write entries.")
    mapping = _node(run, run.next(), 0)
    if not isinstance(mapping, Mapping):
        raise stop(run, mapping.mark, "the file must hold entries. Begin each with a key and a colon.")
    run.next()
    second = run.next()
    if type(second) is not StreamEndEvent:
        raise stop(run, _place(run, second), "a second document begins here. Keep one in a file.")
    return mapping


def _node(run: Run, event: Any, depth: int) -> Node:
    return _scalar(run, event) if type(event) is ScalarEvent else _nested(run, event, depth)


def _scalar(run: Run, event: Any) -> Scalar:
    text, start, style = event.value, event.start_mark, event.style
    mark = _mark((run.path, start.line + 1, start.column + 1))
    if style or not text or run.wary or len(text) > LONGEST:
        allowed.check_scalar(run, event, mark)
    return _text((text, mark, not style))


def _nested(run: Run, event: Any, depth: int) -> Node:
    mark = _place(run, event)
    if type(event) is AliasEvent:
        run.found.append((mark, "aliases are not allowed. Write the text out, or put it in quotes."))
        return Scalar(f"*{event.anchor}", mark, True)
    allowed.check_properties(run, event, mark)
    allowed.check_number(run, mark)
    if depth == allowed.DEEPEST:
        raise stop(run, mark, f"nested deeper than {allowed.DEEPEST} levels. Write it flatter.")
    if type(event) is MappingStartEvent:
        return _mapping(run, event, mark, depth + 1)
    return _sequence(run, event, mark, depth + 1)


def _mapping(run: Run, start: Any, mark: Mark, depth: int) -> Mapping:
    entries: dict[str, tuple[Scalar, Node]] = {}
    following = run.next
    while type(event := following()) is not MappingEndEvent:
        key = _scalar(run, event) if type(event) is ScalarEvent else _nested(run, event, depth)
        event = following()
        value = _scalar(run, event) if type(event) is ScalarEvent else _nested(run, event, depth)
        if not isinstance(key, Scalar):
            run.found.append((key.mark, "a key must be text. Write `key: value`."))
        elif key.text in entries:
            run.found.append((key.mark, allowed.doubled(key, entries[key.text][0])))
        else:
            entries[key.text] = (key, value)
    allowed.check_flow(run, start, event)
    allowed.check_keys(run, entries)
    return Mapping(entries, mark)


def _sequence(run: Run, start: Any, mark: Mark, depth: int) -> Sequence:
    items: list[Node] = []
    while type(event := run.next()) is not SequenceEndEvent:
        items.append(_node(run, event, depth))
    allowed.check_flow(run, start, event)
    return Sequence(items, mark)


def _place(run: Run, event: Any) -> Mark:
    return _mark((run.path, event.start_mark.line + 1, event.start_mark.column + 1))
