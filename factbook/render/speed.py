"""What `make bench` measured, for the page on speed."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from factbook.html import Html, tag
from factbook.render.tables import Cells, table
from factbook.render.writer import UnknownName, Writer, find

RESULTS = Path(__file__).parents[2] / "bench" / "results.json"
_KINDS = ("HTML", "CSS", "scripts", "fonts", "search index", "other")
Results = Mapping[str, Mapping[str, Any]]


def measured(_: Writer, section: str) -> Html:
    """A table of what was measured: `goals`, `machine`, `pages`, or a section of the results."""
    results = _results()
    if section in _TABLES:
        return _TABLES[section](results)
    found = find(results, section, "measurement")
    if section.startswith("profile"):
        return _profile(found)
    return _spreads(f"What was measured of {section}", [line for line in found["rows"] if line["goal"] is None])


def _results() -> Results:
    try:
        results: Results = json.loads(RESULTS.read_text(encoding="utf-8"))
    except (OSError, ValueError) as fault:
        raise UnknownName("bench/results.json cannot be read. Fetch it from git again, or run `make bench`.") from fault
    return results


def _goals(results: Results) -> Html:
    lines = [line for found in results.values() for line in found["rows"] if line.get("goal") is not None]
    return _spreads("What was to be reached, and what was measured", lines, goal=True)


def _spreads(caption: str, lines: list[Mapping[str, Any]], goal: bool = False) -> Html:
    head = ("Measured", *(["At most"] if goal else []), "Before", "Now", *(["Reached"] if goal else []))
    return table(caption, head, (_line(line, goal) for line in lines))


def _line(line: Mapping[str, Any], goal: bool) -> Cells:
    most = [_number(line["goal"], line["unit"])] if goal else []
    states = [_spread(line[state], line["unit"]) for state in ("before", "after")]
    reached = ["yes" if line["after"][0] <= line["goal"] else "no"] if goal else []
    return line["what"], *most, *states, *reached


def _spread(found: tuple[float, float, float, int] | None, unit: str) -> str:
    if found is None:
        return "not measured"
    middle, least, most, _ = found
    return _number(middle, unit) if least == most else f"{_number(middle, unit)} ({_round(least)} to {_round(most)})"


def _number(number: float, unit: str) -> str:
    return f"{_round(number)} {unit}"


def _round(number: float) -> str:
    """Three digits, as far as they tell."""
    return f"{number:,.0f}" if number >= 100 or number == int(number) else f"{number:.3g}"


def _machine(results: Results) -> Html:
    """The machine of each section, told once where several were measured together."""
    machines: dict[str, list[str]] = {}
    for section, found in results.items():
        machines.setdefault("; ".join(f"{key}: {said}" for key, said in found["machine"].items()), []).append(section)
    body = ((", ".join(some), said) for said, some in machines.items())
    return table("What each was measured with", ("Measured", "Measured with"), body)


def _pages(results: Results) -> Html:
    lines = (_page(line) for line in results["pages"]["rows"])
    return table("First visits, in bytes compressed", ("Page", *_KINDS, "Together", "Requests"), lines)


def _page(line: Mapping[str, Any]) -> Cells:
    kinds = [f"{line['kinds'].get(kind, 0):,}" for kind in _KINDS]
    return tag("code", f"/{line['page']}"), *kinds, f"{line['total']:,}", str(line["requests"])


def _profile(found: Mapping[str, Any]) -> Html:
    lines = ((line["place"], f"{line['percent']}%") for line in found["rows"])
    return table("Shares of the time", ("Where", "Share"), lines)


_TABLES: dict[str, Callable[[Results], Html]] = {"goals": _goals, "machine": _machine, "pages": _pages}
