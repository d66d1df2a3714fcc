"""The shapes a value may have: each kind turns a node of a fact file into a typed value or refuses it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection
from collections.abc import Mapping as Map
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from fractions import Fraction
from typing import Any

from factbook.dates import DateError, parse_date
from factbook.errors import Mark, shown
from factbook.nodes import Mapping, Node, Scalar, Sequence
from factbook.quantities import QuantityError, parse
from factbook.units import Unit

NOT_STATED = "not-stated"
NOT_FOUND = "not-found"
UNKNOWN = "unknown"

ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
NUMBER = re.compile(r"(?:0|[1-9][0-9]{0,2}(?:,[0-9]{3})*|[1-9][0-9]*)(?:\.[0-9]*[1-9])?")
URL = re.compile(
    r"https?://(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}"
    r"(?:[/?#](?:[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*)?"
)
LANGUAGE = re.compile(r"[a-z]{2}")
_NOTHING = frozenset(["~", "null", "Null", "NULL"])  # what editors and other programs write for an empty value
_RESERVED = frozenset(
    ["source", "items", "keys", "values", "get", "copy", "pop", "update", "clear", "con", "nul", "aux", "prn"]
)


@dataclass(frozen=True, slots=True)
class Known:
    """What a file may refer to: the names of each kind, and the units with their words."""

    names: Map[str, Collection[str]]
    units: Map[str, Unit]


class Refused(Exception):
    """A value is not of its kind; `mark` says where when that is not the value's own place."""

    def __init__(self, message: str, mark: Mark | None = None) -> None:
        super().__init__(message)
        self.mark = mark


def convert(kind: str, node: Node, known: Known) -> Any:
    """`node` as a value of `kind`. Raises `Refused` with what is wrong and what to do."""
    name, _, argument = kind.partition(":")
    return _KINDS[name](node, argument, known)


def nearest(word: str, words: Collection[str]) -> str:
    """A hint naming the known word closest to `word`, else where the known words are to be found."""
    if not words:
        return "None is known yet."
    close = get_close_matches(word, sorted(words), n=1)
    if close:
        return f"Did you mean {close[0]!r}?"
    return (
        f"Known are: {', '.join(sorted(words))}." if len(words) <= 12 else "facts/vocabulary.yaml lists the known ones."
    )


def is_id(text: str) -> bool:
    """Whether `text` may name a claim, source, check or word of the vocabulary."""
    return len(text) <= 64 and bool(ID.fullmatch(text)) and text not in _RESERVED


def _text(node: Node) -> str:
    if not isinstance(node, Scalar):
        raise Refused("must be one text, not a list or a mapping. Write it on one line.")
    if not node.text.strip() or (node.plain and node.text in _NOTHING):
        raise Refused("is empty. Write a value or delete the key.")
    return node.text


def _line(node: Node, _: str, __: Known) -> str:
    text = _text(node)
    if "\n" in text or text != text.strip():
        raise Refused("must be one line without spaces around it.")
    return text


def _prose(node: Node, _: str, __: Known) -> str:
    return " ".join(_text(node).split())


def _lines(node: Node, _: str, known: Known) -> tuple[str, ...]:
    items = _items(node)
    texts = tuple(_each(_line, item, "", known) for item in items)
    if len(set(texts)) < len(texts):
        last = dict(zip(texts, items, strict=True))
        text = next(text for text, count in Counter(texts).items() if count > 1)
        raise Refused(f"{shown(text)} stands in the list twice. Delete one.", last[text].mark)
    return texts


def _id(node: Node, _: str, known: Known) -> str:
    text = _line(node, "", known)
    if not is_id(text):
        raise Refused(f"{shown(text)} is no id. Write lower-case words joined by hyphens, at most 64 characters.")
    return text


def _claim(node: Node, _: str, known: Known) -> str:
    text = _line(node, "", known)
    source, dot, claim = text.partition(".")
    if not (dot and is_id(source) and is_id(claim)):
        raise Refused(f"{shown(text)} is no full id. Write <source id>.<claim id>.")
    return text


def _choice(node: Node, argument: str, known: Known) -> str:
    text, allowed = _line(node, "", known), argument.split(",")
    if text not in allowed:
        raise Refused(f"{shown(text)} is not one of {', '.join(allowed)}. Choose one of them.")
    return text


