"""Tell what the record lacks once, however many places name it, and not at all what is written but unsound."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from factbook.errors import Mark, Problem
from factbook.nodes import Mapping
from factbook.sections import SECTIONS
from factbook.written import Written

LISTS = ("checks", "derived", "places", "questions")
_NAMED = 3  # other places that a message names; more are counted


def told_once(root: Path, written: Written, problems: Iterable[Problem]) -> list[Problem]:
    """The problems in order of place; of those that lack one thing, the first, which names the others.

    Where a list or a source's file is gone or emptied, all that name what it held are one problem: of that file.
    Nothing is lacking that stands in a file with problems of its own, which are told there; and what is refused as it
    is written is not judged by what it says.
    """
    by_cause: dict[str, list[Problem]] = defaultdict(list)
    known, unread = {*entries(written)}, {*written.problems}
    misread = {problem.mark for problem in unread if problem.rule == "yaml"}
    for problem in sorted({*problems}):
        if problem.lacks not in known and (problem in unread or problem.mark not in misread):
            by_cause[_cause(problem.lacks, written)].append(problem)
    kept = by_cause.pop("", [])
    told = {problem.mark.path for problem in kept}
    told |= {f"{root}/sources/{problem.id}.yaml" for problem in kept if problem.rule == "file"}  # out of place
    for cause, (first, *others) in by_cause.items():
        path = f"{root}/{cause}.yaml"
        if cause == first.lacks:
            kept.append(first.naming(_places(others)))
        elif path not in told:
            message = f"is missing, and {_held(first, others)}. Restore or write it."
            kept.append(Problem(Mark(path), cause, message, first.rule))
    return sorted(kept)


def entries(written: Written) -> Iterator[str]:
    """What is written in the lists and the vocabulary, sound or not, as `Problem.lacks` names it."""
    for file in LISTS:
        node = written.nodes.get(file)
        yield from (f"{file}.{name}" for name in (node.entries if node else written.lost.get(file, ())))
    vocabulary = written.nodes.get("vocabulary")
    for section, (_, held) in vocabulary.entries.items() if vocabulary else ():
        if section in SECTIONS and isinstance(held, Mapping):
            yield from (f"{section}.{name}" for name in held.entries)


def _cause(lacks: str, written: Written) -> str:
    """The file that is gone with what is lacking, or shows none of it; else what is lacking."""
    file = lacks.partition(".")[0]
    if file in LISTS and file not in written.nodes:
        return file
    source = f"sources/{file}"
    return source if written.lost.get(source) == set() else lacks


def _places(others: Sequence[Problem]) -> str:
    named = [str(problem.mark) for problem in others[:_NAMED]]
    more = f"{len(others) - _NAMED:,} more places" if len(others) > _NAMED else ""
    return " and ".join(filter(None, [", ".join(named), more]))


def _held(first: Problem, others: Sequence[Problem]) -> str:
    more = f" and {len(others):,} more {'place' if len(others) == 1 else 'places'} name" if others else " names"
    return f"{first.mark}{more} what it held"
