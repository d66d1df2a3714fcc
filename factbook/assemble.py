"""Give every value of the fact files its type: nodes become sources, claims, places and names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Mapping as Map
from typing import Any

from factbook.errors import Mark, Problem, shown
from factbook.fields import CLAIM, NAME, PLACE, READING, SOURCE, Field, by_name
from factbook.kinds import RESERVED, Known, is_id
from factbook.model import Claim, Name, PlaceName, ReadingDay, Source
from factbook.nodes import Mapping, Node, Scalar
from factbook.quantities import QuantityError, parse, spoken_numbers
from factbook.shape import fill
from factbook.units import Unit

UNNAMED = "name-me"  # begins the ids that `new` gives

_SOURCE, _CLAIM, _PLACE, _NAME, _READING = (by_name(fields) for fields in (SOURCE, CLAIM, PLACE, NAME, READING))
_WORD = re.compile(r"[^\W\d_]{3,}")
_WORDS = "lower-case words joined by hyphens, from a letter on, at most 64 characters."


def places(node: Mapping | None, problems: list[Problem]) -> dict[str, PlaceName]:
    """The places of facts/places.yaml."""
    found = entries(node, _PLACE, Known({}, {}), "places", problems)
    read: dict[str, PlaceName] = {}
    spelled: dict[str, str] = {}
    for name, mark, _, values in found:
        place = read[name] = PlaceName(key=name, **values)
        for spelling in place.spellings:
            if spelled.setdefault(spelling.casefold(), name) != name:
                message = (
                    f"{shown(spelling)} is a spelling of {spelled[spelling.casefold()]} too. Let it mean one place."
                )
                problems.append(Problem(mark, f"places.{name}", message, "shape"))
    return read


def names(node: Mapping | None, units: Map[str, Unit], problems: list[Problem]) -> dict[str, Name]:
    """The names that hold a number, of facts/names.yaml."""
    found = entries(node, _NAME, Known({}, {}), "names", problems)
    read: dict[str, Name] = {}
    for name, mark, entry, values in found:
        words = values["text"]
        if words in read:
            message = f"{shown(words)} is listed in line {read[words].mark.line} already. Delete one."
            problems.append(Problem(marks_of(entry)["text"], f"names.{name}", message, "shape"))
        read[words] = Name(mark=mark, **values)
        numbers = spoken_numbers(words, units)
        for number in reversed(numbers):
            words = words[: number.offset] + words[number.unit_end :]
        if not numbers or not _WORD.search(words):
            message = f"{shown(values['text'])} is not a number within a name. Write the whole name that holds it."
            problems.append(Problem(marks_of(entry)["text"], f"names.{name}", message, "shape"))
    return read


def readings(node: Mapping | None, problems: list[Problem]) -> tuple[ReadingDay, ...]:
    """The days on which sources were read, of facts/readings.yaml."""
    found = entries(node, _READING, Known({}, {}), "readings", problems)
    return tuple(ReadingDay(mark=mark, **values) for _, mark, _, values in found)


def source(id: str, node: Mapping, known: Known, problems: list[Problem]) -> Source | None:
    """The record of an article, or None where it is unsound."""
    if not is_id(id):
        problems.append(Problem(node.mark, id, f"{id!a} is no id. Name the file in {_WORDS}", "shape"))
        return None
    name = _record(node)
    if name not in node.entries:
        message = "has no `source:` entry. Begin the file with the article's record."
        problems.append(Problem(node.mark, id, message, "shape"))
        return None
    key, record = node.entries[name]
    if name != "source":
        problems.append(Problem(key.mark, id, f"{shown(name)} holds the article's record. Name it source.", "shape"))
        return None
    values, found = fill(record, _SOURCE, known, id)
    problems += found
    return None if found else Source(id=id, mark=key.mark, marks=marks_of(record), **values)


def claims(source: str, node: Mapping, known: Known, problems: list[Problem]) -> Iterator[Claim]:
    """The sound claims of a source's file."""
    record = _record(node)
    written = Mapping({name: entry for name, entry in node.entries.items() if name != record}, node.mark)
    for name, mark, entry, values in entries(written, _CLAIM, known, source, problems):
        id, marks = f"{source}.{name}", marks_of(entry)
        try:
            yield _claim(id, mark, marks, values, known.units)
        except QuantityError as error:
            problems.append(Problem(marks["rounded_to"], id, f"rounded_to: {error}", "value"))


def _record(node: Mapping) -> str:
    """The key of an article's record: `source`, or what was typed for it where an entry tells its publisher."""
    told = (
        name for name, (_, entry) in node.entries.items() if isinstance(entry, Mapping) and "publisher" in entry.entries
    )
    return "source" if "source" in node.entries else next(told, "source")


def entries(
    node: Mapping | None, fields: Map[str, Field], known: Known, stem: str, problems: list[Problem]
) -> Iterator[tuple[str, Mark, Node, dict[str, Any]]]:
    """The sound entries of a file: name, place, node and typed values of each."""
    for name, (key, entry) in node.entries.items() if node else ():
        values, found = values_of(key, entry, fields, known, stem)
        problems += found
        if not found:
            yield name, key.mark, entry, values


def values_of(
    key: Scalar, entry: Node, fields: Map[str, Field], known: Known, stem: str
) -> tuple[dict[str, Any], list[Problem]]:
    """The typed values of one entry of a file, and every problem with its name and its shape."""
    name, id = key.text, f"{stem}.{key.text}"
    if not is_id(name):
        taken = f"{name!a} alone is a word of programs. Say more, as in items-destroyed."
        message = taken if name in RESERVED else f"{name!a} is no id. Write {_WORDS}"
        return {}, [Problem(key.mark, id, message, "shape")]
    if name.startswith(UNNAMED):
        message = "was found by a program. Name it by what it says and complete its keys, or delete it."
        return {}, [Problem(key.mark, id, message, "named")]
    return fill(entry, fields, known, id)


def marks_of(node: Node) -> dict[str, Mark]:
    """The places of the values of an entry, by key."""
    assert isinstance(node, Mapping)
    return {name: child.mark for name, (_key, child) in node.entries.items()}


def _claim(id: str, mark: Mark, marks: dict[str, Mark], values: dict[str, Any], units: Map[str, Unit]) -> Claim:
    date, period = values.pop("date", None), values.pop("period", None)
    if "rounded_to" in values and "value" in values:
        values["value"] = parse(values["value"].text, units, values["rounded_to"])
    return Claim(
        id=id,
        source=id.partition(".")[0],
        mark=mark,
        marks=marks,
        when=date or period,
        statement=values.pop("claim", None),
        **values,
    )
