"""What a change did to a fact, in words for readers instead of the keys and codes of its file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from factbook.dates import DateError, parse_date, printed
from factbook.export.history import Change, Edit
from factbook.html import join, tag
from factbook.kinds import NOT_STATED
from factbook.model import Claim
from factbook.render.tables import entry_link, source_link
from factbook.render.writer import Writer

LABELS = {
    "value": "figure",
    "claim": "statement",
    "measure": "what is measured",
    "date": "date",
    "period": "period",
    "scope": "whose work is counted",
    "place": "place",
    "according_to": "according to",
    "status": "status",
    "restates": "restates",
}
GONE = "no longer in this record"


def named(writer: Writer, change: Change) -> str:
    """A changed fact by what it is about and its source, linked as far as they still stand."""
    claim = writer.book.claims.get(f"{change.source}.{change.fact}")
    about = entry_link(writer, claim, _about(writer, claim)) if claim else _was_about(writer, change)
    source = writer.book.sources.get(change.source)
    where = source_link(writer, source) if source else _spaced(change.source)
    return join([about, ", in ", where]) if change.fact else where


def before(writer: Writer, change: Change) -> str:
    """What the fact said of all that changed."""
    return _listed(writer, [(key, old) for key, old, _ in _told(change)])


def after(writer: Writer, change: Change) -> str:
    """What the fact says of it now."""
    return GONE if change.kind == "removed" else _listed(writer, [(key, new) for key, _, new in _told(change)])


def alters(change: Change) -> bool:
    """Whether a change altered what a fact says, or took it out."""
    return change.kind == "removed" or (change.kind != "added" and bool(_told(change)))


def _told(change: Change) -> list[Edit]:
    return [edit for edit in change.edits if edit[0] in LABELS or not change.fact]


def _listed(writer: Writer, said: list[tuple[str, str | None]]) -> str:
    lines = [(LABELS.get(key, _spaced(key)), _worded(writer, key, value)) for key, value in said if value]
    return join(tag("div", label, ": ", words) for label, words in lines) if lines else "not stated"


def _worded(writer: Writer, key: str, value: str) -> str:
    if label := _label(writer, key, value):
        return label
    if value == NOT_STATED:
        return "not stated"
    if key in ("date", "period"):
        return _dated(value)
    return _of(writer, writer.book.claims[value]) if key == "restates" and value in writer.book.claims else value


def _label(writer: Writer, key: str, value: str) -> str | None:
    words = writer.book.vocabulary
    lists: dict[str, Mapping[str, Any]] = {
        "measure": words.measures,
        "scope": words.scopes,
        "place": writer.book.places,
        "according_to": words.parties,
        "status": words.statuses,
    }
    known = lists.get(key, {})
    return known[value].label if value in known else None


def _dated(value: str) -> str:
    try:
        return printed(parse_date(value))
    except DateError:  # an older version may have been wrong
        return value


def _of(writer: Writer, claim: Claim) -> str:
    said = claim.value.spelling if claim.value else _statement(claim)
    return f"{said}, in {writer.book.source_of(claim).publisher}"


def _about(writer: Writer, claim: Claim) -> str:
    return writer.book.vocabulary.measures[claim.measure].label if claim.measure else _statement(claim)


def _was_about(writer: Writer, change: Change) -> str:
    """What a fact that is gone was about: its measure or its topic, as far as these still have a name."""
    words, old = writer.book.vocabulary, {key: old for key, old, _ in change.edits}
    measure, topic = words.measures.get(old.get("measure") or ""), words.topics.get(old.get("topic") or "")
    about = measure.label if measure else f"a statement on {topic.label.lower()}" if topic else ""
    return about or _spaced(change.fact)


def _statement(claim: Claim) -> str:
    return (claim.statement or "").removesuffix(".")


def _spaced(id: str) -> str:
    return id.replace("-", " ")
