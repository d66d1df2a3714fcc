"""Checking a commit as data: what an automatic review of a stranger's change runs."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from records import GOOD, SOURCE_ID, committed, git, laid_out

from factbook.cli import main

REFUSED = {
    "link": (
        ("120000", "sources/evil.yaml"),
        "facts/sources/evil.yaml:1:1: evil: has the mode 120000; only plain files (100644) may stand here. "
        "Replace it by one.",
    ),
    "program": (
        ("100755", "sources/evil.yaml"),
        "facts/sources/evil.yaml:1:1: evil: has the mode 100755; only plain files (100644) may stand here. "
        "Replace it by one.",
    ),
    "path-out": (
        ("100644", "../../evil"),
        "facts/../../evil:1:1: evil: leads out of its folder. Remove it.",
    ),
    "long-name": (
        ("100644", f"sources/{'e' * 300}.yaml"),
        "cannot be written as a file: File name too long. Rename it.",
    ),
}


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory: a repository with one commit of a small record."""
    root = tmp_path / "repository"
    laid_out(GOOD, root / "facts")
    committed(root)
    monkeypatch.chdir(root)
    return root


def crafted(root: Path, mode: str, path: str) -> str:
    """A commit whose facts/ holds a file that git's own commands would not store."""
    blob = git(root, "hash-object", "-w", "--stdin", feed="k: v\n")
    *folders, name = path.split("/")
    tree = git(root, "mktree", feed=f"{mode} blob {blob}\t{name}\n")
    for folder in [*reversed(folders), "facts"]:
        tree = git(root, "mktree", feed=f"040000 tree {tree}\t{folder}\n")
    return git(root, "commit-tree", "-m", "x", tree)


def test_a_commit_is_checked_and_the_work_tree_is_not_looked_at(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A sound commit holds, whatever stands in the work tree."""
    (repository / "facts" / "vocabulary.yaml").unlink()

    assert main(["check", "--revision", "HEAD"]) == 0
    assert "3 claims from 1 sources hold" in capsys.readouterr().out


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_no_plain_file_is_a_problem_and_stays_nowhere(
    case: str, repository: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Links, programs, and names that lead elsewhere are refused one by one."""
    monkeypatch.setattr(tempfile, "tempdir", str(repository.parent))
    (mode, path), message = REFUSED[case]

    assert main(["check", "--revision", crafted(repository, mode, path)]) == 1
    assert any(message in line for line in capsys.readouterr().out.splitlines())
    assert list(repository.parent.rglob("evil*")) == []


def test_a_program_is_refused_and_read_all_the_same(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A fact file with a mode of its own is one problem; it is read as text, so what rests on it is none."""
    path = f"facts/sources/{SOURCE_ID}.yaml"
    git(repository, "update-index", "--chmod=+x", path)
    git(repository, "commit", "-qm", "two")

    assert main(["check", "--revision", "HEAD"]) == 1
    told = "has the mode 100755; only plain files (100644) may stand here. Replace it by one."
    assert capsys.readouterr().out.splitlines() == [f"{path}:1:1: {SOURCE_ID}: {told}"]


def test_problems_are_placed_as_in_the_repository(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Paths are those of the repository, not of the folder the commit is read in."""
    path = repository / "facts" / "sources" / "example-2021-04-02.yaml"
    path.write_text(path.read_text().replace("value: 340 mines", "value: 341 mines"))
    git(repository, "commit", "-qam", "two")

    assert main(["check", "--revision", "HEAD"]) == 1
    assert capsys.readouterr().out.startswith("facts/sources/example-2021-04-02.yaml:")


@pytest.mark.usefixtures("repository")
def test_an_unknown_revision_fails_with_advice(capsys: pytest.CaptureFixture[str]) -> None:
    """What git does not know is named on standard error."""
    assert main(["check", "--revision", "::error::x"]) == 1
    assert capsys.readouterr().err == (
        "git knows no revision '::error::x'. Name a commit, branch or tag; fetch it first if needed.\n"
    )
