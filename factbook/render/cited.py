"""Figures and statements inside a sentence: linked to their entries, marked where they are in doubt, and cited."""

from __future__ import annotations

from factbook.declared import Derived
from factbook.html import Html, tag
from factbook.model import Claim
from factbook.render import parts
from factbook.render.inline import figure
from factbook.render.standing import with_doubt
from factbook.render.writer import UnknownName, Writer, find


def fact(writer: Writer, id: str, *, cite: bool = True) -> Html:
    """The figure of a claim or a computed one, linked to where it comes from and cited."""
    if id.startswith("derived."):
        return _computed(writer, find(writer.book.derived, id, "fact"), cite)
    claim = writer.claim(id)
    linked = f"[{figure(claim)}]({writer.to(*writer.entry(claim))}){{ .fact-link }}"
    return _cited(writer, claim, Html(linked), cite)


def _computed(writer: Writer, derived: Derived, cite: bool) -> Html:
    """A computed figure in a sentence, marked as ours, linked to its formula, the sources it rests on cited."""
    target = writer.to(parts.CALCULATIONS, derived.name)
    mark = tag("span", "calculated here", class_="computed-mark")
    sources = dict.fromkeys(id.partition(".")[0] for id in derived.rests_on) if cite else {}
    cites = "".join(writer.cite(source) for source in sources)
    return Html(f"[{figure(derived)}]({target}){{ .fact-link }} {mark}{cites}")


def statement(writer: Writer, id: str, *, cite: bool = True) -> Html:
    """The statement of a claim, without its full stop, cited and linked to its entry."""
    claim = writer.claim(id)
    if claim.statement is None:
        raise UnknownName(f"{claim.id} holds no statement. Use fact() for a figure.")
    words = tag("span", claim.statement.removesuffix("."), class_="claim", data_id=claim.id)
    return _cited(writer, claim, Html(f"{words}{_entry_mark(writer, claim)}"), cite)


def _entry_mark(writer: Writer, claim: Claim) -> Html:
    """A small link to the entry of a claim."""
    target = writer.to(*writer.entry(claim))
    return Html(
        f'[<span aria-hidden="true">&#167;</span><span class="sr-only">entry</span>]({target}){{ .entry-link }}'
    )


def _cited(writer: Writer, claim: Claim, shown: Html, cite: bool) -> Html:
    return Html(with_doubt(writer, claim, shown) + (writer.cite(claim.source) if cite else ""))
