"""The feed of changes: what each commit did to each fact, with ids that stay."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from records import git
from the_record import BOOK

from factbook.export import history
from factbook.export.edition import Edition
from factbook.export.feed import ATOM, MOST_ENTRIES, feed
from factbook.export.git import commit
from factbook.export.history import Change, changes, compared

FIRST = 1_700_000_000
EDITION = Edition(date(2026, 11, 21), "0123456789ab", "https://example.org/record")
MINES = "mines:\n  measure: mines-found\n  value: {} mines\n  status: {}\n"
Commit = Callable[[dict[str, str | None]], str]


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty repository."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    root = tmp_path / "record"
    (root / "facts" / "sources").mkdir(parents=True)
    (root / "facts" / "places.yaml").write_text("a: b\n")
    git(root, "init", "-q")
    return root


@pytest.fixture
def committed(root: Path) -> Commit:
    """Commit these contents of sources, a day later each time; None removes one. Returns the commit."""
    days = iter(range(100))

    def commit_all(sources: dict[str, str | None]) -> str:
        for name, text in sources.items():
            path = root / "facts" / "sources" / f"{name}.yaml"
            path.unlink() if text is None else path.write_text(text)
        git(root, "add", "-A")
        git(root, "commit", "-q", "-m", "a", at=FIRST + 86_400 * next(days))
        return git(root, "rev-parse", "HEAD")

    return commit_all


def brief(found: tuple[Change, ...]) -> list[tuple]:
    return [(change.when.day, change.kind, change.fact, change.edits) for change in found]


def test_life_of_a_fact(root: Path, committed: Commit) -> None:
    """A source comes, a figure of it is corrected, another is added, one is withdrawn, and the source goes."""
    more = "deaths:\n  value: two people\n"
    for text in (
        MINES.format(48, "attributed"),
        MINES.format(84, "attributed"),
        MINES.format(84, "attributed") + more,
        MINES.format(84, "withdrawn") + more,
        None,
    ):
        committed({"a-2021": text})

    assert brief(changes(root)) == [
        (18, "removed", "", (("mines", "84 mines", None), ("deaths", "two people", None))),
        (17, "withdrawn", "mines", (("status", "attributed", "withdrawn"),)),
        (16, "added", "deaths", (("value", None, "two people"),)),
        (15, "changed", "mines", (("value", "48 mines", "84 mines"),)),
        (14, "added", "", (("mines", None, "48 mines"),)),
    ]


def test_a_status_that_is_not_written_is_told_too(root: Path, committed: Commit) -> None:
    """A claim without one is attributed: the feed shows it as old and as new, and writing it out is no change."""
    unwritten = MINES.partition("  status")[0].format(48)
    for text in (unwritten, MINES.format(48, "contested"), unwritten, MINES.format(48, "attributed")):
        committed({"a-2021": text})

    assert brief(changes(root)) == [
        (16, "changed", "mines", (("status", "contested", "attributed"),)),
        (15, "changed", "mines", (("status", "attributed", "contested"),)),
        (14, "added", "", (("mines", None, "48 mines"),)),
    ]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (MINES.format(48, "attributed").replace("mines-found", "'mines-found'"), "quotes"),
        ("# remark\n" + MINES.format(48, "attributed"), "a comment"),
        ("source:\n  title: Other\n\n" + MINES.format(48, "attributed"), "the record of the article"),
        (MINES.format(48, "attributed").replace("value: 48 mines", "value: >-\n    48\n    mines"), "line breaks"),
    ],
)
def test_only_facts_count(root: Path, committed: Commit, text: str, why: str) -> None:
    """Another way to write the same facts is no change to them."""
    committed({"a-2021": MINES.format(48, "attributed")})
    committed({"a-2021": text})

    assert [change.kind for change in changes(root)] == ["added"], why


def test_only_the_latest_changes_are_told(root: Path, committed: Commit, monkeypatch: pytest.MonkeyPatch) -> None:
    """A long history is cut at its old end, and the feed claims no more than the latest of it."""
    monkeypatch.setattr(history, "MOST_CHANGES", 2)
    for mines in (48, 84, 90):
        committed({"a-2021": MINES.format(mines, "attributed")})
    subtitle = ET.fromstring(feed(BOOK, EDITION, changes(root))).findtext(f"{{{ATOM}}}subtitle")

    assert [change.when.day for change in changes(root)] == [16, 15]
    assert subtitle == "The latest facts added, changed, withdrawn or removed, each with its old and its new value."


def test_versions_that_nobody_can_read_are_no_facts(root: Path, committed: Commit) -> None:
    """A version that the strict reader refuses shows no facts, and nothing in it is run."""
    committed({"a-2021": "x: !!python/object/apply:os.system ['touch ran']\n"})
    committed({"a-2021": "x: \x07\n"})
    committed({"a-2021": MINES.format(48, "attributed")})

    assert [(change.when.day, change.kind) for change in changes(root)] == [(16, "added")]
    assert not (root / "ran").exists()


def test_a_version_that_nobody_can_read_changes_nothing(root: Path, committed: Commit) -> None:
    """Broken and put back, a source is as it was; what else was done meanwhile is told by the commit that mended it."""
    for text in (
        MINES.format(48, "attributed"),
        "mines: [\n",
        MINES.format(48, "attributed"),
        MINES.format(48, "attributed") + "mines: [\n",
        MINES.format(48, "attributed") + "mines: {}\n",
        MINES.format(50, "attributed"),
    ):
        committed({"a-2021": text})

    assert brief(changes(root)) == [
        (19, "changed", "mines", (("value", "48 mines", "50 mines"),)),
        (14, "added", "", (("mines", None, "48 mines"),)),
    ]


def test_the_feed_keeps_the_latest_and_the_page_of_corrections_looks_further() -> None:
    """Many facts added at once push no correction out of what is read of the history."""
    many = [a_change(fact=f"mines-{number}") for number in range(MOST_ENTRIES + 1)]
    entries = ET.fromstring(feed(BOOK, EDITION, many)).findall(f"{{{ATOM}}}entry")

    assert len(entries) == MOST_ENTRIES < history.MOST_CHANGES


def test_what_no_file_may_hold_is_not_told_of_an_old_version(root: Path, committed: Commit) -> None:
    """A character made by an escape, or a name that is no id, would break the feed for good."""
    committed({"a-2021": MINES.format(48, "attributed")})
    committed(
        {"a-2021": MINES.format(48, "attributed") + '  note: "a\\x01b"\n  "c\\u202ed": e\n"f\\x01g":\n  claim: h\n'}
    )
    committed({"a-2021": MINES.format(50, "attributed")})

    assert brief(changes(root))[:-1] == [(16, "changed", "mines", (("value", "48 mines", "50 mines"),))]
    ET.fromstring(feed(BOOK, EDITION, changes(root)))


def test_a_merge_counts_when_it_comes_in(root: Path, committed: Commit) -> None:
    """What was done aside is told once, by the merge that brought it in."""
    committed({"a-2021": MINES.format(48, "attributed")})
    git(root, "checkout", "-q", "-b", "aside")
    committed({"a-2021": MINES.format(50, "attributed")})
    committed({"a-2021": MINES.format(52, "attributed")})
    git(root, "checkout", "-q", "main")
    committed({"b-2021": MINES.format(1, "attributed")})
    git(root, "merge", "-q", "--no-ff", "aside", "-m", "a", at=FIRST + 86_400 * 9)

    assert brief(changes(root))[0] == (23, "changed", "mines", (("value", "48 mines", "52 mines"),))
    assert [(change.source, change.kind) for change in changes(root)[1:]] == [("b-2021", "added"), ("a-2021", "added")]


def test_where_a_history_is_cut_off_nothing_is_told(root: Path, committed: Commit, tmp_path: Path) -> None:
    """The first commit of a shallow clone holds everything, but it did not add it."""
    for count in (48, 50, 52):
        committed({"a-2021": MINES.format(count, "attributed")})
    git(tmp_path, "clone", "-q", "--depth", "2", root.as_uri(), "shallow")

    assert [change.edits for change in changes(tmp_path / "shallow")] == [(("value", "50 mines", "52 mines"),)]


def test_without_a_history_there_are_no_changes(tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No repository, no commit, a folder that another repository only surrounds, no git: no changes and no commit."""
    (root / "unpacked" / "facts" / "sources").mkdir(parents=True)
    (root / "seen").write_text("a")
    (tmp_path / "plain" / "facts").mkdir(parents=True)
    assert (changes(root), commit(root)) == ((), "")
    git(root, "add", "seen")
    git(root, "commit", "-q", "-m", "a")

    assert (changes(root / "unpacked"), commit(root / "unpacked")) == ((), "")
    assert (changes(tmp_path / "plain"), commit(tmp_path / "plain")) == ((), "")
    monkeypatch.setenv("PATH", "")
    assert (changes(root), commit(root)) == ((), "")


