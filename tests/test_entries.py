"""Entries, footnotes, timeline, glossary and first page: what they say of the record, without building the site."""

from __future__ import annotations

import html as entities
import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import bibtexparser
import pytest
from lxml import html
from records import HERE, loaded
from the_record import BOOK, ROOT

from factbook.beside import misquoted, whereabouts
from factbook.checks.wording import spoken
from factbook.dates import parse_date, printed
from factbook.export.claims import name
from factbook.export.edition import edition_of
from factbook.html import Html
from factbook.model import Claim, PlaceName
from factbook.periods import alike, ends_surely_before
from factbook.quantities import parse
from factbook.render import MACROS, UnknownName, Writer
from factbook.render.alike import same_reports
from factbook.render.browser import facts_browser
from factbook.render.citing import bibtex, csl
from factbook.render.entries import source_page
from factbook.render.entry import entry
from factbook.render.glance import MEASURES, _agree, at_a_glance, newest
from factbook.render.glossary import _SECTIONS, glossary
from factbook.render.inline import party_name
from factbook.render.news import newest_reports
from factbook.render.notes import reference, sources_used
from factbook.render.passage import quoted
from factbook.render.places import about
from factbook.render.questions import questions_list
from factbook.render.series import series
from factbook.render.tables import sources_table
from factbook.render.timeline import timeline
from factbook.render.using import history

EDITION = edition_of(BOOK)
CLAIMS = list(BOOK.claims.values())
FOUNDING = [claim for claim in CLAIMS if claim.source in ("anadolu-2021-10-22", "voi-2024-10")]


def parsed(markup: str) -> html.HtmlElement:
    """Markup of ours as elements."""
    return html.fromstring(f"<div>{markup}</div>")


BROWSER = parsed(facts_browser(Writer(BOOK, "facts.md")))


def test_every_entry_names_its_line() -> None:
    """The path and line of an entry lead to the claim's own key."""
    for claim in CLAIMS:
        page = parsed(entry(Writer(BOOK, "sources/x.md"), claim, EDITION))
        (place,) = [code for code in page.xpath("//dd/code/text()") if re.search(r"\.yaml:\d+$", code)]
        path, _, line = place.rpartition(":")
        assert (ROOT / path).read_text(encoding="utf-8").splitlines()[int(line) - 1] == f"{claim.name}:"


@pytest.mark.parametrize("claim", FOUNDING, ids=lambda claim: claim.id)
def test_programs_read_the_citations(claim: Claim) -> None:
    """BibTeX and CSL-JSON are read back with the fact as their title."""
    writer = Writer(BOOK, "sources/x.md")
    title = name(BOOK, claim)
    references = {make: parsed(make(writer, claim, EDITION)).text_content() for make in (bibtex, csl)}

    (read,) = bibtexparser.parse_string(references[bibtex]).entries
    assert read["title"].replace("\\", "") == f"{{{title}}}"
    assert json.loads(references[csl])["title"] == title


def test_an_entry_asks_for_errors_where_there_is_a_place_for_them() -> None:
    """With a repository the form for errors is filled in; without one the entry says how to report."""
    claim = FOUNDING[0]
    addresses = [
        [link for link in parsed(entry(writer, claim, EDITION)).xpath("//dd/a/@href") if "issues" in link]
        for writer in (Writer(BOOK, "sources/x.md"), Writer(BOOK, "sources/x.md", repository="https://example.org/r"))
    ]

    assert addresses[0] == []
    assert "without" in history(Writer(BOOK, "method.md"))
    assert 'href="https://example.org/r"' in history(Writer(BOOK, "method.md", repository="https://example.org/r"))
    (form,) = addresses[1]
    assert form.startswith("https://example.org/r/issues/new?template=correction.yml&")
    assert form.endswith(f"&fact={claim.id}")


