"""Facts as rows: CSV that is safe to open in a spreadsheet, JSON, and a table for each measure."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from functools import partial
from io import StringIO
from itertools import chain

from factbook.ends import Number
from factbook.export.cells import Cell, last_day
from factbook.export.columns import COLUMNS, SERIES, Column
from factbook.export.computed import computed_row
from factbook.model import Book, Claim
from factbook.quantities import decimal_text

_FORMULA = re.compile(r"'*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]")  # the wide forms are signs to Japanese spreadsheets


def facts_json(book: Book) -> str:
    """Every fact as a JSON list, one a line; numbers and nulls keep their types, dates are ISO 8601.

    The figures computed from them follow, so that every figure on a page is found by its id; their source is `derived`.
    """
    facts = ({column.name: column.read(book, claim) for column in COLUMNS} for claim in book.claims.values())
    computed = (computed_row(book, derived) for derived in book.derived.values())
    return json_lines(map(plain_row, chain(facts, computed)))


def facts_csv(book: Book) -> str:
    """Every fact as a row of CSV."""
    return _csv(book, COLUMNS, book.claims.values())


def series_csv(book: Book) -> dict[str, str]:
    """For each measure that has figures, its figures as CSV, ordered by the last day they cover."""
    measured: dict[str, list[Claim]] = {}
    for figure in book.figures():
        measured.setdefault(figure.measure.key, []).append(figure.claim)
    return {
        key: _csv(book, SERIES, sorted(measured[key], key=partial(_chronological, book))) for key in sorted(measured)
    }


def safe(text: str) -> str:
    """Text as a cell that no spreadsheet takes for a formula (OWASP, CSV Injection): an apostrophe before = + - @.

    One that is there already gets another, so that taking one away gives the text back.
    """
    return f"'{text}" if _FORMULA.match(text) else text


def json_text(thing: object) -> str:
    """A JSON document, one entry a line."""
    return json.dumps(thing, ensure_ascii=False, indent=1) + "\n"


def json_lines(items: Iterable[object]) -> str:
    """A JSON list with one item a line."""
    lines = ",\n".join(json.dumps(item, ensure_ascii=False) for item in items)
    return f"[\n{lines}\n]\n"


def plain_row(row: Mapping[str, Cell]) -> dict[str, str | int | float | None]:
    """A row as JSON has it: numbers and nulls keep their types, dates are ISO 8601."""
    return {name: _plain(cell) for name, cell in row.items()}


def number(exact: Number) -> int | float:
    """A number as JSON has it: whole ones exactly, others to the nearest that programs compute with."""
    return exact.numerator if exact.denominator == 1 else float(exact)


def _csv(book: Book, columns: Sequence[Column], claims: Iterable[Claim]) -> str:
    table = StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(column.name for column in columns)
    writer.writerows([_cell(column.read(book, claim)) for column in columns] for claim in claims)
    return table.getvalue()


def _cell(value: Cell) -> str:
    if isinstance(value, str):
        return safe(value)
    if isinstance(value, Fraction):
        return decimal_text(value)
    return "" if value is None else str(value)


def _plain(value: Cell) -> str | int | float | None:
    if isinstance(value, Fraction):
        return number(value)
    return value.isoformat() if isinstance(value, date) else value


def _chronological(book: Book, claim: Claim) -> tuple[date, str]:
    return (last_day(book, claim) or (date.max if claim.when else date.min), claim.id)
