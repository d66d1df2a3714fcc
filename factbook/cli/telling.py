"""What commands share: the record they work on, and how they tell problems and failures."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from factbook.book import examine
from factbook.errors import BrokenBook, Problem
from factbook.model import Book

_UNREAD = frozenset(["characters", "date", "file", "named", "reference", "shape", "value", "yaml"])  # rules of reading


def book_of(facts: Path) -> Book:
    """The record as far as it is sound. Raises `BrokenBook`, which `main` tells of, where nothing can be made of it."""
    book, problems = examine(facts)
    if book is None:
        raise BrokenBook(problems)
    return book


def problems_told(problems: list[Problem]) -> int:
    """Print problems, one a line, and their number; the exit status is 1."""
    for problem in problems:
        print(problem)
    print(f"{len(problems)} {'problem' if len(problems) == 1 else 'problems'} found.", file=sys.stderr)
    if not _UNREAD.isdisjoint(problem.rule for problem in problems):
        print("What could not be read was not compared; more may show once it is mended.", file=sys.stderr)
    return 1


def failed(message: str) -> int:
    """Print why a command could not do its work; the exit status is 1."""
    print(message, file=sys.stderr)
    return 1


def as_json(problems: list[Problem]) -> str:
    """Problems as a JSON list."""
    told = ({**one.mark._asdict(), "id": one.id, "rule": one.rule, "message": one.message} for one in problems)
    return json.dumps([*told], indent=1)