def test_a_statement_is_headed_by_who_makes_it() -> None:
    """No statement of a source stands as a heading in the site's own voice."""
    for claim in CLAIMS:
        heading = entities.unescape(entry(Writer(BOOK, "sources/x.md"), claim, EDITION).partition("\n")[0])
        party = BOOK.vocabulary.parties.get(claim.according_to)
        if claim.statement:
            assert heading.startswith(f"## {party.label if party else 'reported'}: ")


def test_a_figure_that_does_not_hold_says_so_wherever_it_stands() -> None:
    """In the heading of its entry, on its card among positions, and beside what else is reported."""
    doubted = {check.doubted: check.id for check in BOOK.checks.values() if check.doubted}
    assert doubted
    writer = Writer(BOOK, "contested.md")
    marked = set()
    for item in parsed(questions_list(writer)).xpath("//li[.//data[@data-id]]"):
        (id,) = {data.get("data-id") for data in item.xpath(".//data")}
        links = [link.rpartition("#")[2] for link in item.xpath(".//a[@class='figure-status']/@href")]
        assert links == ([doubted[id]] if id in doubted else [])
        marked.update(links)
    assert marked
    for id, claim in BOOK.claims.items():
        heading = entry(Writer(BOOK, "sources/x.md"), claim, EDITION).partition("\n")[0]
        assert ("does not hold" in heading) == (id in doubted)


def test_what_does_not_hold_says_so_in_a_sentence() -> None:
    """Wherever a page cites it, a mark that leads to the check stands before the note; nothing else is so marked."""
    marked = {}
    for claim in CLAIMS:
        cited = MACROS["claim" if claim.value is None else "fact"](Writer(BOOK, "page.md"), claim.id)
        if "does not hold" in cited:
            marks = re.findall(r' <a href="../checks/#([^"]*)" class="figure-status">does not hold</a><sup ', cited)
            marked[claim.id] = marks

    assert marked == {check.doubted: [check.id] for check in BOOK.checks.values() if check.doubted}


def test_an_entry_shows_the_words_that_bear_its_date() -> None:
    """They stand as printed, in their language, behind the words that hold the figure."""
    dated = [claim for claim in CLAIMS if claim.date_quote]
    assert dated
    for claim in dated:
        quotes = parsed(entry(Writer(BOOK, "sources/x.md"), claim, EDITION)).xpath("//dd//q")
        assert [" ".join(quote.text.split()) for quote in quotes] == [claim.quote, claim.date_quote]
        assert quotes[0].get("lang") == quotes[1].get("lang")


@pytest.mark.parametrize(
    ("language", "lang", "about"),
    [
        ("en", None, "(as a reader noted it; the page is not held)"),
        ("az", "az", "(in Azerbaijani; as a reader noted it; the page is not held)"),
        ("fa", "fa", "(in fa; as a reader noted it; the page is not held)"),
    ],
)
def test_words_in_another_language_say_which(language: str, lang: str | None, about: str) -> None:
    """A phrase that is not English is marked as such, for readers by name and for speech by code."""
    claim = next(claim for claim in CLAIMS if BOOK.source_of(claim).held == "phrases")
    source = replace(BOOK.source_of(claim), language=language)
    book = replace(BOOK, sources={**BOOK.sources, source.id: source})

    shown = parsed(quoted(Writer(book, "sources/x.md"), claim))

    assert shown.find("q").get("lang") == lang
    assert about in shown.text_content()


@pytest.mark.parametrize(
    ("changed", "shown"),
    [
        ({}, "The title, The Paper, 22 October 2021"),
        ({"title": "not-found"}, "The Paper (title not held), 22 October 2021"),
        ({"authors": ("A. Writer",), "published": None}, "A. Writer, The title, The Paper, undated"),
    ],
)
def test_a_reference_links_to_the_article_with_or_without_a_title(changed: dict[str, Any], shown: str) -> None:
    """Where no title is held the publisher is linked in its place, and the reader is told."""
    known = {"publisher": "The Paper", "title": "The title", "authors": ()}
    source = replace(BOOK.sources["anadolu-2021-10-22"], **known | changed)

    found = parsed(reference(source))

    assert found.text_content() == shown
    assert found.xpath("a/@href") == [source.url]


