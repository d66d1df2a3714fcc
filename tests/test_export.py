"""The record as data: every figure as in the facts, every file of one edition, and the same bytes each time."""

from __future__ import annotations

import csv
import hashlib
import json
import os
import re
import subprocess
import sys
import tomllib
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from io import StringIO
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import urljoin

import pytest
import yaml
from hostile_site import LINES
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment
from lxml import html
from the_record import BOOK, ROOT

from factbook.dates import parse_date
from factbook.export import tables
from factbook.export.cells import last_day
from factbook.export.claims import claims_markup
from factbook.export.columns import COLUMNS, SERIES
from factbook.export.declared import questions_json
from factbook.export.edition import AUTHOR, DESCRIPTION, KEYWORDS, LICENCE, TITLE, Edition, edition_of
from factbook.export.linked import block
from factbook.export.plain import plain_list
from factbook.export.references import record_bib, sources_bib, sources_json
from factbook.export.tables import facts_csv, facts_json, safe, series_csv
from factbook.generate import chart_files, data_files
from factbook.model import Book, Claim
from factbook.quantities import parse
from factbook.quantities.readings import notation
from factbook.render.reuse import files_table, series_table
from factbook.render.writer import Writer
from factbook.rules.sources import period_before_publication

EDITION = Edition(date(2026, 11, 21), "0123456789ab", "https://example.org/record/")
FILES = data_files(BOOK, EDITION)
SOURCE = BOOK.sources["anadolu-2021-10-22"]


def rows(table: str) -> list[dict[str, str]]:
    """The rows of a table, texts as they were before they were made safe."""
    return [
        {key: re.sub(r"^'('*[=+\-@\t\r＝＋－＠])", r"\1", cell) for key, cell in row.items()}
        for row in csv.DictReader(StringIO(table))
    ]


def with_statement(statement: str) -> Book:
    """A record of one source and one statement."""
    claim = replace(BOOK.claims["voi-2024-10.operators"], statement=statement)
    source = BOOK.sources[claim.source]
    return replace(
        BOOK, sources={source.id: source}, claims={claim.id: claim}, by_source={source.id: (claim,)}, derived={}
    )


def number(text: str | Decimal | None) -> Fraction | None:
    return None if text in ("", None) else Fraction(text)


def says_the_same(row: dict, claim: Claim) -> bool:
    """Whether a row, its numbers as text or decimals, gives back exactly the figure of a claim."""
    value = claim.value
    if value is None:
        return not any(row[key] for key in ("value", "hedge", "number", "low", "high", "unit", "usual_reading"))
    return (
        parse(row["value"], BOOK.vocabulary.units, number(row["rounded_to"])) == value
        and (row["hedge"] or "") == value.hedged
        and row["unit"] == value.unit
        and [number(row[key]) for key in ("number", "low", "high")] == [value.number, value.usual.low, value.usual.high]
        and [row["usual_reading"], row["strict_reading"]] == [notation(value.usual), notation(value.strict)]
    )


def test_json_gives_every_fact_back() -> None:
    """Each fact is there once, with its figure, phrase and source; numbers are exact."""
    listed = json.loads(FILES["facts.json"], parse_float=Decimal, parse_int=Decimal)
    facts = [fact for fact in listed if fact["source"] != "derived"]

    assert list(BOOK.derived) == [fact["id"] for fact in listed if fact["source"] == "derived"]
    assert [fact["id"] for fact in facts] == list(BOOK.claims)
    for fact, claim in zip(facts, BOOK.claims.values(), strict=True):
        assert says_the_same(fact, claim), claim.id
        assert (fact["quote"], fact["source"], fact["statement"]) == (claim.quote, claim.source, claim.statement)
        assert (parse_date(fact["date"]) if fact["date"] else None) == claim.when, claim.id


