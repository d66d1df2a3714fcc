"""The columns of the record's tables: what each holds, of which type, and what it means."""

from __future__ import annotations

from dataclasses import dataclass

from factbook.export.cells import (
    Read,
    covered,
    doubted_by,
    first_day,
    last_day,
    of_value,
    paragraph,
    placed,
    published,
    url,
)
from factbook.export.edition import Edition, last_read
from factbook.quantities.readings import notation


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `type` is that of Table Schema; `listed` names the list its values come from."""

    name: str
    type: str
    description: str
    read: Read
    listed: str = ""
    required: bool = False


COLUMNS = (
    Column("id", "string", "Permanent id: the source's, a dot, the fact's own.", lambda _, c: c.id, required=True),
    Column("measure", "string", "What is measured; empty for a statement.", lambda _, c: c.measure, "measures"),
    Column("statement", "string", "A fact without a figure, in the record's words.", lambda _, c: c.statement),
    Column(
        "value", "string", "The figure as the source gives it, hedge and unit included.", of_value(lambda v: v.text)
    ),
    Column("hedge", "string", "The words that hedge it; empty for none.", of_value(lambda v: v.hedged or None)),
    Column(
        "number",
        "number",
        "The number alone: of a range its lower end, of a vague number the least it names, two of its group, of a "
        "computed figure the one before it was rounded.",
        of_value(lambda v: v.number),
    ),
    Column(
        "low",
        "number",
        "The lower end of the usual reading of value and hedge; empty for none.",
        of_value(lambda v: v.usual.low),
    ),
    Column("high", "number", "The upper end of the usual reading; empty for none.", of_value(lambda v: v.usual.high)),
    Column("unit", "string", "The unit of the numbers.", of_value(lambda v: v.unit), "units"),
    Column(
        "period_start",
        "date",
        "The first day the date or period can include; of a figure as of a single day, such as a sum that had grown by "
        "then, that day; empty where none is stated.",
        first_day,
    ),
    Column(
        "period_end",
        "date",
        "The last day it can include, but for a plan none after its source; empty where none is stated or it is open.",
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
    Column("published", "string", "When the source was published (EDTF); empty where it is undated.", published),
    Column("url", "string", "The source's own address; empty where it is not known.", url),
    Column("quote", "string", "The phrase of the source that shows it.", lambda _, c: c.quote, required=True),
    Column("paragraph", "integer", "The first paragraph that holds the phrase; empty where none is held.", paragraph),
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
        of_value(lambda v: notation(v.usual)),
    ),
    Column("strict_reading", "string", "The strict reading as an interval.", of_value(lambda v: notation(v.strict))),
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
        doubted_by,
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
        covered,
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
        placed,
        "placed",
    ),
)

_IN_FACTS_ALONE = ("measure", "statement", "topic", "published", "url", "quote", "paragraph", "reason", "date_quote")
# The tables of measures got their notes last, and no column may move.
SERIES = tuple(
    sorted((column for column in COLUMNS if column.name not in _IN_FACTS_ALONE), key=lambda c: c.name == "note")
)