def test_what_a_contested_question_notes_stands_with_it() -> None:
    """Once each, and nothing in its place where a question has no note."""
    noted = [spoken(BOOK, question.note) for question in BOOK.questions.values() if question.note]
    assert noted
    found = parsed(questions_list(Writer(BOOK, "contested.md"))).xpath("//p[@class='question-note']")

    assert [note.text_content() for note in found] == noted


def test_a_standing_that_was_not_found_is_never_printed_as_its_key() -> None:
    """Tables and pages say that it was not found; footnotes and positions leave it out."""
    unknown = {id for id, source in BOOK.sources.items() if source.standing == "not-found"}
    writer = Writer(BOOK, "sources/index.md")
    for id in unknown:
        writer.cite(id)
    pages = [sources_table(writer), sources_used(writer), questions_list(writer)]
    pages += [source_page(writer, BOOK.sources[id], EDITION) for id in unknown]

    assert unknown
    assert not any("not-found" in parsed(page).text_content() for page in pages)


def test_footnotes_name_their_source_and_lead_back() -> None:
    """Every mark has a footnote, every footnote one way back for each mark, and all of them have names of their own."""
    writer = Writer(BOOK, "page.md")
    cited = ["voi-2024-10", *["anadolu-2021-10-22"] * 28]
    page = parsed("".join(writer.cite(source) for source in cited) + sources_used(writer))
    marks, backs = page.xpath("//a[@role='doc-noteref']"), page.xpath("//a[@role='doc-backlink']")
    labels = [link.get("aria-label") for link in (*marks[:2], *backs)]

    assert labels[:2] == ["1: source, VOI, October 2024", "2: source, Anadolu Agency, 22 October 2021"]
    assert (labels[2], labels[-1]) == ("a: back to mention 1 of source 1", "ab: back to mention 28 of source 2")
    assert {mark.get("href")[1:] for mark in marks} == {note.get("id") for note in page.xpath("//li")}
    assert sorted(mark.get("id") for mark in marks) == sorted(back.get("href")[1:] for back in backs)


def test_a_page_that_cites_nothing_has_no_footnotes() -> None:
    """No empty section is written."""
    assert sources_used(Writer(BOOK, "page.md")) == ""


@pytest.mark.parametrize("make", [facts_browser, timeline])
def test_nothing_is_left_out(make: Callable[[Writer], Html]) -> None:
    """The browser holds every claim, the timeline every dated statement that stands and that no check doubts."""
    doubted = {check.doubted for check in BOOK.checks.values()}
    shown = set(parsed(make(Writer(BOOK, "page.md"))).xpath("//@data-id"))
    wanted = {
        claim.id
        for claim in CLAIMS
        if make is facts_browser
        or (claim.statement and claim.when and claim.id not in doubted and claim.status != "withdrawn")
    }

    assert wanted <= shown


@pytest.mark.parametrize(
    ("id", "shown"),
    [
        ("menafn-2025-12-25-state-statistics-2020-2024.mines-found", ["mines destroyed, of both kinds"]),
        ("menafn-2025-12-25-state-statistics-2020-2024.mines-aghdam", ["mines destroyed, of both kinds", " (Aghdam)"]),
        (
            "dayaz-2025-11-11-gazakh-223-ha.area-cleared",
            ["area reported cleared", " (Gazakh; operators not stated)"],
        ),
        ("trend-2021-12-01-november-monthly.area-cleared-month", ["area reported cleared", " (ANAMA's own teams)"]),
    ],
)
def test_rows_of_the_browser_say_what_is_counted(id: str, shown: list[str]) -> None:
    """Behind the measure stand the place, and whose work is counted where that is not all operators."""
    (cell,) = BROWSER.xpath(f"//tr[th//@data-id='{id}']/td[1]")

    assert cell.xpath(".//text()") == shown