def test_the_commit_tells_whether_facts_differ_from_it(root: Path, committed: Commit) -> None:
    """Facts changed since the commit, or not yet in it, are marked; other files do not matter."""
    known = committed({"a-2021": MINES.format(48, "attributed")})
    (root / "notes").write_text("a")
    assert commit(root) == known[:12]
    (root / "facts" / "sources" / "b-2021.yaml").write_text("a")
    assert commit(root) == f"{known[:12]}-changed"


def test_what_is_set_for_another_repository_is_passed_over(
    root: Path, committed: Commit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A hook of another repository sets variables of that one; git is asked about the folder given all the same."""
    known = committed({"a-2021": MINES.format(48, "attributed")})
    (tmp_path / "other").mkdir()
    git(tmp_path / "other", "init", "-q")
    for name, file in {"GIT_DIR": "", "GIT_INDEX_FILE": "index", "GIT_OBJECT_DIRECTORY": "objects"}.items():
        monkeypatch.setenv(name, str(tmp_path / "other" / ".git" / file))

    assert commit(root) == known[:12]


def entries(xml: str) -> list[dict[str, str | None]]:
    """Text and address of each entry of a feed."""
    names = {"a": ATOM}
    return [
        {
            **{name: entry.findtext(f"a:{name}", None, names) for name in ("id", "title", "updated", "content")},
            "href": link.get("href") if (link := entry.find("a:link", names)) is not None else None,
        }
        for entry in ET.fromstring(xml).findall("a:entry", names)
    ]


def a_change(**edits: object) -> Change:
    held = {
        "commit": "c" * 40,
        "when": datetime(2026, 11, 20, 12, tzinfo=UTC),
        "source": "voi-2024-10",
        "fact": "area-cleared",
        "kind": "changed",
        "edits": (("value", "1 < 2 hectares", "162,000 hectares"), ("note", "old & worn", None)),
    }
    return Change(**(held | edits))  # type: ignore[arg-type]


def test_an_entry_tells_old_and_new() -> None:
    """Title, address and content tell fact, old and new value; what facts say is text, not markup."""
    (entry,) = entries(feed(BOOK, EDITION, [a_change()]))

    assert entry == {
        "id": "urn:uuid:ddc08a46-4967-5599-9c40-e86ab79917c1",
        "title": "Changed: 1 < 2 hectares → 162,000 hectares (voi-2024-10.area-cleared)",
        "updated": "2026-11-20T12:00:00Z",
        "href": "../sources/voi-2024-10/#area-cleared",
        "content": "<ul><li>value: <del>1 &lt; 2 hectares</del> → <ins>162,000 hectares</ins></li>"
        "<li>note: <del>old &amp; worn</del></li></ul>",
    }


@pytest.mark.parametrize(
    ("change", "title"),
    [
        (
            a_change(kind="withdrawn", edits=(("status", None, "withdrawn"),)),
            "Withdrawn: status (voi-2024-10.area-cleared)",
        ),
        (a_change(kind="added", edits=(("claim", None, "It is so."),)), "Added: It is so. (voi-2024-10.area-cleared)"),
        (a_change(fact="", kind="added", edits=(("a", None, "b"),)), "Added: VOI with 1 fact (voi-2024-10)"),
        (a_change(fact="", kind="removed", source="gone", edits=()), "Removed: a source with 0 facts (gone)"),
    ],
)
def test_titles(change: Change, title: str) -> None:
    """A title says what was done, to what, and to which fact."""
    assert [entry["title"] for entry in entries(feed(BOOK, EDITION, [change]))] == [title]


def test_a_feed_is_as_new_as_its_newest_change() -> None:
    """It was updated when the last of its changes was made, whatever day the facts are of."""
    newest = a_change(when=datetime(2026, 11, 20, 13, 30, 1, tzinfo=UTC))
    root = ET.fromstring(feed(BOOK, EDITION, [newest, a_change()]))

    assert root.findtext(f"{{{ATOM}}}updated") == "2026-11-20T13:30:01Z"


def test_ids_are_of_the_fact_and_the_commit() -> None:
    """Another fact or commit has another id; the words of the entry do not matter."""
    several = [a_change(), a_change(fact="killed"), a_change(commit="d" * 40), a_change(kind="added", edits=())]
    first, *others = (entry["id"] for entry in entries(feed(BOOK, EDITION, several)))

    assert [id == first for id in others] == [False, False, True]
    assert all(re.fullmatch("urn:uuid:[0-9a-f-]{36}", str(id)) for id in (first, *others))


@pytest.mark.parametrize(
    ("address", "base"), [("https://example.org/record", "https://example.org/record/data/"), ("", None)]
)
def test_a_feed_without_changes_is_of_the_day_of_the_facts(address: str, base: str | None) -> None:
    """It has no entries, the day of the facts, and the site's address where that is known."""
    root = ET.fromstring(feed(BOOK, Edition(date(2026, 11, 21), "", address), []))

    assert root.findall(f"{{{ATOM}}}entry") == []
    assert root.findtext(f"{{{ATOM}}}updated") == "2026-11-21T00:00:00Z"
    assert root.get("{http://www.w3.org/XML/1998/namespace}base") == base


def test_equal_versions_differ_in_nothing() -> None:
    """A fact that is the same in both versions is not told."""
    facts = {"a": {"value": "1 mine"}, "b": {"value": "2 mines"}}

    assert list(compared(facts, facts)) == []
    assert [fact for fact, _, _ in compared(facts, facts | {"b": {"value": "3 mines"}})] == ["b"]
