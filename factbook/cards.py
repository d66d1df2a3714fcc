"""Tables written in Markdown, made like the record's own: on a narrow screen each row becomes a card."""

from __future__ import annotations

import re

_TABLE = re.compile(r"<table>\n<thead>(.*?)</thead>\n<tbody>(.*?)</tbody>\n</table>", re.DOTALL)
_ROW = re.compile(r"<tr>(.*?)</tr>", re.DOTALL)
_HEAD, _CELL = re.compile(r"<th>(.*?)</th>", re.DOTALL), re.compile(r"<td>(.*?)</td>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


def carded(html: str) -> str:
    """`html` with every table of Markdown headed by row too, each cell naming its column for narrow screens.

    One with links in its head stays as it is: a card would hide them.
    """
    return _TABLE.sub(lambda table: table[0] if "<a " in table[1] else _carded(table[1], table[2]), html)


def _carded(head: str, body: str) -> str:
    labels = [_TAG.sub("", cell).replace('"', "&quot;") for cell in _HEAD.findall(head)]
    rows = _ROW.sub(lambda row: _row(_CELL.findall(row[1]), labels), body)
    heads = head.replace("<th>", '<th scope="col">')
    inside = f"<thead>{heads}</thead>\n<tbody>{rows}</tbody>"
    return f'<div class="table-wrap"><table class="record written">\n{inside}\n</table></div>'


def _row(cells: list[str], labels: list[str]) -> str:
    first, *others = (f' data-label="{label}">{cell}</' for label, cell in zip(labels, cells, strict=True))
    inside = [f'<th scope="row"{first}th>', *(f"<td{other}td>" for other in others)]
    return "\n".join(["<tr>", *inside, "</tr>"])
