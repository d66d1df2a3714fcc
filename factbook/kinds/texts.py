"""Kinds of text: lines, prose, lists, ids, references and choices."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from urllib.parse import quote

from factbook.errors import shown
from factbook.kinds.common import Known, Refused
from factbook.kinds.names import LANGUAGE, NOT_FOUND, NOT_STATED, URL, is_id, nearest
from factbook.nodes import Node, Scalar, Sequence

_GAP = re.compile(r"\.\.\.|…|\[[^\]]*\]")
_OF_SOURCES = ("claims", "figures", "values", "dates")  # what references to claims, sources and derived figures name
_NOTHING = frozenset(["~", "null", "Null", "NULL"])  # what editors and other programs write for an empty value


def _text(node: Node) -> str:
    if not isinstance(node, Scalar):
        raise Refused("must be one text, not a list or a mapping. Write it on one line.")
    if not node.text.strip() or (node.plain and node.text in _NOTHING):
        raise Refused("is empty. Write a value or delete the key.")
    return node.text


def line(node: Node, _: str, __: Known) -> str:
    """One line of text without spaces around it."""
    text = _text(node)
    if "\n" in text or text != text.strip():
        raise Refused("must be one line without spaces around it.")
    return text


def _prose(node: Node, _: str, __: Known) -> str:
    return " ".join(_text(node).split())


def _lines(node: Node, _: str, known: Known) -> tuple[str, ...]:
    return _once(_items(node), line, "", known)


def _once(items: list[Node], kind: Callable[[Node, str, Known], str], argument: str, known: Known) -> tuple[str, ...]:
    """The items of a list, each of which may stand in it once."""
    texts = tuple(_each(kind, item, argument, known) for item in items)
    if len(set(texts)) < len(texts):
        last = dict(zip(texts, items, strict=True))
        text = next(text for text, count in Counter(texts).items() if count > 1)
        raise Refused(f"{shown(text)} stands in the list twice. Delete one.", last[text].mark)
    return texts


def _quote(node: Node, _: str, known: Known) -> str:
    text = line(node, "", known)
    if gap := _GAP.search(text):
        raise Refused(f"leaves words out at {shown(gap[0])}. Quote words that stand side by side.")
    return text


def _id(node: Node, _: str, known: Known) -> str:
    text = line(node, "", known)
    if not is_id(text):
        raise Refused(f"{shown(text)} is no id. Write lower-case words joined by hyphens, at most 64 characters.")
    return text


def _claim(node: Node, _: str, known: Known) -> str:
    text = line(node, "", known)
    source, dot, claim = text.partition(".")
    if not (dot and is_id(source) and is_id(claim)):
        raise Refused(f"{shown(text)} is no full id. Write <source id>.<claim id>.")
    return text


def _choice(node: Node, argument: str, known: Known) -> str:
    text, allowed = line(node, "", known), argument.split(",")
    if text not in allowed:
        raise Refused(f"{shown(text)} is not one of {', '.join(allowed)}. Choose one of them.")
    return text


def _yes(node: Node, _: str, known: Known) -> bool:
    return _choice(node, "yes,no", known) == "yes"


def _reference(node: Node, argument: str, known: Known) -> str:
    text, names = line(node, "", known), known.names[argument]
    if text not in names and not (argument == "parties" and text == NOT_STATED):
        message = f"{shown(text)} is not in the record's {argument}. {nearest(text, names, _listed(argument))}"
        raise Refused(message, lacks=text if argument in _OF_SOURCES else f"{argument}.{text}")
    return text


def _listed(names: str) -> str:
    if names in _OF_SOURCES:
        return ""
    return f"facts/{names}.yaml" if names in ("places", "checks") else "facts/vocabulary.yaml"


def _references(node: Node, argument: str, known: Known) -> tuple[str, ...]:
    return _once(_items(node), _reference, argument, known)


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
        raise Refused(str(refused), refused.mark or item.mark, refused.lacks) from None


def _url(node: Node, _: str, known: Known) -> str:
    text = line(node, "", known)
    if text != NOT_FOUND and (len(text) > 2000 or not URL.fullmatch(text)):
        raise Refused(f"{shown(text)} is no web address. {_how_written(text)}")
    return text


def _how_written(url: str) -> str:
    """What to do about an address that is none: a letter or space behind its host may stand there as a code."""
    sound = URL.match(url)
    first = url[sound.end() : sound.end() + 1] if sound else ""
    if (code := quote(first, safe=":@")) != first:
        return f"Write {code} for {shown(first)}, and so on, as browsers copy it."
    return f"Write https:// and the address, or {NOT_FOUND}."


def _language(node: Node, _: str, known: Known) -> str:
    text = line(node, "", known)
    if not LANGUAGE.fullmatch(text):
        raise Refused(f"{shown(text)} is no language code. Write two letters, such as en or az.")
    return text


TEXTS: dict[str, Callable[[Node, str, Known], object]] = {
    "line": line,
    "prose": _prose,
    "quote": _quote,
    "lines": _lines,
    "id": _id,
    "claim": _claim,
    "choice": _choice,
    "yes": _yes,
    "ref": _reference,
    "refs": _references,
    "url": _url,
    "language": _language,
}
