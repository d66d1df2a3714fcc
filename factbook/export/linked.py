"""The record for search engines: schema.org's vocabulary as JSON-LD, in a block that browsers do not run.

Facts are marked up as claims. They are no reviews of claims: that arithmetic works out is no rating of the truth.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from factbook.export.edition import AUTHOR, DESCRIPTION, KEYWORDS, LICENCE_URL, TITLE, Edition
from factbook.export.package import MEDIA, about
from factbook.html import Html
from factbook.kinds import NOT_FOUND
from factbook.model import Book, Claim, Source
from factbook.quantities import printed

CONTEXT = "https://schema.org"
Thing = dict[str, object]


def claims_markup(book: Book, source: Source) -> Html:
    """The claims of a source, for its page."""
    claims = [_claim(book, claim) for claim in book.by_source[source.id]]
    return block({"@graph": [_article(source), *claims]})


def dataset_markup(book: Book, edition: Edition, files: Iterable[str]) -> Html:
    """The record as a data set with its files, named by their paths beside the data page."""
    return block(
        {
            "@type": "Dataset",
            "name": TITLE,
            "description": DESCRIPTION,
            "version": edition.full,
            "dateModified": edition.day.isoformat(),
            "license": LICENCE_URL,
            "isAccessibleForFree": True,
            "creator": {"@type": "Organization", "name": AUTHOR},
            "keywords": list(KEYWORDS),
            "variableMeasured": sorted({figure.measure.label for figure in book.figures()}),
            "distribution": [_download(book, edition, path) for path in files],
        }
    )


def block(thing: Thing) -> Html:
    """A data block (HTML Standard, 4.12.1) on one line; no text in it can end it or begin markup."""
    data = json.dumps({"@context": CONTEXT, **thing}, ensure_ascii=False)
    return Html(f'<script type="application/ld+json">{re.sub("[<>&]", _escape, data)}</script>')


def _escape(sign: re.Match[str]) -> str:
    return f"\\u{ord(sign[0]):04x}"


def _download(book: Book, edition: Edition, path: str) -> Thing:
    url = edition.url(f"data/{path}") if edition.address else path
    kind = MEDIA[path.rpartition(".")[2]]
    return {"@type": "DataDownload", "contentUrl": url, "encodingFormat": kind, "description": about(book, path)}


def _article(source: Source) -> Thing:
    dated = source.published and not source.published.approximate
    return _without_none(
        {
            **_named(source),
            "url": None if source.url == NOT_FOUND else source.url,
            "author": [{"@type": "Person", "name": name} for name in source.authors] or None,
            "publisher": {"@type": "Organization", "name": source.publisher},
            "datePublished": source.published.text if dated and source.published else None,
            "inLanguage": source.language,
        }
    )


def _claim(book: Book, claim: Claim) -> Thing:
    party = book.vocabulary.parties.get(claim.according_to)
    source = book.source_of(claim)
    label = claim.measure and book.vocabulary.measures[claim.measure].label
    when = claim.when
    return _without_none(
        {
            "@type": "Claim",
            "@id": f"#{claim.name}",
            "identifier": claim.id,
            "name": claim.statement if claim.value is None else f"{printed(claim.value)}: {label}",
            "author": {"@type": _kind(party.person), "name": party.label} if party else None,
            "appearance": _named(source),
            "firstAppearance": _first(book, claim, source),
            "temporalCoverage": when.text if when and not when.approximate else None,
            "creativeWorkStatus": book.vocabulary.statuses[claim.status].label,
        }
    )


def _kind(person: bool) -> str:
    return "Person" if person else "Organization"


def _first(book: Book, claim: Claim, source: Source) -> Thing:
    """Where the claim first appeared, as far as the record knows: in what the source relays, or its first reprint."""
    if source.relays:
        return {"@type": "CreativeWork", "name": source.relays}
    reprints = [
        (other.published.first, other.id)
        for other in book.sources.values()
        if other.published and other.origin and other.origin == source.origin and _repeats(book, claim, other)
    ]
    return _named(book.sources[min(reprints)[1]] if reprints else source)


def _repeats(book: Book, claim: Claim, other: Source) -> bool:
    return claim.value is not None and any(
        that.measure == claim.measure and that.value and that.value.usual == claim.value.usual
        for that in book.by_source[other.id]
    )


def _named(source: Source) -> Thing:
    id = f"#{source.id}" if source.url == NOT_FOUND else source.url
    title = source.publisher if source.title == NOT_FOUND else source.title
    return {"@type": "CreativeWork", "@id": id, "name": title}


def _without_none(thing: Thing) -> Thing:
    return {key: value for key, value in thing.items() if value is not None}
