"""Publish the site: check the facts, build beside the old site, audit the pages, and only then take its place."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from factbook import build
from factbook.audit import audit
from factbook.checking import sound
from factbook.errors import BrokenBook, Problem
from factbook.faults import NotPublished, told
from factbook.model import Book
from factbook.swap import replacing

MARK = Path("data", "facts.json")  # every site of this record has it, so a folder without it is no such site


def publish(
    root: Path,
    site: Path,
    command: Callable[[Path], list[str]] = build.mkdocs,
    check: Callable[[Path], Book] = sound,
    audit: Callable[[Path, Path, Book], list[Problem]] = audit,
) -> None:
    """Build the site of the record in the folder `root` and let it take the place of the folder `site`.

    Raises BrokenBook where facts or built pages have problems, NotPublished where anything else stands in the way;
    `site` is then as it was.
    """
    try:
        with fresh(root, site) as (new, lock):
            book = check(root / "facts")
            build.run(command(new), root, lock)
            if not (new / MARK).is_file():
                raise NotPublished(
                    f"The build wrote no {MARK}. See that mkdocs.yml names its hooks, then run this again."
                )
            if problems := audit(new, root / "docs", book):
                raise BrokenBook(problems)
    except (NotPublished, OSError) as error:
        raise NotPublished(f"{site}: {told(error)} Nothing there was changed.") from error


@contextmanager
def fresh(root: Path, site: Path) -> Iterator[tuple[Path, int]]:
    """As `swap.replacing`, for a `site` that no more than an older site of the record in `root` stands in.

    Raises NotPublished where anything else does.
    """
    target = _real(site)
    _refuse(root, target)
    with replacing(target) as (new, lock):
        yield new, lock


def _refuse(root: Path, target: Path) -> None:
    for kept in (root / "facts", root / "docs", root):
        inside = target.is_relative_to(_real(kept)) and kept != root
        if inside or _real(kept).is_relative_to(target):
            raise NotPublished(f"A site there would overwrite the record ({kept}). Choose another folder with --site.")
    vacant = not target.exists() or (target.is_dir() and not any(target.iterdir()))
    if not vacant and not (target / MARK).is_file():
        raise NotPublished(
            f"It is neither empty nor a site of this record (no {MARK} in it). "
            "Empty it, or choose another folder with --site."
        )


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))
