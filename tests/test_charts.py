"""Charts and comparisons: which figures they show, and that the page around them gives them colour and fonts."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from lxml import etree, html
from records import GOOD, loaded
from the_record import BOOK

from factbook.charts import CHARTS, NARROW, PAGE, WIDE, Point, drawn, points, specification
from factbook.charts import svg as keeping
from factbook.charts.comparing import COMPARISONS
from factbook.dates import parse_date, printed
from factbook.model import Claim
from factbook.quantities import parse
from factbook.render.graphics import bars, chart
from factbook.render.inline import party_name
from factbook.render.writer import UnknownName, Writer
from factbook.spans import since_war

every_chart = pytest.mark.parametrize("id", CHARTS)


@every_chart
def test_a_line_holds_one_measure_one_scope_and_one_beginning(id: str) -> None:
    """All figures of a line count the same work since the war, for no place in particular."""
    found = points(BOOK, CHARTS[id])
    assert {point.line for point in found} == set(CHARTS[id].lines)
    for point in found:
        claim = point.claim
        assert (claim.measure, claim.scope, claim.place) == (point.line.measure, point.line.scope, None)
        assert claim.when
        assert since_war(claim.when)


@every_chart
def test_no_figure_is_drawn_that_the_record_doubts(id: str) -> None:
    """Withdrawn figures, restatements and those a check doubts stay out."""
    doubted = {check.doubted for check in BOOK.checks.values()}
    shown = [point.claim for point in points(BOOK, CHARTS[id])]

    assert [claim.id for claim in shown if claim.id in doubted or claim.restates or claim.status == "withdrawn"] == []


@pytest.mark.parametrize(
    "altered",
    [
        {"status": "withdrawn"},
        {"restates": "voi-2024-10.area-cleared"},
        {"place": "agdam"},
        {"when": None},
        {"when": parse_date("2024-10-04")},
        {"when": parse_date("2023-01/2024-10-04")},
        {"when": parse_date("2020-11-10/2024")},
        {"when": parse_date("2020-11-10/..")},
    ],
    ids=str,
)
def test_only_a_running_total_since_the_war_is_a_point(altered: dict[str, Any]) -> None:
    """Not what was withdrawn, repeats another, is of one place or of another time, or ends in no known month."""
    claim = points(BOOK, CHARTS["area"])[0].claim

    def drawn_of(claim: Claim) -> list[Point]:
        return points(replace(BOOK, claims={claim.id: claim}), CHARTS["area"])

    assert [point.claim for point in drawn_of(claim)] == [claim]
    assert drawn_of(replace(claim, **altered)) == []


@every_chart
def test_a_stretch_of_a_line_has_no_long_silence(id: str) -> None:
    """Within a stretch exact figures follow within half a year; between two stretches they do not."""
    for line in CHARTS[id].lines:
        exact = [point for point in points(BOOK, CHARTS[id]) if point.line == line and point.exact]
        assert len(exact) > 1
        for earlier, later in pairwise(exact):
            assert ((later.first - earlier.last).days > 184) == (later.stretch != earlier.stretch)


@every_chart
@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_a_drawing_keeps_its_text_and_takes_its_look_from_the_page(id: str, size: tuple[int, int]) -> None:
    """The SVG is named and described, holds text, and no colour, font, style, script or address of its own."""
    chart = CHARTS[id]
    svg = drawn(specification(chart, points(BOOK, chart), size, PAGE), "chart-x", "A title", "A summary")
    root = etree.fromstring(svg)
    names = {element.get("id"): element.text for element in root.iter() if element.get("id")}

    assert names == {"chart-x-title": "A title", "chart-x-summary": "A summary"}
    assert root.get("aria-labelledby") == "chart-x-title chart-x-summary"
    assert chart.unit in root.itertext()
    colours = set(re.findall(r'(?:fill|stroke)="([^"]+)"', svg))
    assert {colour for colour in colours if not colour.startswith("var(--")} <= {"none", "currentColor", "transparent"}
    assert re.findall(r"style=|font-family|<script|href=|http://(?!www\.w3\.org)", svg) == []
    assert "\n" not in svg


@every_chart
def test_a_downloaded_specification_stands_alone(id: str) -> None:
    """It is plain JSON with every figure in it, and needs no style sheet."""
    found = points(BOOK, CHARTS[id])
    spec = json.loads(json.dumps(specification(CHARTS[id], found)))

    assert [row["fact"] for row in spec["data"]["values"]] == [point.claim.id for point in found]
    assert "var(--" not in json.dumps(spec)


@every_chart
def test_the_data_of_a_chart_say_what_the_facts_say(id: str) -> None:
    """Each row has its fact's words, its numbers in its chart's unit, and its days, none after its source."""
    found = points(BOOK, CHARTS[id])
    for row, point in zip(specification(CHARTS[id], found)["data"]["values"], found, strict=True):
        value, when = BOOK.claims[row["fact"]].value, BOOK.claims[row["fact"]].when
        assert value
        assert when
        factor = BOOK.vocabulary.units[value.unit].factor
        numbers = [float(number * factor) for number in (value.number, value.usual.low, value.usual.high) if number]
        assert (row["figure"], row["line"]) == (value.spelling, point.line.label)
        assert [row["number"], row["low"], row["high"]] == numbers
        assert row["exact"] == value.usual.is_exact
        source = BOOK.source_of(BOOK.claims[row["fact"]])
        assert row["last"] == min(when.end.last, source.latest).isoformat()
        if when.end.precision != "year":
            assert row["first"] == when.end.first.isoformat()


def _at(element: etree._Element) -> list[float]:
    return [float(number) for number in re.findall(r"-?[\d.]+", element.get("transform", ""))]


def test_figures_are_drawn_at_their_days_and_amounts() -> None:
    """Exact ones are full marks on a line; one with a hedge is hollow, off the line, a stroke through all it may be."""
    chart = CHARTS["area"]
    some = points(BOOK, chart)[0]
    ends = [(date(2021, 6, 30),) * 2, (date(2021, 9, 30),) * 2, (date(2022, 6, 1), date(2022, 6, 30))]
    amounts = [(1000, 1000, 1000), (2000, 2000, 2000), (3000, 3000, 4000)]
    found = [
        replace(some, first=first, last=last, number=number, low=low, high=high, stretch=0)
        for (first, last), (number, low, high) in zip(ends, amounts, strict=True)
    ]
    root = etree.fromstring(drawn(specification(chart, found, WIDE, PAGE), "chart-x", "A title", "A summary"))
    day = 580 / (date(2022, 6, 30) - date(2020, 11, 1)).days  # the axis begins with the month in which the war ended
    x = [(last - date(2020, 11, 1)).days * day for _, last in ends]
    labels = {element.text: _at(element) for element in root.iter("{*}text")}
    assert [labels[words][1] - labels["0"][1] for words in ("1,000", "2,000", "3,000", "4,000")] == [
        -75,
        -150,
        -225,
        -300,
    ]
    assert labels["2021"][0] == pytest.approx(61 * day, abs=0.02)

    paths = list(root.iter("{*}path"))
    marks = [path for path in paths if path.get("transform")]
    assert [_at(mark) for mark in marks] == [
        pytest.approx([across, 300 - up * 0.075], abs=0.02) for across, (up, _, _) in zip(x, amounts, strict=True)
    ]
    assert [mark.get("fill") for mark in marks] == ["var(--petrol)", "var(--petrol)", "var(--paper)"]

    (line,) = (path.get("d") or "" for path in paths if not path.get("transform"))
    assert [float(number) for number in re.findall(r"[\d.]+", line)] == pytest.approx([x[0], 225, x[1], 150], abs=0.02)
    strokes = [one for one in root.iter("{*}line") if one.get("stroke") == "var(--petrol)"]
    drawn_as = [[*_at(stroke), float(stroke.get("x2", "")), float(stroke.get("y2", ""))] for stroke in strokes]
    assert drawn_as == [
        pytest.approx([580 - 29 * day, 75, 29 * day, 0], abs=0.02),
        pytest.approx([580, 75, 0, -75], abs=0.02),
    ]


def test_figures_in_another_unit_are_drawn_in_that_of_the_chart() -> None:
    """Number and span are converted alike."""
    claim = points(BOOK, CHARTS["area"])[0].claim
    value = parse("about 20 square kilometres", BOOK.vocabulary.units)
    book = replace(BOOK, claims={claim.id: replace(claim, value=value)})

    (point,) = points(book, CHARTS["area"])
    assert value.usual.low
    assert value.usual.high
    assert (point.number, point.low, point.high) == (2000, 100 * value.usual.low, 100 * value.usual.high)


@every_chart
def test_a_chart_is_told_in_words(id: str) -> None:
    """Who cannot see it hears of each line the first and the last figure; beneath it all stand with day and party."""
    found = points(BOOK, CHARTS[id])
    root = html.fromstring(chart(Writer(BOOK, "page.md"), id))
    told = root.xpath("string(.//*[local-name()='desc'])")
    for line in CHARTS[id].lines:
        mine = [point.claim for point in found if point.line == line]
        first, last = (f"{one.value.spelling} by {printed(one.when.end)}" for one in (mine[0], mine[-1]) if one.value)
        assert f"{line.label}: {first}; {last}; {len(mine)} figures." in told

    rows = [[cell.text_content() for cell in row.xpath("./*")] for row in root.xpath(".//tbody/tr")]
    assert rows == [
        [
            point.claim.value.spelling,
            *([point.line.label] if len(CHARTS[id].lines) > 1 else []),
            printed(point.claim.when.end),
            party_name(BOOK, point.claim),
        ]
        for point in found
        if point.claim.value and point.claim.when
    ]


@pytest.mark.parametrize("id", COMPARISONS)
def test_a_comparison_sets_like_beside_like(id: str) -> None:
    """Its figures are of one kind of unit, of all operators, and each label stands once."""
    bars = COMPARISONS[id].bars(BOOK)
    units = {BOOK.vocabulary.units[bar.claim.value.unit].dimension for bar in bars if bar.claim.value}

    assert len(bars) > 1
    assert len(units) == 1
    assert {bar.claim.scope for bar in bars} == {"all-operators"}
    assert len({bar.label for bar in bars}) == len(bars)


@pytest.mark.parametrize(
    ("exactest", "rougher"),
    [
        ("18,000 hectares", "about 18,302 hectares"),
        ("18,302 hectares", "18,300 hectares"),
        ("18,302.5 hectares", "18,302 hectares"),
    ],
)
def test_of_several_reports_of_a_year_the_most_exact_is_compared(exactest: str, rougher: str) -> None:
    """No hedge comes before more digits, whichever report stands first in the record."""
    claim = BOOK.claims["voi-2024-10.area-cleared"]
    for texts in ((exactest, rougher), (rougher, exactest)):
        values = [parse(text, BOOK.vocabulary.units) for text in texts]
        claims = [replace(claim, id=f"a.{at}", value=value, when=parse_date("2022")) for at, value in enumerate(values)]
        book = replace(BOOK, claims={claim.id: claim for claim in claims})

        (bar,) = COMPARISONS["area-by-year"].bars(book)
        assert bar.claim.value == values[texts.index(exactest)]


@pytest.mark.parametrize(
    "altered",
    [
        {"status": "withdrawn"},
        {"restates": "voi-2024-10.area-cleared"},
        {"place": "agdam"},
        {"scope": "halo"},
        {"measure": "area-contaminated"},
        {"when": None},
        {"when": parse_date("2022-05")},
    ],
    ids=str,
)
def test_only_whole_years_of_all_operators_are_compared(altered: dict[str, Any]) -> None:
    """Not what was withdrawn, repeats another, or is of one place, one operator, another measure or another time."""
    claim = replace(BOOK.claims["voi-2024-10.area-cleared"], when=parse_date("2022"))

    def bars_of(claim: Claim) -> list[Claim]:
        return [bar.claim for bar in COMPARISONS["area-by-year"].bars(replace(BOOK, claims={claim.id: claim}))]

    assert bars_of(claim) == [claim]
    assert bars_of(replace(claim, **altered)) == []


def test_the_latest_whole_breakdown_by_kind_is_compared() -> None:
    """A later report that tells fewer kinds apart does not stand in for it."""
    compared = [bar.claim for bar in COMPARISONS["items-by-kind"].bars(BOOK)]
    by_source = {point.claim.source: point for point in points(BOOK, CHARTS["items"])}
    latest = by_source[compared[0].source]
    assert len({claim.source for claim in compared}) == 1
    assert len(compared) == len(CHARTS["items"].lines)

    lesser = {claim.id: claim for claim in BOOK.claims.values() if claim != compared[0]}
    instead = [bar.claim for bar in COMPARISONS["items-by-kind"].bars(replace(BOOK, claims=lesser))]
    assert len(instead) == len(compared)
    assert by_source[instead[0].source].first <= latest.first
    assert instead[0].source != latest.claim.source


def test_a_bar_is_as_long_as_its_figure() -> None:
    """All are to one scale whatever their units, and the least is still to be seen."""
    claim = BOOK.claims["voi-2024-10.area-cleared"]
    texts = {"2021": "500 hectares", "2022": "20 square kilometres", "2023": "1 hectare"}
    claims = [
        replace(claim, id=f"{claim.source}.in-{year}", value=parse(text, BOOK.vocabulary.units), when=parse_date(year))
        for year, text in texts.items()
    ]
    book = replace(BOOK, claims={claim.id: claim for claim in claims})
    table = html.fromstring(bars(Writer(book, "page.md"), "area-by-year"))

    found = {row[0].text_content(): row.xpath(".//rect/@width") for row in table.xpath(".//tbody/tr")}
    assert found == {"2021": ["25"], "2022": ["100"], "2023": ["1"]}
    assert [row.xpath("string(.//data)") for row in table.xpath(".//tbody/tr")] == list(texts.values())


@pytest.mark.parametrize("id", COMPARISONS)
def test_a_comparison_without_figures_is_none(id: str, tmp_path: Path) -> None:
    """A record too small for a comparison says so where a page asks for one."""
    writer = Writer(loaded(GOOD, tmp_path / "facts"), "page.md")

    with pytest.raises(UnknownName) as refused:
        bars(writer, id)
    assert str(refused.value) == f"no figures for the comparison {id} are in the record. Take it from the page."


def test_a_chart_is_drawn_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was drawn of a specification is read again; another specification is drawn, and so is one that was lost."""
    asked: list[str] = []
    monkeypatch.setattr(keeping, "KEPT", tmp_path / "charts")
    monkeypatch.setattr(keeping, "_drawn", lambda spec: asked.append(spec) or f"<svg>{spec}</svg>")

    for spec in ("one", "two", "one"):
        assert keeping.svg.__wrapped__(spec) == f"<svg>{spec}</svg>"
    for path in (tmp_path / "charts").iterdir():
        path.unlink()
    keeping.svg.__wrapped__("two")

    assert asked == ["one", "two", "two"]


def test_a_folder_that_cannot_be_written_to_keeps_no_chart_from_being_drawn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nothing can be kept, charts are drawn each time."""
    (tmp_path / "charts").write_text("in the way")
    monkeypatch.setattr(keeping, "KEPT", tmp_path / "charts")
    monkeypatch.setattr(keeping, "_drawn", lambda spec: f"<svg>{spec}</svg>")

    assert keeping.svg.__wrapped__("one") == "<svg>one</svg>"
