"""Programs that others use read the record as it promises to be read."""

from __future__ import annotations

import csv
import json
import os
import re
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from jinja2 import Environment
from the_record import BOOK, ROOT

from factbook.checks.judging import doubted
from factbook.dates import parse_date
from factbook.export.claims import claims_markup
from factbook.export.edition import AUTHOR, TITLE, Edition
from factbook.export.feed import MOST_ENTRIES
from factbook.export.history import changes
from factbook.export.linked import dataset_markup
from factbook.export.package import FILES
from factbook.generate import data_files
from factbook.spans import since_war

HERE = "https://example.org/record/"
EDITION = Edition(date(2026, 11, 21), "0123456789ab", HERE)
# Some of these libraries warn of their own future when they are imported or called.
pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data files as published."""
    folder = tmp_path_factory.mktemp("data")
    for path, content in data_files(BOOK, EDITION, changes(ROOT)).items():
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_text(content, encoding="utf-8", newline="")
    return folder


@pytest.fixture
def copy(data: Path, tmp_path: Path) -> Path:
    """A copy of the data files that may be spoilt."""
    return shutil.copytree(data, tmp_path / "data")


def held(data: Path, name: str) -> list[dict]:
    return json.loads((data / name).read_text(encoding="utf-8"))


def test_frictionless_finds_the_package_valid(data: Path) -> None:
    """Types, keys, sizes and checksums of every file are as the package says."""
    import frictionless

    report = frictionless.validate(data / "datapackage.json")

    assert report.flatten(["name", "title", "message"]) == []
    assert len(report.tasks) == len(json.loads((data / "datapackage.json").read_text())["resources"])


def test_frictionless_finds_a_spoilt_figure(copy: Path) -> None:
    """The promise has teeth: a figure that is no number is found."""
    import frictionless

    table = copy / "series" / "area-cleared.csv"
    table.write_text(table.read_text(encoding="utf-8").replace(",18302,", ",18o02,", 1), encoding="utf-8", newline="")

    report = frictionless.validate(copy / "datapackage.json")

    assert [(task.name, task.errors[0].title) for task in report.tasks if not task.valid] == [
        ("series-area-cleared", "Type Error")
    ]


@pytest.mark.parametrize("name", ["facts", "sources", "checks", "derived", "questions"])
def test_lists_keep_to_their_schemas(data: Path, name: str) -> None:
    """Every item of a list is as its JSON Schema says, dates included."""
    import jsonschema

    schema = json.loads((data / "schemas" / f"{name}.json").read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())

    assert [error.message for error in validator.iter_errors(held(data, f"{name}.json"))] == []
    assert not validator.is_valid([{"id": "x"}])


def test_edtf_dates_span_the_days_that_the_record_takes_them_for(data: Path) -> None:
    """Every date and period, and every day, month or year of publication."""
    from edtf import parse_edtf

    with (data / "facts.csv").open(encoding="utf-8", newline="") as table:
        rows = [*csv.DictReader(table)]
    written = {text.removesuffix("/..") for row in rows for text in (row["date"], row["published"]) if text}
    read = {text: parse_edtf(text) for text in written}
    spans = {text: (edtf.lower_strict()[:3], edtf.upper_strict()[:3]) for text, edtf in read.items()}
    taken = {text: parse_date(text) for text in written}

    assert any(when.is_interval for when in taken.values())
    assert any(when.approximate for when in taken.values())
    assert spans == {
        text: tuple(day.timetuple()[:3] for day in (when.first, when.last)) for text, when in taken.items()
    }


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "anadolu-2021-10-22",
            "Ruslan Rehimov and Dilan Pamuk (2021) Azerbaijan clears over 48,000 mines laid by Armenia, "
            "Anadolu Agency. Available at: "
            "https://www.aa.com.tr/en/world/azerbaijan-clears-over-48-000-mines-laid-by-armenia/2400144 "
            "(Accessed: November 21, 2026).",
        ),
        (
            "voi-2024-10",
            "[title not held] (2024) [title not held], VOI. Available at: https://voi.id/en/news/422594 "
            "(Accessed: November 21, 2026).",
        ),
        (
            "icrc-undated-customary-rule-81",
            "Rule 81. Restrictions on the Use of Landmines (no date) Rule 81. Restrictions on the Use of Landmines, "
            "ICRC. Available at: https://ihl-databases.icrc.org/customary-ihl/eng/docs/v1_rul_rule81 "
            "(Accessed: November 21, 2026).",
        ),
    ],
)
def test_a_citation_processor_renders_sources(data: Path, source: str, expected: str) -> None:
    """With authors, without a title and without a date, a source reads as the Harvard style wants it."""
    from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
    from citeproc.source.json import CiteProcJSON

    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, CiteProcJSON(held(data, "sources.json")), formatter.plain)
    bibliography.register(Citation([CitationItem(source)]))

    assert list(map(str, bibliography.bibliography())) == [expected]


def test_bibtex_is_read_whole(data: Path) -> None:
    """A BibTeX parser finds every source once and nothing it cannot read."""
    import bibtexparser

    library = bibtexparser.parse_file(str(data / "sources.bib"))

    assert library.failed_blocks == []
    assert [entry.key for entry in library.entries] == list(BOOK.sources)
    assert library.entries_dict["anadolu-2021-10-22"]["url"] == BOOK.sources["anadolu-2021-10-22"].url


@pytest.mark.parametrize("served", ["text/xml", "application/xml", "application/atom+xml; charset=us-ascii"])
def test_feed_is_well_formed(data: Path, served: str) -> None:
    """A feed parser has nothing to complain of, and every entry has its own id and an absolute address."""
    import feedparser

    parsed = feedparser.parse((data / "changes.xml").read_bytes(), response_headers={"content-type": served})

    assert (parsed.bozo, parsed.version) == (False, "atom10")
    assert parsed.feed.title == f"Changes to: {TITLE}"
    assert len({entry.id for entry in parsed.entries}) == len(parsed.entries) == min(MOST_ENTRIES, len(changes(ROOT)))
    assert {entry.link.startswith(f"{HERE}sources/") for entry in parsed.entries if "link" in entry} <= {True}


# The part of schema.org's own context (release 30.0) that gives a type to what the record uses.
_CONTEXT = {
    "@vocab": "http://schema.org/",
    **{term: {"@type": "@id"} for term in ("url", "license", "contentUrl")},
    **{term: {"@type": "Date"} for term in ("datePublished", "dateModified")},
}


def graph(markup: str, base: str):
    """The RDF graph of a data block on the page at `base`, read without asking schema.org for its context."""
    import rdflib

    (text,) = re.findall('<script type="application/ld\\+json">(.*?)</script>', markup)
    block = json.loads(text)
    assert block["@context"] == "https://schema.org"
    return rdflib.Graph().parse(data=json.dumps(block | {"@context": _CONTEXT}), format="json-ld", publicID=base)


def typed(found, kind: str) -> set[str]:
    """The things of a type of schema.org."""
    from rdflib import RDF

    return {str(thing) for thing in found.subjects(RDF.type, _schema(kind))}


def _schema(name: str):
    from rdflib import URIRef

    return URIRef(f"http://schema.org/{name}")


def test_claims_keep_their_types() -> None:
    """Each fact of a page is a Claim with who says it, where it stands and when that was published."""
    from rdflib import RDF, Literal, URIRef

    source = BOOK.sources["anadolu-2021-10-22"]
    page = f"{HERE}sources/{source.id}/"
    found = graph(claims_markup(BOOK, source), page)
    claim, article = URIRef(f"{page}#area-cleared"), URIRef(source.url)

    assert typed(found, "Claim") == {f"{page}#{claim.name}" for claim in BOOK.by_source[source.id]}
    assert typed(found, "ClaimReview") == set()
    assert found.value(claim, _schema("identifier")) == Literal("anadolu-2021-10-22.area-cleared")
    assert found.value(claim, _schema("name")) == Literal("18,302 hectares: area reported cleared")
    assert found.value(claim, _schema("appearance")) == article
    assert found.value(URIRef(f"{page}#war-length"), _schema("firstAppearance")) == article
    author = found.value(claim, _schema("author"))
    assert (found.value(author, RDF.type), found.value(author, _schema("name"))) == (
        _schema("Organization"),
        Literal("ANAMA"),
    )
    assert found.value(article, RDF.type) == _schema("CreativeWork")
    assert found.value(article, _schema("datePublished")) == Literal("2021-10-22", datatype=_schema("Date"))


@pytest.mark.parametrize(
    ("party", "kind"), [("anama", "Organization"), ("armenian-prime-minister", "Person"), ("not-stated", None)]
)
@pytest.mark.parametrize(
    ("relays", "origin", "repeated", "first"),
    [
        (None, None, {}, "This"),
        ("Daily Sabah, 4 October 2024", None, {}, "Daily Sabah, 4 October 2024"),
        (None, "release", {}, "Earlier"),
        (None, "release", {"measure": "area-contaminated"}, "This"),
        (None, "release", {"value": BOOK.claims["anadolu-2021-10-22.area-cleared"].value}, "This"),
        (None, "other-release", {}, "This"),
    ],
)
def test_authors_and_first_appearances(
    party: str, kind: str | None, relays: str | None, origin: str | None, repeated: dict[str, object], first: str
) -> None:
    """A person is a Person, nobody stands for nobody; what is relayed or repeats a figure appeared elsewhere first."""
    from rdflib import RDF, URIRef

    this = replace(BOOK.sources["voi-2024-10"], title="This", relays=relays, origin=origin)
    earlier = replace(this, id="a", title="Earlier", url="https://a.org/", relays=None, origin="release")
    earlier = replace(earlier, published=BOOK.sources["anadolu-2021-10-22"].published)
    claim = replace(BOOK.claims["voi-2024-10.area-cleared"], according_to=party)
    book = replace(
        BOOK,
        sources={this.id: this, earlier.id: earlier},
        by_source={this.id: (claim,), earlier.id: (replace(claim, id="a.a", source="a", **repeated),)},
    )
    found = graph(claims_markup(book, this), HERE)
    author, appeared = (
        found.value(URIRef(f"{HERE}#area-cleared"), _schema(name)) for name in ("author", "firstAppearance")
    )

    assert (author and found.value(author, RDF.type)) == (kind and _schema(kind))
    assert str(found.value(appeared, _schema("name"))) == first


@pytest.mark.parametrize("undated", [True, False])
def test_where_a_claim_first_appeared_is_said_only_where_it_is_known(undated: bool) -> None:
    """One of two reprints may be the earlier where either has no date, and what restates another claim follows it."""
    this = replace(BOOK.sources["voi-2024-10"], relays=None, origin="release")
    other = replace(this, id="a", published=None if undated else this.published)
    claim = replace(BOOK.claims["voi-2024-10.area-cleared"], restates=None if undated else "a.a")
    book = replace(
        BOOK,
        sources={this.id: this, other.id: other},
        by_source={this.id: (claim,), other.id: (replace(claim, id="a.a", source="a", restates=None),)},
    )

    assert '"firstAppearance"' not in claims_markup(book, this)


@pytest.mark.parametrize(
    ("id", "author", "first"),
    [
        ("menafn-2024-12-31-annual-2024.area-cleared-year", "ANAMA", {"@type": "CreativeWork", "name": "Azernews"}),
        ("voi-2024-10.laid-by", "VOI", None),
        ("azernews-2023-11-14-icbl-armenia-producer.mine-producer", "Azernews", None),
    ],
)
def test_what_a_publisher_says_itself_is_not_told_of_another(id: str, author: str, first: object) -> None:
    """What others say first appeared in what a source relays; of what a news organisation says, that is not known."""
    markup = claims_markup(BOOK, BOOK.sources[id.partition(".")[0]])
    things = json.loads(markup[markup.index("{") : markup.rindex("}") + 1])["@graph"]
    (claim,) = (thing for thing in things if thing.get("identifier") == id)

    assert (claim["author"]["name"], claim.get("firstAppearance")) == (author, first)


def test_dataset_and_site_keep_their_types() -> None:
    """The data page is a Dataset with every file at its address; the first page is a WebSite."""
    from rdflib import RDF, XSD, Literal, URIRef

    found = graph(dataset_markup(BOOK, EDITION), f"{HERE}data/")
    (dataset,) = found.subjects(RDF.type, _schema("Dataset"))
    assert found.value(dataset, _schema("license")) == URIRef("https://creativecommons.org/licenses/by/4.0/")
    assert found.value(dataset, _schema("dateModified")) == Literal("2026-11-21", datatype=_schema("Date"))
    creator = found.value(dataset, _schema("creator"))
    assert (found.value(creator, _schema("name")), found.value(dataset, _schema("name"))) == (
        Literal(AUTHOR),
        Literal(TITLE),
    )
    assert found.value(dataset, _schema("version")) == Literal(EDITION.full)
    assert found.value(dataset, _schema("isAccessibleForFree")) == Literal(True, datatype=XSD.boolean)
    assert {str(url) for url in found.objects(None, _schema("contentUrl"))} == {f"{HERE}data/{path}" for path in FILES}
    assert len(list(found.subjects(RDF.type, _schema("DataDownload")))) == len(FILES)

    page = SimpleNamespace(title="T", url="./", is_homepage=True, meta={}, canonical_url=HERE)
    template = Environment().from_string((ROOT / "theme" / "partials" / "meta.html").read_text(encoding="utf-8"))
    head = template.render(page=page, config={"site_name": "</script> & name", "site_description": "d"})
    site = graph(head, HERE)
    (home,) = site.subjects(RDF.type, _schema("WebSite"))
    assert site.value(home, _schema("name")) == Literal("</script> & name")
    assert site.value(home, _schema("url")) == URIRef(HERE)


def example(language: str) -> str:
    """The example of the data page in a language."""
    page = (ROOT / "docs" / "data.md").read_text(encoding="utf-8")
    (code,) = re.findall(f"```{language}\n(.*?)```", page, re.DOTALL)
    return code


PANDAS = {"string": "str", "number": "float64", "integer": "Int64", "date": "datetime64[us]"}
CLEARED = {
    claim.id
    for claim, measure, _ in BOOK.figures()
    if measure.key == "area-cleared" and claim.scope == "all-operators" and claim.place is None
    if claim.when and claim.when.is_interval and since_war(claim.when)
    if claim.status not in ("superseded", "withdrawn") and claim.id not in doubted(BOOK) and not claim.restates
}
MONTHS = {
    claim.id
    for claim, measure, _ in BOOK.figures()
    if measure.key == "area-cleared" and claim.place is None and claim.id not in doubted(BOOK)
    if claim.when and not since_war(claim.when) and 28 <= (claim.when.last - claim.when.first).days + 1 <= 32
    if not claim.restates
}
DUCKDB = {"string": {"VARCHAR"}, "number": {"DOUBLE", "BIGINT"}, "integer": {"BIGINT"}, "date": {"DATE"}}


def fields(data: Path) -> dict[str, str]:
    schema = json.loads((data / "schemas" / "facts-table.json").read_text(encoding="utf-8"))
    return {field["name"]: field["type"] for field in schema["fields"]}


def test_pandas_reads_the_types_promised(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The data page's example gives every column its type and every figure its number."""
    monkeypatch.chdir(data)
    ran: dict = {}
    exec(example("python"), ran)
    facts, cleared, once, months = (ran[name] for name in ("facts", "cleared", "once", "months"))

    assert {name: str(kind) for name, kind in facts.dtypes.items()} == {
        name: PANDAS[kind] for name, kind in fields(data).items()
    }
    wanted = {figure.claim.id: float(figure.value.number) for figure in BOOK.figures()}
    assert facts.set_index("id").number.dropna().to_dict() == wanted
    assert set(cleared.id) == CLEARED
    assert set(months.id) == MONTHS
    told = once[once.origin.notna()].set_index(["origin", "date", "value"]).index
    repeated = cleared[~cleared.id.isin(once.id)]
    assert told.is_unique
    assert len(repeated) > 1
    assert set(zip(repeated.origin, repeated.date, repeated.value, strict=True)) <= set(told)
    assert "menafn-2025-12-25-state-statistics-2020-2024.area-cleared" in CLEARED