def test_whole_numbers_have_no_point() -> None:
    """A count of mines is no measured length."""
    assert [json.dumps(tables.number(Fraction(one))) for one in ("340", "2.5")] == ["340", "2.5"]


def test_computed_figures_have_the_shape_of_facts() -> None:
    """They have the same keys and types, nobody to say them, and readings that hold what was computed."""
    listed = json.loads(FILES["facts.json"], parse_float=Decimal)
    shape = list(listed[0])
    for row, derived in zip(listed[-len(BOOK.derived) :], BOOK.derived.values(), strict=True):
        usual, strict = derived.value.usual, derived.value.strict
        assert usual.low is not None
        assert usual.high is not None
        assert list(row) == shape
        assert (row["id"], row["value"]) == (derived.id, derived.value.text)
        assert row["low"] <= usual.low
        assert usual.high <= row["high"]
        assert row["low"] <= row["number"] <= row["high"], derived.id
        assert abs(Fraction(row["number"]) - usual.low) <= usual.low / 10**12
        assert (row["usual_reading"][-2:] == "∞)", row["strict_reading"][-2:] == "∞)") == (False, strict.high is None)
        assert {row[key] for key in ("according_to", "status", "quote", "statement", "url", "origin")} == {None}


def test_a_list_of_computed_figures_alone_can_be_computed_with() -> None:
    """Number, ends and unit are the same in derived.json as in the rows of facts.json."""
    rows = {row["id"]: row for row in json.loads(FILES["facts.json"])}
    for item in json.loads(FILES["derived.json"]):
        assert [item[key] for key in ("number", "low", "high", "unit")] == [
            rows[item["id"]][key] for key in ("number", "low", "high", "unit")
        ]


def test_computed_figures_keep_hedge_unit_and_time() -> None:
    """What a row says in columns of its own is what its figure says on a page."""
    listed = {row["id"]: row for row in json.loads(FILES["facts.json"])}
    for derived in BOOK.derived.values():
        row, value, when = listed[derived.id], derived.value, derived.when
        assert (row["hedge"] or "", row["unit"]) == (value.hedged, value.unit)
        assert (row["measure"], row["scope"], row["place"]) == (derived.measure, derived.scope, derived.place)
        days = [when.first, when.last] if when else []
        ends = [day.isoformat() if day != date.max else None for day in days] or [None, None]
        assert [row["period_start"], row["period_end"]] == ends
        assert row["date"] == (when.text if when else None)
    assert {bool(derived.value.hedged) for derived in BOOK.derived.values()} == {True, False}


def test_reports_of_one_release_share_their_origin() -> None:
    """Each row names the release of its source, in the large table and in those of measures."""
    for row in (row for table in (FILES["facts.csv"], *series_csv(BOOK).values()) for row in rows(table)):
        assert row["origin"] == (BOOK.sources[row["source"]].origin or "")


@pytest.mark.parametrize(
    ("id", "span"),
    [
        ("anadolu-2021-10-22.area-cleared", "total"),
        ("menafn-2025-12-25-state-statistics-2020-2024.area-cleared", "total"),
        ("azernews-2023-12-31-annual-2023.area-cleared-year", "year"),
        ("trend-2021-12-01-november-monthly.area-cleared-month", "month"),
        ("trend-2025-09-08-weekly.area-cleared-week", "week"),
        ("menafn-2023-12-05-weekly-61-mines.area-cleared-week", "undated"),
        ("abcaz-2024-05-31-349m-usd.allocation", "day"),
        ("azernews-2026-03-13-249000-ha.area-planned", "year"),
        ("anadolu-2021-10-22.operators", None),
        ("derived.area-2022-to-2025", "longer"),
        ("derived.mines-on-maps-2021", "day"),
        ("derived.pace-a-day", None),
    ],
)
def test_rows_tell_totals_from_years_months_and_weeks(id: str, span: str | None) -> None:
    """A running total, a month and a week of one measure differ in `span`; what has no time has none."""
    (row,) = (row for row in json.loads(FILES["facts.json"]) if row["id"] == id)

    assert row["span"] == span


