"""Which files belong to the record, and that no other is opened."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from factbook import files
from factbook.citations import uses
from factbook.errors import BrokenBook
from factbook.files import fact_files, irregular, read_bytes, stray

FOREIGN = "does not belong here. Name it {}, or move it out of the record."
LIST, SOURCE, PRINT = "<one of the lists>.yaml", "<publisher>-<yyyy-mm-dd>.yaml in lower case", "<source id>.txt"
NOT_REGULAR = "is no regular file but a link, a folder, a pipe or a device. Put a file in its place, or remove it."


def write(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"k: v\n")


def messages(root: Path) -> dict[str, str]:
    problems = fact_files(root)[1]
    assert {(problem.rule, problem.mark.line, problem.mark.column) for problem in problems} <= {("file", 1, 1)}
    return {problem.mark.path.removeprefix(f"{root}/"): problem.message for problem in problems}


def test_the_record_is_found_in_order(tmp_path: Path) -> None:
    """Lists, sources and fingerprints are found, each with its name below the record."""
    names = ["fingerprints/a.txt", "places.yaml", "sources/0-b.yaml", "sources/a.yaml", "vocabulary.yaml"]
    for name in names:
        write(tmp_path / name)
    found, problems = fact_files(tmp_path)
    assert found == [(tmp_path / name, name.rpartition(".")[0]) for name in names]
    assert problems == []


@pytest.mark.parametrize(
    ("name", "shape"),
    [
        ("sources/A.yaml", SOURCE),
        ("sources/a.yml", SOURCE),
        ("sources/a.YAML", SOURCE),
        ("sources/.a.yaml", SOURCE),
        ("sources/-a.yaml", SOURCE),
        ("sources/a_b.yaml", SOURCE),
        ("sources/a.b.yaml", SOURCE),
        ("sources/a.yaml~", SOURCE),
        ("sources/a.txt", f"{SOURCE}, move it into fingerprints/ or noted/"),
        ("sources/.yaml", SOURCE),
        ("sources/a b.yaml", SOURCE),
        ("sources/deeper/a.yaml", SOURCE),
        ("sources/noted/a.yaml", SOURCE),
        ("fingerprints/a.yaml", f"{PRINT}, move it into sources/"),
        ("fingerprints/A.txt", PRINT),
        ("other.yaml", f"{LIST}, move it into sources/"),
        ("README.md", LIST),
        (".gitkeep", LIST),
        ("more/a.yaml", LIST),
    ],
)
def test_what_does_not_belong_is_refused_by_name(tmp_path: Path, name: str, shape: str) -> None:
    """Every name that is not the record's is a problem; a folder is one problem and is not entered."""
    write(tmp_path / name)
    refused = name.rpartition("/")[0] if name.count("/") > 1 or name.startswith("more") else name
    assert messages(tmp_path) == {refused: FOREIGN.format(shape)}
    assert fact_files(tmp_path)[0] == []


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("a\nb.yaml", "a\\nb.yaml"),
        ("::error::.yaml", "::error::.yaml"),
        ("\u202ea.yaml", "\\u202ea.yaml"),
        ("ü.yaml", "\\xfc.yaml"),
        ("a\udcff.yaml", "a\\udcff.yaml"),
    ],
    ids=ascii,
)
def test_a_foreign_name_is_shown_in_ascii(tmp_path: Path, name: str, shown: str) -> None:
    """A file's name cannot break a message into lines or disguise it."""
    write(tmp_path / "sources" / name)
    assert messages(tmp_path) == {f"sources/{shown}": FOREIGN.format(SOURCE)}


def a_link(path: Path) -> None:
    target = path.parent.parent / "vocabulary.yaml"
    write(target)
    path.symlink_to(target)


def a_dangling_link(path: Path) -> None:
    path.symlink_to("nowhere")


def a_folder(path: Path) -> None:
    path.mkdir()


IRREGULAR = pytest.mark.parametrize("make", [a_link, a_dangling_link, a_folder, os.mkfifo])


@IRREGULAR
def test_what_is_no_regular_file_is_refused(tmp_path: Path, make: Callable[[Path], None]) -> None:
    """Links, folders and pipes under a right name are problems and are not listed as files."""
    (tmp_path / "sources").mkdir()
    make(tmp_path / "sources" / "a.yaml")
    assert messages(tmp_path) == {"sources/a.yaml": NOT_REGULAR}
    assert "sources/a" not in [file.name for file in fact_files(tmp_path)[0]]


