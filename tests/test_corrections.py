"""Pages about the record itself: what was corrected, and the keys of a fact file."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from lxml import html
from records import GOOD, SOURCE_ID, committed, loaded

from factbook.export.history import Change, Edit, changes
from factbook.fields import CLAIM, SOURCE, Field
from factbook.render import Writer, corrections, edits
from factbook.render.fields import field_table

FACT = "anti-personnel mines, in The Example, 2 April 2021"
WHEN = datetime(2026, 11, 5, tzinfo=UTC)
RULES = Path(__file__).parent / "rules"


def cells(markup: str) -> list[list[str]]:
    """The text of a table, cell by cell."""
    rows = html.fromstring(markup).xpath("//tbody/tr")
    return [[" ".join(cell.text_content().split()) for cell in row.xpath("th|td")] for row in rows]


def writer(root: Path, case: Path = GOOD) -> Writer:
    """Writes for a page of a small record."""
    return Writer(loaded(case, root), "corrections.md")


def test_a_withdrawn_claim_is_listed_with_its_reason(tmp_path: Path) -> None:
    """It is linked to its entry, which stays."""
    table = corrections.withdrawn_table(writer(tmp_path / "facts", RULES / "reason-given" / "good-withdrawn.yaml"))

    assert cells(table) == [["340 mines", "withdrawn", "The agency took it back.", "The Example, 2 April 2021"]]
    assert f'href="../sources/{SOURCE_ID}/#anti-personnel"' in table


def test_a_claim_that_restates_another_names_it(tmp_path: Path) -> None:
    """Old and new figure stand side by side."""
    page = writer(tmp_path / "facts", RULES / "restates-known" / "good-earlier-claim.yaml")

    (found,) = cells(corrections.restated_table(page))

    assert found[1].startswith("restates ")
    assert found[1].endswith("The Example, 2 April 2021")
    assert "None so far." in corrections.withdrawn_table(page)


def test_changes_are_dated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A change of a value shows its day, before and after; additions and notes are left to the feed."""
    page = writer(tmp_path / "facts")
    path = tmp_path / "facts" / "sources" / f"{SOURCE_ID}.yaml"
    monkeypatch.setattr(corrections, "ROOT", tmp_path)
    text = path.read_text(encoding="utf-8")
    for version in (text, text.replace("value: 340", "value: 341"), f"{text}# see above\n"):
        path.write_text(version, encoding="utf-8")
        committed(tmp_path, at=int(WHEN.timestamp()))

    commits = [change.commit for change in changes(tmp_path)]
    assert cells(corrections.changes_table(page)) == [
        [FACT, f"5 November 2026, {commits[0][:7]}", "figure: 341 mines", "figure: 340 mines"],
        [FACT, f"5 November 2026, {commits[1][:7]}", "figure: 340 mines", "figure: 341 mines"],
    ]
    kept = corrections.changes_table(replace(page, repository="https://example.org/r"))
    assert html.fromstring(kept).xpath("//td/a/@href") == [f"https://example.org/r/commit/{one}" for one in commits[:2]]


@pytest.mark.parametrize(
    ("key", "old", "new", "before", "after"),
    [
        ("status", "attributed", "contested", "status: attributed", "status: contested"),
        ("measure", "area-cleared", "gone", "what is measured: area cleared", "what is measured: gone"),
        ("scope", "everyone", None, "whose work is counted: every operator", "not stated"),
        ("according_to", "not-stated", "agency", "according to: not stated", "according to: the agency"),
        ("date", "2021-03", "2021-13", "date: March 2021", "date: 2021-13"),
        (
            "restates",
            None,
            f"{SOURCE_ID}.asked",
            "not stated",
            "restates: Readers may write to the editor, in The Example",
        ),
    ],
)
def test_a_change_is_told_in_words(
    key: str, old: str | None, new: str | None, before: str, after: str, tmp_path: Path
) -> None:
    """Readers see labels and dates; a key of the file is shown only where nothing explains it any more."""
    page = writer(tmp_path / "facts")
    change = Change("c", WHEN, SOURCE_ID, "area", "changed", ((key, old, new), ("note", "a", "b")))

    assert told(edits.before(page, change)) == before
    assert told(edits.after(page, change)) == after


@pytest.mark.parametrize(
    ("source", "fact", "said", "about"),
    [
        (
            SOURCE_ID,
            "asked",
            (("claim", "Old words.", None),),
            "Readers may write to the editor, in The Example, 2 April 2021",
        ),
        (SOURCE_ID, "tanks-found", (("claim", "Old words.", None),), "tanks found, in The Example, 2 April 2021"),
        (
            SOURCE_ID,
            "tanks-found",
            (("claim", "Old words.", None), ("topic", "clearance", None)),
            "a statement on clearance, in The Example, 2 April 2021",
        ),
        ("the-gone-2020", "", (("tanks-found", "Old words.", None),), "the gone 2020"),
    ],
)
def test_what_was_taken_out_is_named(
    source: str, fact: str, said: tuple[Edit, ...], about: str, tmp_path: Path
) -> None:
    """A fact or a whole source that was removed is named, with what it said."""
    page = writer(tmp_path / "facts")
    change = Change("c", WHEN, source, fact, "removed", said)

    assert edits.alters(change)
    assert told(edits.named(page, change)) == about
    assert told(edits.before(page, change)).endswith(": Old words.")
    assert told(edits.after(page, change)) == "no longer in this record"


def told(markup: str) -> str:
    """The text of a cell."""
    return str(html.fromstring(f"<div>{markup}</div>").text_content())


@pytest.mark.parametrize(("kind", "fields"), [("source", SOURCE), ("claim", CLAIM)])
def test_every_key_stands_in_the_table_of_fields(kind: str, fields: tuple[Field, ...], tmp_path: Path) -> None:
    """Each key with its description and examples, in canonical order; required ones in bold."""
    table = field_table(writer(tmp_path / "facts"), kind)

    assert cells(table) == [[field.name, field.description.replace("`", ""), field.good, field.bad] for field in fields]
    assert [name.text for name in html.fromstring(table).xpath("//th/strong/code")] == [
        field.name for field in fields if field.required
    ]
