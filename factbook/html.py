"""Markup that is safe inside Markdown: whatever is not markup of ours is written as character references."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

_UNSAFE = re.compile(r"[^A-Za-z0-9 ,\u0080-\U0010ffff]")
_UNSAFE_IN_ATTRIBUTE = re.compile(r"[^A-Za-z0-9 ,./:=?_#%+~-]", re.ASCII)
_SPACE = re.compile(r"\s+")
_VOID = frozenset(["br", "input"])  # elements that have no end tag (HTML Standard, 13.1.2)


class Html(str):
    """Text that is markup already, made by this module or from ids alone."""

    __slots__ = ()


def text(value: str) -> Html:
    """`value` on one line, every ASCII character but letters, digits, space and comma as a character reference.

    No Markdown, HTML, attribute list, template or snippet syntax survives this, so fact text cannot become any.
    """
    return value if isinstance(value, Html) else _escaped(value)


@lru_cache(maxsize=10_000)  # labels, names and dates stand on many pages
def _escaped(value: str) -> Html:
    return Html(_UNSAFE.sub(_reference, _SPACE.sub(" ", value)))


@lru_cache(maxsize=10_000)
def attribute(value: str) -> Html:
    """`value` as it may stand between the quotes of an attribute; addresses stay readable."""
    return Html(_UNSAFE_IN_ATTRIBUTE.sub(_reference, _SPACE.sub(" ", value)))


def tag(name: str, *children: str, **attributes: str | bool | None) -> Html:
    """The element `name`; strings among the children are escaped by `text`, attributes by `attribute`.

    An underscore in an attribute's name stands for a hyphen and a last one is dropped (`class_`);
    an attribute that is None or False is left out.
    """
    opening = "".join(
        _name(key) if value is True else f'{_name(key)}="{attribute(str(value))}"'
        for key, value in attributes.items()
        if value is not None and value is not False
    )
    return Html(f"<{name}{opening}>" + ("" if name in _VOID else f"{join(children)}</{name}>"))


def join(parts: Iterable[str], separator: str = "") -> Html:
    """The parts one after the other, strings among them escaped."""
    return Html(separator.join([text(part) for part in parts]))


def rows(*lines: str) -> Html:
    """Block markup, one piece a line, so that the search index keeps the words of neighbouring cells apart."""
    return join(lines, "\n")


@lru_cache(maxsize=100)
def _name(key: str) -> str:
    return f" {key.rstrip('_').replace('_', '-')}"


def _reference(match: re.Match[str]) -> str:
    return f"&#{ord(match.group())};"
