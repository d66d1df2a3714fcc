"""Tables of reported figures, those of one scope and one kind of time together and no others."""

from __future__ import annotations

from collections import defaultdict

from factbook.html import Html, rows, tag
from factbook.model import Book, Claim
from factbook.origins import witnesses
from factbook.render.reported import in_time, reported
from factbook.render.writer import Writer, find
from factbook.spans import SPANS, span


def series(writer: Writer, measure: str) -> Html:
    """All figures of a measure, in a table for each kind of time and each scope, with the gaps between them."""
    found = find(writer.book.vocabulary.measures, measure, "measure")
    label = found.label
    groups: dict[tuple[str, str | None, bool], list[Claim]] = defaultdict(list)
    for claim in _claims(writer.book, measure):
        groups[span(claim.when, found.of_stretches), claim.scope, claim.place is not None].append(claim)
    scopes = list(writer.book.vocabulary.scopes)
    order = sorted(groups, key=lambda key: (list(SPANS).index(key[0]), key[2], scopes.index(key[1]) if key[1] else 0))
    folded = (
        _folded(writer, f"{label} {_title(writer.book, *key)}", groups[key], "" if key[2] else key[0]) for key in order
    )
    every = tag("p", tag("a", f"All facts: {label}", href=writer.narrowed("measure", measure)), data_record="series")
    return Html("\n\n".join([*folded, every]))


def _claims(book: Book, measure: str) -> list[Claim]:
    return in_time(claim for claim, _, _ in book.figures() if claim.measure == measure)


def _title(book: Book, kind: str, scope: str | None, placed: bool) -> str:
    whose = f", {book.vocabulary.scopes[scope].label}" if scope else ""
    return f"{SPANS[kind]}{whose}{', by district' if placed else ''}"


def _folded(writer: Writer, title: str, claims: list[Claim], kind: str) -> Html:
    label = title[0].upper() + title[1:]
    return rows(
        Html('<details class="more series" data-record="series" data-search-exclude markdown="0">'),
        tag("summary", f"{label}: {_count(writer.book, claims)}"),
        reported(writer, label, claims, kind),
        Html("</details>"),
    )


def _count(book: Book, claims: list[Claim]) -> str:
    """How many figures there are, as many as the table has lines; and in how many reports, where some repeat others."""
    figures, reports = len(witnesses(book, claims)), len({claim.source for claim in claims})
    repeated = f", in {reports} reports" if figures < len(claims) and reports > 1 else ""
    return f"{figures} {'figures' if figures > 1 else 'figure'}{repeated}"