def test_rows_of_the_browser_say_what_does_not_hold() -> None:
    """Each claim that a check doubts has a mark that leads to the check, and no other has one."""
    marked = {
        row.xpath("string(th//@data-id)"): row.xpath("string(th/a[@class='figure-status']/@href)")
        for row in BROWSER.xpath("//tbody/tr[contains(th, 'does not hold')]")
    }

    assert marked == {check.doubted: f"../checks/#{check.id}" for check in BOOK.checks.values() if check.doubted}


def test_the_timeline_is_in_order_and_no_more_precise_than_its_sources() -> None:
    """Dates never go back, and a machine date is exactly what a claim of that time states."""
    page = parsed(timeline(Writer(BOOK, "timeline.md")))
    stated = {when.text for claim in CLAIMS if claim.when for when in (claim.when, claim.when.end)}
    dates = page.xpath("//ol/li/time/@datetime")

    assert set(dates) <= stated
    assert [date[:4] for date in dates] == sorted(date[:4] for date in dates)


def test_the_timeline_leads_to_each_of_its_years() -> None:
    """Every year that has a heading has a link to it, in order, and there are no others."""
    shown = timeline(Writer(BOOK, "timeline.md"))
    assert parsed(shown).xpath("//nav/a/@href") == re.findall(r"{ (#year-\d+) }", shown)


def test_the_timeline_has_the_fullest_total_of_a_year() -> None:
    """One up to a month may reach further than one up to a day of it, and a bound says less than a number before it."""
    shown = parsed(timeline(Writer(BOOK, "timeline.md"))).xpath("//li[@data-topic]//data/@data-id")
    assert "reportaz-2026-03-13-249000-ha.area-cleared" in shown
    assert "newsaz-2025-11-17-412-victims-headline-lives.victims" in shown
    assert "reportaz-2025-11-21-240000-ha.victims" not in shown


@pytest.mark.parametrize(
    ("before", "words"), [("2017", ["Nothing in this record from 2018 to 2019."]), ("2018", []), ("2019", [])]
)
def test_quiet_years_are_told_in_the_timeline(before: str, words: list[str], tmp_path: Path) -> None:
    """Where nothing is reported of two years or more, they are named; a shorter silence is no gap."""
    book = loaded(HERE / "verdicts" / "sum-adds-up.yaml", tmp_path / "facts")
    taken = book.claims["first-2021-10-22.taken"]
    book = replace(book, claims={**book.claims, taken.id: replace(taken, when=parse_date(before))})

    page = parsed(timeline(Writer(book, "timeline.md")))
    assert page.xpath("//p[contains(@class, 'gap')]/text()") == words


def test_every_word_of_the_vocabulary_is_in_the_glossary() -> None:
    """Each key has an anchor, and so has each place with other spellings; nothing has two."""
    page = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    sections = re.findall(r'glossary\("(\w+)"\)', page)
    anchors = parsed("".join(glossary(Writer(BOOK, "glossary.md"), section) for section in sections)).xpath("//@id")

    assert sorted(sections) == sorted(_SECTIONS)
    spelled = [place.key for place in BOOK.places.values() if place.azerbaijani or place.armenian or place.also]
    assert sorted(anchors) == sorted(
        f"{section}-{key}" for section, keys in {**BOOK.vocabulary.names(), "places": spelled}.items() for key in keys
    )


@pytest.mark.parametrize(
    ("place", "told"),
    [
        (
            PlaceName("x", "X", azerbaijani="Ks", armenian="Iks", also=("Eks", "Ix")),
            ["Azerbaijani: Ks; Armenian: Iks; also: Eks, Ix."],
        ),
        (PlaceName("x", "X", also=("Eks",)), ["also: Eks."]),
        (PlaceName("x", "X"), []),
    ],
)
def test_the_glossary_tells_other_spellings_of_a_place(place: PlaceName, told: list[str]) -> None:
    """Each spelling stands with its language, where that is known; a place without others is left out."""
    shown = glossary(Writer(replace(BOOK, places={"x": place}), "glossary.md"), "places")
    assert [each.text_content() for each in parsed(shown).iter("dd")] == told


