"""Charts and tables with bars, each with the figures it shows as text."""

from __future__ import annotations

from collections.abc import Iterator

from factbook.charts import CHARTS, NARROW, PAGE, WIDE, Chart, Point, drawn, points, specification
from factbook.charts.comparing import COMPARISONS, Bar
from factbook.dates import printed as printed_date
from factbook.html import Html, join, rows, tag
from factbook.render.inline import figure, last_day, party_label
from factbook.render.tables import Cells, entry_link, source_link, table
from factbook.render.writer import UnknownName, Writer, find

_READING = (
    "Full marks are figures as they stand. Hollow ones are rounded, or given with a word such as “about”, and the "
    "stroke is what they usually stand for. Half a year without an exact figure breaks the line. Totals for whole "
    "years, from the one in which the war ended, are drawn with those since its end."
)


def chart(writer: Writer, id: str) -> Html:
    """A chart of running totals, drawn for wide and for narrow screens, with its figures as a table beneath."""
    wanted = find(CHARTS, id, "chart")
    found = points(writer.book, wanted)
    return rows(
        Html('<figure class="chart-box" data-record="chart" data-search-exclude markdown="0">'),
        tag("figcaption", wanted.title),
        _picture(wanted, found, "wide"),
        _picture(wanted, found, "narrow"),
        tag("p", _READING, " ", _download(writer, wanted), class_="chart-reading"),
        Html('<details class="more">'),
        tag("summary", "The figures as a table"),
        _figures(writer, wanted, found),
        Html("</details>"),
        Html("</figure>"),
    )


def _picture(chart: Chart, found: list[Point], width: str) -> Html:
    spec = specification(chart, found, WIDE if width == "wide" else NARROW, PAGE)
    picture = drawn(spec, f"chart-{chart.id}-{width}", chart.title, " ".join(_summary(chart, found)))
    return tag("div", Html(picture), class_=f"chart-{width}")


def _summary(chart: Chart, found: list[Point]) -> Iterator[str]:
    for line in chart.lines:
        mine = [point for point in found if point.line == line]
        if mine:
            yield f"{line.label}: {_ends(mine[0])}; {_ends(mine[-1])}; {len(mine)} figures."


def _ends(point: Point) -> str:
    assert point.claim.value is not None
    assert point.claim.when is not None
    return f"{point.claim.value.spelling} by {printed_date(point.claim.when.end)}"


def _download(writer: Writer, chart: Chart) -> Html:
    address = writer.file(f"data/charts/{chart.id}.json")
    return tag("a", "The chart as data (Vega-Lite)", href=address)


def _figures(writer: Writer, chart: Chart, found: list[Point]) -> Html:
    several = len(chart.lines) > 1
    head = ("Figure", *(["Counts"] if several else []), "By", "According to")
    return table(f"{chart.title}: every figure drawn", head, (_figure_row(writer, point, several) for point in found))


def _figure_row(writer: Writer, point: Point, several: bool) -> Cells:
    claim = point.claim
    counts = [point.line.label] if several else []
    return entry_link(writer, claim, figure(claim)), *counts, last_day(claim), party_label(writer, claim)


def bars(writer: Writer, id: str) -> Html:
    """A small comparison as a table with bars, all to one scale. Raises `UnknownName` where there are no figures."""
    wanted = find(COMPARISONS, id, "comparison")
    found = wanted.bars(writer.book)
    if not found:
        raise UnknownName(f"no figures for the comparison {id} are in the record. Take it from the page.")
    largest = max(bar.amount for bar in found)
    head = (wanted.head, "Figure", "According to", "Published in")
    return table(wanted.title, head, (_bar_row(writer, bar, 100 * bar.amount // largest) for bar in found))


def _bar_row(writer: Writer, bar: Bar, percent: int) -> Cells:
    drawn_bar = tag("span", _cells(percent), class_="bar", aria_hidden="true")
    return (
        bar.label,
        join([entry_link(writer, bar.claim, figure(bar.claim)), " ", drawn_bar]),
        party_label(writer, bar.claim),
        source_link(writer, writer.book.source_of(bar.claim)),
    )


def _cells(percent: int) -> Html:
    # A picture rather than a width in a style attribute, which a strict content policy forbids.
    rectangle = tag("rect", width=str(max(percent, 1)), height="8")
    return tag("svg", rectangle, viewBox="0 0 100 8", preserveAspectRatio="none", focusable="false")
