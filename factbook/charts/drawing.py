"""Draw a specification as SVG that takes its colours and fonts from the page around it."""

from __future__ import annotations

import json
import re

from lxml import etree

from factbook.charts.specs import Spec
from factbook.charts.svg import svg as drawn_by_vega

_SVG = "{http://www.w3.org/2000/svg}"
_LONG = re.compile(r"(\d+\.\d{2})\d+")


def drawn(spec: Spec, id: str, title: str, summary: str) -> str:
    """The SVG of a specification on one line; `title` and `summary` are its name and description, `id` its own."""
    svg = etree.fromstring(drawn_by_vega(json.dumps(spec)))
    for element in list(svg.iter()):
        _simplify(element)
    _name(svg, id, title, summary)
    return _LONG.sub(r"\1", etree.tostring(svg, encoding="unicode"))


def _simplify(element: etree._Element) -> None:
    """Take away what only Vega's own scripts and styles need."""
    parent = element.getparent()
    if parent is not None and element.get("class") in ("background", "foreground"):
        parent.remove(element)
        return
    if element.get("opacity") == "1":
        element.attrib.pop("opacity")
    for name in ("class", "role", "aria-label", "aria-roledescription", "pointer-events", "font-family"):
        element.attrib.pop(name, None)


def _name(svg: etree._Element, id: str, title: str, summary: str) -> None:
    for name in ("width", "height", "version"):
        svg.attrib.pop(name, None)
    svg.set("class", "chart")
    svg.set("role", "img")
    svg.set("aria-labelledby", f"{id}-title {id}-summary")
    for place, (tag, words) in enumerate((("title", title), ("desc", summary))):
        element = etree.Element(f"{_SVG}{tag}", id=f"{id}-{'title' if tag == 'title' else 'summary'}")
        element.text = words
        svg.insert(place, element)