def test_what_is_counted_leads_to_its_definition() -> None:
    """Each row at a glance is headed by its measure, linked to the glossary."""
    heads = parsed(at_a_glance(Writer(BOOK, "page.md"))).xpath("//tbody/tr/th/a/@href")
    assert heads == [f"../glossary/#measures-{measure}" for measure in MEASURES]


@pytest.mark.parametrize(("whole", "part"), [("mine-deaths", "mine-deaths-civilian")])
def test_a_newer_total_says_up_to_when_it_is_split(whole: str, part: str) -> None:
    """Beside a total that tells nobody apart stands the day of the last one that does; where they agree, nothing."""
    found = newest(BOOK, part)
    assert found.when
    until = f"; soldiers and civilians are told apart only up to {printed(found.when.end)}"
    of_one_day = [claim for claim in BOOK.claims.values() if not claim.when or claim.when.end.last <= found.when.last]
    for book, told in ((BOOK, True), (replace(BOOK, claims={claim.id: claim for claim in of_one_day}), False)):
        cells = parsed(at_a_glance(Writer(book, "page.md"), whole, part)).xpath("//tbody//td[last()]")
        assert [until in cell.text_content() for cell in cells] == [told, False]


def test_the_newest_reports_say_what_is_in_them() -> None:
    """Every claim of a report stands below it with who makes it, a figure with its time as well, each linked."""
    releases = parsed(newest_reports(Writer(BOOK, "index.md"))).xpath("ul/li")
    assert releases
    for release in releases:
        claims = BOOK.by_source[release.xpath("string(a[1]/@href)").split("/")[1]]
        assert [one.get("data-id") for one in release.xpath("ul/li/a/*")] == [claim.id for claim in claims]
        for claim, said in zip(claims, release.xpath("ul/li"), strict=True):
            assert party_name(BOOK, claim).lower() in said.text_content().lower()
            assert claim.value is None or printed(claim.when) in said.text_content()


def test_reports_of_one_release_are_new_together() -> None:
    """Of five releases each stands once, by the report published last, however many others repeat it."""
    book = replace(BOOK, sources={id: replace(source, origin=None) for id, source in BOOK.sources.items()})
    apart = parsed(newest_reports(Writer(book, "index.md"))).xpath("ul/li/a/@href")
    book = replace(
        BOOK,
        sources={
            id: replace(source, origin="one" if f"sources/{id}/" in apart[:3] else None)
            for id, source in BOOK.sources.items()
        },
    )
    shown = parsed(newest_reports(Writer(book, "index.md"))).xpath("ul/li")
    assert [one.xpath("a/@href") for one in shown][:3] == [apart[:3], [apart[3]], [apart[4]]]
    assert len(shown) == len(apart) == 5


def test_figures_of_a_single_day_are_as_of_that_day() -> None:
    """A sum up to a day does not read as that of one day; a period, a statement and a whole year stay as they are."""
    told = {
        "abcaz-2024-05-31-349m-usd.allocation": "As of",
        "abcaz-2024-05-31-349m-usd.killed": "Covers",
        "newsaz-2022-05-25-2021-spend-97-6m-manat.spending": "Covers",
        "anadolu-2021-10-22.clashes-began": "Covers",
    }
    for id, label in told.items():
        page = parsed(entry(Writer(BOOK, "sources/x.md"), BOOK.claims[id], EDITION))
        assert {"As of", "Covers"} & set(page.xpath("//dt/text()")) == {label}


