"""Checks as readers see them: a box with its working, and the table of all of them."""

from __future__ import annotations

from collections.abc import Iterator

from factbook.checks.judging import Outcome, judge
from factbook.checks.verdicts import VERDICTS
from factbook.declared import Check
from factbook.html import Html, join, rows, tag
from factbook.languages.english import GROUPS
from factbook.quantities import HEDGES
from factbook.render import parts
from factbook.render.boxes import box, mark
from factbook.render.tables import Cells, source_link, table
from factbook.render.writer import Writer, find

PAGE = "checks.md"
_WORDLESS = {
    "exact": "no such word",
    "rounded": "no such word, but a round number",
    "vague": ", ".join(GROUPS),
}
_WORST_FIRST = ("contradicts", "strained", "not-comparable", "consistent", "adds-up")


def check(writer: Writer, id: str) -> Html:
    """A check in a box: its verdict, what was compared, and the working."""
    return box(writer, judge(writer.book, find(writer.book.checks, id, "check")))


def checks_list(writer: Writer) -> Html:
    """Every check in its box, under its verdict, the worst first."""
    sections = []
    for key, outcomes in _by_verdict(writer).items():
        verdict = VERDICTS[key]
        boxes = [box(writer, outcome, anchor=outcome.check.id) for outcome in outcomes]
        sections += [f"## {verdict.label} {{ #{key} }}", tag("p", verdict.meaning), *boxes]
    return Html("\n\n".join(sections))


def checks_table(writer: Writer) -> Html:
    """How many checks came out how, then each with its verdict, discrepancies on top."""
    found = _by_verdict(writer)
    counts = [
        tag("li", tag("a", mark(VERDICTS[key]), " ", tag("b", str(len(some))), href=_address(writer, key)))
        for key, some in found.items()
    ]
    head = ("What is looked at", "Verdict", "From")
    body = [_summary(writer, outcome) for outcomes in found.values() for outcome in outcomes]
    counted = rows(Html('<ul class="check-counts" data-record="checks">'), *counts, Html("</ul>"))
    return Html(f"{counted}\n\n{table('All checks, discrepancies first', head, body)}")


def asked(writer: Writer, check: Check) -> Html:
    """What a check looks at, with a link to its box."""
    link = tag("a", "See the check", href=_address(writer, check.id))
    return join([parts.told(writer, check.why), " ", link])


def verdicts_table(_: Writer) -> Html:
    """What each verdict means."""
    body = [(mark(verdict), verdict.meaning) for verdict in VERDICTS.values()]
    return table("The verdicts, worst first", ("Verdict", "It means"), body)


def hedge_table(_: Writer) -> Html:
    """How every wording of a figure is read, and why."""
    head = ("Wording", "Usual reading", "Strict reading", "Why")
    return table("How wordings are read: n is the number, u its last step", head, _hedges())


def _summary(writer: Writer, outcome: Outcome) -> Cells:
    sources = [source_link(writer, writer.book.sources[id]) for id in sorted(outcome.sources())]
    return asked(writer, outcome.check), mark(outcome.verdict), join(sources, "; ")


def _address(writer: Writer, anchor: str) -> str:
    return f"#{anchor}" if writer.page == PAGE else writer.href(PAGE, anchor)


def _by_verdict(writer: Writer) -> dict[str, list[Outcome]]:
    outcomes = [judge(writer.book, found) for found in writer.book.checks.values()]
    found = {key: [one for one in outcomes if one.verdict.key == key] for key in _WORST_FIRST}
    return {key: some for key, some in found.items() if some}


def _hedges() -> Iterator[Cells]:
    for hedge in HEDGES:
        usual, strict = hedge.formulas()
        words = ", ".join([*hedge.words, *(f"… {word}" for word in hedge.after)]) or _WORDLESS[hedge.kind]
        yield words, usual, strict, hedge.reason
