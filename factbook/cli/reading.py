"""Commands that look at the record."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from factbook import evidence
from factbook.checking import check_all, parted, summary
from factbook.cli.telling import as_json, book_of, failed, problems_told
from factbook.drafting.article import NotRead, article, misplaced
from factbook.errors import Problem
from factbook.model import Book


def check(options: Namespace) -> int:
    """Check the facts and the pages beside them, in the work tree or in a commit."""
    if options.revision is None:
        return _judged(options, *check_all(options.facts), options.facts.parent / "docs")
    from factbook import review  # needs the libraries that read pages, which a check of the facts does not

    try:
        with review.extracted(Path(), options.revision) as (root, refused):
            book, found = check_all(root / "facts")
            problems = sorted({*refused, *(review.relative(problem, root) for problem in found)})
            return _judged(options, book, problems, root / "docs")
    except review.NoSuchRevision as unknown:
        return failed(str(unknown))


def _judged(options: Namespace, book: Book | None, problems: list[Problem], docs: Path) -> int:
    grave, harmless = parted(problems)
    for problem in harmless:
        print(f"{problem} It does not fail the check.", file=sys.stderr)
    if options.json:
        print(as_json(grave))
        return 1 if grave else 0
    if grave or book is None:
        return problems_told(grave)
    print(summary(book, docs))
    return 0


def fingerprint(options: Namespace) -> int:
    """Print the fingerprint of an article's text, and a warning where that could be published."""
    try:
        print(evidence.fingerprint(article(options.file)), end="")
    except NotRead as refused:
        return failed(str(refused))
    if warning := misplaced(options.file, options.facts.parent):
        print(warning, file=sys.stderr)
    return 0


def locate(options: Namespace) -> int:
    """Print the paragraphs that hold a phrase."""
    book = book_of(options.facts)
    if options.source not in book.fingerprints:
        return failed(f"{options.source}: no fingerprint of that name. See facts/fingerprints/.")
    if len(evidence.tokens(options.phrase)) < evidence.SHORTEST:
        return failed(f"a phrase needs at least {evidence.SHORTEST} words. Give more of it.")
    found = book.fingerprints[options.source].locate(options.phrase)
    print(f"paragraph {', '.join(map(str, found))}" if found else "not found")
    return 0 if found else 1


def list_facts(options: Namespace) -> int:
    """Print every fact's id and what it says."""
    for claim in book_of(options.facts).claims.values():
        print(f"{claim.id}\t{claim.value.text if claim.value else claim.statement}")
    return 0
