"""Tables of reported figures, those of one scope and one kind of time together and no others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from factbook.dates import parse_date, printed
from factbook.gaps import Gap, gaps
from factbook.html import Html, join, rows, tag, text
from factbook.model import Book, Claim
from factbook.origins import Witness, witnesses
from factbook.render.inline import figure, party_label, time
from factbook.render.tables import entry_link, row, source_link, table
from factbook.render.witnesses import counted
from factbook.render.writer import Writer, find
from factbook.spans import SPANS, span


def claims_table(writer: Writer, measure: str, scope: str | None = None, kind: str = "") -> Html:
    """Every figure reported of a measure, oldest first; with `scope` or `kind` only those of that work and time."""
    label = find(writer.book.vocabulary.measures, measure, "measure").label
    claims = [claim for claim in _claims(writer.book, measure) if scope in (None, claim.scope)]
    if kind:
        claims = [claim for claim in claims if _kind(writer.book, claim) == kind and claim.place is None]
    return _table(writer, f"Reported: {label}", claims, kind)


def series(writer: Writer, measure: str) -> Html:
    """All figures of a measure, in a table for each kind of time and each scope, with the gaps between them."""
    label = find(writer.book.vocabulary.measures, measure, "measure").label
    groups: dict[tuple[str, str | None, bool], list[Claim]] = defaultdict(list)
    for claim in _claims(writer.book, measure):
        groups[_kind(writer.book, claim), claim.scope, claim.place is not None].append(claim)
    scopes = list(writer.book.vocabulary.scopes)
    order = sorted(groups, key=lambda key: (list(SPANS).index(key[0]), key[2], scopes.index(key[1]) if key[1] else 0))
    return rows(
        *(
            _folded(writer, f"{label} {_title(writer.book, *key)}", groups[key], "" if key[2] else key[0])
            for key in order
        )
    )


def _claims(book: Book, measure: str) -> list[Claim]:
    return sorted((claim for claim, _, _ in book.figures() if claim.measure == measure), key=_last_day)


def _last_day(claim: Claim) -> tuple[date, date, str]:
    end = claim.when.end if claim.when else None
    return (end.last, end.first, claim.id) if end else (date.max, date.max, claim.id)


def _kind(book: Book, claim: Claim) -> str:
    assert claim.measure is not None
    return span(claim.when, book.vocabulary.measures[claim.measure].accumulates)


def _title(book: Book, kind: str, scope: str | None, placed: bool) -> str:
    whose = f", {book.vocabulary.scopes[scope].label}" if scope else ""
    return f"{SPANS[kind]}{whose}{', by district' if placed else ''}"


def _folded(writer: Writer, title: str, claims: list[Claim], kind: str) -> Html:
    label = title[0].upper() + title[1:]
    count = f"{len(claims)} {'figures' if len(claims) > 1 else 'figure'}"
    return rows(
        Html('<details class="more series" data-record="series" markdown="0">'),
        tag("summary", f"{label}: {count}"),
        _table(writer, label, claims, kind),
        Html("</details>"),
    )


def _table(writer: Writer, caption: str, claims: list[Claim], kind: str) -> Html:
    found = witnesses(writer.book, claims)
    shown = {
        "By" if kind == "total" else "Covers": True,
        "Counts": len({one[0].scope for one in found}) > 1,
        "Place": any(one[0].place for one in found),
        "According to": True,
        "Published in": True,
    }
    columns = [column for column, needed in shown.items() if needed]
    return table(caption, ("Figure", *columns), _rows(writer, found, columns, _empty(writer.book, found, kind)))


def _empty(book: Book, found: list[Witness], kind: str) -> dict[int, Gap]:
    """The gaps of a series of dated figures, by the place of the figure that follows."""
    whens = [one[0].when for one in found if one[0].when]
    read = max(source.accessed for source in book.sources.values())
    return {gap.place: gap for gap in gaps(kind, whens, read)} if 1 < len(whens) == len(found) else {}


def _rows(writer: Writer, found: list[Witness], columns: list[str], empty: dict[int, Gap]) -> Iterator[Html]:
    for place, witness in enumerate(found):
        yield from _gap(empty, place, 1 + len(columns))
        yield _row(writer, witness, columns)
    yield from _gap(empty, len(found), 1 + len(columns))


def _gap(empty: dict[int, Gap], place: int, columns: int) -> Iterator[Html]:
    if gap := empty.get(place):
        first, last = (printed(parse_date(day.isoformat())) for day in (gap.first, gap.last))
        words = f"Gap: this record has no such figure from {first} to {last}"
        yield Html(f'<tr class="gap">\n{tag("td", words, colspan=str(columns))}\n</tr>')


def _row(writer: Writer, witness: Witness, columns: list[str]) -> Html:
    claim, book = witness[0], writer.book
    cells = {
        "By": time(claim.when.end if claim.when else None),
        "Covers": time(claim.when),
        "Counts": text(book.vocabulary.scopes[claim.scope].label if claim.scope else "—"),
        "Place": text(book.places[claim.place].label if claim.place else "—"),
        "According to": party_label(writer, claim),
        "Published in": _published(writer, witness),
    }
    shown = join([entry_link(writer, claim, figure(claim)), *_standing(writer, claim)])
    return row(shown, *((column, cells[column]) for column in columns))


def _published(writer: Writer, witness: Witness) -> Html:
    names = [source_link(writer, writer.book.source_of(witness[0]))]
    names += [entry_link(writer, claim, _name(writer, claim)) for claim in witness[1:]]
    together = [f" ({counted(len(witness))})"] if len(witness) > 1 else []
    return join([join(names, "; "), *together])


def _name(writer: Writer, claim: Claim) -> Html:
    source = writer.book.source_of(claim)
    return join([source.publisher, ", ", time(source.published) if source.published else "undated"])


def _standing(writer: Writer, claim: Claim) -> Iterator[Html]:
    """What a reader must know of a figure beside it: the check that doubts it, what it restates, or its status."""
    doubting = [check.id for check in writer.book.checks.values() if check.doubted == claim.id]
    if doubting:
        yield Html(" ")
        yield tag("a", "does not hold", href=f"{writer.href('checks.md')}#{doubting[0]}", class_="figure-status")
    elif claim.restates:
        yield Html(" ")
        restated = writer.href(*writer.entry(writer.book.claims[claim.restates]))
        yield tag("a", "restates another", href=restated, class_="figure-status")
    elif claim.status != "attributed":
        yield Html(" ")
        yield tag("span", writer.book.vocabulary.statuses[claim.status].label, class_="figure-status")