@IRREGULAR
def test_reading_never_follows_or_waits(tmp_path: Path, make: Callable[[Path], None]) -> None:
    """Asked to read what is no regular file, the reader refuses at once, even from a pipe nobody writes to."""
    (tmp_path / "sources").mkdir()
    path = tmp_path / "sources" / "a.yaml"
    make(path)
    with pytest.raises(BrokenBook) as caught:
        read_bytes(path)
    assert str(caught.value) == f"{path}:1:1: a: {NOT_REGULAR}"


@pytest.mark.parametrize("make", [a_link, os.mkfifo])
def test_what_takes_the_place_of_a_file_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make: Callable[[Path], None]
) -> None:
    """A link or a pipe that is put there between the look at a file and its opening is neither followed nor awaited."""
    write(tmp_path / "b.yaml")
    (tmp_path / "sources").mkdir()
    make(tmp_path / "sources" / "a.yaml")
    regular = os.lstat(tmp_path / "b.yaml")
    monkeypatch.setattr(os, "lstat", lambda _: regular)
    with pytest.raises(BrokenBook, match=r"a\.yaml:1:1: a: (cannot be read: Too many levels|is no regular file)"):
        read_bytes(tmp_path / "sources" / "a.yaml")


def test_what_is_gone_since_it_was_listed_is_no_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An editor's passing file beside the pages is not held against them."""
    monkeypatch.setattr(os, "walk", lambda _: [(str(tmp_path), [], ["page.md~"])])
    assert irregular(tmp_path) == stray(tmp_path) == []


def test_what_would_be_published_as_it_is_is_told(tmp_path: Path) -> None:
    """An article kept beside the pages, or an editor's copy of one; not pages, what they load or hidden files."""
    told = ("index.md~", "page.markdown", "sources/an article.txt")
    for name in (
        *told,
        "index.md",
        "sources/index.md",
        "robots.txt",
        "assets/fonts/a.woff2",
        ".index.md.swp",
        ".kept/a.txt",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()

    found = stray(tmp_path)

    advice = "would be published as it is. Move it out of docs/, or into docs/assets/ if a page shows or loads it."
    assert sorted(map(str, found)) == [f"{tmp_path / name}:1:1: {Path(name).stem}: {advice}" for name in told]
    assert found[0] in uses(tmp_path)[1]


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="only Linux lists what a process has open")
def test_no_file_is_left_open(tmp_path: Path) -> None:
    """A record of more files than a process may have open can be read."""
    write(tmp_path / "a.yaml")
    before = os.listdir("/proc/self/fd")
    read_bytes(tmp_path / "a.yaml")
    assert os.listdir("/proc/self/fd") == before


def test_a_linked_folder_is_not_entered(tmp_path: Path) -> None:
    """A link in the place of a folder is a problem, and what it leads to is not listed."""
    write(tmp_path / "elsewhere" / "a.yaml")
    root = tmp_path / "facts"
    root.mkdir()
    (root / "sources").symlink_to(tmp_path / "elsewhere")
    assert fact_files(root)[0] == []
    assert messages(root) == {"sources": "must be a folder. Make it one."}


@pytest.mark.parametrize(("make", "reason"), [(write, "Not a directory"), (Path.exists, "No such file or directory")])
def test_a_record_that_is_no_folder_is_a_problem(tmp_path: Path, make: Callable[[Path], object], reason: str) -> None:
    """A missing record, or a file in its place, is reported under its own name."""
    root = tmp_path / "facts"
    make(root)
    message = f"cannot be listed: {reason}. Make it a readable folder."
    assert [str(problem) for problem in fact_files(root)[1]] == [f"{root}:1:1: facts: {message}"]


def test_a_large_file_is_refused(tmp_path: Path) -> None:
    """A file of 256 KiB is read, and one of a byte more is not."""
    path = tmp_path / "a.yaml"
    path.write_bytes(b"#" * 262_144)
    assert read_bytes(path) == b"#" * 262_144
    path.write_bytes(b"#" * 262_145)
    with pytest.raises(BrokenBook, match=r"a\.yaml:1:1: a: is larger than 262,144 bytes\. Split it\.$"):
        read_bytes(path)


@pytest.mark.parametrize(("limit", "value"), [("MOST_FILES", 1), ("MOST_BYTES", 9)])
def test_a_large_record_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, value: int) -> None:
    """Above the number of files or of bytes together, none is listed."""
    write(tmp_path / "places.yaml")
    write(tmp_path / "checks.yaml")
    monkeypatch.setattr(files, limit, value)
    most = {"MOST_FILES": "5,000", "MOST_BYTES": "67,108,864"} | {limit: f"{value}"}
    message = f"holds 2 files of 10 bytes together; at most {most['MOST_FILES']} of {most['MOST_BYTES']} are read."
    found, (problem,) = fact_files(tmp_path)
    assert (found, problem.message) == ([], f"{message} Remove some.")
