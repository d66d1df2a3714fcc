"""Replace a folder by a new one, whole or not at all, whatever interrupts it."""

from __future__ import annotations

import ctypes
import errno
import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from factbook.faults import NotPublished

AT_FDCWD, RENAME_EXCHANGE = -100, 2  # fcntl.h and linux/fs.h
NOT_OFFERED = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP}


@contextmanager
def replacing(target: Path) -> Iterator[tuple[Path, int]]:
    """Yield an empty folder that takes the place of `target` at the end, and the descriptor of the lock held till then.

    The folder stands in `.<name>.publish/` beside `target`, so that a rename is enough. Where the block raises,
    `target` is not touched; what an interrupted run left is cleaned first. A process started in the block must
    inherit the descriptor, so that it keeps the lock if it outlives this one.
    Raises NotPublished where another process holds the lock, OSError where the file system refuses.
    """
    work = target.with_name(f".{target.name}.publish")
    work.mkdir(parents=True, exist_ok=True)
    with _locked(work / "lock") as lock:
        new, old = work / "new", work / "old"
        _tidy(target, new, old)
        new.mkdir()
        try:
            yield new, lock
            _swap(target, new, old)
            shutil.rmtree(old, ignore_errors=True)
        finally:
            shutil.rmtree(new, ignore_errors=True)


@contextmanager
def _locked(path: Path) -> Iterator[int]:
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise NotPublished("Another build is at work there. Wait until it ends, then run this again.") from error
        yield descriptor
    finally:
        os.close(descriptor)


def _tidy(target: Path, new: Path, old: Path) -> None:
    if old.exists() and not target.exists():  # a run was killed between the two renames of _swap
        old.rename(target)
    for left in filter(Path.exists, (new, old)):
        shutil.rmtree(left)


def _swap(target: Path, new: Path, old: Path) -> None:
    if not target.exists():
        new.rename(target)
    elif not _exchanged(target, new):
        target.rename(old)
        try:
            new.rename(target)
        except OSError:
            old.rename(target)
            raise


def _exchanged(one: Path, other: Path) -> bool:
    """Let two folders change names in one step, or say that system or file system offers no such step."""
    library = ctypes.CDLL(None, use_errno=True)
    if not hasattr(library, "renameat2"):
        return False
    if library.renameat2(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in NOT_OFFERED:
        return False
    raise OSError(number, os.strerror(number), str(one))
