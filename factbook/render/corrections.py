"""What no longer stands, what restates another claim, and what was changed after it was written."""

from __future__ import annotations

from factbook.beside import OVER
from factbook.export.git import ROOT
from factbook.export.history import Change, changes
from factbook.html import Html, join, tag
from factbook.model import Claim
from factbook.render import edits
from factbook.render.inline import day, figure
from factbook.render.tables import Cells, entry_link, source_link, table
from factbook.render.writer import Writer

_NONE = Html('<p data-record="note">None so far.</p>')
MOST = 50


def withdrawn_table(writer: Writer) -> Html:
    """Every claim that no longer stands in this record, with the reason."""
    found = [claim for claim in writer.book.claims.values() if claim.status in OVER]
    return _claims(writer, "Claims that no longer stand", found)


def restated_table(writer: Writer) -> Html:
    """Every claim that gives the figure of another one anew, with the reason."""
    found = [claim for claim in writer.book.claims.values() if claim.restates]
    return _claims(writer, "Claims that restate another one", found)


def changes_table(writer: Writer) -> Html:
    """The latest changes of what a claim says, newest first, each with its day; none where no history is at hand."""
    found = [change for change in changes(ROOT) if edits.alters(change)][:MOST]
    head = ("Fact", "Day and commit", "Before", "After")
    return table("Facts that were changed", head, (_change(writer, change) for change in found)) if found else _NONE


def _claims(writer: Writer, caption: str, found: list[Claim]) -> Html:
    head = ("Claim", "Became", "Reason", "Published in")
    return table(caption, head, (_claim(writer, claim) for claim in found)) if found else _NONE


def _claim(writer: Writer, claim: Claim) -> Cells:
    return (
        entry_link(writer, claim, _said(claim)),
        _became(writer, claim),
        claim.reason or "",
        source_link(writer, writer.book.source_of(claim)),
    )


def _became(writer: Writer, claim: Claim) -> str:
    if claim.restates is None:
        return writer.book.vocabulary.statuses[claim.status].label
    other = writer.book.claims[claim.restates]
    source = source_link(writer, writer.book.source_of(other))
    return join(["restates ", entry_link(writer, other, _said(other)), " in ", source])


def _said(claim: Claim) -> str:
    return figure(claim) if claim.value else claim.statement or ""


def _commit(writer: Writer, change: Change) -> Html:
    """The commit that made a change, and says why."""
    known = tag("code", change.commit[:7])
    return tag("a", known, href=f"{writer.repository}/commit/{change.commit}") if writer.repository else known


def _change(writer: Writer, change: Change) -> Cells:
    return (
        edits.named(writer, change),
        join([day(change.when.date()), ", ", _commit(writer, change)]),
        edits.before(writer, change),
        edits.after(writer, change),
    )
