"""The command that starts a fact file."""

from __future__ import annotations

from argparse import Namespace
from datetime import date
from pathlib import Path

from factbook.cli.telling import book_of, failed
from factbook.drafting.article import NotRead, article, misplaced
from factbook.drafting.draft import fact_file
from factbook.drafting.proposals import Proposal, proposals
from factbook.drafting.record import NotTaken, Record, checked, source_id, taken
from factbook.errors import BrokenBook, shown
from factbook.evidence import fingerprint, paragraphs
from factbook.fields import CLAIM, SOURCE
from factbook.kinds import is_id
from factbook.model import Book
from factbook.reader import read
from factbook.repeats import repeated
from factbook.writing import written_whole

OFFERED = tuple(field for field in SOURCE if field.name != "passed_over")
_MANY = 25  # percent of an article's words; fewer may be background
SAME = tuple(field for field in CLAIM if field.name in ("period", "scope", "according_to"))


def new(options: Namespace) -> int:
    """Write the fact file and the fingerprint of a new article."""
    book = book_of(options.facts)
    try:
        return _drafted(options, book)
    except (NotRead, NotTaken) as refused:
        return failed(str(refused))
    except FileExistsError as error:
        return failed(f"{error.filename}: is there already, and nothing is overwritten. Give another id with --id.")
    except OSError as error:
        return failed(f"{error.filename}: cannot be written: {error.strerror}. Nothing was kept.")


def _drafted(options: Namespace, book: Book) -> int:
    if options.text is None and options.held != "phrases":
        raise NotTaken("Name a file that holds the article's text, or give --held phrases if you have only phrases.")
    if options.text and (wrong := misplaced(options.text, options.facts.parent)):
        raise NotRead(wrong)
    text = article(options.text) if options.text else ""
    given = checked((*OFFERED, *SAME), vars(options), book)
    filled = {field.name: given.pop(field.name) for field in SAME if field.name in given}
    record = taken(given, book, date.today().isoformat())
    id = options.id or source_id(record, book.sources)
    if not is_id(id):
        raise NotTaken(f"--id: {shown(id)} is no id. Write lower-case words joined by hyphens.")
    found = proposals(text, book.vocabulary, record["language"])
    without = _without(text, found) if record["held"] == "whole" else []
    files = _files(options.facts, id, record, fact_file(id, record, found, without, filled), text)
    written_whole(files)
    print(_told(files, found, without, _repeated(text, book)))
    return 0


def _files(facts: Path, id: str, record: Record, content: str, text: str) -> dict[Path, str]:
    path = facts / "sources" / f"{id}.yaml"
    _, problems = read(content, str(path))
    if problems:
        raise BrokenBook(problems)
    folder = "noted" if record["held"] == "phrases" else "fingerprints"
    held = {facts / folder / f"{id}.txt": str(fingerprint(text))} if text else {}
    return {path: content, **held}


def _without(text: str, found: list[Proposal]) -> list[int]:
    return sorted({*range(1, len(paragraphs(text)) + 1)} - {proposal.paragraph for proposal in found})


def _repeated(text: str, book: Book) -> str:
    """The source that holds most of a text's words already, with how many; "" where none holds many."""
    new = fingerprint(text)
    by_percent = {id: repeated(new, held).percent for id, held in book.fingerprints.items()}
    most = max(by_percent, key=by_percent.__getitem__, default="")
    return f"{by_percent[most]} percent of its words stand in {most}" if most and by_percent[most] >= _MANY else ""


def _told(files: dict[Path, str], found: list[Proposal], without: list[int], repeated: str) -> str:
    lines = [f"{path}: written." for path in files]
    if found:
        lines.append(f"Figures found: {len(found)}. Name each by what it says and complete its keys, or delete it.")
    if without:
        listed = ", ".join(f"no. {number}" for number in without)
        lines.append(f"Paragraphs without a figure: {listed}. Claim what each says, or pass it over with a reason.")
    if repeated:
        lines.append(f"{repeated} too. If both carry one release, give both its name as origin; they are one witness.")
    return "\n".join([*lines, "Then run make check."])
