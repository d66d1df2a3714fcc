"""Published sentences that a new running total leaves behind: unaltered, they tell less than the record now holds."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterator
from datetime import date
from typing import NamedTuple

from factbook.model import Book, Claim
from factbook.periods import ends_surely_before
from factbook.review.sentences import sentences
from factbook.review.snapshot import Snapshot
from factbook.rules.series import Point, all_series


class Overtaken(NamedTuple):
    """A sentence that cites the total `earlier`, which was the last of its kind before `later` came."""

    page: str
    text: str
    earlier: Claim
    later: Claim


def overtaken(base: Snapshot, head: Snapshot, renamed: Collection[str]) -> Iterator[Overtaken]:
    """Every sentence of a page that cites a total which a new one of the same measure, scope, place and start outlasts.

    A total that is `renamed`, and has one of these ids now, is no new one. Tables and the pages of sources are left
    out: they list totals of every time.
    """
    if base.book is None or head.book is None:
        return
    pairs = list(_outlasted({*base.book.claims, *renamed}, head.book))
    for page, text in head.pages.items():
        named = [pair for pair in pairs if pair[0].id in text]
        if named and not page.startswith("sources/"):
            told = [sentence for sentence in sentences(text) if not sentence.row]
            yield from (Overtaken(page, one.text, *pair) for one in told for pair in named if pair[0].id in one.ids)


def _outlasted(known: Container[str], after: Book) -> Iterator[tuple[Claim, Claim]]:
    """The totals that were the last ones of those `known`, each with the one that is the last now.

    Several may be last, where it is not known on which day of a month or year one ends.
    """
    for series in all_series(after):
        totals = [point for point in series if point.figure.measure.accumulates and point.when.end.precision != "open"]
        held = [point for point in totals if point.claim.id in known]
        new = [point for point in totals if point.claim.id not in known]
        if held and new:
            latest, last = max(new, key=_end), max(held, key=_end)
            for point in held:
                if not ends_surely_before(point.when, last.when) and ends_surely_before(point.when, latest.when):
                    yield point.claim, latest.claim


def _end(point: Point) -> date:
    """The first day on which it may end: what surely ends before any ends before the one with the last such day."""
    return point.when.end.first
