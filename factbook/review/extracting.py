"""A revision's facts and what its pages are built from, laid out in a folder; nothing of them is executed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from factbook.errors import Mark, Problem, shown
from factbook.review.revisions import ask, ask_about, commit, name

_FOLDERS = ("facts", "docs", "theme", "partials")
_REGULAR, _EXECUTABLE = b"100644", b"100755"


@contextmanager
def extracted(repository: Path, revision: str) -> Iterator[tuple[Path, list[Problem]]]:
    """A folder with a revision's facts and pages until the end of the block, and a problem for each refused file.

    Raises `NoSuchRevision`.
    """
    with TemporaryDirectory() as folder:
        yield Path(folder), _extract(repository, revision, Path(folder))


def _extract(repository: Path, revision: str, folder: Path) -> list[Problem]:
    """Write the files of a revision below `folder`; all that is not plain is a problem."""
    listed = _listed(repository, revision)
    read = {_EXECUTABLE: _REGULAR}  # else whatever refers to what such a file says would be a problem too
    plain = [(object_id, path) for mode, object_id, path in listed if not _irregular(read.get(mode, mode), path)]
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
    output = ask(repository, "cat-file", "--batch", feed="\n".join(object_ids).encode())
    at = 0
    for _ in object_ids:
        start = output.index(b"\n", at) + 1
        size = int(output[at : start - 1].split()[2])
        yield output[start : start + size]
        at = start + size + 1


def _listed(repository: Path, revision: str) -> list[tuple[bytes, str, str]]:
    asked = ("ls-tree", "-r", "-z", "--full-tree", commit(revision), "--", *_FOLDERS)
    found = []
    for line in filter(None, ask_about(revision, repository, *asked).split(b"\0")):
        info, _, path = line.partition(b"\t")
        mode, _kind, object_id = info.split()
        found.append((mode, object_id.decode(), name(path)))
    return found
