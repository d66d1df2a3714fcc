"""One trial: a record is altered and everything that reads, checks and shows it is run."""

from __future__ import annotations

import shutil
import time
from dataclasses import dataclass
from pathlib import Path
from random import Random

from factbook.canonical import mend, yaml_files
from factbook.checking import check_all, parted
from factbook.errors import Problem
from factbook.export.declared import checks_json, derived_json, questions_json
from factbook.export.edition import edition_of
from factbook.export.plain import plain_list
from factbook.generate import source_pages
from factbook.model import Book
from tools.fuzz.slips import altered

HERE = Path(__file__).parent
BASE = HERE.parents[1] / "tests" / "bases" / "two-reports"
LONGEST = 3.0  # seconds of work for one small record, on a slow machine


class Broken(Exception):
    """Raised where a trial shows a fault of the program; the cause is the fault, if it was an exception."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a trial ended: how many problems were told, and after how many seconds of work."""

    problems: int
    seconds: float


def whole_record(root: Path) -> dict[str, str]:
    """Lay a sound record with every kind of file out in `root`; returns its texts by path."""
    shutil.copytree(BASE, root, dirs_exist_ok=True)
    shutil.copytree(HERE / "record", root, dirs_exist_ok=True)
    paths = sorted(path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_text(encoding="utf-8") for path in paths}


def trial(root: Path, texts: dict[str, str], seed: int) -> Outcome:
    """Alter one file of the record in `root`, or two, run everything on it, and mend it again.

    Raises Broken, with what was altered left in place, for an exception, a problem that names no place in its file, and
    work that takes too long.
    """
    random = Random(seed)
    changed = random.sample(sorted(texts), random.choice((1, 1, 1, 2)))
    others = {name: text for name, text in texts.items() if name.endswith(".yaml")}
    for name in changed:
        (root / name).write_bytes(altered(texts[name], random, others))
    started = time.process_time()
    try:
        problems = _everything(root, changed)
    except Exception as error:
        raise Broken(f"seed {seed}: {error!r} with {', '.join(changed)}") from error
    seconds = time.process_time() - started
    if seconds > LONGEST:
        raise Broken(f"seed {seed}: {seconds:.1f} s of work with {', '.join(changed)}")
    for name in texts:
        (root / name).write_text(texts[name], encoding="utf-8")
    return Outcome(len(problems), seconds)


def _everything(root: Path, changed: list[str]) -> list[Problem]:
    book, problems = check_all(root)
    grave, _ = parted(problems)
    for problem in problems:
        _placed(problem)
    if book is not None and not grave:
        _show(book)
    if book is not None:
        _mend(root, changed, book)
    return grave


def _mend(root: Path, changed: list[str], book: Book) -> None:
    for file in yaml_files(root):
        if file.path.relative_to(root).as_posix() in changed:
            mend(file, book.vocabulary.units)
            if mend(file, book.vocabulary.units):
                raise AssertionError(f"{file.name} is never mended")


def _show(book: Book) -> None:
    edition = edition_of(book)
    for _path, content in source_pages(book, edition):
        content.encode()
    for text in (checks_json(book), derived_json(book), questions_json(book), plain_list(book, edition)):
        str(text).encode()


def _placed(problem: Problem) -> None:
    path, line, column = Path(problem.mark.path), problem.mark.line, problem.mark.column
    lines = path.read_bytes().decode("utf-8", "replace").split("\n") if path.is_file() else [""]
    if not 1 <= line <= len(lines) or column < 1 or not problem.message.isascii() or not problem.message.isprintable():
        raise AssertionError(f"{str(problem)!a} names no place, or says it in letters that may mislead")
