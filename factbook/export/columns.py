"""The columns of the record's tables: what each holds, of which type, and what it means."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import TypeAlias

from factbook.checks.judging import doubted
from factbook.export.edition import Edition, last_read
from factbook.intervals import Interval
from factbook.kinds import NOT_FOUND
from factbook.model import Book, Claim
from factbook.quantities import Quantity, decimal_text
from factbook.quantities.readings import MINUS
from factbook.spans import span

Cell: TypeAlias = str | int | Fraction | date | None
Read: TypeAlias = Callable[[Book, Claim], Cell]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `type` is that of Table Schema; `listed` names the list its values come from."""

    name: str
    type: str
    description: str
    read: Read
    listed: str = ""
    required: bool = False


def notation(interval: Interval) -> str:
    """An interval as mathematics writes it (ISO 80000-2), such as [33000, 34000)."""
    low = f"{MINUS}∞" if interval.low is None else decimal_text(interval.low)
    high = "∞" if interval.high is None else decimal_text(interval.high)
    return f"{'[('[interval.low_open]}{low}, {high}{'])'[interval.high_open]}"


def _of_value(read: Callable[[Quantity], Cell]) -> Read:
    return lambda book, claim: None if claim.value is None else read(claim.value)


def _start(book: Book, claim: Claim) -> Cell:
    return claim.when.first if claim.when else None


def last_day(book: Book, claim: Claim) -> date | None:
    """The last day a claim can include, which is none after its source; None where none is stated or it is open."""
    if claim.when is None or claim.when.last == date.max:
        return None
    return min(claim.when.last, book.source_of(claim).latest)


def _published(book: Book, claim: Claim) -> Cell:
    published = book.source_of(claim).published
    return published.text if published else None


def _url(book: Book, claim: Claim) -> Cell:
    url = book.source_of(claim).url
    return None if url == NOT_FOUND else url


def _paragraph(book: Book, claim: Claim) -> Cell:
    return next(iter(book.paragraphs(claim)), None)


def _span(book: Book, claim: Claim) -> Cell:
    return span(claim.when, book.vocabulary.measures[claim.measure].accumulates) if claim.measure else None


def _placed(book: Book, claim: Claim) -> Cell:
    party = book.vocabulary.parties.get(claim.according_to)
    return party.placed if party else None


def _doubted_by(book: Book, claim: Claim) -> Cell:
    if claim.id not in doubted(book):
        return None
    return " ".join(check.id for check in book.checks.values() if check.doubted == claim.id)


COLUMNS = (
    Column("id", "string", "Permanent id: the source's, a dot, the fact's own.", lambda _, c: c.id, required=True),
    Column("measure", "string", "What is measured; empty for a statement.", lambda _, c: c.measure, "measures"),
    Column("statement", "string", "A fact without a figure, in the record's words.", lambda _, c: c.statement),
    Column(
        "value", "string", "The figure as the source gives it, hedge and unit included.", _of_value(lambda v: v.text)
    ),
    Column("hedge", "string", "The words that hedge it; empty for none.", _of_value(lambda v: v.hedged or None)),
    Column(
        "number",
        "number",
        "The number alone: of a range its lower end, of a vague number the least it names, two of its group.",
        _of_value(lambda v: v.number),
    ),
    Column(
        "low",
        "number",
        "The lower end of the usual reading of value and hedge; empty for none.",
        _of_value(lambda v: v.usual.low),
    ),
    Column("high", "number", "The upper end of the usual reading; empty for none.", _of_value(lambda v: v.usual.high)),
    Column("unit", "string", "The unit of the numbers.", _of_value(lambda v: v.unit), "units"),
    Column(
        "period_start",
        "date",
        "The first day the date or period can include; of a figure as of a single day, such as a sum that had grown by "
        "then, that day; empty where none is stated.",
        _start,
    ),
    Column(
        "period_end",
        "date",
        "The last day it can include, none after its source; empty where none is stated or it is still open.",
        last_day,
    ),
    Column(
        "scope",
        "string",
        "Whose work or which cases are counted; empty where the measure leaves no question, not-stated where it does "
        "and the source does not say.",
        lambda _, c: c.scope,
        "scopes",
    ),
    Column("according_to", "string", "Who says it.", lambda _, c: c.according_to, "parties", required=True),
    Column("status", "string", "How the fact stands.", lambda _, c: c.status, "statuses", required=True),
    Column("source", "string", "The id of the source, as in sources.json.", lambda _, c: c.source, required=True),
    Column("published", "string", "When the source was published (EDTF); empty where it is undated.", _published),
    Column("url", "string", "The source's own address; empty where it is not known.", _url),
    Column("quote", "string", "The phrase of the source that shows it.", lambda _, c: c.quote, required=True),
    Column("paragraph", "integer", "The first paragraph that holds the phrase; empty where none is held.", _paragraph),
    Column(
        "date",
        "string",
        "The date or period as written in the record (EDTF), no more precise than its source.",
        lambda _, c: c.when.text if c.when else None,
    ),
    Column(
        "usual_reading",
        "string",
        "The usual reading as an interval; a round bracket leaves the end itself out.",
        _of_value(lambda v: notation(v.usual)),
    ),
    Column("strict_reading", "string", "The strict reading as an interval.", _of_value(lambda v: notation(v.strict))),
    Column("topic", "string", "What a statement is about.", lambda _, c: c.topic, "topics"),
    Column("place", "string", "The place it is about, where it is about one.", lambda _, c: c.place, "places"),
    Column("rounded_to", "number", "The step a round figure was rounded to.", lambda _, c: c.rounded_to),
    Column("restates", "string", "The id of an earlier fact that it corrects or repeats.", lambda _, c: c.restates),
    Column("reason", "string", "Why it is withdrawn, superseded, or restates another.", lambda _, c: c.reason),
    Column("note", "string", "What a reader must know beside it.", lambda _, c: c.note),
    Column(
        "edition",
        "string",
        "The first part of the record's version, the same in every row: the last day on which a source was read. "
        "datapackage.json has the whole, with the commit.",
        lambda book, _: Edition(last_read(book)).version,
        required=True,
    ),
    Column(
        "doubted_by",
        "string",
        "The ids of the checks that show it not to hold, as in checks.json, parted by spaces; empty for none.",
        _doubted_by,
    ),
    Column(
        "origin",
        "string",
        "The release that the source carries: all reports of one release have the same, and are one witness to it; "
        "empty where the record names none.",
        lambda book, c: book.source_of(c).origin,
    ),
    Column(
        "span",
        "string",
        "What stretch of time a figure covers, so that a running total is never taken for the figure of a month; "
        "empty for a statement.",
        _span,
        "spans",
    ),
    Column(
        "date_quote",
        "string",
        "The phrase of the source that shows the date; empty where the day of publication or the note does.",
        lambda _, c: c.date_quote,
    ),
    Column(
        "placed",
        "string",
        "Where the party that says it stands, which is not whether it is right; empty where the source names no party.",
        _placed,
        "placed",
    ),
)

SERIES = tuple(
    column
    for column in COLUMNS
    if column.name
    not in (
        "measure",
        "statement",
        "topic",
        "published",
        "url",
        "quote",
        "paragraph",
        "reason",
        "note",
        "date_quote",
    )
)