@pytest.mark.parametrize(
    ("column", "code", "label"),
    [
        ("measure", "area-cleared", "area reported cleared"),
        ("place", "aghdam", "Aghdam"),
        ("according_to", "not-stated", "not stated by the source"),
        ("span", "total", "since the end of the war"),
        ("placed", "azerbaijani-state", "of the Azerbaijani state"),
    ],
)
def test_codes_have_their_labels(column: str, code: str, label: str) -> None:
    """Whoever holds a table of facts finds the words for its codes in the table's schema, and no others are allowed."""
    (field,) = (field for field in json.loads(FILES["schemas/facts-table.json"])["fields"] if field["name"] == column)
    allowed = json.loads(FILES["schemas/facts.json"])["items"]["anyOf"][0]["properties"][column]["enum"]

    assert {"value": code, "label": label} in field["categories"]
    assert [category["value"] for category in field["categories"]] == [code for code in allowed if code]


def test_questions_are_published_with_their_positions() -> None:
    """The data hold what the page holds, figures and dates filled in, and every contested fact stands somewhere."""
    found = {question["id"]: question for question in json.loads(questions_json(BOOK))}
    contested = {claim.id for claim in BOOK.claims.values() if claim.status == "contested"}

    assert list(found) == list(BOOK.questions)
    assert found["declaration-of-independence"] == {
        "id": "declaration-of-independence",
        "title": BOOK.questions["declaration-of-independence"].title,
        "state": "partly-settled",
        "agreed": "Soviet Armenia's Supreme Council adopted the declaration of independence on 23 August 1990.",
        "disputed": BOOK.questions["declaration-of-independence"].disputed,
        "positions": list(BOOK.questions["declaration-of-independence"].positions),
        "uncontested": [],
        "checks": ["voi-declaration"],
        "figures": [],
        "note": None,
    }
    assert contested <= {id for question in found.values() for id in question["positions"]}
    assert all(set(question["uncontested"]) <= set(question["positions"]) for question in found.values())


def test_notes_tell_apart_what_no_column_does() -> None:
    """Where a source gives several figures of one kind that cannot be the same, each row says what it counts."""
    alike: dict[tuple[str, ...], list[dict[str, str]]] = {}
    for row in rows(FILES["facts.csv"]):
        if row["measure"] and not row["doubted_by"]:
            key = tuple(row[name] for name in ("source", "measure", "unit", "scope", "place", "date"))
            alike.setdefault(key, []).append(row)
    several = [some for some in alike.values() if not meet(some)]

    assert several
    for some in several:
        notes = [row["note"] for row in some]
        assert all(notes), some
        assert len(set(notes)) == len(notes), some


def meet(some: list[dict[str, str]]) -> bool:
    """Whether figures may all be the same number, as they are usually read."""
    lows, highs = ([number(row[end]) for row in some] for end in ("low", "high"))
    return None in (*lows, *highs) or max(low for low in lows if low is not None) <= min(
        high for high in highs if high is not None
    )


@pytest.mark.parametrize(
    ("id", "placed"),
    [
        ("anadolu-2021-10-22.area-cleared", "azerbaijani-state"),
        ("voi-2024-10.treaty-share", "both-states"),
        ("voi-2024-10.area-cleared", "news-organisation"),
        ("abcaz-2024-05-31-349m-usd.spending-headline", None),
        ("derived.mines-2021", None),
    ],
)
def test_rows_tell_where_their_party_stands(id: str, placed: str | None) -> None:
    """Figures of one side can be told from another's; where nobody is named, or this record computes, nobody stands."""
    (row,) = (row for row in json.loads(FILES["facts.json"]) if row["id"] == id)

    assert row["placed"] == placed


