"""Other reports of what a figure measures, for the same time."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from factbook.model import Book, Claim
from factbook.periods import alike, ends


class _Report(NamedTuple):
    """A claim that holds a figure, its place in the record, and the first and the last day on which it may end."""

    first: date
    last: date
    place: int
    claim: Claim


def same_reports(book: Book, claim: Claim) -> Iterator[Claim]:
    """Other reports of what a figure measures, for the same time, in the order of the record."""
    if claim.when is None:
        return
    known = _reports(book).get((claim.measure, claim.scope, claim.place), {})
    near = [report for reports in known.values() for report in _ending(reports, *ends(claim.when))]
    for report in sorted(near, key=lambda report: report.place):
        if report.claim is not claim and alike(report.claim.when, claim.when):
            yield report.claim


def _ending(reports: list[_Report], first: date, last: date) -> list[_Report]:
    """Those that may end from the first to the last of some days."""
    start = bisect_left(reports, first, key=lambda report: report.last)
    return reports[start : bisect_right(reports, last, key=lambda report: report.first)]


@lru_cache(maxsize=1)
def _reports(book: Book) -> Mapping[tuple[str | None, ...], Mapping[str, list[_Report]]]:
    """The claims that hold a figure, by what they count and how precisely their end is known, in order of time.

    Of ends equally precise, which comes first begins no later and is over no later.
    """
    found: dict[tuple[str | None, ...], dict[str, list[_Report]]] = defaultdict(lambda: defaultdict(list))
    for place, (claim, _, _) in enumerate(book.figures()):
        if claim.when:
            first, last = ends(claim.when)
            precision = "day" if first == last else claim.when.end.precision
            found[claim.measure, claim.scope, claim.place][precision].append(_Report(first, last, place, claim))
    for known in found.values():
        for reports in known.values():
            reports.sort()
    return found
