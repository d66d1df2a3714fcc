"""Make the copy of the project in the working directory larger: `python -m bench.growing SOURCES CLAIMS PAGES`.

A copy of an earlier state is read and written by its own code, so this runs there.
"""

from __future__ import annotations

import sys
from pathlib import Path

from bench.invented import Inventor
from bench.pages import redrawn
from factbook.book import load

SEED = 20261121


def grow(root: Path, sources: int, claims: int, pages: int) -> None:
    """Invent as many more sources as it takes, each with `claims` times as many claims as the one it is drawn from.

    Each page of prose is then there `pages` times.
    """
    book = load(root / "facts")
    Inventor(book, SEED).write(root / "facts", sources - len(book.sources), claims)
    if pages > 1:
        redrawn(root, load(root / "facts"), pages, SEED)


if __name__ == "__main__":
    grow(Path(), *map(int, sys.argv[1:]))
