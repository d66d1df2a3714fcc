"""The record and its pages as they were at a revision, read from git's own store without touching the work tree."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from factbook.checking import check_all, parted
from factbook.errors import Mark, Problem, shown
from factbook.export.git import command, environment
from factbook.model import Book
from factbook.review.sentences import expanded

_FOLDERS = ("facts", "docs")
_REGULAR = b"100644"


class NoSuchRevision(LookupError):
    """Raised where git does not know a revision, or is not there to be asked."""


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


@contextmanager
def extracted(repository: Path, revision: str) -> Iterator[tuple[Path, list[Problem]]]:
    """A folder that holds a revision's facts and pages until the end of the block, and a problem for each refused file.

    Raises `NoSuchRevision`.
    """
    with TemporaryDirectory() as folder:
        yield Path(folder), _extract(repository, revision, Path(folder))


def relative(problem: Problem, root: Path) -> Problem:
    """A problem placed in the folder `root`, as it is placed in the repository."""
    path = problem.mark.path.removeprefix(f"{root}/")
    return Problem(Mark(path, problem.mark.line, problem.mark.column), problem.id, problem.message, problem.rule)


def _read(root: Path, revision: str, refused: list[Problem]) -> Snapshot:
    book, found = check_all(root / "facts")
    problems, _ = parted(found)
    placed = [relative(problem, root) for problem in problems]
    return Snapshot(revision, book, sorted({*placed, *refused}), expanded(book, root / "docs") if book else {})


def _extract(repository: Path, revision: str, folder: Path) -> list[Problem]:
    """Write the plain files of a revision's facts and pages below `folder`; everything else there is a problem."""
    listed = _listed(repository, revision)
    plain = [(object_id, path) for mode, object_id, path in listed if not _irregular(mode, path)]
    problems = [_problem(path, wrong) for mode, _, path in listed if (wrong := _irregular(mode, path))]
    for (_, path), data in zip(plain, _blobs(repository, [id for id, _ in plain]), strict=True):
        try:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(data)
        except OSError as error:
            problems.append(_problem(path, f"cannot be written as a file: {error.strerror}. Rename it."))
    return problems


def _irregular(mode: bytes, path: str) -> str | None:
    if mode != _REGULAR:
        return f"has the mode {mode.decode()}; only plain files (100644) may stand here. Replace it by one."
    if not {".", ".."}.isdisjoint(path.split("/")):  # git itself can hold such names
        return "leads out of its folder. Remove it."
    return None


def _problem(path: str, message: str) -> Problem:
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
    asked = command(repository, *arguments)
    try:
        return subprocess.run(asked, check=True, capture_output=True, input=feed, env=environment()).stdout
    except FileNotFoundError:
        raise NoSuchRevision("git is not installed, and it alone can read a revision. Install it.") from None
