"""The record as data for others."""

from __future__ import annotations

import json

from factbook.model import Book, Claim


def facts_json(book: Book) -> str:
    """Every fact as a JSON list."""
    facts = [_fact(book, claim) for claim in book.claims.values()]
    return json.dumps(facts, ensure_ascii=False, indent=1) + "\n"


def _fact(book: Book, claim: Claim) -> dict[str, object]:
    return {
        "id": claim.id,
        "measure": claim.measure,
        "value": claim.value.text if claim.value else None,
        "statement": claim.statement,
        "date": claim.when.text if claim.when else None,
        "scope": claim.scope,
        "according_to": claim.according_to,
        "status": claim.status,
        "quote": claim.quote,
        "source": claim.source,
    }
