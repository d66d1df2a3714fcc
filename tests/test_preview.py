"""The live preview: it says what is wrong where it is seen, stays up, and recovers when the slip is mended."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html
from previews import INDEX, edit, page_with, serving, small, status
from records import GOOD, SOURCE_ID, laid_out

from factbook.book import examined
from factbook.errors import Mark, Problem
from factbook.preview import MOST, box_for, previewing

ROOT = Path(__file__).parents[1]
SHOWN = f'data-id="{SOURCE_ID}.anti-personnel"'


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """This project with a small record whose value is broken, and two pages."""
    small(tmp_path)
    edit(tmp_path / "facts" / "sources" / f"{SOURCE_ID}.yaml", "value: 340 mines", "value: 34O mines")
    return tmp_path


@pytest.fixture
def address(project: Path) -> Iterator[str]:
    """The address of a preview of the project, which ends with the test."""
    with serving(project) as address:
        yield address


def test_slips_are_shown_and_mended_while_the_preview_stays_up(project: Path, address: str) -> None:
    """Broken facts, an unknown id and a broken template show on the page and in the terminal until they are mended."""
    place = f"facts/sources/{SOURCE_ID}.yaml:22:12"
    page = page_with(address, 'class="broken"')
    assert SHOWN not in page
    assert told(page).count(place) == 1
    assert place in told(page_with(f"{address}plain/", 'class="broken"'))
    assert place in (project / "log").read_text()

    edit(project / "facts" / "sources" / f"{SOURCE_ID}.yaml", "value: 34O mines", "value: 340 mines")
    assert 'class="broken"' not in page_with(address, SHOWN)

    edit(project / "docs" / "index.md", ".anti-personnel", ".anti-personel")
    page = page_with(address, 'class="broken"')
    message = f"docs/index.md:3:17: page: no fact '{SOURCE_ID}.anti-personel' is in the record."
    assert message in told(page)
    assert message in (project / "log").read_text()
    assert 'class="broken"' not in page_with(f"{address}plain/", "Plain")

    (project / "docs" / "index.md").write_text(INDEX.replace("Found:", "Found in 12 fields:"))
    page = page_with(address, "typed by hand")
    message = "docs/index.md:3:10: page: '12' is typed by hand."
    assert message in told(page)
    assert SHOWN in page
    assert message in (project / "log").read_text()
    (project / "docs" / "index.md").write_text(INDEX)
    assert 'class="broken"' not in page_with(address, "Found:")

    (project / "docs" / "index.md").write_text(INDEX.replace("Found:", "According to Armenia:"))
    page = page_with(address, "the Armenian side")
    assert told(page).count(f"page: 'the Armenian side' stands beside {SOURCE_ID}.anti-personnel") == 1
    assert SHOWN in page

    edit(project / "docs" / "index.md", "sources_used()", "sources_used(")
    page = page_with(address, "a macro cannot be read")
    assert "docs/index.md:5:1: page: a macro cannot be read" in told(page)
    assert "typed by hand" not in page
    assert "# Valley" in page

    (project / "docs" / "index.md").write_text(INDEX + "{{ fact(1) }}")
    page = page_with(address, "fact(1)")
    assert "docs/index.md:6:4: page: a macro is given what it cannot read. Give ids in quotes" in told(page)
    assert "Traceback" not in page

    (project / "docs" / "index.md").write_text(INDEX + '\n{{ chart("areas") }}')
    page = page_with(address, "no chart")
    assert "not shown: no chart 'areas'. Did you mean 'area'?" in told(page)
    assert SHOWN in page

    (project / "docs" / "index.md").write_text(INDEX)
    page_with(address, SHOWN, without='class="broken"')


VANISHING = {
    "facts/sources/" + SOURCE_ID + ".yaml": ("is missing, but fingerprints/" + SOURCE_ID + ".txt is there.", False),
    "facts/vocabulary.yaml": ("vocabulary: is missing. Restore it.", False),
    "facts/fingerprints/" + SOURCE_ID + ".txt": ("Make it with `python -m factbook fingerprint`", True),
}


def test_files_that_vanish_are_told_of_and_come_back(tmp_path: Path) -> None:
    """A fact file that is gone is named on the page, with what to do; put back, the page is whole; pages go, too."""
    small(tmp_path)
    with serving(tmp_path) as address:
        page_with(address, SHOWN)
        for name, (message, figures_stay) in VANISHING.items():
            (tmp_path / name).rename(tmp_path / "aside")
            page = page_with(address, 'class="broken"')
            assert message in told(page)
            assert (SHOWN in page) == figures_stay
            assert ("not shown" in told(page)) != figures_stay
            (tmp_path / "aside").rename(tmp_path / name)
            page_with(address, SHOWN, without='class="broken"')
        (tmp_path / "docs" / "plain.md").unlink()
        edit(tmp_path / "docs" / "index.md", "Found", "Seen")
        page_with(address, "Seen")
        assert status(f"{address}plain/") == 404
        (tmp_path / "docs" / "plain.md").write_text("# Plain\n")
        page_with(f"{address}plain/", "Plain")


def test_a_half_made_source_takes_no_other_figure_away(tmp_path: Path) -> None:
    """Its problems stand on the page, and the figures of a sound source stay, as does its own page."""
    small(tmp_path)
    half = "source:\n  publisher: The Other\n\narea:\n  measure: area-cleared\n  value:\n"
    with serving(tmp_path) as address:
        page_with(address, SHOWN)
        (tmp_path / "facts" / "sources" / "other-2021-04-03.yaml").write_text(half)
        page = page_with(address, 'class="broken"')
        assert "other-2021-04-03: title is missing." in told(page)
        assert SHOWN in page
        page_with(f"{address}sources/{SOURCE_ID}/", SOURCE_ID)


def test_a_template_that_is_saved_shows_at_once(tmp_path: Path) -> None:
    """Every page is made with it anew, without a change in facts or pages."""
    small(tmp_path)
    (tmp_path / "theme").unlink()
    shutil.copytree(ROOT / "theme", tmp_path / "theme")
    with serving(tmp_path) as address:
        page_with(address, SHOWN)
        edit(tmp_path / "theme" / "main.html", 'aria-label="Search"', 'aria-label="Look it up"')
        page_with(address, 'aria-label="Look it up"')


def test_the_page_of_a_source_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    """The editor who has it open sees the slip there, not the page as it was, and the page again once it is mended."""
    small(tmp_path)
    file = tmp_path / "facts" / "sources" / f"{SOURCE_ID}.yaml"
    with serving(tmp_path) as address:
        page_with(f"{address}sources/{SOURCE_ID}/", SHOWN)
        edit(file, "  value: 340 mines", "\tvalue: 340 mines")
        page = page_with(f"{address}sources/{SOURCE_ID}/", 'class="broken"', without=SHOWN)
        assert f"facts/sources/{SOURCE_ID}.yaml:22:1" in told(page)
        edit(file, "\tvalue: 340 mines", "  value: 340 mines")
        page_with(f"{address}sources/{SOURCE_ID}/", SHOWN, without='class="broken"')


@pytest.mark.parametrize("after", [False, True], ids=["before it is looked at", "after it is looked at"])
def test_what_editors_take_away_meanwhile_is_no_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, after: bool
) -> None:
    """A file that is gone before its state is read, or between that and the reading, stops no preview."""
    laid_out(GOOD, tmp_path / "facts")
    swapped = tmp_path / "facts" / ".a.yaml.swp"
    swapped.touch()
    look = Path.stat

    def stat(path: Path, **options: bool) -> os.stat_result:
        status = look(path, **options) if after else None
        if path == swapped:
            swapped.unlink(missing_ok=True)
        return status or look(path, **options)

    monkeypatch.setattr(Path, "stat", stat)

    book, _ = examined(tmp_path / "facts")
    assert book
    assert SOURCE_ID in book.sources


def told(page: str) -> str:
    """The text of a page, its character references resolved."""
    return html.fromstring(page).text_content()


def problem(path: str, number: int = 1) -> Problem:
    """A problem in a file."""
    return Problem(Mark(path, number, 1), "id", "is <wrong>.", "rule")


SHOWN_ON: dict[str, tuple[str, bool]] = {
    "facts": ("facts/sources/a.yaml", True),
    "its own": ("docs/index.md", True),
    "another page": ("docs/other.md", False),
}


@pytest.mark.parametrize("case", SHOWN_ON)
def test_a_page_shows_the_problems_that_concern_it(case: str) -> None:
    """Problems of the facts stand on every page, those of a page on that page, and no text becomes markup."""
    path, shown = SHOWN_ON[case]

    box = box_for("index.md", [problem(path)])

    assert bool(box) == shown
    assert "<wrong>" not in box
    assert "more" not in box


def test_many_problems_are_counted() -> None:
    """A page stays readable whatever is broken."""
    box = told(box_for("index.md", [problem("facts/a.yaml", line) for line in range(1, MOST + 4)]))

    assert box.endswith("and 3 more")
    assert box.count("is <wrong>.") == MOST


def test_a_build_is_no_preview(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the command that serves lets broken facts pass, whatever a folder is called."""
    answers = []
    for line in ("mkdocs serve", "mkdocs -q serve", "mkdocs build --site-dir serve", "mkdocs"):
        monkeypatch.setattr("sys.argv", line.split())
        answers.append(previewing())

    assert answers == [True, True, False, False]


def test_a_taken_port_is_told_of() -> None:
    """`make serve` says at once that another program holds the port, and how to take another one."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        made = [argument for stamp in (".venv/.site", "schema/sources.json") for argument in ("--old-file", stamp)]
        rule = ["make", "--silent", *made, "serve", f"PORT={port}", f"python={sys.executable}"]
        run = subprocess.run(rule, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)

    told = "cannot be had: another preview may be on it. End that, or take another: make serve PORT=8001"
    assert run.stderr.splitlines()[0] == f"Port {port} {told}"
    assert (run.returncode, run.stdout) == (2, "")
