"""Find what is written in another way than the record writes it, as edits that leave every other character alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate
from typing import NamedTuple

from factbook import layout
from factbook.canonical.spelling import NUMERIC, is_plain, spelled, told, written
from factbook.errors import shown
from factbook.nodes import Mapping as Entry
from factbook.nodes import Scalar
from factbook.units import Unit

APART = {"sources", "checks", "derived", "questions"}  # kinds of files whose entries a blank line parts
_TRAILING = re.compile(r"(?<=\S) +(?=\n)")
_BLANK = re.compile(r"(?<=\n) +\n(?: *\n)*|(?<=\n)\n(?: *\n)+")
_MODELINE = re.compile(r"^# *yaml-language-server:.*?(?= *$)", re.MULTILINE)
_QUOTED = re.compile(r"(?:'(?:[^'\n]|'')*'|\"(?:[^\"\\\n]|\\.)*\")(?= *$)", re.MULTILINE)


class Edit(NamedTuple):
    """Characters to be replaced, and what is wrong with them."""

    start: int
    end: int
    replacement: str
    message: str


def modeline(file: str) -> str:
    """The comment that tells editors the schema of a fact file, given its name below the record."""
    return f"# yaml-language-server: $schema={'../' * (file.count('/') + 1)}schema/{layout.kind_of(file)}.json"


def edits(text: str, file: str, root: Entry, units: Mapping[str, Unit]) -> list[Edit]:
    """Every edit that brings a readable fact file to canonical form, in order of place."""
    body = text.rstrip(" \n")
    found = [*_schema(text, file), *_spaces(body), *_values(text, file, root, units)]
    if layout.kind_of(file) in APART:
        found += _unparted(text, root)
    if text[len(body) :] != "\n":
        found.append(Edit(len(body), len(text), "\n", "the file must end with one line feed and nothing else."))
    return sorted(found)


def applied(text: str, found: Iterable[Edit]) -> str:
    """The text with edits made."""
    for edit in sorted(found, reverse=True):
        text = text[: edit.start] + edit.replacement + text[edit.end :]
    return text


def _schema(text: str, file: str) -> Iterator[Edit]:
    wanted, found = modeline(file), _MODELINE.search(text)
    message = f"editors find the schema by the line `{wanted}`, which"
    if not found:
        yield Edit(0, 0, f"{wanted}\n", f"{message} is missing.")
    elif found[0] != wanted:
        yield Edit(found.start(), found.end(), wanted, f"{message} is written in another way here.")


def _spaces(body: str) -> Iterator[Edit]:
    if " \n" not in body and "\n\n\n" not in body:
        return  # as in nearly every file, and far quicker to see
    for match in _TRAILING.finditer(body):
        yield Edit(match.start(), match.end(), "", "the line ends in spaces.")
    for match in _BLANK.finditer(body):
        yield Edit(match.start(), match.end(), "\n", "one empty line is enough, without spaces in it.")


def _unparted(text: str, root: Entry) -> Iterator[Edit]:
    lines = text.split("\n")
    for key, _ in list(root.entries.values())[1:]:
        head = key.mark.line - 1
        while lines[head - 1].startswith("#"):
            head -= 1
        if lines[head - 1].strip():
            start = sum(len(line) + 1 for line in lines[:head])
            yield Edit(start, start, "\n", "an empty line must part this entry from the one above.")


def _values(text: str, file: str, root: Entry, units: Mapping[str, Unit]) -> Iterator[Edit]:
    found = [*_misspelt(file, root, units)]
    if not found:
        return  # as in nearly every file
    lines = text.split("\n")
    before = [0, *accumulate(map(len, lines))]  # characters on the lines above each, but for the ends of lines
    for entry, value, wanted in found:
        if lines[entry.mark.line - 1][entry.mark.column - 1] != "{":
            _, line, column = value.mark
            yield from _value(text, before[line - 1] + line + column - 2, value, wanted)


def _misspelt(file: str, root: Entry, units: Mapping[str, Unit]) -> Iterator[tuple[Entry, Scalar, str]]:
    """Each value that is to be written in another way or without quotes, with its entry and how it is spelt."""
    for entry, fields in layout.entries(file, root):
        for name, (_, value) in entry.entries.items():
            if type(value) is Scalar and name in fields and (not value.plain or fields[name].kind in NUMERIC):
                wanted = spelled(value.text, fields[name], units)
                if wanted != value.text or (not value.plain and is_plain(wanted)):
                    yield entry, value, wanted


def _value(text: str, at: int, value: Scalar, wanted: str) -> Iterator[Edit]:
    quoted = None if value.plain else _QUOTED.match(text, at)
    source = quoted[0] if quoted else value.text
    if "\n" in value.text or not text.startswith(source, at) or not (value.plain or quoted):
        return  # written over several lines
    if wanted != value.text:
        yield Edit(at, at + len(source), written(wanted) if quoted else wanted, told(value.text, wanted))
    else:
        yield Edit(at, at + len(source), wanted, f"{shown(source)} needs no quotes.")