def test_the_words_that_show_a_date_are_given() -> None:
    """A date can be checked against the source as its figure can."""
    shown = {row["id"]: row["date_quote"] for row in rows(FILES["facts.csv"])}

    assert shown["anadolu-2021-10-22.area-cleared"] == "detected and destroyed by Oct. 15, 2021"
    assert shown == {id: claim.date_quote or "" for id, claim in BOOK.claims.items()}


def test_csv_gives_every_fact_back() -> None:
    """The CSV holds the very rows of the JSON."""
    table = rows(FILES["facts.csv"])
    listed = json.loads(FILES["facts.json"], parse_float=str, parse_int=str)
    facts = [fact for fact in listed if fact["source"] != "derived"]

    assert list(table[0]) == [column.name for column in COLUMNS] == list(facts[0])
    assert table == [{key: "" if cell is None else cell for key, cell in fact.items()} for fact in facts]
    assert all(says_the_same(row, BOOK.claims[row["id"]]) for row in table)


def test_columns_stand_in_their_fixed_order() -> None:
    """The order that others rely on; a new column goes to the end."""
    names = (
        "id measure statement value hedge number low high unit period_start period_end scope according_to status "
        "source published url quote paragraph date usual_reading strict_reading topic place rounded_to restates reason "
        "note edition doubted_by origin span date_quote placed"
    )
    of_measures = (
        "id value hedge number low high unit period_start period_end scope according_to status source date "
        "usual_reading strict_reading place rounded_to restates edition doubted_by origin span placed note"
    )
    assert [column.name for column in COLUMNS] == names.split()
    assert [column.name for column in SERIES] == of_measures.split()


def test_rows_name_the_checks_that_doubt_them() -> None:
    """Every check that shows a figure not to hold is named in the row of that figure, and nowhere else."""
    known = {check.id: check for check in BOOK.checks.values() if check.doubted}
    named = {row["id"]: row["doubted_by"].split() for row in rows(FILES["facts.csv"])}
    one = next(iter(known.values()))
    twice = replace(BOOK, checks={**BOOK.checks, "again": replace(one, id="again")})
    (row,) = (row for row in rows(facts_csv(twice)) if row["id"] == one.doubted)

    assert known
    assert sorted((id, check) for id, checks in named.items() for check in checks) == sorted(
        (check.doubted or "", id) for id, check in known.items()
    )
    assert row["doubted_by"] == f"{one.id} again"


def test_each_figure_stands_in_the_table_of_its_measure() -> None:
    """The tables of measures hold every figure once, as the large table does, in order of the last day covered."""
    large = {row["id"]: row for row in rows(FILES["facts.csv"])}
    found = []
    for measure, table in series_csv(BOOK).items():
        small = rows(table)
        found += [(row["id"], measure) for row in small]
        assert small == [{column.name: large[row["id"]][column.name] for column in SERIES} for row in small]
        ends = [row["period_end"] for row in small if row["period_end"]]
        assert ends == sorted(ends)

    assert sorted(found) == sorted((figure.claim.id, figure.measure.key) for figure in BOOK.figures())


def test_last_days_are_not_invented() -> None:
    """A month covers its days, up to those its source can tell of; an open end and a date not stated have no last."""
    claim = BOOK.claims["voi-2024-10.operators"]
    cases = {"2024-02": ("2024-02-01", "2024-02-29"), "2024-02/..": ("2024-02-01", ""), None: ("", "")}
    cases["2024"] = ("2024-01-01", "2024-10-31")  # the source is of October
    for text, expected in cases.items():
        book = replace(BOOK, claims={claim.id: replace(claim, when=parse_date(text) if text else None)}, derived={})
        (row,) = rows(facts_csv(book))
        assert (row["period_start"], row["period_end"]) == expected