@pytest.mark.skipif(not (shutil.which("jq") and shutil.which("curl")), reason="jq or curl is not installed")
def test_jq_finds_the_deaths_since_the_war(copy: Path, tmp_path: Path) -> None:
    """The data page's example gives every total of the killed since the war that no check doubts."""
    command = ["sh", "-c", example("sh")]
    found = subprocess.run(
        command, cwd=tmp_path, env={**os.environ, "SITE": tmp_path.as_uri()}, capture_output=True, text=True, check=True
    )

    assert (tmp_path / "facts.csv").read_bytes() == (copy / "facts.csv").read_bytes()
    assert [line.split("\t") for line in found.stdout.splitlines()] == [
        [claim.when.text, value.text, claim.according_to, claim.status, claim.source]
        for claim, measure, value in BOOK.figures()
        if measure.key == "mine-deaths" and claim.place is None and claim.id not in doubted(BOOK) and not claim.restates
        if claim.when and claim.when.is_interval and since_war(claim.when)
    ]


def test_duckdb_reads_the_types_promised(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The data page's example runs, every column has its type, and the Parquet file holds the same rows."""
    import duckdb

    monkeypatch.chdir(copy)
    select, export = (part for part in example("sql").split(";") if part.strip())
    cleared = duckdb.sql(select).fetchall()
    duckdb.sql(export)

    described = duckdb.sql("DESCRIBE FROM 'facts.csv'").fetchall()
    assert {name: kind for name, kind, *_ in described if kind not in DUCKDB[fields(copy)[name]]} == {}
    assert [name for name, *_ in described] == list(fields(copy))
    assert len(cleared) == len(CLEARED)
    for rows in ("facts.csv", "facts.parquet"):
        assert duckdb.sql(f"SELECT id, number FROM '{rows}' WHERE number IS NOT NULL").fetchall() == [
            (figure.claim.id, float(figure.value.number)) for figure in BOOK.figures()
        ]


def test_the_csv_is_plain_to_every_reader(data: Path) -> None:
    """It is UTF-8 without a mark, with lines that end in LF and as many cells in each row."""
    raw = (data / "facts.csv").read_bytes()

    assert raw.startswith(b"id,measure,")
    assert b"\r" not in raw
    assert {len(row) for row in csv.reader(raw.decode().splitlines())} == {len(fields(data))}
