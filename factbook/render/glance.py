"""The latest figures at a glance."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from factbook.charts.points import is_running_total
from factbook.html import Html, join
from factbook.intervals import Interval
from factbook.model import Book, Claim
from factbook.periods import ends_surely_before
from factbook.render.alike import same_reports
from factbook.render.glossary import term
from factbook.render.inline import figure, last_day, party_label
from factbook.render.tables import Cells, entry_link, table
from factbook.render.witnesses import counted
from factbook.render.writer import UnknownName, Writer

MEASURES = (
    "area-cleared",
    "items-destroyed",
    "unexploded-ordnance",
    "anti-personnel-mines",
    "anti-vehicle-mines",
    "mine-victims",
    "mine-deaths",
    "mine-deaths-civilian",
    "mine-deaths-military",
    "mine-injuries",
    "mine-injuries-civilian",
    "mine-injuries-military",
)
_SPLIT = {"mine-deaths": "mine-deaths-civilian", "mine-injuries": "mine-injuries-civilian"}
_HEAD = ("What is counted", "Latest figure", "As of", "According to", "Standing")


def at_a_glance(writer: Writer, *measures: str) -> Html:
    """The latest running total of each measure: its day, who says so and how it stands."""
    claims = {measure: newest(writer.book, measure) for measure in measures or MEASURES}
    rows = (_row(writer, claim, claims.get(_SPLIT.get(measure, ""))) for measure, claim in claims.items())
    return table("The latest totals in this record, each since the end of the war", _HEAD, rows, "record glance")


def newest(book: Book, measure: str) -> Claim:
    """The latest running total since the war, of all operators where that matters, that is not superseded.

    Raises `UnknownName` where there is none.
    """
    found = [
        claim
        for claim in book.claims.values()
        if claim.measure == measure
        and claim.scope in (None, "all-operators")
        and claim.status != "superseded"
        and is_running_total(book, claim)
    ]
    if not found:
        raise UnknownName(f"no running total of {measure} since the war is in the record. Choose another measure.")
    return latest(book, found)


def latest(book: Book, totals: Collection[Claim]) -> Claim:
    """Of running totals of one measure, the one that reaches furthest; of those that reach as far, the least rough.

    Such totals only grow. One up to a year or a month may be of an earlier day than one up to a day of it, and is if
    that one is greater; and one that says no more than “more than” tells nothing that an earlier one has not told.
    """
    return max((one for one in totals if not any(_overtakes(book, other, one) for other in totals)), key=_reach)


def _overtakes(book: Book, other: Claim, claim: Claim) -> bool:
    """Whether another total is surely greater and may be as late, or earlier and tells all that this one does."""
    assert other.when is not None
    assert claim.when is not None
    if ends_surely_before(other.when, claim.when):
        return _is_bound(claim) and not _amount(book, other).below(_amount(book, claim))
    return _amount(book, claim).below(_amount(book, other))


def _is_bound(claim: Claim) -> bool:
    """Whether a figure says only what its number has passed, as more than or at least does."""
    assert claim.value is not None
    strict = claim.value.strict
    return strict.high is None and strict.low == claim.value.usual.low


def _amount(book: Book, claim: Claim) -> Interval:
    assert claim.value is not None
    return claim.value.usual * book.vocabulary.units[claim.value.unit].factor


def _reach(claim: Claim) -> tuple[str, str, bool, str]:
    assert claim.when is not None
    assert claim.value is not None
    end = claim.when.end
    return (end.last.isoformat(), end.first.isoformat(), claim.value.usual.is_exact, claim.id)


def _row(writer: Writer, claim: Claim, split: Claim | None) -> Cells:
    words = writer.book.vocabulary
    assert claim.measure is not None
    return (
        term(writer, "measures", claim.measure, words.measures[claim.measure].label),
        entry_link(writer, claim, figure(claim)),
        last_day(claim),
        party_label(writer, claim),
        join([_standing(writer, claim), *_split_before(claim, split)]),
    )


def _split_before(claim: Claim, split: Claim | None) -> Iterator[str | Html]:
    """That people are told apart in an earlier total, not in this one."""
    if split and split.when and claim.when and ends_surely_before(split.when, claim.when):
        yield from ("; soldiers and civilians are told apart only up to ", last_day(split))


def _standing(writer: Writer, claim: Claim) -> Html:
    status = writer.book.vocabulary.statuses[claim.status]
    return join([term(writer, "statuses", claim.status, status.label), ", ", _witnesses(writer.book, claim)])


def _witnesses(book: Book, claim: Claim) -> str:
    """How many reports give the figure, or one that it may stand for, and how many origins these have."""
    agreeing = [other for other in same_reports(book, claim) if _agree(claim, other)]
    sources = {one.source for one in (claim, *agreeing)}
    return counted(len(sources), len({book.sources[source].origin or source for source in sources}))


def _agree(claim: Claim, other: Claim) -> bool:
    if claim.value is None or other.value is None or claim.when is None or other.when is None:
        return False
    if claim.when.last != other.when.last:  # a day within the month up to whose end the claim counts
        return False
    return claim.value.unit == other.value.unit and claim.value.usual.meets(other.value.usual)