def test_a_plan_is_of_a_time_to_come() -> None:
    """It covers all of its year, also of the next; but what has been done does not, nor is it told on a later day."""
    plan = replace(BOOK.claims["apa-2024-03-15-123000-ha.area-planned"], when=parse_date("2025"))
    done = replace(plan, id="apa-2024-03-15-123000-ha.done", measure="area-cleared")
    late = replace(plan, id="apa-2024-03-15-123000-ha.late", when=parse_date("2023"))
    told = replace(plan, id="apa-2024-03-15-123000-ha.told", when=parse_date("2024-03-16"))
    book = replace(BOOK, claims={claim.id: claim for claim in (plan, done, late, told)})

    assert last_day(book, plan) == date(2025, 12, 31)
    assert [problem.id for problem in period_before_publication(book)] == [done.id, late.id, told.id]


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("＝1+1", "'＝1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@sum", "'@sum"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("'=1", "''=1"),
        ("'tis so", "'tis so"),
        ("a = b", "a = b"),
        ("", ""),
    ],
)
def test_no_text_is_taken_for_a_formula(text: str, cell: str) -> None:
    """A text that a spreadsheet would run gets an apostrophe; any other is left as it is."""
    assert safe(text) == cell


@given(st.text())
def test_texts_are_given_back_whole(text: str) -> None:
    """No cell begins as a formula, and taking the apostrophe away gives the text back."""
    assert not re.match(r"[=+\-@\t\r＝＋－＠]", safe(text))
    assert rows(f'a\n"{safe(text).replace(chr(34), chr(34) * 2)}"\n')[0]["a"] == text


@pytest.mark.parametrize("statement", LINES)
def test_hostile_texts_stay_text_in_every_file(statement: str) -> None:
    """What a fact file says comes back from CSV, JSON and JSON-LD as it was, and ends no block."""
    book = with_statement(statement)
    ((claim_id, _),) = book.claims.items()
    markup = claims_markup(book, next(iter(book.sources.values())))
    inside = markup.removeprefix('<script type="application/ld+json">').removesuffix("</script>")

    assert rows(facts_csv(book))[0]["statement"] == statement
    assert json.loads(facts_json(book))[0]["statement"] == statement
    assert not re.search("[<>&\n]", inside)
    assert [(thing["identifier"], thing["name"]) for thing in json.loads(inside)["@graph"][1:]] == [
        (claim_id, statement)
    ]


def test_an_article_is_named_by_its_address_or_else_by_its_place_here() -> None:
    """A source of which no address is known is no other thing on every page."""
    unknown = replace(SOURCE, url="not-found")
    marked = [claims_markup(replace(BOOK, sources={one.id: one}), one) for one in (SOURCE, unknown)]
    article, lost = (json.loads(html.fromstring(f"<div>{markup}</div>")[0].text)["@graph"][0] for markup in marked)

    assert (article["@id"], article["url"]) == (SOURCE.url, SOURCE.url)
    assert (lost["@id"], "url" in lost) == (f"#{SOURCE.id}", False)


def test_package_tells_every_file_and_its_bytes() -> None:
    """Size and checksum are those of the file; every table and list is named once, with a schema that is there."""
    package = json.loads(FILES["datapackage.json"])
    resources = {resource["path"]: resource for resource in package["resources"]}

    assert (package["version"], package["created"]) == ("2026.11.21+0123456789ab", "2026-11-21T00:00:00Z")
    assert package["homepage"] == EDITION.address
    assert len({resource["name"] for resource in resources.values()}) == len(package["resources"])
    assert set(resources) == {
        path for path in FILES if not path.startswith("schemas/") and path not in ("datapackage.json", "changes.xml")
    }
    for path, resource in resources.items():
        data = FILES[path].encode()
        assert (resource["bytes"], resource["hash"]) == (len(data), f"sha256:{hashlib.sha256(data).hexdigest()}")
        assert {resource.get("schema"), resource.get("jsonSchema")} & set(FILES) or path.endswith(".bib")