@pytest.mark.parametrize("measure", sorted({figure.measure.key for figure in BOOK.figures()}))
def test_a_series_counts_the_figures_it_shows(measure: str) -> None:
    """Its summary says how many lines its table has, and names reports where several of them share a line."""
    for table in parsed(series(Writer(BOOK, "series.md"), measure)).xpath("//details[@data-record='series']"):
        lines = len(table.xpath(".//tbody/tr[not(@class='gap')]"))
        summary = table.xpath("string(summary)")

        assert re.search(rf": {lines} figures?(, in \d+ reports)?$", summary), summary
        assert ("reports)" not in table.xpath("string(table)")) or "reports" in summary


@pytest.mark.parametrize("place", sorted({claim.place for claim in CLAIMS if claim.place}))
def test_a_place_is_told_with_all_that_is_of_it(place: str) -> None:
    """All its figures, each with what it measures, and the statements on it, under the headings they need."""
    page = parsed(about(Writer(BOOK, "districts.md"), place))
    claims = [claim for claim in CLAIMS if claim.place == place]
    measures = [BOOK.vocabulary.measures[claim.measure].label for claim in claims if claim.measure]
    linked = {link.get("href").rpartition("/")[2] for link in page.xpath("//a[@class='fact-link']")}

    assert {f"#{claim.name}" for claim in claims} == linked
    assert {f", {measure}" for measure in measures} == {*page.xpath("//span[@class='measure']/text()")}
    for table in page.xpath("//table"):
        (caption,), heads = table.xpath("caption/text()"), table.xpath(".//th[@scope='col']/text()")
        assert heads[:2] == (["Figure", "Covers"] if caption.startswith("Figures") else ["Statement", "When"])
        assert "Place" not in heads


@pytest.mark.parametrize("measure", MEASURES)
def test_what_is_superseded_is_not_the_newest(measure: str) -> None:
    """Once it is marked, the figure before it is given."""
    found = newest(BOOK, measure)
    claims = {**BOOK.claims, found.id: replace(found, status="superseded")}

    assert newest(replace(BOOK, claims=claims), measure).id != found.id


@pytest.mark.parametrize("measure", MEASURES)
def test_the_newest_figure_is_newest(measure: str) -> None:
    """No running total of the measure, counted alike, runs to a surely later day, or is greater and may be as late."""
    found = newest(BOOK, measure)
    assert found.when
    assert found.value

    for claim in CLAIMS:
        if (claim.measure, claim.scope, claim.place) == (measure, found.scope, None) and claim.when and claim.value:
            assert not claim.when.is_interval or not ends_surely_before(found.when, claim.when)
            later = claim.when.is_interval and not ends_surely_before(claim.when, found.when)
            assert not (later and claim.value.number > found.value.number), claim.id


@pytest.mark.parametrize(("number", "shown"), [(418, "of-a-day"), (420, "of-a-year"), (419, "of-a-year")])
def test_a_total_up_to_a_year_may_be_earlier_than_one_up_to_a_day_of_it(number: int, shown: str) -> None:
    """Whichever is greater is the newer; of two that are the same, the one that may reach further."""
    total = newest(BOOK, "mine-victims")
    value = parse("419 people", BOOK.vocabulary.units)
    dates = {"of-a-day": parse_date("2020-11/2026-03-13"), "of-a-year": parse_date("2020-11/2026")}
    claims = {id: replace(total, id=id, when=when, value=value) for id, when in dates.items()}
    claims["of-a-year"] = replace(claims["of-a-year"], value=parse(f"{number} people", BOOK.vocabulary.units))
    assert newest(replace(BOOK, claims=claims), "mine-victims").id == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("more than 400 people", "earlier"),
        ("at least 419 people", "earlier"),
        ("more than 419 people", "later"),
        ("about 410 people", "later"),
        ("419 people", "later"),
    ],
)
def test_a_total_that_tells_nothing_new_is_not_the_newest(value: str, shown: str) -> None:
    """One that only gives a bound which an earlier one had reached tells nothing; any other tells how it stands."""
    total = newest(BOOK, "mine-victims")
    values = {"earlier": ("419 people", "2020-11/2026-02-13"), "later": (value, "2020-11/2026-03-13")}
    claims = {
        id: replace(total, id=id, value=parse(words, BOOK.vocabulary.units), when=parse_date(when))
        for id, (words, when) in values.items()
    }
    assert newest(replace(BOOK, claims=claims), "mine-victims").id == shown


