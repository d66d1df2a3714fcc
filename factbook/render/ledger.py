"""The ledger: year-ends that no source publishes, worked out from totals and years, and the checks it has to pass."""

from __future__ import annotations

from factbook.checks.judging import judge
from factbook.checks.working import line
from factbook.dates import parse_date
from factbook.declared import Derived
from factbook.html import Html, join, tag
from factbook.model import Claim
from factbook.render import parts
from factbook.render.boxes import mark
from factbook.render.checks import asked
from factbook.render.inline import party_heading, time
from factbook.render.tables import Cells, table
from factbook.render.writer import Writer, find

YEARS = range(2021, 2026)
_LEFT = "left-of-"
_STATISTICS = (
    "menafn-2025-12-25-state-statistics-2020-2024"  # the totals from which the ledger is carried back and forth
)
_COLUMNS = {
    "area": ("Area", f"{_STATISTICS}.area-cleared"),
    "anti-personnel-mines": ("Anti-personnel mines", f"{_STATISTICS}.anti-personnel-mines"),
    "anti-tank-mines": ("Anti-tank mines", f"{_STATISTICS}.anti-tank-mines"),
    "unexploded-ordnance": ("Unexploded ordnance", ""),
    "items": ("Items of every kind", ""),
}


def ledger_table(writer: Writer) -> Html:
    """What had been cleared and found at the end of each year, figures that a source states set apart from ours."""
    caption = "Totals of all operators at the end of each year; those marked as published are stated by a source"
    heads = ("End of", *(head for head, _ in _COLUMNS.values()))
    return table(caption, heads, (_year(writer, year) for year in YEARS), "record ledger")


def checks_of(writer: Writer, *ids: str) -> Html:
    """Checks as rows of a table: what each looks at, its arithmetic and its verdict."""
    head = ("What is looked at", "Arithmetic", "Verdict")
    return table("Each step with its arithmetic and its verdict", head, (_check(writer, id) for id in ids))


def _year(writer: Writer, year: int) -> Cells:
    cells = (_marked(writer, _figure(writer, key, year, stated)) for key, (_, stated) in _COLUMNS.items())
    return time(parse_date(str(year))), *cells


def _figure(writer: Writer, key: str, year: int, stated: str) -> Claim | Derived:
    ours = writer.book.derived.get(f"derived.ledger-{key}-{year}")
    return ours or writer.claim(stated)


def _marked(writer: Writer, found: Claim | Derived) -> Html:
    published = [] if isinstance(found, Derived) else [" ", tag("span", "published", class_="figure-status")]
    return join([parts.linked_value(writer, found), *published])


def _check(writer: Writer, id: str) -> Cells:
    outcome = judge(writer.book, find(writer.book.checks, id, "check"))
    reason = [tag("br"), parts.told(writer, outcome.check.reason)] if outcome.check.reason else []
    return asked(writer, outcome.check), parts.line(writer, line(outcome)), join([mark(outcome.verdict), *reason])


def left_table(writer: Writer) -> Html:
    """What is left of each estimate of the contaminated land, with the time it would take at the latest year's pace."""
    caption = "What is left under each estimate; all but the estimate is this site's own calculation"
    heads = ("Whose estimate", "Contaminated", "Cleared of it", "Left", "Time at the latest year's pace")
    estimates = [
        found.name.removeprefix(_LEFT) for found in writer.book.derived.values() if found.name.startswith(_LEFT)
    ]
    return table(caption, heads, (_estimate(writer, name) for name in estimates), "record ledger")


def _estimate(writer: Writer, name: str) -> Cells:
    kinds = ("cleared-of-", _LEFT, "time-left-of-")
    share, left, time_left = (find(writer.book.derived, f"derived.{kind}{name}", "fact") for kind in kinds)
    claim = writer.claim(find(left.operands, "of", "operand")[0])
    whose = [party_heading(writer, claim), ", ", time(claim.when) if claim.when else "undated"]
    return join(whose), *(parts.linked_value(writer, found) for found in (claim, share, left, time_left))
