"""The specification of a chart in Vega-Lite 5, with its data in it, its size and its colours."""

from __future__ import annotations

from typing import Any, NamedTuple

from factbook.charts.defined import Chart
from factbook.charts.points import Point
from factbook.ends import Number
from factbook.periods import WAR_ENDED
from factbook.quantities import decimal_text

Spec = dict[str, Any]
_SHAPES = ("circle", "square", "triangle-up")


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


def specification(chart: Chart, points: list[Point], size: Size = WIDE, palette: Palette = ALONE) -> Spec:
    """The specification of a chart of `points`; `PAGE` as palette takes the colours of the page around it.

    A figure without a hedge is a full mark; one with a hedge is hollow and not on the line. What a figure stands for,
    in amount and in time, is drawn as a span through it.
    """
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "description": chart.title,
        "background": None if palette == PAGE else palette.paper,
        **size._asdict(),
        "data": {"values": [_row(point) for point in points]},
        "encoding": {"x": _days(), "y": _amounts(chart), "color": _colours(chart, palette)},
        "layer": [_line(), *_spans(), _marks(chart, palette)],
        "config": _config(palette),
    }


def _row(point: Point) -> Spec:
    assert point.claim.value is not None
    return {
        "fact": point.claim.id,
        "figure": point.claim.value.spelling,
        "line": point.line.label,
        "stretch": f"{point.line.label} {point.stretch}",
        "first": point.first.isoformat(),
        "last": point.last.isoformat(),
        "number": _plain(point.number),
        "low": _plain(point.low),
        "high": _plain(point.high),
        "exact": point.exact,
    }


def _plain(number: Number) -> int | float:
    text = decimal_text(number)
    return float(text) if "." in text else int(text)


def _days() -> Spec:
    axis = {"title": None, "format": "%Y", "tickCount": {"interval": "year"}, "grid": False, "labelFlush": True}
    scale = {"type": "utc", "nice": False, "domainMin": {"expr": f"utc({WAR_ENDED.year}, {WAR_ENDED.month - 1})"}}
    return {"field": "last", "type": "temporal", "scale": scale, "axis": axis}


def _amounts(chart: Chart) -> Spec:
    # A fixed extent: the width of labels is measured in whatever fonts the machine has.
    axis = {"title": chart.unit, "tickCount": 5, "format": ",.0f", "minExtent": 52, "maxExtent": 52}
    title = {"titleAngle": 0, "titleAlign": "left", "titleAnchor": "end", "titleX": -52, "titleY": -12}
    return {"field": "number", "type": "quantitative", "scale": {"zero": True}, "axis": axis | title}


def _colours(chart: Chart, palette: Palette) -> Spec:
    labels = [line.label for line in chart.lines]
    return {
        "field": "line",
        "type": "nominal",
        "scale": {"domain": labels, "range": palette.lines},
        "legend": _legend(chart),
    }


def _legend(chart: Chart) -> Spec | None:
    return {"orient": "top", "title": None, "direction": "vertical"} if len(chart.lines) > 1 else None


def _line() -> Spec:
    return {
        "transform": [{"filter": "datum.exact"}],
        "mark": {"type": "line", "strokeWidth": 1.5, "opacity": 0.6},
        "encoding": {"detail": {"field": "stretch"}},
    }


def _spans() -> list[Spec]:
    rule = {"type": "rule", "strokeWidth": 1.5}
    x = {"x": {"field": "first", "type": "temporal"}, "x2": {"field": "last"}}
    y = {"y": {"field": "low", "type": "quantitative"}, "y2": {"field": "high"}}
    return [
        {"transform": [{"filter": "datum.first != datum.last"}], "mark": rule, "encoding": x},
        {"transform": [{"filter": "datum.low != datum.high"}], "mark": rule, "encoding": y},
    ]


def _marks(chart: Chart, palette: Palette) -> Spec:
    labels, full = [line.label for line in chart.lines], {**_colours(chart, palette), "legend": None}
    return {
        "mark": {"type": "point", "size": 28, "opacity": 1, "strokeWidth": 1.5},
        "encoding": {
            "shape": {
                "field": "line",
                "scale": {"domain": labels, "range": _SHAPES[: len(labels)]},
                "legend": _legend(chart),
            },
            "fill": {"condition": {"test": "datum.exact", **full}, "value": palette.paper},
        },
    }


def _config(palette: Palette) -> Spec:
    text = {"labelColor": palette.text, "titleColor": palette.text, "labelFontSize": 12, "titleFontSize": 12}
    lines = {"gridColor": palette.rule, "domainColor": palette.text, "tickColor": palette.text}
    axis = {**text, **lines, "titleFontWeight": "normal", "labelFontWeight": "normal"}
    return {"font": "sans-serif", "view": {"stroke": None}, "axis": axis, "legend": text}