def test_a_total_of_a_day_is_no_report_of_that_of_its_month() -> None:
    """What counts up to a day in between is neither the newest nor counted beside it, even if it may stand for it."""
    whole = newest(BOOK, "area-cleared")
    earlier = BOOK.claims["vestikavkaza-undated-weekly-8-14-december.area-cleared"]
    assert earlier in same_reports(BOOK, whole)
    assert _agree(whole, replace(earlier, when=whole.when))
    assert not _agree(whole, earlier)


def test_reports_of_the_same_time_find_each_other() -> None:
    """If one entry names another as a report of the same, the other names the one."""
    for claim in CLAIMS:
        for other in same_reports(BOOK, claim):
            assert claim in list(same_reports(BOOK, other))


def test_reports_of_the_same_time_are_all_found() -> None:
    """However precisely two figures are dated, one is a report of the same as the other if their periods are alike."""
    ends = ("2020", "2021", "2020-11", "2020-12", "2020-11-10", "2020-11-30", "2020-12-01", "2021~")
    dates = [
        *ends,
        *(f"{start}/{end}" for start in ends[::2] for end in (*ends, "..") if start[:7] <= end[:7] or end == ".."),
    ]
    shape = next(claim for claim in CLAIMS if claim.value and claim.when)
    claims = [replace(shape, id=f"{shape.source}.{number}", when=parse_date(date)) for number, date in enumerate(dates)]
    book = replace(BOOK, claims={claim.id: claim for claim in claims})

    for claim in claims:
        like = [other for other in claims if other is not claim and alike(other.when, claim.when)]
        assert list(same_reports(book, claim)) == like


@pytest.mark.parametrize(
    ("macro", "typed", "answer"),
    [
        ("chart", "areas", "no chart 'areas'. Did you mean 'area'?"),
        ("bars", "area-by-years", "no comparison 'area-by-years'. Did you mean 'area-by-year'?"),
        ("glossary", "unit", "no section of the vocabulary 'unit'. Did you mean 'units'?"),
        (
            "at_a_glance",
            "clearance-cost",
            "no running total of clearance-cost since the war is in the record. Choose another measure.",
        ),
        ("place", "lachi", "no place 'lachi'. Did you mean 'lachin'?"),
        ("place", "murovdagh", "the record holds no claim on murovdagh alone. Leave the macro out."),
    ],
)
def test_an_unknown_name_is_answered_with_what_to_do(macro: str, typed: str, answer: str) -> None:
    """A slip in a page is told with the nearest name there is, or with what else to write."""
    with pytest.raises(UnknownName) as error:
        MACROS[macro](Writer(BOOK, "page.md"), typed)

    assert answer == str(error.value)


def test_it_is_said_where_a_quote_was_found_or_looked_for() -> None:
    """In a paragraph, among what a reader noted, or not looked for; words that stand in neither are known."""
    noted = next(claim for claim in CLAIMS if claim.source in BOOK.noted)
    held, words = BOOK.claims["voi-2024-10.killed"], "words that stand nowhere here"
    unheld = replace(BOOK, fingerprints={}, noted={})

    assert whereabouts(BOOK, held) == f"paragraph {BOOK.paragraphs(held)[0]}"
    assert whereabouts(BOOK, noted) == "as a reader noted it; the page is not held"
    assert whereabouts(unheld, noted) == "not checked; the page is not held"
    assert [one.id for one in CLAIMS if misquoted(BOOK, one)] == []
    assert misquoted(BOOK, replace(held, quote=words))
    assert misquoted(BOOK, replace(noted, quote=words))
    assert not misquoted(unheld, replace(noted, quote=words))
