"""Links to the table of all facts as its script narrows it: what such a link would leave of the table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from urllib.parse import parse_qsl

from lxml import html

_ROWS = "//table[@id='facts-table']/tbody/tr"
_ORDER = "sort"
_WORDS = "text"
_ALSO = "also"  # other spellings of a place: searched, but no filter
_SEPARATOR = re.compile(r"(\d)[,\u00a0\u202f](?=\d{3}(?!\d))", re.ASCII)


class Row(NamedTuple):
    """A fact of the table: what its columns are filtered by, and what is searched for words."""

    filters: dict[str, str]
    text: str


def rows(page: html.HtmlElement) -> Iterator[Row]:
    """The facts of the table on a page, if it stands there."""
    for row in page.xpath(_ROWS):
        data = {name.removeprefix("data-"): value for name, value in row.attrib.items() if name.startswith("data-")}
        said = [*("".join(cell.itertext()) for cell in row), *row.xpath(".//data/@value")[:1], data.pop(_ALSO, "")]
        yield Row(data, _plain(" ".join(said)))


def finds(query: str, table: Iterable[Row]) -> bool:
    """Whether a query leaves any fact. It does not where it names a filter that the table lacks."""
    given = dict(parse_qsl(query, keep_blank_values=True))
    words = _plain(given.pop(_WORDS, "")).split()
    given.pop(_ORDER, None)
    wanted = given.items()
    return any(wanted <= row.filters.items() and all(word in row.text for word in words) for row in table)


def _plain(text: str) -> str:
    """A text as the script compares it: separators between digits do not count."""
    return _SEPARATOR.sub(r"\1", text.lower())
