"""The box of a check: verdict, arithmetic, limits and working."""

from __future__ import annotations

from factbook.checks.comparing import KEYS
from factbook.checks.judging import Outcome
from factbook.checks.remarks import remarks, sentence
from factbook.checks.verdicts import Verdict
from factbook.checks.wording import Piece
from factbook.checks.working import Row, differences, line, rows
from factbook.html import Html, join, tag
from factbook.html import rows as lines
from factbook.render import parts
from factbook.render.tables import Cells, source_link, table
from factbook.render.writer import Writer


def mark(verdict: Verdict) -> Html:
    """The icon and the word of a verdict."""
    icon = tag("span", class_="check-icon", data_icon=verdict.icon, aria_hidden="true")
    return tag("span", icon, verdict.label, class_="check-mark", data_tone=verdict.tone)


def box(writer: Writer, outcome: Outcome, anchor: str | None = None) -> Html:
    """A check in a box: its verdict, what was compared, what that cannot show, and the working."""
    told, verdict = outcome.check, outcome.verdict
    known = [" ", tag("span", "known discrepancy", class_="check-known")] if told.expect == "contradicts" else []
    limits = [tag("p", remark, class_="check-remark") for remark in remarks(writer.book, outcome)]
    reason = [tag("p", parts.told(writer, told.reason), class_="check-reason")] if told.reason else []
    inside = lines(
        "",
        tag("p", mark(verdict), *known, class_="check-verdict"),
        tag("p", parts.told(writer, told.why)),
        tag("p", parts.line(writer, line(outcome)), class_="check-line", data_record="check"),
        tag("p", sentence(outcome)),
        *reason,
        *limits,
        _working(writer, outcome),
        "",
    )
    label, tone = f"Check: {verdict.label}", verdict.tone
    return tag("div", inside, role="group", aria_label=label, id=anchor, class_="check", data_tone=tone, markdown="0")


def _working(writer: Writer, outcome: Outcome) -> Html:
    if outcome.compared is None:
        head = ["Figure", "Measures", *(KEYS[key].capitalize() for key in outcome.unlike)]
        body: list[Cells | Html] = [_unlike(writer, outcome, *found) for found in differences(writer.book, outcome)]
    else:
        head = ["Figure", "Measures", "Usual reading", "Strict reading"]
        body = [_step(writer, outcome, found) for found in rows(outcome)]
    return lines(
        Html('<details class="working" data-record="working" data-search-exclude>'),
        tag("summary", "The working"),
        table("Each figure as reported and as it is read", head, body),
        Html("</details>"),
    )


def _unlike(writer: Writer, outcome: Outcome, piece: Piece, label: str, values: list[str]) -> Cells:
    return parts.linked(writer, piece), _label(writer, outcome, piece, label), *values


def _step(writer: Writer, outcome: Outcome, step: Row) -> Cells | Html:
    if not step.piece:
        head = tag("th", step.label, scope="row", colspan="2")
        usual = tag("td", step.usual, data_label="Usual reading")
        return lines(Html("<tr>"), head, usual, tag("td", step.strict, data_label="Strict reading"), Html("</tr>"))
    shown = join([f"{step.part} " if step.part else "", parts.linked(writer, step.piece)])
    return shown, _label(writer, outcome, step.piece, step.label), step.usual, step.strict


def _label(writer: Writer, outcome: Outcome, piece: Piece, label: str) -> str:
    """What a figure measures, and where it stands if several sources are compared."""
    if isinstance(piece, str) or len(outcome.sources()) < 2 or piece.id.startswith("derived."):
        return label
    return join([label, ", in ", source_link(writer, writer.book.sources[piece.id.partition(".")[0]])])
