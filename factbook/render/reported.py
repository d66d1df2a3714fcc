"""A table of what is reported: one line for each release, gaps in between, and what does not hold marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from factbook.dates import parse_date, printed
from factbook.export.edition import last_read
from factbook.html import Html, join, tag
from factbook.model import Book, Claim
from factbook.origins import Witness, witnesses
from factbook.render.inline import figure, last_day, party_label, stated, time
from factbook.render.standing import with_standing
from factbook.render.tables import Cells, dated, entry_link, source_link, table
from factbook.render.witnesses import counted
from factbook.render.writer import Writer
from factbook.spans import Gap, gaps


def in_time(claims: Iterable[Claim]) -> list[Claim]:
    """The claims in order of the last day they cover, those without one behind."""
    return sorted(claims, key=_last)


def _last(claim: Claim) -> tuple[date, date, str]:
    end = claim.when.end if claim.when else None
    return (end.last, end.first, claim.id) if end else (date.max, date.max, claim.id)


def reported(writer: Writer, caption: str, claims: list[Claim], kind: str = "", place: str | None = None) -> Html:
    """The figures of a measure, or those of a `place` and statements on it, as a table.

    `kind`, a key of `SPANS`, says what they cover where that is one kind of time.
    """
    found = witnesses(writer.book, claims)
    what, period = ("Figure", "Covers") if claims[0].measure else ("Statement", "When")
    shown = {
        {"total": "By", "day": "Date"}.get(kind, period): True,
        "Counts": len({one[0].scope for one in found}) > 1,
        "Place": any(one[0].place not in (None, place) for one in found),
        "According to": True,
        "Published in": True,
    }
    columns = [column for column, needed in shown.items() if needed]
    return table(caption, (what, *columns), _rows(writer, found, columns, _empty(writer.book, found, kind), place))


def _empty(book: Book, found: list[Witness], kind: str) -> dict[int, Gap]:
    """The gaps of a series of dated figures, by the place of the figure that follows."""
    whens = [one[0].when for one in found if one[0].when]
    return {gap.place: gap for gap in gaps(kind, whens, last_read(book))} if 1 < len(whens) == len(found) else {}


def _rows(
    writer: Writer, found: list[Witness], columns: list[str], empty: dict[int, Gap], place: str | None
) -> Iterator[Cells | Html]:
    for number, witness in enumerate(found):
        yield from _gap(empty, number, 1 + len(columns))
        yield _row(writer, witness, columns, measured=place is not None)
    yield from _gap(empty, len(found), 1 + len(columns))


def _gap(empty: dict[int, Gap], place: int, columns: int) -> Iterator[Html]:
    if gap := empty.get(place):
        first, last = (printed(parse_date(day.isoformat())) for day in (gap.first, gap.last))
        words = f"Gap: this record has no such figure from {first} to {last}"
        yield Html(f'<tr class="gap">\n{tag("td", words, colspan=str(columns))}\n</tr>')


def _row(writer: Writer, witness: Witness, columns: list[str], measured: bool) -> Cells:
    claim, book = witness[0], writer.book
    cells = {
        "By": last_day(claim),
        "Covers": time(claim.when),
        "Date": time(claim.when),
        "When": time(claim.when),
        "Counts": book.vocabulary.scopes[claim.scope].label if claim.scope else "",
        "Place": book.places[claim.place].label if claim.place else "",
        "According to": party_label(writer, claim),
        "Published in": _published(writer, witness),
    }
    return _said(writer, claim, measured), *(cells[column] for column in columns)


def _said(writer: Writer, claim: Claim, measured: bool) -> Html:
    """A statement, or a figure and what it measures where other rows measure something else."""
    said = figure(claim) if claim.measure else stated(claim)
    shown = with_standing(writer, claim, entry_link(writer, claim, said))
    if claim.measure and measured:
        return join([shown, tag("span", f", {writer.book.vocabulary.measures[claim.measure].label}", class_="measure")])
    return shown


def _published(writer: Writer, witness: Witness) -> Html:
    names = [source_link(writer, writer.book.source_of(witness[0]))]
    names += [entry_link(writer, claim, dated(writer.book.source_of(claim))) for claim in witness[1:]]
    reports = len({claim.source for claim in witness})
    together = [f" ({counted(reports)})"] if reports > 1 else []
    return join([join(names, "; "), *together])