def _yes(node: Node, _: str, known: Known) -> bool:
    return _choice(node, "yes,no", known) == "yes"


def _reference(node: Node, argument: str, known: Known) -> str:
    text, names = _line(node, "", known), known.names[argument]
    if text not in names and not (argument == "parties" and text == NOT_STATED):
        raise Refused(f"{shown(text)} is not in the record's {argument}. {nearest(text, names)}")
    return text


def _references(node: Node, argument: str, known: Known) -> tuple[str, ...]:
    return tuple(_each(_reference, item, argument, known) for item in _items(node))


def _items(node: Node) -> list[Node]:
    if not isinstance(node, Sequence):
        raise Refused("must be a list. Write [one, two].")
    if not node.items:
        raise Refused("is empty. Write a value or delete the key.")
    return node.items


def _each(kind: Callable[[Node, str, Known], str], item: Node, argument: str, known: Known) -> str:
    try:
        return kind(item, argument, known)
    except Refused as refused:
        raise Refused(str(refused), refused.mark or item.mark) from None


def _date(node: Node, _: str, known: Known) -> Any:
    text = _line(node, "", known)
    return None if text == NOT_STATED else _edtf(node, text)


def _published(node: Node, _: str, known: Known) -> Any:
    text = _line(node, "", known)
    return None if text == UNKNOWN else _edtf(node, text)


def _edtf(node: Node, text: str) -> Any:
    try:
        return parse_date(text)
    except DateError as error:
        raise Refused(str(error), _shifted(node, error.offset)) from None


def _day(node: Node, _: str, known: Known) -> date:
    when = _edtf(node, _line(node, "", known))
    if when.first != when.last or when.is_interval:
        raise Refused(f"{shown(when.text)} is not one day. Write it as YYYY-MM-DD.")
    return when.first  # type: ignore[no-any-return]


def _quantity(node: Node, _: str, known: Known) -> Any:
    text = _line(node, "", known)
    try:
        return parse(text, known.units)
    except QuantityError as error:
        raise Refused(str(error), _shifted(node, error.offset)) from None


def _shifted(node: Node, offset: int) -> Mark:
    path, line, column = node.mark
    return Mark(path, line, column + offset + (0 if isinstance(node, Scalar) and node.plain else 1))


def _number(node: Node, _: str, known: Known) -> Fraction:
    text = _line(node, "", known)
    if len(text) > 20 or not NUMBER.fullmatch(text):
        raise Refused(f"{shown(text)} is no number. Write digits, with commas between thousands.")
    return Fraction(text.replace(",", ""))


def _url(node: Node, _: str, known: Known) -> str:
    text = _line(node, "", known)
    if text != NOT_FOUND and (len(text) > 2000 or not URL.fullmatch(text)):
        raise Refused(f"{shown(text)} is no web address. Write https:// and the address, or {NOT_FOUND}.")
    return text


def _language(node: Node, _: str, known: Known) -> str:
    text = _line(node, "", known)
    if not LANGUAGE.fullmatch(text):
        raise Refused(f"{shown(text)} is no language code. Write two letters, such as en or az.")
    return text


def _paragraphs(node: Node, _: str, known: Known) -> dict[int, str]:
    if not isinstance(node, Mapping):
        raise Refused("must map paragraph numbers to reasons. Write 13: heading.")
    for text, (key, _value) in node.entries.items():
        if not re.fullmatch(r"[1-9][0-9]{0,3}", text):
            raise Refused(f"{shown(text)} is no paragraph number. Count the lines that are not blank from 1.", key.mark)
    return {int(text): _line(value, "", known) for text, (_key, value) in node.entries.items()}


_KINDS: dict[str, Callable[[Node, str, Known], Any]] = {
    "line": _line,
    "prose": _prose,
    "quote": _line,
    "lines": _lines,
    "id": _id,
    "claim": _claim,
    "choice": _choice,
    "yes": _yes,
    "ref": _reference,
    "refs": _references,
    "date": _date,
    "published": _published,
    "day": _day,
    "quantity": _quantity,
    "number": _number,
    "url": _url,
    "language": _language,
    "paragraphs": _paragraphs,
}
