"""The entry of one claim: the figure and its readings, the words it rests on, its company, and how to cite it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factbook.beside import doubt
from factbook.checks.judging import checks_by_claim, judge
from factbook.checks.wording import bounds
from factbook.export.claims import name
from factbook.export.edition import Edition
from factbook.html import Html, join, rows, tag
from factbook.model import Claim
from factbook.quantities import Quantity, decimal_text
from factbook.render import questions
from factbook.render.alike import same_reports
from factbook.render.boxes import mark
from factbook.render.checks import asked
from factbook.render.glossary import term
from factbook.render.inline import figure, party_label, time
from factbook.render.passage import marked, quoted
from factbook.render.standing import with_doubt
from factbook.render.tables import definitions, entry_link, source_link
from factbook.render.using import uses
from factbook.render.writer import Writer
from factbook.spans import span


def entry(writer: Writer, claim: Claim, edition: Edition) -> str:
    """The Markdown of a claim's entry, under the claim's own id."""
    doubted = doubt(writer.book, claim)  # in words, since search results and lists of contents show headings
    title = join([*_speaker(writer, claim), name(writer.book, claim), f" ({doubted})" if doubted else ""])
    more = rows(
        Html('<details class="more" data-record="entry" data-search-exclude>'),
        tag("summary", "Cite it, report an error, see its file"),
        definitions(uses(writer, claim, edition)),
        Html("</details>"),
    )
    company = definitions(_company(writer, claim), searched=False)
    return f"## {title} {{ #{claim.name} }}\n\n{definitions(_pairs(writer, claim))}\n\n{company}\n\n{more}"


def _speaker(writer: Writer, claim: Claim) -> Iterator[str]:
    """Who speaks, before a statement: a heading without it would be this site's own words."""
    if claim.value is None:
        known = writer.book.vocabulary.parties.get(claim.according_to)
        yield from (known.label if known else "reported", ": ")


def _pairs(writer: Writer, claim: Claim) -> Iterator[tuple[str, str | None]]:
    words, source = writer.book.vocabulary, writer.book.source_of(claim)
    if claim.value is not None:
        yield "Figure", join([figure(claim), " ", tag("code", decimal_text(claim.value.number))])
    yield _time_of(writer, claim), time(claim.when)
    yield "Counts", words.scopes[claim.scope].label if claim.scope else None
    yield "Place", writer.book.places[claim.place].label if claim.place else None
    yield "According to", _party(writer, claim)
    yield "Words of the article", quoted(writer, claim)
    yield "Words for the date", tag("q", claim.date_quote, lang=marked(source)) if claim.date_quote else None
    yield "Reason", claim.reason
    yield "Note", claim.note


def _time_of(writer: Writer, claim: Claim) -> str:
    """Whether a figure is of a stretch of time or as of a day, up to which a sum may have grown since long before."""
    if claim.measure is None or claim.when is None:
        return "Covers"
    measure = writer.book.vocabulary.measures[claim.measure]
    return "As of" if claim.when.precision == "day" and span(claim.when, measure.of_stretches) == "day" else "Covers"


def _company(writer: Writer, claim: Claim) -> Iterator[tuple[str, str | None]]:
    """What the record makes of a claim, and what else it holds about the same."""
    if claim.value is not None:
        yield "May stand for", _readings(claim.value)
    yield "Status", term(writer, "statuses", claim.status, writer.book.vocabulary.statuses[claim.status].label)
    yield "For the same time", _listed(_report(writer, other) for other in same_reports(writer.book, claim))
    yield "Checks", _listed(_checks(writer, claim))
    yield "Disputed", _listed(_questions(writer, claim))


def _readings(value: Quantity) -> str:
    usual, strict = bounds(value.usual), bounds(value.strict)
    return f"{usual}, however it is read" if usual == strict else f"usually {usual}; strictly {strict}"


def _party(writer: Writer, claim: Claim) -> Html:
    if claim.according_to not in writer.book.vocabulary.parties:
        return party_label(writer, claim)
    return term(writer, "parties", claim.according_to, party_label(writer, claim))


def _listed(items: Iterable[Html]) -> Html | None:
    found = [tag("li", item) for item in items]
    return tag("ul", *found) if found else None


def _report(writer: Writer, claim: Claim) -> Html:
    source = source_link(writer, writer.book.source_of(claim))
    shown = with_doubt(writer, claim, entry_link(writer, claim, figure(claim)))
    return join([shown, ", ", party_label(writer, claim), ", in ", source])


def _checks(writer: Writer, claim: Claim) -> Iterator[Html]:
    for check in checks_by_claim(writer.book).get(claim.id, ()):
        yield join([mark(judge(writer.book, check).verdict), ": ", asked(writer, check)])


def _questions(writer: Writer, claim: Claim) -> Iterator[Html]:
    for question in writer.book.questions.values():
        if claim.id in question.positions:
            yield tag("a", question.title, href=writer.href(questions.PAGE, question.id))
