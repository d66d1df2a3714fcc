"""The command line: `python -m factbook <command>`."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeAlias, TypeVar

from factbook.cli import drafting, making, reading
from factbook.cli.telling import problems_told
from factbook.drafting.answers import example
from factbook.errors import BrokenBook
from factbook.layout import KINDS

T = TypeVar("T", bound=argparse._ActionsContainer)
Run: TypeAlias = Callable[[argparse.Namespace], int]
Command: TypeAlias = Callable[[str, Run, str], argparse.ArgumentParser]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except BrokenBook as broken:
        return problems_told(broken.problems)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m factbook", description="Check and publish a record of facts.")
    commands = parser.add_subparsers(required=True, metavar="command")

    def command(name: str, run: Run, help: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=help, description=help)
        added.set_defaults(run=run)
        return added

    for group in (_reading, _drafting, _making):
        group(command)
    return parser


def _on_facts(options: T) -> T:
    options.add_argument("--facts", type=Path, default=Path("facts"), help="the folder of facts (facts)")
    return options


def _reading(command: Command) -> None:
    check = command("check", reading.check, "Check every fact.")
    check.add_argument("--json", action="store_true", help="print problems as JSON")
    where = check.add_mutually_exclusive_group()
    where.add_argument("--revision", help="check the facts and pages of a commit, which are only read")
    _on_facts(where)
    fingerprint = _on_facts(command("fingerprint", reading.fingerprint, "Print the fingerprint of a text file."))
    fingerprint.add_argument("file", type=Path, help="the article, best kept in a folder outside the project")
    locate = _on_facts(command("locate", reading.locate, "Print the paragraphs of a source that hold a phrase."))
    locate.add_argument("source", metavar="SOURCE-ID")
    locate.add_argument("phrase")
    _on_facts(command("list", reading.list_facts, "Print the id and the value or statement of every fact."))


def _drafting(command: Command) -> None:
    new = _on_facts(
        command("new", drafting.new, "Start the fact file of a new article; what is not given is asked for.")
    )
    text = "the article, or the phrases noted of it, one paragraph a line"
    new.add_argument("text", metavar="TEXT", type=Path, nargs="?", help=text)
    new.add_argument("--id", help="the id of the source (its publisher and day of publication)")
    for field in drafting.OFFERED:
        new.add_argument(f"--{field.name}", help=f"{field.description} ({example(field)})")
    for field in drafting.SAME:
        new.add_argument(f"--{field.name}", help=f"{field.description} Filled in for every figure found.")


def _making(command: Command) -> None:
    fmt = _on_facts(command("fmt", making.fmt, "Write fact files in canonical form; what they say is not altered."))
    fmt.add_argument("files", metavar="FILE", type=Path, nargs="*", help="the files to mend (all)")
    fmt.add_argument("--check", action="store_true", help="only name what would be mended, as check does")
    schema = _on_facts(command("schema", making.schema, "Print the JSON Schema of a kind of fact file, for editors."))
    schema.add_argument("kind", choices=KINDS, nargs="?", default=KINDS[0], help=f"the kind of file ({KINDS[0]})")
    schema.add_argument("--write", type=Path, metavar="DIR", help="write those of all kinds into a folder instead")
    diff = command("diff", making.diff, "Print what a change does to facts, checks and published sentences.")
    diff.add_argument("base", metavar="BASE", help="the revision before")
    diff.add_argument("head", metavar="HEAD", nargs="?", help="the revision after (the work tree)")
    diff.add_argument("--by", choices=("page", "fact"), default="page", help="how to group sentences (page)")
    diff.add_argument("--json", action="store_true", help="print everything as JSON")
    publishing = command("publish", making.publish, "Build the site and let it take the place of the last one.")
    publishing.add_argument("--site", type=Path, default=Path("site"), help="the folder to publish to (site)")
