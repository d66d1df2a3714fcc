"""Commands that make something: tidy files, schemas, a report, the site."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from os.path import realpath
from pathlib import Path

from factbook import canonical
from factbook.book import examine
from factbook.cli.telling import book_of, failed, problems_told
from factbook.errors import Problem
from factbook.files import FactFile
from factbook.layout import KINDS
from factbook.model import Book
from factbook.written import Written, read_record


def fmt(options: Namespace) -> int:
    """Mend fact files, or name what would be mended."""
    written = read_record(options.facts)
    book, problems = examine(options.facts, written)
    if book is None:
        return problems_told(problems)
    only = {realpath(path) for path in options.files}
    chosen = [file for file in canonical.yaml_files(options.facts) if not only or realpath(file.path) in only]
    if unknown := only - {realpath(file.path) for file in chosen}:
        return failed(f"{min(unknown)}: is no fact file below {options.facts}/. Name one, or none for all.")
    if not options.check and (stopped := _mended(chosen, book)):
        return stopped
    paths = {str(file.path) for file in chosen}
    unread = [one for one in written.problems if not only or one.mark.path in paths]
    found = sorted({*unread, *(_named(paths, written, book, problems) if options.check else ())})
    return problems_told(found) if found else 0


def _named(paths: set[str], written: Written, book: Book, problems: list[Problem]) -> list[Problem]:
    disordered = (problem for problem in problems if problem.rule == "order")
    named = [*canonical.misspelt(written, book.vocabulary.units), *disordered]
    return [problem for problem in named if problem.mark.path in paths]


def _mended(files: list[FactFile], book: Book) -> int:
    for file in files:
        try:
            if canonical.mend(file, book.vocabulary.units):
                print(f"{file.path}: mended.")
        except OSError as error:
            what = f"{error.filename}: cannot be written: {error.strerror}. Make way or room for it"
            return failed(f"{what}; {file.path} is as it was.")
    return 0


def diff(options: Namespace) -> int:
    """Print what a change does."""
    from factbook import review

    try:
        base, head = (review.snapshot(Path(), revision) for revision in (options.base, options.head))
        unrendered = review.unrendered(Path(), options.base, options.head)
    except review.NoSuchRevision as unknown:
        return failed(str(unknown))
    found = review.compare(base, head, unrendered)
    if options.json:
        print(json.dumps(review.as_json(found), ensure_ascii=False, indent=1))
        return 0
    told = review.report(found, options.by)
    print(review.for_terminals(told) if sys.stdout.isatty() else told)
    return 0


def schema(options: Namespace) -> int:
    """Print the schema of one kind of fact file, or write those of all."""
    from factbook.schema import schema as schema_of

    book = book_of(options.facts)
    texts = {kind: json.dumps(schema_of(kind, book), ensure_ascii=False, indent=1) + "\n" for kind in KINDS}
    if options.write is None:
        print(texts[options.kind], end="")
        return 0
    try:
        options.write.mkdir(parents=True, exist_ok=True)
        for kind, text in texts.items():
            (options.write / f"{kind}.json").write_text(text, encoding="utf-8")
    except OSError as error:
        return failed(f"{options.write}: cannot be written to: {error.strerror}. Name another folder.")
    return 0


def publish(options: Namespace) -> int:
    """Build the site and swap it in."""
    from factbook.faults import NotPublished
    from factbook.publish import publish as published

    try:
        published(Path(), options.site)
    except NotPublished as fault:
        return failed(str(fault))
    print(f"{options.site}/ is built.")
    return 0
