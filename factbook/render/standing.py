"""What a reader must know of a claim as soon as it is seen: whether it holds, and how it stands."""

from __future__ import annotations

from factbook.beside import doubt
from factbook.checks.judging import doubted
from factbook.html import Html, join, tag
from factbook.model import Claim
from factbook.render.checks import PAGE
from factbook.render.writer import Writer


def with_doubt(writer: Writer, claim: Claim, shown: Html) -> Html:
    """What shows a claim, with a mark behind it where the claim is in doubt."""
    check, words = doubted(writer.book).get(claim.id), doubt(writer.book, claim)
    return _marked(shown, words, writer.href(PAGE, check) if check else None) if words else shown


def with_standing(writer: Writer, claim: Claim, shown: Html) -> Html:
    """What shows a claim, with its doubt, what it restates, or its status where that is not the usual one."""
    if doubt(writer.book, claim):
        return with_doubt(writer, claim, shown)
    if claim.restates:
        return _marked(shown, "restates another", writer.href(*writer.entry(writer.book.claims[claim.restates])))
    if claim.status == "attributed":
        return shown
    return _marked(shown, writer.book.vocabulary.statuses[claim.status].label)


def _marked(shown: Html, words: str, address: str | None = None) -> Html:
    return join([shown, " ", tag("a" if address else "span", words, href=address, class_="figure-status")])
