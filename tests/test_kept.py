"""A live preview that builds only what has changed shows the same as building everything."""

from __future__ import annotations

import filecmp
import gc
import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from previews import small
from records import GOOD, SOURCE_ID, laid_out, project

from factbook import kept
from factbook.book import uncollected

# What `mkdocs serve --dirty` does at its start and at each change, without the server; each line read is a change.
PREVIEW = """
import sys
from mkdocs.commands.build import build
from mkdocs.config import load_config

def rebuild():
    config = load_config("mkdocs.yml", site_dir=sys.argv[-1], strict=False)
    config.plugins.on_startup(command="serve", dirty=True)
    build(config, serve_url="http://127.0.0.1:8000/", dirty=True)
    print("built", flush=True)

rebuild()
for _ in sys.stdin:
    rebuild()
"""


@pytest.fixture(autouse=True)
def _nothing_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    for store in ("_made", "_last", "_found"):
        monkeypatch.setattr(kept, store, {})


def test_a_thing_differs_only_after_a_change() -> None:
    """A text differs the first time, after a change, and after everything is forgotten."""
    assert [kept.differs("page", text) for text in ("one", "one", "two", "two")] == [True, False, True, False]
    kept.forget()
    assert kept.differs("page", "two")


def test_a_thing_of_the_same_text_is_made_once() -> None:
    """It is made again under another name, for another text, and after everything is forgotten."""
    made: list[str] = []
    for text in ("one", "one", "two", "two"):
        kept.same("page", text, lambda text=text: made.append(text))  # type: ignore[misc]
    kept.same("other", "two", lambda: made.append("other"))
    assert made == ["one", "two", "other"]
    kept.forget()
    kept.same("page", "two", lambda: made.append("anew"))
    assert made == ["one", "two", "other", "anew"]


def test_what_an_earlier_build_left_in_cycles_is_collected() -> None:
    """Loading the record anew puts nothing more out of the garbage collector's sight."""
    with uncollected():
        pass
    put_away = gc.get_freeze_count()
    left: list[list[int]] = [[] for _ in range(1000)]
    with uncollected():
        pass
    assert len(left) == 1000
    assert gc.get_freeze_count() == put_away
    assert gc.isenabled()


def test_a_search_index_keeps_pages_that_were_not_built() -> None:
    """The entries of a page take the place of its earlier ones; those of other pages stay."""
    one, part, two = ({"location": place, "text": "old"} for place in ("", "#part", "two/"))
    assert kept.merged([one, part, two]) == [one, part, two]
    new = {"location": "", "text": "new"}
    assert kept.merged([new]) == [new, two]


def test_a_search_index_drops_pages_that_are_gone() -> None:
    """Nothing is left of a page that the site no longer has, and nothing at all after everything is forgotten."""
    one, two, three = ({"location": place} for place in ("", "two/#part", "three/"))
    kept.merged([one, two])
    kept.leave_out_all_but(["", "three/"])
    assert kept.merged([three]) == [one, three]
    kept.forget()
    assert kept.merged([two]) == [two]


@contextmanager
def previewed(root: Path, site: Path) -> Iterator[subprocess.Popen[str]]:
    """A preview of a project that has been built into `site`, and is built again for each line that it is sent."""
    command = [sys.executable, "-c", PREVIEW, "serve", str(site)]
    pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    with subprocess.Popen(command, cwd=root, text=True, **pipes) as server:  # type: ignore[call-overload]
        assert server.stdout.readline() == "built\n"
        yield server


def test_a_page_that_is_not_converted_again_still_has_its_links_checked(tmp_path: Path) -> None:
    """A part that another page links to is missed as soon as its heading goes."""
    root = tmp_path / "project"
    laid_out(GOOD, root / "facts")
    project(root, {"index.md": "# Valley\n\n[A part](other.md#part)\n", "other.md": "# Other\n\n## Part\n"})
    with previewed(root, tmp_path / "preview") as server:
        (root / "docs" / "other.md").write_text("# Other\n\n## Another part\n")
        _, told = server.communicate("changed\n")
    assert told.count("does not contain an anchor '#part'") == 1


def test_a_page_that_is_removed_while_previewing_is_found_no_more(tmp_path: Path) -> None:
    """The search leaves it out; the pages that stay are found as before, though they are not built anew."""
    root, site = tmp_path / "project", tmp_path / "preview"
    laid_out(GOOD, root / "facts")
    project(root, {"index.md": "# Valley\n\nThe first page.\n", "other.md": "# Other\n"})
    with previewed(root, site) as server:
        index = site / "search" / "search_index.json"
        before = [entry["location"] for entry in json.loads(index.read_text())["docs"]]
        (root / "docs" / "other.md").unlink()
        assert server.communicate("changed\n")[0] == "built\n"
    after = [entry["location"] for entry in json.loads(index.read_text())["docs"]]
    assert "other/" in before
    assert sorted(after) == sorted(place for place in before if place != "other/")


def test_a_preview_after_a_change_is_what_a_whole_build_makes(tmp_path: Path) -> None:
    """After a fact and pages have changed, what shows them is built anew, and all is as a whole build makes it."""
    root, preview, whole = tmp_path / "project", tmp_path / "preview", tmp_path / "whole"
    small(root)
    for name in ("other", "described"):
        (root / "docs" / f"{name}.md").write_text("# Other\n\n## Part\n")
    with previewed(root, preview) as server:
        before = {path: path.stat().st_mtime_ns for path in preview.rglob("*.html")}
        source = root / "facts" / "sources" / f"{SOURCE_ID}.yaml"
        source.write_text(source.read_text() + "  note: The words were read twice.\n")
        (root / "docs" / "plain.md").write_text("# Plain\n\nThis was written while previewing.\n")
        (root / "docs" / "described.md").write_text("---\ndescription: Other words.\n---\n# Other\n\n## Part\n")
        assert server.communicate("changed\n")[0] == "built\n"
    again = {str(path.relative_to(preview)) for path, at in before.items() if path.stat().st_mtime_ns != at}
    assert again == {"404.html", "described/index.html", "plain/index.html", f"sources/{SOURCE_ID}/index.html"}
    with previewed(root, whole):
        for path in before:
            assert filecmp.cmp(path, whole / path.relative_to(preview), shallow=False), path
        found, expected = (json.loads((site / "search/search_index.json").read_text()) for site in (preview, whole))
    assert sorted(map(str, found["docs"])) == sorted(map(str, expected["docs"]))