def test_the_data_page_lists_every_file() -> None:
    """Whatever the site publishes for reuse is found from its page."""
    writer = Writer(BOOK, "data.md")
    page = html.fromstring(f"<div>{files_table(writer)}{series_table(writer)}</div>")
    published = {f"data/{path}" for path in FILES} | {path for path, _ in chart_files(BOOK)}

    assert {urljoin("data/", link) for link in page.xpath("//a/@href")} == published


@pytest.mark.parametrize("table", ["facts", "series"])
def test_only_an_id_must_be_unique_within_its_column(table: str) -> None:
    """Its cells are never empty either."""
    fields = json.loads(FILES[f"schemas/{table}-table.json"])["fields"]

    assert [field["name"] for field in fields if "unique" in field.get("constraints", {})] == ["id"]
    assert next(field["constraints"] for field in fields if field["name"] == "id") == {"required": True, "unique": True}


@pytest.mark.parametrize("table", ["facts", "series"])
def test_labels_are_unique_within_a_column(table: str) -> None:
    """Data Package 2.0 asks that no two values of a column share a label."""
    for field in json.loads(FILES[f"schemas/{table}-table.json"])["fields"]:
        labels = [category["label"] for category in field.get("categories", ())]
        assert len(labels) == len(set(labels)), field["name"]


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        ({}, {"title": SOURCE.title, "URL": SOURCE.url, "issued": {"date-parts": [[2021, 10, 22]]}}),
        ({"published": parse_date("2024-10")}, {"issued": {"date-parts": [[2024, 10]]}}),
        ({"published": parse_date("2024~")}, {"issued": {"date-parts": [[2024]], "circa": True}}),
        ({"published": None, "url": "not-found"}, {"issued": None, "URL": None}),
        ({"title": "not-found", "authors": ()}, {"title": "[title not held]", "author": None}),
        ({"notice": "Made by machine."}, {"note": "Made by machine."}),
    ],
)
def test_references_say_what_is_known_and_no_more(edits: dict, expected: dict) -> None:
    """A date is as precise as it is held, and what is not known is left out."""
    book = replace(BOOK, sources={SOURCE.id: replace(SOURCE, **edits)})
    (item,) = json.loads(sources_json(book, EDITION))

    assert {key: item.get(key) for key in expected} == expected
    assert item["custom"]["edition"] == "2026.11.21"


@pytest.mark.parametrize(("standing", "told"), [("Turkish state news agency", True), ("not-found", False)])
def test_what_is_not_found_about_a_publisher_is_left_out(standing: str, told: bool) -> None:
    """The record's code for what it did not find is no word about a publisher."""
    book = replace(BOOK, sources={SOURCE.id: replace(SOURCE, standing=standing)})
    (item,) = json.loads(sources_json(book, EDITION))

    assert item["custom"].get("standing") == (standing if told else None)


@pytest.mark.parametrize("name", ["sources", "checks", "derived", "questions", "facts"])
def test_every_field_is_described(name: str) -> None:
    """Whoever meets a field of a JSON file finds what it holds in the file's schema, fields within fields too."""
    items = json.loads(FILES[f"schemas/{name}.json"])["items"]
    properties = [item["properties"] for item in items.get("anyOf", [items])]
    properties += [inner["custom"]["properties"] for inner in properties if "custom" in inner]
    silent = {key for some in properties for key, field in some.items() if "description" not in field}

    assert silent <= {"type"}


