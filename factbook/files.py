"""Find the files of the record and read their bytes; nothing else below its folder is opened."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path, PurePath
from typing import NamedTuple

from factbook.errors import BrokenBook, Mark, Problem

LARGEST = 256 * 1024
MOST_FILES = 5_000
MOST_BYTES = 64 * 1024 * 1024

_FOLDERS = {
    "": (re.compile(r"(?:vocabulary|checks|derived|questions|places|names|readings)\.yaml"), "<one of the lists>.yaml"),
    "sources": (re.compile(r"[a-z0-9][a-z0-9-]*\.yaml"), "<publisher>-<yyyy-mm-dd>.yaml in lower case"),
    "fingerprints": (re.compile(r"[a-z0-9][a-z0-9-]*\.txt"), "<source id>.txt"),
    "noted": (re.compile(r"[a-z0-9][a-z0-9-]*\.txt"), "<source id>.txt"),
}


class FactFile(NamedTuple):
    """A file of the record; `name` is its path below the record without suffix, such as `sources/voi-2021-10-22`."""

    path: Path
    name: str


def fact_files(root: Path) -> tuple[list[FactFile], list[Problem]]:
    """The files of the record under `root` in order of name, and a problem for everything else found there.

    Links are not followed and no file is opened. Above 5,000 files or 64 MiB together no file is returned.
    """
    files: list[FactFile] = []
    problems: list[Problem] = []
    total = 0
    for folder, entry in _entries(root, "", problems):
        path = Path(entry.path)
        if wrong := _wrong(folder, entry):
            problems.append(problem(path, wrong))
        else:
            files.append(FactFile(path, f"{folder}/{path.stem}".lstrip("/")))
            total += _size(entry)
    if len(files) > MOST_FILES or total > MOST_BYTES:
        held = f"holds {len(files):,} files of {total:,} bytes together"
        return [], [problem(root, f"{held}; at most {MOST_FILES:,} of {MOST_BYTES:,} are read. Remove some.")]
    return files, problems


def read_bytes(path: Path) -> bytes:
    """What a regular file of at most 256 KiB holds. Raises `BrokenBook` for any other, and never waits or follows."""
    try:
        _must_be_regular(path, os.lstat(path))
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        try:
            status = os.fstat(descriptor)
            _must_be_regular(path, status)
            # Room for the largest file would take longer to make than to fill.
            data = os.read(descriptor, min(status.st_size, LARGEST) + 1)
        finally:
            os.close(descriptor)
    except FileNotFoundError:
        raise BrokenBook([problem(path, "has vanished since the folder was listed. Run this again.")]) from None
    except OSError as error:
        raise BrokenBook([problem(path, f"cannot be read: {error.strerror}. Make it readable.")]) from None
    if len(data) > LARGEST:
        raise BrokenBook([problem(path, f"is larger than {LARGEST:,} bytes. Split it.")])
    return data


def irregular(folder: Path) -> list[Problem]:
    """A problem for all below `folder` that is neither a file nor a folder: builders would follow a link anywhere."""
    found = (Path(at, name) for at, folders, files in os.walk(folder) for name in (*folders, *files))
    return [problem(path, _NOT_REGULAR) for path in found if not _plain(path)]


def stray(docs: Path) -> list[Problem]:
    """A problem for each file below `docs` that builders would publish as it is, though it may be an article's text."""
    found = (Path(at, name) for at, _, files in os.walk(docs) for name in files)
    regular = (path for path in found if path.is_file() and not path.is_symlink())
    unexpected = (path for path in regular if not _expected(path.relative_to(docs)))
    return [replace(problem(path, _AS_IT_IS), rule="stray") for path in unexpected]


def problem(path: Path, message: str) -> Problem:
    """A problem of a whole file, whose name may be anything."""
    safe = ascii(path.as_posix())[1:-1]
    return Problem(Mark(safe), ascii(path.stem)[1:-1], message, "file")


_NOT_REGULAR = "is no regular file but a link, a folder, a pipe or a device. Put a file in its place, or remove it."
_AS_IT_IS = "would be published as it is. Move it out of docs/, or into docs/assets/ if a page shows or loads it."


def _must_be_regular(path: Path, status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise BrokenBook([problem(path, _NOT_REGULAR)])


def _entries(root: Path, folder: str, problems: list[Problem]) -> Iterator[tuple[str, os.DirEntry[str]]]:
    try:
        with os.scandir(root / folder) as listing:
            entries = sorted(islice(listing, MOST_FILES + 1), key=lambda entry: entry.name)
    except OSError as error:
        problems.append(problem(root / folder, f"cannot be listed: {error.strerror}. Make it a readable folder."))
        return
    for entry in entries:
        if not folder and entry.name in _FOLDERS and entry.is_dir(follow_symlinks=False):
            yield from _entries(root, entry.name, problems)
        else:
            yield folder, entry


def _wrong(folder: str, entry: os.DirEntry[str]) -> str | None:
    if not folder and entry.name in _FOLDERS:
        return "must be a folder. Make it one."
    pattern, shape = _FOLDERS[folder]
    if not pattern.fullmatch(entry.name):
        elsewhere = [f"{other}/" for other, (fits, _) in _FOLDERS.items() if other and fits.fullmatch(entry.name)]
        moved = f", move it into {' or '.join(elsewhere)}" if elsewhere else ""
        return f"does not belong here. Name it {shape}{moved}, or move it out of the record."
    return None if entry.is_file(follow_symlinks=False) else _NOT_REGULAR


def _expected(path: PurePath) -> bool:
    """Whether a file below docs/ is a page, is kept for pages or for hosts, or is hidden and so not published."""
    kept = path.parts[0] in ("assets", "CNAME", "robots.txt")
    return kept or path.suffix == ".md" or any(part.startswith(".") for part in path.parts)


def _plain(path: Path) -> bool:
    try:
        mode = path.lstat().st_mode
    except OSError:  # gone since it was listed
        return True
    return stat.S_ISREG(mode) or stat.S_ISDIR(mode)


def _size(entry: os.DirEntry[str]) -> int:
    try:
        return entry.stat(follow_symlinks=False).st_size
    except OSError:
        return 0
