"""Sizes and colours of charts."""

from __future__ import annotations

from typing import NamedTuple


class Size(NamedTuple):
    """The size of a chart's plot, in CSS pixels."""

    width: int
    height: int


class Palette(NamedTuple):
    """The colours of lines, of the grid, of the paper and of text."""

    lines: tuple[str, str, str]
    rule: str
    paper: str
    text: str


PAGE = Palette(("var(--petrol)", "var(--ochre)", "var(--plum)"), "var(--rule)", "var(--paper)", "currentColor")
ALONE = Palette(("#1d5566", "#8a5a0b", "#74406f"), "#d8d3c6", "#fdfcf9", "#20262b")
WIDE, NARROW = Size(580, 300), Size(275, 240)  # the column of text, and a phone of 360 pixels
