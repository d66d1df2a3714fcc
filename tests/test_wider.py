"""Figures of one scope and one kind of time stand together, with their gaps; reports of one release are one witness."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from lxml import html
from the_record import BOOK

from factbook.dates import parse_date, printed
from factbook.model import Book
from factbook.origins import origins, siblings, witnesses
from factbook.render import glance, ledger, series
from factbook.render import witnesses as counts
from factbook.render.inline import party_name, time
from factbook.render.reported import reported
from factbook.render.writer import Writer
from factbook.spans import SPANS, gaps, span

WRITER = Writer(BOOK, "progress.md")
SCOPED = sorted({claim.measure for claim, measure, _ in BOOK.figures() if measure.scoped and claim.measure})
READ = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("period", "kind"),
    [
        ("2020-11-10/2021-10-15", "total"),
        ("2020-11/2026", "total"),
        ("2020/2024", "total"),
        ("2020", "year"),
        ("2024", "year"),
        ("2023-01/2023-03", "part-year"),
        ("2020-09-27/2020-11-30", "part-year"),
        ("2021-09-01/2021-10-02", "month"),
        ("2024-08", "month"),
        ("2025-09-01/2025-09-07", "week"),
        ("2024-05-31", "day"),
        ("1991/2023-09-19", "longer"),
        ("2021-06/2023-01-24", "longer"),
    ],
)
def test_a_figure_covers_one_kind_of_time(period: str, kind: str) -> None:
    """Running totals, years, months, weeks and the rest are told apart by their first and last day."""
    assert span(parse_date(period)) == kind


def test_a_figure_that_does_not_accumulate_holds_for_a_day() -> None:
    """A share said in some month is not the share of that month."""
    assert (span(parse_date("2024-05"), of_stretches=False), span(None)) == ("day", "undated")


@pytest.mark.parametrize(
    ("kind", "periods", "expected"),
    [
        ("total", ["2020-11-10/2021-01-31", "2020-11-10/2026-10"], [(1, "2021-02-01", "2026-09-30")]),
        (
            "total",
            ["2020-11-10/2021-02-18", "2020-11-10/2021-05-29", "2020-11/2026-11"],
            [(2, "2021-05-30", "2026-10-31")],
        ),
        ("year", ["2022", "2024"], [(0, "2020-11-10", "2021-12-31"), (1, "2023-01-01", "2023-12-31")]),
        ("month", ["2020-11", "2026-09"], [(1, "2020-12-01", "2026-08-31"), (2, "2026-10-01", "2026-11-21")]),
        ("month", ["2020-10", "2021-01"], [(1, "2020-11-10", "2020-12-31"), (2, "2021-02-01", "2026-11-21")]),
        ("week", ["2025-09-01/2025-09-07"], []),
    ],
)
def test_gaps_are_the_days_no_figure_covers(
    kind: str, periods: list[str], expected: list[tuple[int, str, str]]
) -> None:
    """From the end of the war to the day of reading, each kind of series has its own measure of a gap."""
    found = gaps(kind, [parse_date(period) for period in periods], READ)

    assert [(gap.place, gap.first.isoformat(), gap.last.isoformat()) for gap in found] == expected


@pytest.mark.parametrize("measure", SCOPED)
def test_no_table_of_a_series_mixes_scopes_or_kinds_of_time(measure: str) -> None:
    """Every figure of a measure stands in one table, beside none of another scope or kind of time."""
    page = html.fromstring(series.series(WRITER, measure))
    shown = []
    for table in page.xpath("//table"):
        claims = [BOOK.claims[id] for id in table.xpath(".//data/@data-id")]
        assert len({(claim.scope, span(claim.when), claim.place is None) for claim in claims}) == 1
        shown += [id for id in table.xpath(".//data/@data-id")]

    assert len(shown) == len(set(shown))
    all_reports = [claim for claim, _, _ in BOOK.figures() if claim.measure == measure]
    assert len(shown) == len(witnesses(BOOK, all_reports))


def test_every_report_of_a_release_is_linked_from_its_line() -> None:
    """Where reports share a line, each leads to its own entry."""
    page = html.fromstring(series.series(WRITER, "items-destroyed"))
    (line,) = page.xpath("//tr[.//data[@data-id='newsaz-undated-106938-ha-breakdown.items-destroyed']]")

    assert "../sources/trend-2023-11-04-106938-ha/#items-destroyed" in line.xpath(".//a/@href")
    assert "2 reports of one origin" in line.text_content()


def of_origins(**named: str | None) -> Book:
    """A record of sources with these origins, each with one and the same figure."""
    source, claim = BOOK.sources["voi-2024-10"], BOOK.claims["voi-2024-10.area-cleared"]
    claims = [replace(claim, id=f"{id}.area", source=id) for id in named]
    return replace(
        BOOK,
        sources={id: replace(source, id=id, origin=origin) for id, origin in named.items()},
        claims={claim.id: claim for claim in claims},
    )


def test_reports_of_one_origin_name_one_another() -> None:
    """Of sources with one origin each has all the others as siblings, and a source without has none."""
    book = of_origins(a="one", b="one", c="one", d="two", e=None, f=None)

    assert {id: "".join(other.id for other in siblings(book, source)) for id, source in book.sources.items()} == {
        "a": "bc", "b": "ac", "c": "ab", "d": "", "e": "", "f": "",
    }  # fmt: skip


def test_an_origin_counts_once_and_a_source_without_one_for_itself() -> None:
    """A source may bear the name of another's origin, and still is another text."""
    assert origins(of_origins(a="one", b="one", c="two", d=None, one=None)) == 4
    assert origins(BOOK) < len(BOOK.sources)


