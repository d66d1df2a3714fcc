"""Published sentences that a new running total leaves behind: unaltered, they tell less than the record now holds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from factbook.model import Book, Claim
from factbook.periods import ends_surely_before
from factbook.review.sentences import sentences
from factbook.review.snapshot import Snapshot
from factbook.rules.series import all_series


class Overtaken(NamedTuple):
    """A sentence that cites the total `earlier`, which was the last of its kind before `later` came."""

    page: str
    text: str
    earlier: Claim
    later: Claim


def overtaken(base: Snapshot, head: Snapshot) -> Iterator[Overtaken]:
    """Every sentence of a page that cites a total which a new one of the same measure, scope, place and start outlasts.

    Tables and the pages of sources are left out: they list totals of every time.
    """
    if base.book is None or head.book is None:
        return
    for earlier, later in _outlasted(base.book, head.book):
        for page, text in head.pages.items():
            if earlier.id in text and not page.startswith("sources/"):
                cited = (one for one in sentences(text) if earlier.id in one.ids and not one.row)
                yield from (Overtaken(page, sentence.text, earlier, later) for sentence in cited)


def _outlasted(before: Book, after: Book) -> Iterator[tuple[Claim, Claim]]:
    """The totals that were the last ones before, each with the one that is the last now."""
    for series in all_series(after):
        totals = [point.claim for point in series if point.figure.measure.accumulates]
        held = [claim for claim in totals if claim.id in before.claims]
        new = [claim for claim in totals if claim.id not in before.claims]
        if held and new:
            latest = max(new, key=_end)
            last = max(map(_end, held))
            yield from ((claim, latest) for claim in held if _end(claim) == last and _ends_before(claim, latest))


def _end(claim: Claim) -> str:
    assert claim.when is not None
    return claim.when.end.last.isoformat()


def _ends_before(earlier: Claim, later: Claim) -> bool:
    return bool(earlier.when and later.when and ends_surely_before(earlier.when, later.when))
