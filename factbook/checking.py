"""Everything `check` looks at: the facts, and the pages that use them where the two stand together."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cache, partial
from pathlib import Path

from factbook import canonical
from factbook.astray import astray
from factbook.book import found, uncollected
from factbook.calls import CALLS, CLAIM_MACROS
from factbook.citations import Use, uses
from factbook.errors import BrokenBook, Problem, shown
from factbook.kinds import LISTED, nearest
from factbook.lacking import told_once
from factbook.misnamed import doubled, misheard, misnamed
from factbook.model import Book
from factbook.unnoted import unnoted
from factbook.written import Written, read_record

_FILES = {  # or sections, that hold what ids name
    "check": "checks",
    "question": "questions",
    "measure": "measures",
    "place": "places",
}


@uncollected()
def check_all(facts: Path) -> tuple[Book | None, list[Problem]]:
    """Check the facts and how they are written, and the pages in docs/ beside them if there are any."""
    written = read_record(facts)
    book, problems = found(facts, written)
    if book is None:
        return None, told_once(facts, written, problems)
    misspelt = canonical.misspelt(written, book.vocabulary.units)
    used, unread = uses(facts.parent / "docs", book.names)
    everything = [*problems, *misspelt, *unread, *misused(book, used, _declared(written), unread)]
    return book, told_once(facts, written, everything)


def sound(facts: Path) -> Book:
    """The record, if it and the pages beside it hold. Raises `BrokenBook` with every problem."""
    book, problems = check_all(facts)
    grave, _ = parted(problems)
    if grave or book is None:
        raise BrokenBook(grave)
    return book


def parted(problems: Iterable[Problem]) -> tuple[list[Problem], list[Problem]]:
    """The problems that make a record unsound, and those of spelling that `fmt` mends."""
    told = list(problems)
    return [one for one in told if one.rule != canonical.RULE], [one for one in told if one.rule == canonical.RULE]


def summary(book: Book, docs: Path) -> str:
    """What a sound record holds, in a line."""
    used = {use.id for use in uses(docs, book.names)[0]} & set(book.claims)
    return f"{len(book.claims)} claims from {len(book.sources)} sources hold; pages use {len(used)} of them."


def _declared(written: Written) -> set[str]:
    """The checks, questions and derived figures that are written, sound or not, by the ids that pages use."""
    names = {**{file: set(node.entries) for file, node in written.nodes.items()}, **written.lost}
    derived = {f"derived.{name}" for name in names.get("derived", ())}
    return names.get("checks", set()) | names.get("questions", set()) | derived


def misused(
    book: Book, used: Sequence[Use], declared: Collection[str] = (), unread: Iterable[Problem] = ()
) -> Iterator[Problem]:
    """What is wrong with how pages use a record: unknown ids, and words beside a figure that are not for it.

    Words are judged in paragraphs and tables of which every claim and source is sound and no macro is `unread`: they
    may be for one that is not.
    """
    yield from unknown_ids(book, used, declared)
    broken = {(problem.mark.path, problem.mark.line) for problem in unread if problem.rule == "macro"}
    lacking = {(use.mark.path, use.block.first) for use in used if _lost(book, use) or _beside(broken, use)}
    judged = {use.mark for use in used if (use.mark.path, use.block.first) not in lacking}
    for wrong in (misheard, astray, unnoted, misnamed, doubled):
        yield from (problem for problem in wrong(book, used) if problem.mark in judged)


def _lost(book: Book, use: Use) -> bool:
    named = use.id in book.claims or use.id in book.derived or use.id in book.sources
    return not named and CALLS.get(use.macro) in ("fact", "source")


def _beside(broken: Collection[tuple[str, int]], use: Use) -> bool:
    """Whether a macro that cannot be read stands in the paragraph or table of a use."""
    return any(path == use.mark.path and 0 <= line - use.block.first < len(use.block.lines) for path, line in broken)


def unknown_ids(book: Book, used: Iterable[Use], declared: Collection[str] = ()) -> Iterator[Problem]:
    """Every id that a page uses and the record does not hold, or holds as something else.

    What is `declared` is held, sound or not.
    """
    known_to = cache(partial(_known, book))
    for use in used:
        what, known = known_to(use.macro)
        if what and use.id not in known and use.id not in declared:
            hint = nearest(use.id, known, LISTED.get(what, ""))
            message = f"no {what} {shown(use.id, 120)} is in the record. {hint}"
            lacks = f"{_FILES[what]}.{use.id}" if what in _FILES else use.id
            yield Problem(use.mark, "page", message, "page-id", lacks)
        elif message := _unfit(book, use):
            yield Problem(use.mark, "page", message, "page-id")


def _known(book: Book, macro: str) -> tuple[str, Collection[str]]:
    """What the ids of a macro name, and those the record holds; nothing for a macro without ids."""
    known: dict[str, Callable[[], Collection[str]]] = {  # gathered only where asked for: there may be many
        "fact": lambda: {*(id for id in book.ids if "." in id), *(book.derived if macro == "fact" else ())},
        "source": lambda: {id for id in book.ids if "." not in id},
        "check": lambda: book.checks,
        "question": lambda: book.questions,
        "measure": lambda: book.vocabulary.measures,
        "place": lambda: book.places,
    }
    what = CALLS.get(macro, "")
    return what, known[what]() if what else ()


def _unfit(book: Book, use: Use) -> str:
    claim = book.claims.get(use.id)
    if claim and claim.status == "withdrawn" and use.macro in CLAIM_MACROS:
        return f"{use.id} is withdrawn. Take it out of the text; the page on corrections lists it."
    if claim and use.macro == "fact" and claim.value is None:
        return f"{use.id} is a statement, not a figure. Use claim()."
    if claim and use.macro == "claim" and claim.statement is None:
        return f"{use.id} is a figure, not a statement. Use fact()."
    return ""
