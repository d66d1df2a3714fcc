"""A live preview that builds only what has changed shows the same as building everything."""

from __future__ import annotations

import filecmp
import json
import subprocess
import sys
from pathlib import Path

import pytest
from records import GOOD, SOURCE_ID, laid_out, project

from factbook import kept

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
    for store in ("_made", "_first", "_last", "_found"):
        monkeypatch.setattr(kept, store, {})


def test_a_thing_differs_only_after_a_change() -> None:
    """A text differs the first time, after a change, and after everything is forgotten."""
    assert [kept.differs("page", text) for text in ("one", "one", "two", "two")] == [True, False, True, False]
    kept.forget()
    assert kept.differs("page", "two")


def test_the_first_thing_of_a_name_is_kept() -> None:
    """What is made first under a name is given back for every later one."""
    makers = (("a", lambda: 1), ("a", lambda: 2), ("b", lambda: 3))

    assert [kept.first(name, make) for name, make in makers] == [1, 1, 3]


def test_a_thing_of_the_same_text_is_made_once() -> None:
    """It is made again for another text, and after everything is forgotten."""
    made: list[str] = []
    for text in ("one", "one", "two", "two"):
        kept.same("page", text, lambda text=text: made.append(text))  # type: ignore[misc]
    assert made == ["one", "two"]
    kept.forget()
    kept.same("page", "two", lambda: made.append("anew"))
    assert made == ["one", "two", "anew"]


def test_a_search_index_keeps_pages_that_were_not_built() -> None:
    """The entries of a page take the place of its earlier ones; those of other pages stay."""
    one, part, two = ({"location": place, "text": "old"} for place in ("", "#part", "two/"))
    assert kept.merged([one, part, two]) == [one, part, two]
    new = {"location": "", "text": "new"}
    assert kept.merged([new]) == [new, two]


def test_a_page_that_is_not_converted_again_still_has_its_links_checked(tmp_path: Path) -> None:
    """A part that another page links to is missed as soon as its heading goes."""
    root = tmp_path / "project"
    laid_out(GOOD, root / "facts")
    project(root, {"index.md": "# Valley\n\n[A part](other.md#part)\n", "other.md": "# Other\n\n## Part\n"})
    command = [sys.executable, "-c", PREVIEW, "serve", str(tmp_path / "preview")]
    options = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, cwd=root, text=True, **options) as server:  # type: ignore[call-overload]
        assert server.stdout.readline() == "built\n"
        (root / "docs" / "other.md").write_text("# Other\n\n## Another part\n")
        _, told = server.communicate("changed\n")
    assert told.count("does not contain an anchor '#part'") == 1


def test_a_preview_after_a_change_is_what_a_whole_build_makes(tmp_path: Path) -> None:
    """After a fact and a page have changed, what shows them is built anew, and all is as a whole build makes it."""
    root, preview, whole = tmp_path / "project", tmp_path / "preview", tmp_path / "whole"
    laid_out(GOOD, root / "facts")
    figure = f'{{{{ fact("{SOURCE_ID}.anti-personnel") }}}}'
    pages = {
        "index.md": f"# Valley\n\n{figure}\n\n{{{{ sources_used() }}}}\n",
        "plain.md": "# Plain\n",
        "other.md": "# Other\n",
    }
    project(root, pages)
    command = [sys.executable, "-c", PREVIEW, "serve", str(preview)]
    with subprocess.Popen(command, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdin
        assert server.stdout
        assert server.stdout.readline() == "built\n"
        before = {path: path.stat().st_mtime_ns for path in preview.rglob("*.html")}
        source = root / "facts" / "sources" / f"{SOURCE_ID}.yaml"
        source.write_text(source.read_text() + "  note: The words were read twice.\n")
        (root / "docs" / "plain.md").write_text("# Plain\n\nThis was written while previewing.\n")
        server.stdin.write("changed\n")
        server.stdin.close()
        assert server.stdout.readline() == "built\n"
    again = {str(path.relative_to(preview)) for path, at in before.items() if path.stat().st_mtime_ns != at}
    assert again == {"404.html", "plain/index.html", f"sources/{SOURCE_ID}/index.html"}
    command = [sys.executable, "-c", PREVIEW, "serve", str(whole)]
    subprocess.run(command, cwd=root, input="", capture_output=True, text=True, check=True)
    for path in before:
        assert filecmp.cmp(path, whole / path.relative_to(preview), shallow=False), path
    found, expected = (json.loads((site / "search/search_index.json").read_text()) for site in (preview, whole))
    assert sorted(map(str, found["docs"])) == sorted(map(str, expected["docs"]))
