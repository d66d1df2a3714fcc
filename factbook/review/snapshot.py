"""The record and its pages as they were at a revision, or are in the work tree."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from factbook.checking import check_all, parted
from factbook.errors import Problem
from factbook.model import Book
from factbook.review.extracting import extracted
from factbook.review.pages import expanded


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A revision's record, its problems and its expanded pages; `book` is None where nothing could be read."""

    revision: str
    book: Book | None
    problems: list[Problem]
    pages: dict[str, str] = field(default_factory=dict)


def snapshot(repository: Path, revision: str | None) -> Snapshot:
    """The record at `revision`, or as it stands in the work tree where that is None.

    Raises `NoSuchRevision`. Nothing of the revision is executed: its files are only read.
    """
    if revision is None:
        return _read(repository, "the work tree", [])
    with extracted(repository, revision) as (root, problems):
        return _read(root, revision, problems)


def relative(problem: Problem, root: Path) -> Problem:
    """A problem placed in the folder `root`, as it is placed in the repository."""
    if root == Path():
        return problem
    mark = problem.mark._replace(path=problem.mark.path.removeprefix(f"{root}/"))
    return replace(problem, mark=mark, message=problem.message.replace(f"{root}/", ""))


def _read(root: Path, revision: str, refused: list[Problem]) -> Snapshot:
    book, found = check_all(root / "facts")
    problems, _ = parted(found)
    placed = [relative(problem, root) for problem in problems]
    return Snapshot(revision, book, sorted({*placed, *refused}), expanded(book, root / "docs") if book else {})
