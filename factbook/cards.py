"""Tables written in Markdown, made like the record's own: on a narrow screen each row becomes a card."""

from __future__ import annotations

import re

_TABLE = re.compile(r"<table>\n<thead>(.*?)</thead>\n<tbody>(.*?)</tbody>\n</table>", re.DOTALL)
_ROW = re.compile(r"<tr>(.*?)</tr>", re.DOTALL)
# How a column is aligned is left out: the page's policy allows no style that stands in an element.
_HEAD, _CELL = (re.compile(rf"<{tag}(?: [^>]*)?>(.*?)</{tag}>", re.DOTALL) for tag in ("th", "td"))
_TAG = re.compile(r"<[^>]*>")


def carded(html: str) -> str:
    """`html` with every table of Markdown headed by row too, each cell naming its column for narrow screens.

    One with links in its head stays as it is: a card would hide them.
    """
    return _TABLE.sub(lambda table: table[0] if "<a " in table[1] else _carded(table[1], table[2]), html)


def _carded(head: str, body: str) -> str:
    labels = [_TAG.sub("", cell).replace('"', "&quot;") for cell in _HEAD.findall(head)]
    rows = _ROW.sub(lambda row: _row(_CELL.findall(row[1]), labels), body)
    heads = _HEAD.sub(r'<th scope="col">\1</th>', head)
    inside = f"<thead>{heads}</thead>\n<tbody>{rows}</tbody>"
    return f'<div class="table-wrap"><table class="record written">\n{inside}\n</table></div>'


def _row(cells: list[str], labels: list[str]) -> str:
    named = [f' data-label="{label}">{cell}</' for label, cell in zip(labels, cells, strict=True)]
    inside = [f'<th scope="row"{cell}th>' for cell in named[:1]] + [f"<td{cell}td>" for cell in named[1:]]
    return "\n".join(["<tr>", *inside, "</tr>"])
