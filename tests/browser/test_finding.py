"""Finding facts: by search, by links, in print, and by topic in the timeline."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

import pytest
from browsing import Open
from playwright.sync_api import Page, expect

FIGURES = [
    ("18,302", "anadolu-2021-10-22.area-cleared"),
    ("18302", "anadolu-2021-10-22.area-cleared"),
    ("22,230", "anadolu-2021-10-22.unexploded-ordnance"),
    ("17,426", "anadolu-2021-10-22.anti-personnel-mines"),
    ("8755", "anadolu-2021-10-22.anti-tank-mines"),
    ("162,000", "voi-2024-10.area-cleared"),
    ("158,000", "voi-2024-10.items-destroyed"),
    ("104000", "voi-2024-10.unexploded-ordnance"),
    ("48,411", "azernews-undated-184695-anama-48411-items.items-destroyed"),
    ("3.52", "mineactionreview-undated-ap-mines-2022.mined-area-cleared-year"),
    ("US$25", "voi-2024-10.clearance-cost"),
    ("179,791.9", "menafn-2025-12-25-state-statistics-2020-2024.area-cleared"),
]

QUESTIONS = [
    ("Aghdam", "/districts/#aghdam"),
    ("Stepanakert", "/districts/#khankendi"),
    ("is it safe", "/districts/#which-districts-are-cleared"),
    ("how many mines", "/progress/#how-many-mines-there-are"),
    ("landmines found", "/progress/#mines-and-unexploded-ordnance-found"),
    ("UXO", "/progress/#mines-and-unexploded-ordnance-found"),
    ("who laid the mines", "/progress/#who-laid-the-mines"),
    ("when will clearance end", "/pace/#what-is-left-and-when-it-would-be-done"),
    ("when will it be finished", "/pace/#what-is-left-and-when-it-would-be-done"),
    ("Xankendi", "/districts/#khankendi"),
    ("children", "/casualties/#children-women-and-where-people-were-hurt"),
    ("can I go back to Aghdam", "/districts/#aghdam"),
    ("submunition", "/glossary/#measures-submunitions"),
    ("hectare", "/glossary/#units-hectares"),
    ("corroborated", "/glossary/#statuses-corroborated"),
    ("funding", "/money/#who-pays-the-state-and-donors-abroad"),
]


@pytest.fixture(scope="module")
def search(keep_open: Open) -> Page:
    """The first page with the search opened by its key."""
    page = keep_open("/")
    page.keyboard.press("f")
    return page


@pytest.mark.parametrize(("typed", "id"), FIGURES)
def test_search_finds_the_entry_of_a_figure(search: Page, typed: str, id: str) -> None:
    """A figure typed as written or as a plain number leads to its entry."""
    source, _, name = id.partition(".")
    search.locator(".md-search__input").fill("")
    expect(search.locator(".md-search-result__link")).to_have_count(0)
    search.locator(".md-search__input").press_sequentially(typed)

    expect(search.locator(f".md-search-result__link[href*='/sources/{source}/'][href$='#{name}']")).to_have_count(1)


@pytest.mark.parametrize(("typed", "answer"), QUESTIONS)
def test_search_answers_a_question_by_a_page_that_weighs_the_figures(search: Page, typed: str, answer: str) -> None:
    """What comes first is a section of prose or its overview, not the entry of one report among many."""
    search.locator(".md-search__input").fill("")
    expect(search.locator(".md-search-result__link")).to_have_count(0)
    search.locator(".md-search__input").press_sequentially(typed)
    first = search.locator(".md-search-result__item").first

    page, _, name = answer.partition("#")
    expect(first.locator(f".md-search-result__link[href*='{page}'][href$='#{name}']")).to_have_count(1)


@pytest.mark.parametrize("typed", ["do", "who is it", "What are the"])
def test_short_and_common_words_begin_no_others(search: Page, typed: str) -> None:
    """A question is not answered by donors because it asks what to do."""
    search.locator(".md-search__input").fill("")
    search.locator(".md-search__input").press_sequentially(typed)

    expect(search.locator(".md-search-result__meta")).to_have_text("No matching documents")


@pytest.mark.parametrize("turn", ["address", "tap"])
def test_the_index_is_fetched_once_it_is_wanted(open_page: Open, turn: str) -> None:
    """The search index comes with a search in the address or a turn to the search, not with every page."""
    page = open_page("/law/?q=hectares" if turn == "address" else "/law/", width=390)
    fetched = "() => performance.getEntriesByType('resource').filter(one => one.name.endsWith('_index.json')).length"
    if turn == "tap":
        assert page.evaluate(fetched) == 0
        page.locator("label[for=__search]").first.click()
        page.locator(".md-search__input").press_sequentially("hectares")
    page.locator(".md-search-result__link").first.wait_for()

    assert page.evaluate(fetched) == 1


KINDS = [
    ("/progress/", "p a.fact-link:has(data:not([data-computed]))"),
    ("/progress/", "p a.fact-link:has(data[data-computed])"),
    ("/progress/", "p a.entry-link"),
    ("/progress/", "table.record a.fact-link"),
    ("/progress/", "a.source-link"),
    ("/progress/", ".footnote-ref a"),
    ("/progress/", ".footnote a.mention"),
    ("/", "table.glance a.fact-link"),
    ("/facts/", "#facts-table a.fact-link:has(data)"),
    ("/facts/", "#facts-table a.fact-link:has(.claim)"),
    ("/timeline/", ".timeline a.fact-link"),
    ("/contested/", ".question a.fact-link"),
    ("/sources/anadolu-2021-10-22/", ".record-list a.fact-link"),
    ("/sources/anadolu-2021-10-22/", ".record-list a[href*='checks/#']"),
]


@pytest.fixture(scope="module")
def reader(keep_open: Open) -> Page:
    """A page from which each test goes where it needs to."""
    return keep_open("/")


@pytest.mark.parametrize(("path", "kind"), KINDS)
def test_a_link_lands_on_what_it_names(reader: Page, address: str, path: str, kind: str) -> None:
    """Each kind of link leads to a part of a page that is there, in view, and holds the figure linked."""
    page = reader
    page.goto(f"{address}{path}", wait_until="load")
    link = page.locator(kind).first
    fact = link.locator("data.fact")
    figure = fact.inner_text() if fact.count() else ""
    page.goto(link.evaluate("one => one.href"), wait_until="load")
    anchor = unquote(urlsplit(page.url).fragment)
    target = page.locator(f"[id='{anchor}']" if anchor else "h1")

    assert page.evaluate("one => one.getBoundingClientRect().top < innerHeight", target.element_handle())
    assert figure.lower() in target.inner_text().lower()


def test_print_shows_the_working(open_page: Open) -> None:
    """On paper the working of a check stands open, and controls are gone."""
    page = open_page("/progress/")
    working = page.locator("details.working table").first
    assert not working.is_visible()

    page.emulate_media(media="print")

    assert working.bounding_box() is not None
    assert working.is_visible()
    assert page.locator(".md-header").is_hidden()


def test_print_leaves_out_what_is_for_other_programs(open_page: Open) -> None:
    """On paper an entry keeps its id and how to cite it, without BibTeX and CSL-JSON."""
    page = open_page("/sources/voi-2024-10/")
    page.emulate_media(media="print")
    shown = page.locator("details.more").first.locator("dt:visible").all_inner_texts()

    assert shown == ["Id", "Cite", "Its file", "An error?"]
    assert page.locator("pre.cite:visible").count() == 0


def test_what_is_read_in_the_dark_is_printed_in_dark_ink(open_page: Open) -> None:
    """On paper the colours are those of the light scheme, whichever was on the screen, and no table has a shadow."""
    styles = """() => ["article h1", "article p", ".check", ".check .table-wrap"].map((which) => {
        const { color, backgroundColor, backgroundImage } = getComputedStyle(document.querySelector(which));
        return [color, backgroundColor, backgroundImage];
    })"""
    dark, light = (open_page("/casualties/", scheme=scheme) for scheme in ("dark", "light"))
    on_screen = dark.evaluate(styles)
    dark.emulate_media(media="print")
    light.emulate_media(media="print")

    assert dark.evaluate(styles) == light.evaluate(styles) != on_screen
    assert dark.evaluate(styles)[-1][-1] == "none"


def test_the_timeline_narrows_to_a_topic(open_page: Open) -> None:
    """A topic leaves only its own entries and years, without a new page, and stays in the address."""
    page = open_page("/timeline/")
    everything = page.locator("[data-topic]:visible").count()
    page.get_by_label("law", exact=True).check()
    shown = page.locator("[data-topic]:visible")

    assert 0 < shown.count() < everything
    assert set(shown.evaluate_all("all => all.map(one => one.dataset.topic)")) == {"law"}
    years = page.locator(".timeline-years a:visible")
    assert page.locator("article h2:visible").count() == page.locator(".timeline:visible").count() == years.count()
    assert page.url.endswith("?topic=law")
