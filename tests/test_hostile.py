"""A record full of hostile text: its site is this site, with that text where it belongs and as it was written."""

from __future__ import annotations

import csv
import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import bibtexparser
import pytest
from hostile_site import HOSTILE, ROOT, TOLD, HostileSite, make_hostile, without
from lxml import html
from markdown_it import MarkdownIt
from the_record import BOOK

from factbook.audit import audit
from factbook.book import examine
from factbook.checks.fields import CHECKS, DERIVED, QUESTION, any_kind
from factbook.export.edition import edition_of
from factbook.export.feed import ATOM, feed
from factbook.export.history import Change
from factbook.fields import CLAIM, NAME, PLACE, READING, SOURCE, by_name
from factbook.html import text
from factbook.render import corrections
from factbook.render.writer import Writer
from factbook.review import Snapshot, compare, report
from factbook.sections import SECTIONS

FORMULA = tuple("=+-@\t\r\uff1d\uff0b\uff0d\uff20")
OF_HISTORY = ("corrections/index.html", "data/changes.xml")  # the hostile record has none: tried apart


def names(site: Path, ending: str = "") -> list[str]:
    """The files of a site, by their paths in it."""
    found = (path.relative_to(site).as_posix() for path in site.rglob(f"*{ending}") if path.is_file())
    return sorted(name for name in found if name not in OF_HISTORY and not name.endswith(".gz"))


def parts(page: html.HtmlElement) -> Iterator[str]:
    """Every element, attribute and text of a page, in order; blocks of data are read as data."""
    own = next((heading.attrib.pop("id") for heading in page.xpath("//h1[@id]")), None)  # made of its words
    for element in page.iter():
        yield f"<{element.tag}"
        for name, value in sorted(element.attrib.items()):
            yield f"{name}={'' if value == f'#{own}' else unquote(value) if name == 'href' else value}"
        data = element.tag == "script" and (element.get("type") or "").endswith("json")
        yield from told(json.loads(element.text)) if data else [element.text or ""]
        yield f"</{element.tag}"
        yield element.tail or ""


def told(thing: Any) -> Iterator[str]:
    """Every key and every plain value of a JSON document, in order; lists of texts may be in the order of these."""
    if isinstance(thing, dict):
        for key, value in thing.items():
            if key not in ("bytes", "hash"):
                yield from (key, *told(value))
    elif isinstance(thing, list):
        plain = all(isinstance(item, str) for item in thing)
        yield f"list of {len(thing)}"
        for item in sorted(thing, key=lambda text: text[::-1]) if plain else thing:
            yield from told(item)
    else:
        yield str(thing)


def cells(table: str) -> Iterator[str]:
    """Every cell of a CSV file, as it was before it was made safe for spreadsheets."""
    for row in csv.reader(table.splitlines()):
        for cell in row:
            yield cell[1:] if re.match(f"'+[{re.escape(''.join(FORMULA))}]", cell) else cell
        yield "end of row"


def entries(library: str) -> Iterator[str]:
    """Every field of every entry of a BibTeX file."""
    parsed = bibtexparser.parse_string(library)
    assert parsed.failed_blocks == []
    for entry in parsed.entries:
        yield from (entry.key, *(part for field in entry.fields for part in (field.key, field.value)))


def indexed(index: str) -> Iterator[str]:
    """The search index, its texts read as the HTML they are."""
    for document in json.loads(index)["docs"]:
        place, _, anchor = document["location"].partition("#")
        if place == "corrections/" and anchor:
            continue
        yield place
        for key in ("title", "text"):
            yield from parts(html.fragment_fromstring(document[key], create_parent=True))


READ = {
    ".html": lambda text: parts(html.document_fromstring(text)),
    "search_index.json": indexed,
    ".json": lambda text: told(json.loads(text)),
    ".csv": cells,
    ".bib": entries,
    ".txt": str.splitlines,
    ".xml": lambda text: (f"{each.tag} {each.attrib} {each.text}" for each in ET.fromstring(text).iter()),
}


def plain(site: Path, name: str, put: set[str]) -> str:
    """A file of a site read as what it is, without what was put into the record."""
    read = next(read for ending, read in READ.items() if name.endswith(ending))
    return without("\x00".join(" ".join(part.split()) for part in read((site / name).read_text("utf-8"))), put)


def test_both_sites_hold_the_same_files(built_site: Path, hostile_site: HostileSite) -> None:
    """No text makes a page or a file of its own, or keeps one away."""
    assert names(hostile_site.folder) == names(built_site)


@pytest.mark.parametrize("ending", [".html", ".json", ".csv", ".bib", ".txt", ".xml"])
def test_files_differ_only_by_what_was_put_in(built_site: Path, hostile_site: HostileSite, ending: str) -> None:
    """Part by part every page and every download is the same: no text is markup, a field or a row of its own."""
    found = names(built_site, ending)

    assert found
    for name in found:
        ours, theirs = plain(hostile_site.folder, name, hostile_site.put), plain(built_site, name, set())
        place = next((at for at, (one, other) in enumerate(zip(ours, theirs, strict=False)) if one != other), None)
        assert place is None, (name, ours[place - 99 : place + 99], theirs[place - 99 : place + 99])
        assert len(ours) == len(theirs), name


def test_every_hostile_text_is_on_a_page(hostile_site: HostileSite) -> None:
    """What was put in is there to be read, to the letter: nothing was cut, and nothing filtered out."""
    pages = (html.parse(str(hostile_site.folder / name)) for name in names(hostile_site.folder, ".html"))
    read = " ".join(" ".join(page.xpath("string(//article)").split()) for page in pages)

    assert [words for words in HOSTILE if words not in read] == []