def test_bibtex_escapes_what_latex_reads() -> None:
    """Signs with a meaning in LaTeX are written as such, addresses as they are."""
    source = replace(SOURCE, title=r"50% of $1 & #2 {a}_b~c^d\e", authors=("A. One", "B & Sons"), notice="It's 5%.")
    bib = sources_bib(replace(BOOK, sources={source.id: source}), EDITION)

    assert bib == (
        f"% {TITLE}, version 2026.11.21+0123456789ab\n\n@online{{anadolu-2021-10-22,\n"
        "  author = {{A. One} and {B \\& Sons}},\n"
        "  title = {{50\\% of \\$1 \\& \\#2 \\textbraceleft{}a\\textbraceright{}"
        "\\_b\\textasciitilde{}c\\textasciicircum{}d\\textbackslash{}e}},\n"
        "  organization = {{Anadolu Agency}},\n  date = {2021-10-22},\n  year = {2021},\n"
        f"  url = {{{SOURCE.url}}},\n  urldate = {{2026-11-21}},\n  note = {{It's 5\\%.}},\n}}\n"
    )


def test_the_record_can_be_cited_itself() -> None:
    """Its BibTeX names authors, version, day, address and licence."""
    assert record_bib(EDITION) == (
        f"@dataset{{checked-record,\n  author = {{{{{AUTHOR}}}}},\n  title = {{{{{TITLE}}}}},\n"
        "  version = {2026.11.21+0123456789ab},\n  date = {2026-11-21},\n  year = {2026},\n"
        "  url = {https://example.org/record/},\n  note = {CC-BY-4.0},\n}\n"
    )


def test_citation_file_agrees_with_the_project() -> None:
    """CITATION.cff says of version, title, author, licence and words what project, changelog and data say."""
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    changelog = (ROOT / "docs" / "changelog.md").read_text(encoding="utf-8")

    assert citation["version"] == project["version"] == re.findall("^## `(.*)`$", changelog, re.MULTILINE)[0]
    assert (citation["title"], citation["abstract"], citation["authors"]) == (TITLE, DESCRIPTION, [{"name": AUTHOR}])
    assert (citation["license"][0], tuple(citation["keywords"])) == (LICENCE, KEYWORDS)


def test_plain_list_has_a_line_for_each_figure() -> None:
    """Each line leads to the entry of its fact."""
    lines = plain_list(BOOK, EDITION).splitlines()
    listed = [line.rpartition("/#") for line in lines if line.startswith("- ")]

    assert {f"{address.rpartition('/')[2]}.{name}" for address, _, name in listed} == {
        figure.claim.id for figure in BOOK.figures()
    }
    assert len(listed) == len(list(BOOK.figures()))
    assert lines[4].startswith("Version 2026.11.21+0123456789ab. Licence CC-BY-4.0.")


@pytest.mark.parametrize(
    ("id", "told"),
    [
        ("anadolu-2021-10-22.area-cleared", "18,302 hectares (10 November 2020 to 15 October 2021; attributed)"),
        (
            "menafn-2025-12-25-state-statistics-2020-2024.mines-aghdam",
            "17,030 mines (Aghdam; 2020 to 2024; attributed)",
        ),
        (
            "azernews-2025-05-20-200321-ha.items-destroyed-aghdam",
            "31,105 items (Aghdam; operators not stated; November 2020 to 20 May 2025; attributed)",
        ),
        (
            "trend-2021-12-01-november-monthly.area-cleared-month",
            "414 hectares (ANAMA's own teams; November 2021; attributed)",
        ),
        (
            "menafn-2024-02-12-345-killed-error.killed",
            "345 people (November 2020 to 12 February 2024; contested; does not hold)",
        ),
    ],
)
def test_a_line_of_the_plain_list_says_what_is_counted(id: str, told: str) -> None:
    """Behind the figure stand its place, whose work it counts where not all operators', its time and its standing."""
    address = EDITION.url("sources/{}/#{}".format(*id.split(".")))
    (line,) = (line for line in plain_list(BOOK, EDITION).splitlines() if line.endswith(f": {address}"))

    assert line.startswith(f"- {told}, according to ")


