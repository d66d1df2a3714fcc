"""Add to the book what is declared about its claims: derived figures, checks and questions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from factbook.checks.comparing import BRIDGED
from factbook.checks.deriving import derived
from factbook.checks.entries import Entry, entries
from factbook.checks.fields import CHECKS, DERIVED, QUESTION
from factbook.checks.operands import day, figure
from factbook.checks.relations import RELATIONS
from factbook.declared import STATES, Check, Question, ids_of
from factbook.errors import Problem
from factbook.kinds import Known
from factbook.model import Book
from factbook.nodes import Mapping as Entries


def with_declared(
    book: Book, files: Mapping[str, Entries], problems: list[Problem], lost: Mapping[str, set[str]] | None = None
) -> Book:
    """The book with what facts/derived.yaml, checks.yaml and questions.yaml hold, and every problem with them.

    `lost` names the entries of files that cannot be read, which may be referred to all the same.
    """
    names = {name: _names(files, name) | (lost or {}).get(name, set()) for name in ("derived", "checks")}
    known = _known(book, {f"derived.{name}" for name in names["derived"]}, names["checks"])
    computed = derived(book, entries(files.get("derived"), DERIVED, known, "derived", problems), problems)
    book = replace(book, derived=computed)
    checks = [*_sound(book, entries(files.get("checks"), CHECKS, known, "checks", problems), problems)]
    questions = entries(files.get("questions"), {"entry": QUESTION}, known, "questions", problems)
    return replace(
        book,
        checks={entry.name: _check(entry) for entry in checks},
        questions={entry.name: _question(entry) for entry in questions},
    )


def _names(files: Mapping[str, Entries], file: str) -> set[str]:
    return set(files[file].entries) if file in files else set()


def _known(book: Book, derived: set[str], checks: set[str]) -> Known:
    claims = {id for id in book.ids if "." in id}
    names = {
        **book.vocabulary.names(),
        "keys": BRIDGED,
        "claims": claims,
        "figures": claims | derived,
        "values": claims | derived,
        "dates": book.ids,
        "checks": checks,
        "states": STATES,
    }
    return Known(names, book.vocabulary.units)


def _sound(book: Book, found: list[Entry], problems: list[Problem]) -> Iterator[Entry]:
    """The checks whose operands are held and are what their part needs; unsound claims are told of elsewhere."""
    for entry in found:
        ids = ids_of(entry.operands)
        wrong = [entry.problem("operands", message, role) for role, message in _wrong(book, entry)]
        problems += wrong
        if not wrong and _held(book, ids) == ids:
            yield entry


def _wrong(book: Book, entry: Entry) -> Iterator[tuple[str, str]]:
    """What keeps an operand from playing its part, with that part."""
    for role in RELATIONS[entry.kind].roles:
        held = {id: figure(book, id) for id in _held(book, entry.operands[role.name])}
        dated = role.day or (role.field.kind == "refs:values" and not any(held.values()))
        for id, found in held.items():
            if dated and day(book, id) is None:
                yield role.name, f"{id} states no date. Choose one that does."
            elif not dated and found is None:
                yield role.name, f"{id} holds no figure. Choose one that does."
            elif role.divides and found and found.readings.usual.high == 0:
                yield role.name, f"{id} is 0. Choose a figure above 0 to divide by."


def _held(book: Book, ids: Sequence[str]) -> list[str]:
    return [id for id in ids if id in book.claims or id in book.derived or id in book.sources]


def _check(entry: Entry) -> Check:
    values = entry.values
    told = {key: values.get(key) for key in ("expect", "doubted", "reason")}
    return Check(entry.name, entry.mark, entry.marks, entry.kind, values["why"], entry.operands, entry.across, **told)


def _question(entry: Entry) -> Question:
    return Question(id=entry.name, mark=entry.mark, marks=entry.marks, **entry.values)