def test_no_cell_is_a_formula(hostile_site: HostileSite) -> None:
    """No cell of a table begins as formulas do, unless it is a number."""
    for name in names(hostile_site.folder, ".csv"):
        for row in csv.reader((hostile_site.folder / name).read_text("utf-8").splitlines()):
            wrong = [cell for cell in row if cell.startswith(FORMULA) and not re.fullmatch(r"-[0-9.]+", cell)]
            assert wrong == [], name


def test_every_entry_of_bibtex_has_as_many_braces_open_as_closed(hostile_site: HostileSite) -> None:
    """BibTeX counts braces, whatever stands before them."""
    for entry in (hostile_site.folder / "data" / "sources.bib").read_text("utf-8").split("\n@")[1:]:
        depths = [entry[:end].count("{") - entry[:end].count("}") for end in range(len(entry) + 1)]
        assert min(depths[entry.index("{") + 1 : entry.rindex("}")]) > 0, entry
        assert depths[-1] == 0, entry


def test_no_text_makes_the_audit_blame_a_page(hostile_site: HostileSite) -> None:
    """Nothing in a text is taken for a link, a footnote or a file of another host."""
    found = audit(hostile_site.folder, ROOT / "docs", BOOK)

    assert [str(problem) for problem in found if problem.rule != "typed-figure"] == []


@pytest.mark.parametrize("words", HOSTILE)
def test_what_history_holds_stays_text(monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    """Old texts and old keys, which no rule saw, are text in the feed and in the table of changes."""
    edits = (("claim", words, f"{words} now"), (words, None, words))
    change = Change("0" * 40, datetime(2026, 1, 1, tzinfo=UTC), "voi-2024-10", "gone", "changed", edits)
    source = replace(change, source=words, fact="", kind="removed", edits=((words, words, None),))
    monkeypatch.setattr(corrections, "changes", lambda root: (change, source))

    entry = ET.fromstring(feed(BOOK, edition_of(BOOK), (change,)).encode()).find(f"{{{ATOM}}}entry")
    content = html.fragment_fromstring(entry.findtext(f"{{{ATOM}}}content"))
    table = html.fragment_fromstring(corrections.changes_table(Writer(BOOK, "corrections.md")))

    assert entry.findtext(f"{{{ATOM}}}title") == f"Changed: {words} → {words} now (voi-2024-10.gone)"
    assert [item.text_content() for item in content] == [f"claim: {words} → {words} now", f"{words}: {words}"]
    assert {each.tag for each in content.iter()} == {"ul", "li", "del", "ins"}
    shown = [cell.text_content() for cell in table.xpath("//td/div")]
    spaced = re.sub(r"\s+", " ", words.replace("-", " "))
    assert shown == [f"statement: {words}", f"statement: {words} now", f"{spaced}: {words}"]
    assert table.xpath("//tbody/tr[2]/th")[0].text_content() == spaced
    assert {each.tag for each in table.xpath("//tbody//*")} == {"tr", "th", "td", "time", "div", "a", "code"}


IN_REPORTS = {
    *("div", "h2", "h3", "h4", "p", "ul", "li", "br", "strong", "code"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}


def test_what_reviewers_are_told_is_text(tmp_path: Path) -> None:
    """In the report on a change that makes all texts hostile each of them is code, whole; problems are plain lines."""
    shutil.copytree(ROOT / "facts", tmp_path / "facts")
    make_hostile(tmp_path / "facts")
    hostile, problems = examine(tmp_path / "facts")
    before, after = Snapshot("a", BOOK, [], {"a.md": "a"}), Snapshot("b", hostile, problems, {"a.md": text(HOSTILE[0])})

    told = report(compare(before, after))
    page = html.fragment_fromstring(MarkdownIt().enable("table").render(told), create_parent=True)
    codes = [" ".join(code.text_content().split()) for code in page.iter("code")]
    written = re.sub("&#[0-9]+;", "", " ".join(re.findall("<code>([^<]*)</code>", told)))

    assert {element.tag for element in page.iter()} == IN_REPORTS
    assert [element.attrib for element in page.iter() if element.attrib] == []
    assert [words for words in HOSTILE if not any(words in code for code in codes)] == []
    assert set('@#$&*_`~|\\[]{}<>:!"') & set(written) == set()
    assert [problem for problem in map(str, problems) if not problem.isascii() or "\n" in problem] == []


UNTOLD = {  # texts that readers never see: they are only compared with others
    *("claim.date_quote", "units.dimension", "units.heard", "measures.heard"),
    *("units.prefixes", "parties.also", "names.text", "names.reason"),
}


def test_every_text_is_made_hostile() -> None:
    """No kind of text is forgotten, should the format grow."""
    tables = {"source": by_name(SOURCE), "claim": by_name(CLAIM), "places": by_name(PLACE), "names": by_name(NAME)}
    tables |= {"readings": by_name(READING), "questions": QUESTION, "checks": any_kind(CHECKS)}
    tables |= {"derived": any_kind(DERIVED), **SECTIONS}
    free = ("line", "lines", "prose", "quote", "url", "paragraphs", "quantity")
    known = {f"{part}.{key}" for part, fields in tables.items() for key, field in fields.items() if field.kind in free}

    assert known - {f"{part}.{key}" for part, keys in TOLD.items() for key in keys.split()} - {"source.url"} == UNTOLD
