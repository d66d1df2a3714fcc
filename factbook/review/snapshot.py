"""The record and its pages as they were at a revision, read from git's own store without touching the work tree."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from factbook.book import examine
from factbook.errors import Mark, Problem, shown
from factbook.model import Book
from factbook.review.sentences import Sentence, published

_FOLDERS = ("facts", "docs")
_REGULAR = b"100644"


class NoSuchRevision(LookupError):
    """Raised where git does not know a revision."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A revision's record, its problems, and the sentences of each page; `book` is None where nothing could be read."""

    revision: str
    book: Book | None
    problems: list[Problem]
    pages: dict[str, list[Sentence]] = field(default_factory=dict)


def snapshot(repository: Path, revision: str | None) -> Snapshot:
    """The record at `revision`, or as it stands in the work tree where that is None.

    Raises `NoSuchRevision`. Nothing of the revision is executed: its files are only read.
    """
    if revision is None:
        return _read(repository, "the work tree", [])
    with TemporaryDirectory() as folder:
        problems = _extract(repository, revision, Path(folder))
        return _read(Path(folder), revision, problems)


def _read(root: Path, revision: str, refused: list[Problem]) -> Snapshot:
    book, problems = examine(root / "facts")
    placed = [_relative(problem, root) for problem in problems]
    return Snapshot(revision, book, sorted({*placed, *refused}), published(book, root / "docs") if book else {})


def _relative(problem: Problem, root: Path) -> Problem:
    path = problem.mark.path.removeprefix(f"{root}/")
    return Problem(Mark(path, problem.mark.line, problem.mark.column), problem.id, problem.message, problem.rule)


def _extract(repository: Path, revision: str, folder: Path) -> list[Problem]:
    """Write the regular files of a revision's facts and pages below `folder`; everything else there is a problem."""
    listed = _listed(repository, revision)
    regular = [(object_id, path) for mode, object_id, path in listed if mode == _REGULAR]
    for (_, path), data in zip(regular, _blobs(repository, [id for id, _ in regular]), strict=True):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    return [_irregular(mode, path) for mode, _, path in listed if mode != _REGULAR]


def _irregular(mode: bytes, path: str) -> Problem:
    message = f"has the mode {mode.decode()}; only plain files (100644) may stand here. Replace it by one."
    return Problem(Mark(shown(path)[1:-1]), shown(Path(path).stem)[1:-1], message, "file")


def _blobs(repository: Path, object_ids: list[str]) -> Iterator[bytes]:
    """The contents of objects; `git cat-file --batch` gives a line with the size, the bytes and a line feed."""
    output = _git(repository, "cat-file", "--batch", feed="\n".join(object_ids).encode())
    at = 0
    for _ in object_ids:
        start = output.index(b"\n", at) + 1
        size = int(output[at : start - 1].split()[2])
        yield output[start : start + size]
        at = start + size + 1


def _listed(repository: Path, revision: str) -> list[tuple[bytes, str, str]]:
    if revision.startswith("-"):
        raise NoSuchRevision(f"{shown(revision)} is no revision. Name a commit, branch or tag.")
    try:
        listing = _git(repository, "ls-tree", "-r", "-z", "--full-tree", f"{revision}^{{commit}}", "--", *_FOLDERS)
    except subprocess.CalledProcessError:
        message = f"git knows no revision {shown(revision)}. Name a commit, branch or tag; fetch it first if needed."
        raise NoSuchRevision(message) from None
    found = []
    for line in filter(None, listing.split(b"\0")):
        info, _, path = line.partition(b"\t")
        mode, _kind, object_id = info.split()
        found.append((mode, object_id.decode(), path.decode("utf-8", "backslashreplace")))
    return found


def _git(repository: Path, *arguments: str, feed: bytes = b"") -> bytes:
    command = ["git", "-C", str(repository), *arguments]
    return subprocess.run(command, check=True, capture_output=True, input=feed).stdout
