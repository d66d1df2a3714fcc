"""Contested questions: the positions side by side, what is agreed and what is not."""

from __future__ import annotations

from collections.abc import Iterator

from factbook.beside import counted
from factbook.checks.judging import judge
from factbook.declared import STATES, Question
from factbook.html import Html, join, rows, tag, text
from factbook.kinds import NOT_FOUND
from factbook.model import Claim
from factbook.render import parts
from factbook.render.boxes import box
from factbook.render.inline import figure, party_heading, stated, time
from factbook.render.standing import with_doubt
from factbook.render.tables import entry_link, source_link
from factbook.render.writer import Writer, find

PAGE = "contested.md"


def question(writer: Writer, id: str) -> Html:
    """One contested question, with a link to all of them."""
    found = find(writer.book.questions, id, "question")
    title = tag("p", tag("strong", found.title))
    more = tag("p", tag("a", "All contested questions", href=writer.href(PAGE)), class_="question-more")
    return rows(Html('<div class="question" markdown="0">'), title, *_body(writer, found), more, Html("</div>"))


def questions_list(writer: Writer) -> Html:
    """Every contested question under its own heading, with the checks that bear on it."""
    return Html("\n\n".join(_section(writer, found) for found in writer.book.questions.values()))


def _section(writer: Writer, found: Question) -> str:
    body = rows(Html('<div class="question" markdown="0">'), *_body(writer, found), Html("</div>"))
    boxes = [box(writer, judge(writer.book, writer.book.checks[id])) for id in found.checks]
    return "\n\n".join([f"## {text(found.title)} {{ #{found.id} }}", body, *boxes])


def _body(writer: Writer, found: Question) -> Iterator[Html]:
    state = STATES[found.status]
    yield tag("p", tag("span", state.label, class_="question-status"), " ", state.definition)
    yield tag("p", tag("strong", "Agreed: "), parts.told(writer, found.agreed))
    yield tag("p", tag("strong", "Not agreed: "), parts.told(writer, found.disputed))
    yield Html('<ul class="positions" data-record="positions">')
    yield from (_position(writer, writer.book.claims[id]) for id in found.positions)
    yield Html("</ul>")
    yield from (_figure(writer, id) for id in found.figures)
    if found.note:
        yield tag("p", parts.told(writer, found.note), class_="question-note")


def _position(writer: Writer, claim: Claim) -> Html:
    source = writer.book.source_of(claim)
    standing = [": ", source.standing] if source.standing != NOT_FOUND else []
    where = tag("span", source_link(writer, source), *standing, class_="position-source")
    return rows(
        Html("<li>"),
        tag("strong", party_heading(writer, claim)),
        tag("span", *_said(writer, claim), class_="position-said"),
        tag("span", time(claim.when), class_="position-when"),
        *_note(claim),
        where,
        Html("</li>"),
    )


def _note(claim: Claim) -> Iterator[Html]:
    if claim.note:
        yield tag("span", claim.note, class_="position-note")


def _said(writer: Writer, claim: Claim) -> Iterator[Html]:
    if claim.measure is None:
        yield with_doubt(writer, claim, entry_link(writer, claim, stated(claim)))
        return
    value = tag("b", entry_link(writer, claim, figure(claim)))
    measure = writer.book.vocabulary.measures[claim.measure].label
    beside = f" ({told})" if (told := counted(writer.book, claim)) else ""
    yield with_doubt(writer, claim, join([value, ", ", measure, beside]))


def _figure(writer: Writer, id: str) -> Html:
    derived = writer.book.derived[id]
    link = parts.linked_value(writer, derived)
    return tag("p", "For comparison: ", derived.label, ": ", link, ", calculated here.", data_record="computed")
