"""The glossary: every word of the record's closed lists, with its definition."""

from __future__ import annotations

from collections.abc import Iterable

from factbook.html import Html, rows, tag
from factbook.render.writer import Writer, find
from factbook.vocabulary import PLACED, Vocabulary

Entries = Iterable[tuple[str, str, str]]


def glossary(writer: Writer, section: str) -> Html:
    """The words of one closed list of the vocabulary (measures, units, scopes, statuses, topics or parties)."""
    entries = find(_SECTIONS, section, "section of the vocabulary")(writer.book.vocabulary)
    items = [rows(tag("dt", label, id=f"{section}-{key}"), tag("dd", about)) for key, label, about in entries]
    return rows(Html('<dl class="glossary" data-record="glossary" markdown="0">'), *items, Html("</dl>"))


def term(writer: Writer, section: str, key: str, label: str) -> Html:
    """A word of one closed list, linked to its definition."""
    return tag("a", label, href=writer.href("glossary.md", f"{section}-{key}"))


def _measures(words: Vocabulary) -> Entries:
    for measure in words.measures.values():
        units = " or ".join(words.units[unit].label for unit in measure.units)
        yield measure.key, measure.label, f"{measure.definition} Given in {units}."


def _parties(words: Vocabulary) -> Entries:
    for party in words.parties.values():
        yield party.key, party.label, f"{party.definition} Placed here as: {PLACED[party.placed]}."


_SECTIONS = {
    "measures": _measures,
    "units": lambda words: [(unit.key, unit.label, unit.definition) for unit in words.units.values()],
    "scopes": lambda words: [(term.key, term.label, term.definition) for term in words.scopes.values()],
    "statuses": lambda words: [(term.key, term.label, term.definition) for term in words.statuses.values()],
    "topics": lambda words: [(term.key, term.label, term.definition) for term in words.topics.values()],
    "parties": _parties,
}