@pytest.mark.parametrize(
    ("id", "ending"),
    [
        ("voi-2024-10.treaty-share", ", in VOI, October 2024"),
        ("trend-2024-03-05-cabinet-2023-by-operator.area-for-farming", "5 March 2024. Note: Land for farming"),
    ],
)
def test_a_line_of_the_plain_list_tells_the_note(id: str, ending: str) -> None:
    """What a reader must know beside a figure stands in its line, before the address."""
    address = EDITION.url("sources/{}/#{}".format(*id.split(".")))
    (line,) = (line for line in plain_list(BOOK, EDITION).splitlines() if line.endswith(f": {address}"))

    assert line.removesuffix(f": {address}").endswith(ending)


@pytest.mark.parametrize(
    ("address", "url"),
    [
        ("", "data/facts.csv"),
        ("https://example.org", "https://example.org/data/facts.csv"),
        ("https://example.org/record/", "https://example.org/record/data/facts.csv"),
    ],
)
def test_addresses_are_absolute_where_the_site_has_one(address: str, url: str) -> None:
    """Without an address of the site, links stay relative."""
    assert Edition(date(2026, 11, 21), "", address).url("data/facts.csv") == url


def test_version_is_that_of_the_facts() -> None:
    """The version is the last day a source was read, with the commit where there is one."""
    assert edition_of(BOOK, ROOT.parent / "nowhere").full == "{0.year}.{0.month}.{0.day}".format(
        max(source.accessed for source in BOOK.sources.values())
    )
    assert {row["edition"] for row in rows(FILES["facts.csv"])} == {edition_of(BOOK).version}


_DIGEST = """
import hashlib, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from factbook.book import load
from factbook.generate import generated
for path, content in generated(load(Path(sys.argv[1], "facts"))):
    print(path, hashlib.sha256(content.encode()).hexdigest())
"""


def test_two_builds_give_the_same_bytes(tmp_path: Path) -> None:
    """Neither the order of hashing nor time zone, language, folder or a user's settings of git change a file."""
    (tmp_path / ".gitconfig").write_text("[log]\nshowSignature = true\nshowRoot = false\n[color]\nui = always\n")
    one = {"PYTHONHASHSEED": "1", "TZ": "Asia/Baku", "LC_ALL": "C", "HOME": str(tmp_path)}
    two = {"PYTHONHASHSEED": "2", "TZ": "America/Lima", "LC_ALL": "C.UTF-8", "SOURCE_DATE_EPOCH": "1"}
    command = [sys.executable, "-c", _DIGEST, str(ROOT)]
    first, second = (
        subprocess.run(command, cwd=cwd, env={**os.environ, **env}, capture_output=True, encoding="utf-8", check=True)
        for cwd, env in ((ROOT, one), (tmp_path, two))
    )

    assert first.stdout.count("\n") > len(BOOK.sources)
    assert first.stdout == second.stdout


META = Environment(autoescape=False).from_string(
    (ROOT / "theme" / "partials" / "meta.html").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("escaped", [text for text in LINES if text.strip()])
def test_page_heads_show_titles_as_written(escaped: str) -> None:
    """Title and description of a page stand in its Open Graph tags as readers see them and make no markup."""
    written = escaped.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    page = SimpleNamespace(
        title=written, url="law/", is_homepage=False, meta={"description": written}, canonical_url=None
    )
    head = html.fromstring(f"<head>{META.render(page=page, config={'site_name': 'S'})}</head>")

    shown = {meta.get("property"): meta.get("content") for meta in head.iter("meta")}
    assert " ".join(shown["og:title"].split()) == " ".join(shown["og:description"].split()) == " ".join(escaped.split())
    assert {element.tag for element in head.iter()} == {"html", "head", "meta"}


def test_a_block_cannot_be_ended_from_within() -> None:
    """No text in a data block ends it or opens a comment."""
    assert block({"name": "</script><!-- & -->"}) == (
        '<script type="application/ld+json">{"@context": "https://schema.org", '
        '"name": "\\u003c/script\\u003e\\u003c!-- \\u0026 --\\u003e"}</script>'
    )
