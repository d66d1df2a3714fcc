"""Checks, computed figures and contested questions as data for others."""

from __future__ import annotations

from factbook.checks import formulas
from factbook.checks.judging import Outcome, judge
from factbook.checks.remarks import remarks, sentence
from factbook.checks.wording import spoken
from factbook.checks.working import plain
from factbook.declared import Derived, Question, ids_of
from factbook.export.computed import computed_row
from factbook.export.tables import json_lines, plain_row
from factbook.model import Book


def checks_json(book: Book) -> str:
    """Every check as a JSON list, one a line: its verdict, what that says, and the working as lines of text."""
    return json_lines(_check(book, judge(book, check)) for check in book.checks.values())


def derived_json(book: Book) -> str:
    """Every computed figure as a JSON list, one a line: the value as pages give it, and its formula."""
    return json_lines(_derived(book, derived) for derived in book.derived.values())


def questions_json(book: Book) -> str:
    """Every contested question as a JSON list, one a line: what is agreed and not, and the facts side by side."""
    return json_lines(_question(book, question) for question in book.questions.values())


def _check(book: Book, outcome: Outcome) -> dict[str, object]:
    check = outcome.check
    return {
        "id": check.id,
        "kind": check.kind,
        "verdict": outcome.verdict.key,
        "why": spoken(book, check.why),
        "says": sentence(outcome),
        "remarks": list(remarks(book, outcome)),
        "expected": check.expect is not None,
        "reason": spoken(book, check.reason) if check.reason else None,
        "doubted": check.doubted,
        "operands": ids_of(check.operands),
        "working": plain(book, outcome),
    }


def _derived(book: Book, derived: Derived) -> dict[str, object]:
    row = plain_row(computed_row(book, derived))
    return {
        "id": derived.id,
        "kind": derived.kind,
        "value": derived.value.spelling,
        **{key: row[key] for key in ("number", "low", "high", "unit")},
        "label": derived.label,
        "formula": formulas.plain(book, derived),
        "date": derived.when.text if derived.when else None,
        "rests_on": sorted(set(derived.rests_on)),
        "operands": ids_of(derived.operands),
    }


def _question(book: Book, question: Question) -> dict[str, object]:
    return {
        "id": question.id,
        "title": question.title,
        "state": question.status,
        "agreed": spoken(book, question.agreed),
        "disputed": spoken(book, question.disputed),
        "positions": list(question.positions),
        "uncontested": list(question.uncontested),
        "checks": list(question.checks),
        "figures": list(question.figures),
        "note": spoken(book, question.note) if question.note else None,
    }