@pytest.mark.parametrize(
    ("other", "together"),
    [
        ("2020-11-10/2021-10-15", True),
        ("2020-11-10/2021-10", True),
        ("2020-11-10/2021-09-30", False),
        ("2021-10-15", False),
    ],
)
def test_reports_of_a_release_end_in_one_month(other: str, together: bool) -> None:
    """Equal figures of one release that run to other months, or cover other kinds of time, are no repetitions."""
    one, two = of_origins(a="one", b="one").claims.values()
    claims = [replace(one, when=parse_date("2020-11-10/2021-10-15")), replace(two, when=parse_date(other))]
    apart = [("a.area",), ("b.area",)]

    found = [tuple(claim.id for claim in some) for some in witnesses(of_origins(a="one", b="one"), claims)]
    assert found == ([("a.area", "b.area")] if together else apart)


def test_a_table_names_places_where_there_are_any() -> None:
    """Beside figures for a place those for none name none; a table without such a figure has no column."""
    whole = BOOK.claims["voi-2024-10.area-cleared"]
    part = next(claim for claim, _, _ in BOOK.figures() if claim.place)
    label = BOOK.places[part.place or ""].label
    tables = [html.fromstring(reported(WRITER, "All", claims, "longer")) for claims in ([whole, part], [whole])]
    heads = [table.xpath("//thead//th/text()") for table in tables]
    place = heads[0].index("Place")

    assert [row.xpath("*")[place].text_content() for row in tables[0].xpath("//tbody/tr")] == ["", label]
    assert "Place" not in heads[1]


@pytest.mark.parametrize(
    ("source", "words"), [("minval-undated-annual-2022-ru", "3 reports of one origin"), ("voi-2024-10", "one report")]
)
def test_pages_count_the_reports_of_a_release(source: str, words: str) -> None:
    """The macro counts in words of its own, so that no page types the number."""
    assert html.fromstring(counts.reports(WRITER, source)).text_content() == words


@pytest.mark.parametrize(
    ("count", "origins", "words"),
    [(1, 1, "one report"), (2, 1, "2 reports of one origin"), (3, 2, "3 reports of 2 origins")],
)
def test_reports_are_told_with_their_origins(count: int, origins: int, words: str) -> None:
    """A number of reports never stands without the number of releases behind them."""
    assert counts.counted(count, origins) == words


def test_the_first_page_says_where_reports_have_one_origin() -> None:
    """Its last column counts the reports that give the figure, and the releases they carry."""
    table = html.fromstring(glance.at_a_glance(WRITER, "area-cleared", "mine-deaths"))

    assert table.xpath("//thead//th[last()]/text()") == ["Standing"]
    assert [cell.text_content() for cell in table.xpath("//tbody//td[last()]")] == [
        "attributed, 2 reports of one origin",
        "attributed, one report",
    ]


