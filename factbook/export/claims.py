"""Facts as schema.org's claims: who makes them, where they appear, and where they first did.

They are no reviews of claims: that arithmetic works out is no rating of the truth.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from factbook.export.linked import Thing, block
from factbook.html import Html
from factbook.kinds import NOT_FOUND
from factbook.model import Book, Claim, Source
from factbook.origins import release


def claims_markup(book: Book, source: Source) -> Html:
    """The claims of a source, for its page."""
    claims = [_claim(book, claim) for claim in book.by_source[source.id]]
    return block({"@graph": [_article(source), *claims]})


def name(book: Book, claim: Claim) -> str:
    """A fact in one line: its figure and measure, or its statement."""
    if claim.value is None or claim.measure is None:
        return claim.statement or ""
    return f"{claim.value.spelling}: {book.vocabulary.measures[claim.measure].label}"


def _article(source: Source) -> Thing:
    day = source.published
    return _without_none(
        {
            **_named(source),
            "url": None if source.url == NOT_FOUND else source.url,
            "author": [{"@type": "Person", "name": name} for name in source.authors] or None,
            "publisher": {"@type": "Organization", "name": source.publisher},
            "datePublished": day.text if day and not day.approximate else None,
            "inLanguage": source.language,
        }
    )


def _claim(book: Book, claim: Claim) -> Thing:
    party = book.vocabulary.parties.get(claim.according_to)
    kind = "Person" if party and party.person else "Organization"
    source = book.source_of(claim)
    when = claim.when
    return _without_none(
        {
            "@type": "Claim",
            "@id": f"#{claim.name}",
            "identifier": claim.id,
            "name": name(book, claim),
            "author": {"@type": kind, "name": party.label} if party else None,
            "appearance": {"@id": _id(source)},
            "firstAppearance": _first(book, claim, source),
            "temporalCoverage": when.text if when and not when.approximate else None,
            "creativeWorkStatus": book.vocabulary.statuses[claim.status].label,
        }
    )


def _first(book: Book, claim: Claim, source: Source) -> Thing | None:
    """Where the claim first appeared, as far as the record knows: in what the source relays, or its first reprint.

    None where it does not know: for what a news organisation says in a source that relays another, which may be the
    words of either, for a claim that restates another one, and where one of several reprints is undated.
    """
    if source.relays:
        party = book.vocabulary.parties.get(claim.according_to)
        own = party is not None and party.placed == "news-organisation"
        return None if own else {"@type": "CreativeWork", "name": source.relays}
    reprints = _reprints(book)[release(book, claim)]
    days = [(other.published.first, other.id) for other in reprints.values() if other.published]
    if claim.restates or len(days) < len(reprints) > 1:
        return None
    first = book.sources[min(days)[1]] if days else source
    return {"@id": _id(source)} if first is source else _named(first)


@lru_cache(maxsize=1)
def _reprints(book: Book) -> Mapping[object, Mapping[str, Source]]:
    """The sources that carry each figure of a release, by their ids."""
    found: dict[object, dict[str, Source]] = defaultdict(dict)
    for source in book.sources.values():
        for claim in book.by_source[source.id]:
            found[release(book, claim)][source.id] = source
    return found


def _named(source: Source) -> Thing:
    title = source.publisher if source.title == NOT_FOUND else source.title
    return {"@type": "CreativeWork", "@id": _id(source), "name": title}


def _id(source: Source) -> str:
    return f"#{source.id}" if source.url == NOT_FOUND else source.url


def _without_none(thing: Thing) -> Thing:
    return {key: value for key, value in thing.items() if value is not None}
