"""The figures of the record as a plain list, for programs that read text (llmstxt.org)."""

from __future__ import annotations

from collections.abc import Iterator

from factbook.beside import counted, doubt
from factbook.dates import printed as printed_date
from factbook.export.edition import DESCRIPTION, LICENCE, TITLE, Edition
from factbook.model import Book, Figure


def plain_list(book: Book, edition: Edition) -> str:
    """Every figure in a line: who says it, of when, in which source, and its address here."""
    return "\n".join(_lines(book, edition)) + "\n"


def _lines(book: Book, edition: Edition) -> Iterator[str]:
    yield from (f"# {TITLE}", "", f"> {DESCRIPTION}", "")
    yield f"Version {edition.full}. Licence {LICENCE}. A figure is what its source reports, not what is established."
    yield "In brackets stand the place, whose work is counted where that is not all operators, the time and the status."
    figures = list(book.figures())
    for measure in book.vocabulary.measures.values():
        if reported := [_line(book, edition, figure) for figure in figures if figure.measure is measure]:
            yield from ("", f"## {measure.label}", "", *reported)


def _line(book: Book, edition: Edition, figure: Figure) -> str:
    claim, _, value = figure
    source = book.source_of(claim)
    party = book.vocabulary.parties.get(claim.according_to)
    when = printed_date(claim.when) if claim.when else "date not stated"
    status = book.vocabulary.statuses[claim.status].label
    told = "; ".join(filter(None, dict.fromkeys([counted(book, claim), when, status, doubt(book, claim)])))
    said = f"according to {party.label if party else 'a party not named'}"
    noted = f". Note: {claim.note.rstrip('.')}" if claim.note else ""
    address = edition.url(f"sources/{source.id}/#{claim.name}")
    return f"- {value.spelling} ({told}), {said}, in {source.told}{noted}: {address}"
