"""Charts drawn while the site is built: specifications in Vega-Lite, and the SVG made of them."""

from __future__ import annotations

from factbook.charts.defined import CHARTS, Chart
from factbook.charts.drawing import drawn
from factbook.charts.points import Point, points
from factbook.charts.specs import NARROW, PAGE, WIDE, specification

__all__ = ["CHARTS", "NARROW", "PAGE", "WIDE", "Chart", "Point", "drawn", "points", "specification"]
