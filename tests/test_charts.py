"""Charts and comparisons: which figures they show, and that the page around them gives them colour and fonts."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree
from records import GOOD, loaded
from the_record import BOOK

from factbook.charts import CHARTS, NARROW, PAGE, WIDE, drawn, points, specification
from factbook.charts import svg as keeping
from factbook.charts.comparing import COMPARISONS
from factbook.dates import parse_date
from factbook.quantities import parse
from factbook.render.graphics import bars
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