def test_the_ledger_shows_every_year_with_ours_and_theirs_apart() -> None:
    """Each cell is a computed figure, or one a source states and marked as published."""
    page = html.fromstring(ledger.ledger_table(WRITER))
    cells = page.xpath("//tbody//td")

    assert len(page.xpath("//tbody/tr")) == len(ledger.YEARS)
    assert len(cells) == 5 * len(ledger.YEARS)
    for cell in cells:
        (figure,) = cell.xpath(".//data")
        assert ("data-computed" in figure.attrib) != ("published" in cell.text_content())


@pytest.mark.parametrize("year", ledger.YEARS)
def test_each_cell_of_the_ledger_stands_under_its_year_and_its_kind(year: int) -> None:
    """Ours are of the year and the column by their ids, and stated ones count up to that year's end."""
    page = html.fromstring(ledger.ledger_table(WRITER))
    (row,) = (row for row in page.xpath("//tbody/tr") if row.xpath("string(./th)") == str(year))
    columns = ("area", "anti-personnel-mines", "anti-tank-mines", "unexploded-ordnance", "items")
    for column, id in zip(columns, row.xpath("./td//data/@data-id"), strict=True):
        stated = BOOK.claims.get(id)
        assert stated or id == f"derived.ledger-{column}-{year}"
        if stated:
            assert stated.when
            assert (stated.when.end.text, id.endswith(f".{column}-cleared" if column == "area" else f".{column}")) == (
                str(year),
                True,
            )


def test_the_first_page_says_of_each_figure_what_it_counts_when_and_who_says_it() -> None:
    """The row of a figure is told by the fact behind it."""
    rows = html.fromstring(glance.at_a_glance(WRITER)).xpath("//tbody/tr")
    assert len(rows) == len(glance.MEASURES)
    for row, measure in zip(rows, glance.MEASURES, strict=True):
        claim = BOOK.claims[row.xpath(".//data/@data-id")[0]]
        assert claim.value
        assert claim.when
        assert claim.measure == measure
        assert [cell.text_content() for cell in row][:4] == [
            BOOK.vocabulary.measures[measure].label,
            claim.value.spelling,
            printed(claim.when.end),
            party_name(BOOK, claim),
        ]


@pytest.mark.parametrize("measure", sorted({claim.measure for claim, _, _ in BOOK.figures() if claim.measure}))
def test_a_row_of_a_series_says_what_its_fact_says(measure: str) -> None:
    """Its time, whole or its end, its party, its place and its source stand beside each figure."""
    for row in html.fromstring(f"<div>{series.series(WRITER, measure)}</div>").xpath("//tbody/tr[th]"):
        claim = BOOK.claims[row.xpath("./th//data/@data-id")[0]]
        assert claim.value
        cells = [cell.text_content() for cell in row]
        times = {printed(when) for when in (claim.when, claim.when.end)} if claim.when else {"date not stated"}
        assert claim.measure == measure
        assert claim.value.spelling in cells[0]
        assert times & set(cells[1:])
        assert party_name(BOOK, claim) in cells
        assert not claim.place or BOOK.places[claim.place].label in cells
        assert cells[-1].startswith(f"{BOOK.source_of(claim).publisher}, ")


def test_a_day_is_read_by_machines_as_by_people() -> None:
    """A date stands with its digits, a stretch of time in words alone."""
    assert time(parse_date("2021-10-15")) == '<time datetime="2021-10-15">15 October 2021</time>'
    assert time(parse_date("2021-10")) == '<time datetime="2021-10">October 2021</time>'
    assert time(parse_date("2021-10/2021-12")) == '<span class="when">October 2021 to December 2021</span>'
    assert time(None) == '<span class="when">date not stated</span>'


def test_every_kind_of_time_has_words_for_readers() -> None:
    """No table is without a heading that says what its figures cover."""
    used = {span(claim.when, measure.accumulates) for claim, measure, _ in BOOK.figures()}

    assert used <= SPANS.keys()
