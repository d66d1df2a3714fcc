"""The fact browser: sorting, filters, and an address that can be sent on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from browsing import Open
from lxml import html
from playwright.sync_api import Page
from the_record import BOOK

from factbook.checks.judging import doubted
from factbook.model import Claim
from factbook.narrowed import finds, rows
from factbook.quantities import decimal_text

SHOWN = "#facts-table tbody tr:not([hidden])"


def ids(page: Page) -> list[str]:
    """The ids of the facts that the table shows, in its order."""
    return page.eval_on_selector_all(f"{SHOWN} [data-id]", "all => all.map(one => one.dataset.id)")


@pytest.fixture(scope="module")
def table(keep_open: Open) -> Page:
    """The page of all facts; each test fills its search anew, and sets nothing else."""
    return keep_open("/facts/")


def test_the_table_holds_every_fact_without_scripts(open_page: Open) -> None:
    """The page as sent has one row for each claim of the record."""
    page = open_page("/facts/", scripts=False)

    assert sorted(ids(page)) == sorted(BOOK.claims)


@pytest.mark.parametrize(
    ("typed", "id", "number"),
    [
        *((typed, "anadolu-2021-10-22.area-cleared", "18302") for typed in ("18,302", "18302", "18,302 hectares")),
        ("ANAMA 18,302", "anadolu-2021-10-22.area-cleared", "18302"),
        ("1500000", "vestikavkaza-2024-10-31-11667-km2.mines-laid", "1500000"),
        ("1,500,000", "vestikavkaza-2024-10-31-11667-km2.mines-laid", "1500000"),
        ("349100000", "abcaz-2024-05-31-349m-usd.allocation", "349100000"),
        ("25000000000", "news-az-2022-10-13-aliyev-25-billion.clearance-cost", "25000000000"),
    ],
)
def test_a_figure_is_found_as_written_and_as_a_plain_number(table: Page, typed: str, id: str, number: str) -> None:
    """Separators between digits do not count, a scale may be written out, and words narrow the search."""
    table.get_by_label("Words or figure").fill(typed)

    found = [BOOK.claims[id].value for id in ids(table)]
    assert id in ids(table)
    assert {decimal_text(value.number) if value else None for value in found} == {number}


@pytest.mark.parametrize(
    ("typed", "fits"),
    [
        ("(Aghdam", lambda claim: claim.place == "aghdam"),
        ("Stepanakert", lambda claim: claim.place == "khankendi"),
        ("ağdam", lambda claim: claim.place == "aghdam"),
        ("operators not stated", lambda claim: claim.scope == "not-stated"),
        ("does not hold", lambda claim: claim.id in doubted(BOOK)),
    ],
)
def test_what_is_counted_and_what_does_not_hold_is_found(
    table: Page, typed: str, fits: Callable[[Claim], bool]
) -> None:
    """A place is found by each spelling; so are the words on whose work a row counts and whether it holds."""
    table.get_by_label("Words or figure").fill(typed)

    assert sorted(ids(table)) == sorted(id for id, claim in BOOK.claims.items() if fits(claim))


def test_the_measures_to_choose_from_are_named_alone(table: Page) -> None:
    """What single rows add to their measure is no part of its name in the form."""
    labels = table.locator("select[name=measure] option").all_inner_texts()
    words = {**BOOK.vocabulary.measures, **BOOK.vocabulary.topics}

    assert set(labels) <= {
        "any",
        *(f"{term.label} ({key})" for key, term in words.items()),
        *(t.label for t in words.values()),
    }
    assert "mines destroyed, of both kinds" in labels


@pytest.mark.parametrize(
    ("name", "value", "fits"),
    [
        ("measure", "mine-deaths", lambda claim: claim.measure == "mine-deaths"),
        ("source", "voi-2024-10", lambda claim: claim.source == "voi-2024-10"),
        ("status", "contested", lambda claim: claim.status == "contested"),
        ("year", "2023", lambda claim: claim.when and claim.when.end.first.year == 2023),
    ],
)
def test_a_filter_shows_what_fits_and_stays_in_the_address(
    open_page: Open, name: str, value: str, fits: Callable[..., bool]
) -> None:
    """Each filter leaves exactly the facts that fit, says how many, and comes back with the address."""
    page = open_page("/facts/")
    page.locator(f"select[name={name}]").select_option(value)
    wanted = sorted(id for id, claim in BOOK.claims.items() if fits(claim))

    assert sorted(ids(page)) == wanted
    assert page.locator(".facts-count").inner_text() == f"{len(wanted)} of {len(BOOK.claims)} facts"
    page.reload(wait_until="load")
    assert sorted(ids(page)) == wanted
    page.get_by_role("button", name="Show all").click()
    page.wait_for_function("() => !location.search")
    assert len(ids(page)) == len(BOOK.claims)


def test_sorting_by_figure_goes_by_amount_both_ways(open_page: Open) -> None:
    """A click on a heading sorts upwards, a second one downwards, and the heading says so; statements stand behind."""
    page = open_page("/facts/")
    heading = page.get_by_role("button", name="Fact", exact=True)
    for order, down in (("ascending", False), ("descending", True)):
        heading.click()
        values = [BOOK.claims[id].value for id in ids(page)]
        amounts = [one.number * BOOK.vocabulary.units[one.unit].factor for one in values if one]

        assert page.locator(f"[aria-sort={order}]").inner_text().startswith("Fact")
        assert amounts == sorted(amounts, reverse=down)
        assert not any(values[len(amounts) :])


def test_a_narrow_screen_sorts_by_the_form(open_page: Open) -> None:
    """Where there are no headings, the form sorts by day."""
    page = open_page("/facts/?measure=mine-deaths", 390)
    page.locator("select[name=sort]").select_option("2")
    days = [BOOK.claims[id].when for id in ids(page)]

    assert [day.end.first for day in days if day] == sorted(day.end.first for day in days if day)


def test_links_to_some_of_all_facts_show_those_that_the_audit_finds(open_page: Open, built_site: Path) -> None:
    """Every such link of the site leaves some facts, of measures, sources, statuses and words the same as in Python."""
    table = [*rows(html.parse(str(built_site / "facts" / "index.html")).getroot())]
    links = (link for path in built_site.rglob("*.html") for link in html.parse(str(path)).xpath("//article//a/@href"))
    queries = sorted({link.partition("?")[2] for link in links if "facts/?" in link and "//" not in link})
    assert {query.partition("=")[0] for query in queries} == {"measure", "source", "status", "text"}
    page = open_page("/facts/")
    for query in [*queries[::30], "text=18302+ANAMA", "text=1500000", "status=contested&year=2023&text=Killed"]:
        page.goto(f"{page.url.partition('?')[0]}?{query}", wait_until="load")
        assert page.locator(SHOWN).count() == sum(finds(query, [row]) for row in table) > 0, query


def test_a_narrowed_list_says_what_it_is_narrowed_to_and_prints_without_the_form(open_page: Open) -> None:
    """What was chosen stands in the caption, so that it is heard with the table and printed above it."""
    page = open_page("/facts/?text=Fuzuli&status=attributed&sort=2")
    page.emulate_media(media="print")

    assert page.locator("caption").inner_text() == f"{len(ids(page))} of {len(BOOK.claims)} facts: Fuzuli, attributed"
    assert not page.get_by_label("Words or figure").is_visible()


def test_the_table_fits_a_sheet_of_paper(open_page: Open) -> None:
    """Printed on A4 with usual margins, no column is cut off."""
    page = open_page("/facts/", 718)
    page.emulate_media(media="print")

    assert page.locator(".table-wrap").evaluate("box => box.scrollWidth - box.clientWidth") == 0
