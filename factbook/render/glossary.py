"""The glossary: every word of the record's closed lists, with its definition, and the other spellings of places."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from factbook.html import Html, join, rows, tag, text
from factbook.model import Book, Claim, PlaceName
from factbook.render.writer import Writer, find
from factbook.vocabulary import PLACED

Entries = Iterable[tuple[str, str, str]]


def glossary(writer: Writer, section: str) -> Html:
    """The words of one closed list (measures, units, scopes, statuses, topics, parties), or the spellings of places."""
    entries = find(_SECTIONS, section, "section of the vocabulary")(writer.book)
    items = [
        rows(tag("dt", label, id=f"{section}-{key}"), tag("dd", about, *_facts(writer, section, key, label)))
        for key, label, about in entries
    ]
    return rows(Html('<dl class="glossary" data-record="glossary" markdown="0">'), *items, Html("</dl>"))


def term(writer: Writer, section: str, key: str, label: str) -> Html:
    """A word of one closed list, linked to its definition."""
    return tag("a", label, href=writer.href("glossary.md", f"{section}-{key}"))


def spellings(place: PlaceName) -> Html:
    """The other names of a place, each with its language or as one more spelling; nothing where it has none."""
    return Html("; ".join(_spellings(place)))


def _spellings(place: PlaceName) -> Iterator[Html]:
    if place.azerbaijani:
        yield join(["Azerbaijani: ", tag("span", place.azerbaijani, lang="az")])
    if place.armenian:
        yield join(["Armenian: ", tag("span", place.armenian, lang="hy")])
    if place.also:
        yield text(f"also: {', '.join(place.also)}")


def _facts(writer: Writer, section: str, key: str, label: str) -> Iterator[str]:
    """A link to all facts that a word is used of, where the table of facts is narrowed by such words and has any."""
    name, used = _USED.get(section, ("", lambda _: None))
    if any(used(claim) == key for claim in writer.book.claims.values()):
        yield " "
        yield tag("a", f"All facts: {label}", href=writer.narrowed(name, key))


def _measures(book: Book) -> Entries:
    words = book.vocabulary
    for measure in words.measures.values():
        units = " or ".join(words.units[unit].label for unit in measure.units)
        yield measure.key, measure.label, f"{measure.definition} Given in {units}."


def _parties(book: Book) -> Entries:
    for party in book.vocabulary.parties.values():
        yield party.key, party.label, f"{party.definition} Placed here as: {PLACED[party.placed]}."


def _places(book: Book) -> Entries:
    for place in book.places.values():
        if told := spellings(place):
            yield place.key, place.label, join([told, "."])


_SECTIONS: Mapping[str, Callable[[Book], Entries]] = {
    "measures": _measures,
    "units": lambda book: [(unit.key, unit.label, unit.definition) for unit in book.vocabulary.units.values()],
    "scopes": lambda book: [(term.key, term.label, term.definition) for term in book.vocabulary.scopes.values()],
    "statuses": lambda book: [(term.key, term.label, term.definition) for term in book.vocabulary.statuses.values()],
    "topics": lambda book: [(term.key, term.label, term.definition) for term in book.vocabulary.topics.values()],
    "parties": _parties,
    "places": _places,
}
# The field that narrows the table of facts to a word, and where a claim has the word.
_USED: Mapping[str, tuple[str, Callable[[Claim], str | None]]] = {
    "measures": ("measure", lambda claim: claim.measure),
    "statuses": ("status", lambda claim: claim.status),
    "topics": ("measure", lambda claim: claim.topic),
    "places": ("text", lambda claim: claim.place),
}
