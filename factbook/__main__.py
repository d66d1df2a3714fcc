"""The command line: `python -m factbook <command>`."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from factbook.book import examine
from factbook.checking import check_all, summary
from factbook.errors import BrokenBook, Problem
from factbook.evidence import fingerprint


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except BrokenBook as broken:
        return _report(broken.problems)


def _check(options: argparse.Namespace) -> int:
    book, problems = check_all(options.facts)
    if options.json:
        print(json.dumps([_as_json(problem) for problem in problems], indent=1))
        return 1 if problems else 0
    if problems or book is None:
        return _report(problems)
    print(summary(book, options.facts.parent / "docs"))
    return 0


def _report(problems: list[Problem]) -> int:
    for problem in problems:
        print(problem)
    print(f"{len(problems)} {'problem' if len(problems) == 1 else 'problems'} found.", file=sys.stderr)
    return 1


def _as_json(problem: Problem) -> dict[str, str | int]:
    path, line, column = problem.mark
    return {
        "path": path,
        "line": line,
        "column": column,
        "id": problem.id,
        "rule": problem.rule,
        "message": problem.message,
    }


def _fingerprint(options: argparse.Namespace) -> int:
    try:
        data = options.file.read_bytes()
    except OSError as error:
        return _fail(f"{options.file}: cannot be read: {error.strerror}. Name a text file.")
    try:
        print(fingerprint(data.decode("utf-8")), end="")
    except UnicodeDecodeError:
        return _fail(f"{options.file}: is not UTF-8 text. Save it as UTF-8.")
    return 0


def _locate(options: argparse.Namespace) -> int:
    book, problems = examine(options.facts)
    if book is None:
        return _report(problems)
    if options.source not in book.fingerprints:
        return _fail(f"{options.source}: no fingerprint of that name. See facts/fingerprints/.")
    found = book.fingerprints[options.source].locate(options.phrase)
    print(" ".join(map(str, found)) if found else "not found (a phrase needs at least 4 words)")
    return 0 if found else 1


def _list(options: argparse.Namespace) -> int:
    book, problems = examine(options.facts)
    for claim in book.claims.values() if book else ():
        print(f"{claim.id}\t{claim.value.text if claim.value else claim.statement}")
    return 0 if book else _report(problems)


def _diff(options: argparse.Namespace) -> int:
    from factbook import review  # needs the libraries that read pages, which a check of the facts does not

    try:
        base, head = (review.snapshot(Path(), revision) for revision in (options.base, options.head))
    except review.NoSuchRevision as unknown:
        return _fail(str(unknown))
    found = review.compare(base, head)
    print(
        json.dumps(review.as_json(found), ensure_ascii=False, indent=1)
        if options.json
        else review.report(found, options.by)
    )
    return 0


def _publish(options: argparse.Namespace) -> int:
    from factbook.faults import NotPublished
    from factbook.publish import publish

    try:
        publish(Path(), options.site)
    except NotPublished as fault:
        return _fail(str(fault))
    print(f"{options.site}/ is built.")
    return 0


def _fail(message: str) -> int:
    print(message, file=sys.stderr)
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m factbook", description="Check and publish a record of facts.")
    commands = parser.add_subparsers(required=True, metavar="command")

    def command(name: str, run: object, help: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=help, description=help)
        added.set_defaults(run=run)
        added.add_argument("--facts", type=Path, default=Path("facts"), help="the folder of facts (facts)")
        return added

    command("check", _check, "Check every fact.").add_argument(
        "--json", action="store_true", help="print problems as JSON"
    )
    command("fingerprint", _fingerprint, "Print the fingerprint of a text file.").add_argument("file", type=Path)
    locate = command("locate", _locate, "Print the paragraphs of a source that hold a phrase.")
    locate.add_argument("source", metavar="SOURCE-ID")
    locate.add_argument("phrase")
    command("list", _list, "Print the id and the value or statement of every fact.")
    diff = command("diff", _diff, "Print what a change does to facts, checks and published sentences, as Markdown.")
    diff.add_argument("base", metavar="BASE", help="the revision before")
    diff.add_argument("head", metavar="HEAD", nargs="?", help="the revision after (the work tree)")
    diff.add_argument("--by", choices=("page", "fact"), default="page", help="how to group sentences (page)")
    diff.add_argument("--json", action="store_true", help="print everything as JSON")
    publishing = command("publish", _publish, "Build the site and let it take the place of the last one.")
    publishing.add_argument("--site", type=Path, default=Path("site"), help="the folder to publish to (site)")
    return parser


if __name__ == "__main__":
    sys.exit(main())
