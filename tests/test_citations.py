"""What is read of pages before they are built: the files they stand in, and the macros they call."""

from __future__ import annotations

from pathlib import Path

from factbook.citations import uses

SETTLE = "a merge is not settled here. Keep what should stand, and delete the lines of <<<<<<<, ======= and >>>>>>>."


def told(docs: Path) -> list[str]:
    """The problems of the pages below `docs`."""
    return sorted(str(problem).removeprefix(f"{docs}/") for problem in uses(docs)[1])


def test_a_page_with_an_unsettled_merge_is_refused(tmp_path: Path) -> None:
    """Marks that git leaves on a page are named by their lines; a line drawn below a heading is no such mark."""
    (tmp_path / "a.md").write_text("# A\n<<<<<<< HEAD\nours\n=======\ntheirs\n>>>>>>> main\n", encoding="utf-8")
    (tmp_path / "b.md").write_text("B\n=======\n", encoding="utf-8")
    assert told(tmp_path) == [f"a.md:2:1: a: {SETTLE}", f"a.md:6:1: a: {SETTLE}"]
