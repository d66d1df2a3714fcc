"""What a fact file may refer to, each with a few words on it."""

from __future__ import annotations

from factbook.checks.comparing import BRIDGED, KEYS
from factbook.declared import STATES
from factbook.kinds import NOT_STATED
from factbook.model import Book


def lists(book: Book) -> dict[str, dict[str, str]]:
    """The record's words by the kind of reference, with what each means or says."""
    terms = {
        section: {key: f"{term.label}: {term.definition}" for key, term in words.items()}
        for section, words in book.vocabulary.names().items()
    }
    said = {id: claim.value.text if claim.value else claim.statement or "" for id, claim in book.claims.items()}
    computed = {id: f"{derived.label}: {derived.value.text}" for id, derived in book.derived.items()}
    return {
        **terms,
        "parties": {**terms["parties"], NOT_STATED: "The source does not say who says it."},
        "places": {key: place.label for key, place in book.places.items()},
        "keys": {key: KEYS[key] for key in BRIDGED},
        "states": {key: term.definition for key, term in STATES.items()},
        "claims": said,
        "figures": {id: text for id, text in said.items() if book.claims[id].value} | computed,
        "values": said | computed,
        "dates": said | {id: source.title for id, source in book.sources.items()},
        "checks": {id: check.why for id, check in book.checks.items()},
    }
