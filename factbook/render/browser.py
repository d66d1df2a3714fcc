"""The fact browser: every claim of the record in one table, to which a script adds sorting and filters."""

from __future__ import annotations

from datetime import date

from factbook.beside import counted
from factbook.dates import printed as printed_date
from factbook.html import Html, rows, tag
from factbook.model import Book, Claim, Source
from factbook.quantities import decimal_text
from factbook.render.inline import figure, party_label, stated
from factbook.render.standing import with_doubt
from factbook.render.tables import entry_link
from factbook.render.writer import Writer

_HEAD = ("Fact", "Measure or topic", "Date or period", "According to", "Source", "Status")
_HELP = (
    "A figure is found as it is written or as a plain number, and a place by each spelling in the glossary. "
    "Brackets name its place, and whose work it counts where that is not all operators. "
    "The address of this page keeps what you have chosen, so that you can send it on."
)
_WITHOUT_SCRIPTS = "The table stands by topic, measure and day; only a browser that runs scripts sorts and filters it."
_NEVER = date.max.isoformat()


def facts_browser(writer: Writer) -> Html:
    """Every figure and statement by topic, measure and day; the form is hidden until the script can use it."""
    claims = sorted(writer.book.claims.values(), key=lambda claim: _place(writer.book, claim))
    heads = rows(*(tag("th", head, scope="col") for head in _HEAD))
    return rows(
        Html('<div class="facts" data-record="facts" data-search-exclude markdown="0">'),
        _form(),
        tag("noscript", tag("p", _WITHOUT_SCRIPTS)),
        Html('<div class="table-wrap"><table class="record" id="facts-table">'),
        tag("caption", f"All {len(claims)} facts of this record"),
        Html(f"<thead><tr>\n{heads}\n</tr></thead>"),
        Html("<tbody>"),
        *(_row(writer, claim) for claim in claims),
        Html("</tbody></table></div>"),
        tag("script", src=writer.file("assets/facts.js"), defer=True),
        Html("</div>"),
    )


def _form() -> Html:
    search = tag("label", "Words or figure", tag("input", type="search", name_="text", autocomplete="off"))
    chosen = ("measure", "Measure or topic"), ("source", "Source"), ("status", "Status"), ("year", "Year")
    selects = [tag("label", label, tag("select", name_=name)) for name, label in (*chosen, ("sort", "Sort by"))]
    count = tag("p", role="status", class_="facts-count")
    reset = tag("button", "Show all", type="reset")
    inside = [search, *selects, reset, count]
    return tag("form", *inside, tag("p", _HELP), class_="facts-filter", role="search", aria_label="Facts", hidden=True)


def _place(book: Book, claim: Claim) -> tuple[int, int, str, str]:
    """Where a claim stands: figures of a topic by measure and last day, then its statements."""
    words = book.vocabulary
    measures = list(words.measures)
    topic = words.measures[claim.measure].topic if claim.measure else claim.topic
    measure = measures.index(claim.measure) if claim.measure else len(measures)
    return (list(words.topics).index(topic or ""), measure, _last(claim), claim.id)


def _last(claim: Claim) -> str:
    return claim.when.end.first.isoformat() if claim.when else _NEVER


def _row(writer: Writer, claim: Claim) -> Html:
    words, source = writer.book.vocabulary, writer.book.source_of(claim)
    shown = with_doubt(writer, claim, entry_link(writer, claim, _content(claim)))
    cells = rows(
        "",
        tag("th", shown, scope="row", data_sort=_amount(writer.book, claim)),
        _kind(writer.book, claim),
        tag("td", printed_date(claim.when) if claim.when else "not stated", data_sort=_last(claim)),
        tag("td", party_label(writer, claim)),
        _printed_in(source),
        tag("td", words.statuses[claim.status].label),
        "",
    )
    return tag(
        "tr",
        cells,
        data_measure=claim.measure or claim.topic,
        data_source=claim.source,
        data_status=claim.status,
        data_year=str(claim.when.end.first.year) if claim.when else None,
        data_also=" ".join(writer.book.places[claim.place].spellings[1:]) or None if claim.place else None,
    )


def _kind(book: Book, claim: Claim) -> Html:
    """The measure or topic, as a node that the script reads alone, and behind it what the claim counts."""
    words, counts = book.vocabulary, counted(book, claim)
    kind = words.measures[claim.measure].label if claim.measure else words.topics[claim.topic or ""].label
    return tag("td", kind, tag("span", f" ({counts})"), data_sort=kind) if counts else tag("td", kind)


def _printed_in(source: Source) -> Html:
    day = source.published.first.isoformat() if source.published else _NEVER
    return tag("td", source.told, data_sort=f"{source.publisher} {day}")


def _content(claim: Claim) -> Html:
    return stated(claim) if claim.value is None else figure(claim)


def _amount(book: Book, claim: Claim) -> str | None:
    """What a figure is sorted by: its number in the base unit of its kind, so that hectares meet square kilometres."""
    if claim.value is None:
        return None
    return decimal_text(claim.value.number * book.vocabulary.units[claim.value.unit].factor)
