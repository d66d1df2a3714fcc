"""The sections of facts/vocabulary.yaml: what an entry of each may hold, and how they are read."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from factbook.errors import Problem, shown
from factbook.fields import Field, by_name
from factbook.kinds import Known, is_id, nearest
from factbook.nodes import Mapping
from factbook.shape import fill
from factbook.units import Unit, Units
from factbook.vocabulary import PLACED, Measure, Term, Vocabulary
from factbook.wordings import unsound

_LABEL = Field("label", "line", "The words readers see.", "area reported cleared", "area_cleared", required=True)
_DEFINITION = Field(
    "definition", "prose", "One sentence that says what it means.", "Land swept and released.", "see IMAS", True
)
_HEARD = Field("heard", "lines", "Words in a quote that show it is meant.", "[killed, died]", "[people]")
_TERM = by_name([_LABEL, _DEFINITION])

SECTIONS: dict[str, dict[str, Field]] = {
    "topics": _TERM,
    "units": by_name(
        [
            _LABEL,
            Field("singular", "line", "The word for one of them.", "hectare", "hectares", required=True),
            _DEFINITION,
            Field("dimension", "line", "What kind of thing it counts or measures.", "area", "ha", required=True),
            Field("factor", "number", "How many of the dimension's base unit one is.", "100", "x100", required=True),
            Field("counted", "yes", "Whether only whole numbers make sense.", "yes", "true", required=True),
            Field("words", "lines", "How it may be written in a value.", "[hectare, hectares, ha]", "ha", True),
            Field("prefixes", "lines", "How it may be written before the number.", "[US$]", "USD 1"),
            _HEARD,
        ]
    ),
    "measures": by_name(
        [
            _LABEL,
            _DEFINITION,
            Field("topic", "ref:topics", "The topic it belongs to.", "clearance", "misc", required=True),
            Field("units", "refs:units", "The units it may be given in.", "[hectares]", "hectares", required=True),
            Field("accumulates", "yes", "Whether it is a running total that cannot fall.", "yes", "true", True),
            Field("ahead", "yes", "Whether its figures are of a time still to come, as a plan's.", "yes", "true"),
            Field("scoped", "yes", "Whether a claim must say whose work is counted.", "yes", "true", True),
            Field("parts", "refs:measures", "The measures that together make it.", "[killed, injured]", "[people]"),
            Field("includes", "refs:measures", "Others that cannot exceed it.", "[women-killed]", "[people]"),
            _HEARD,
        ]
    ),
    "scopes": _TERM,
    "parties": by_name(
        [
            _LABEL,
            _DEFINITION,
            Field(
                "placed",
                f"choice:{','.join(PLACED)}",
                "Where it stands in the conflict.",
                "independent",
                "neutral",
                required=True,
            ),
            Field("person", "yes", "Whether it is one person.", "yes", "true"),
            Field("also", "lines", "Other names that pages may have for it.", "[cabinet]", "Cabinet of Ministers"),
        ]
    ),
    "statuses": _TERM,
}


def parse_vocabulary(node: Mapping) -> tuple[Vocabulary, list[Problem]]:
    """The vocabulary in `node`, and every problem with it."""
    lists: dict[str, dict[str, Any]] = {section: {} for section in SECTIONS}
    problems = [
        Problem(key.mark, "vocabulary", f"{shown(name)} is no section. {nearest(name, SECTIONS)}", "shape")
        for name, (key, _) in node.entries.items()
        if name not in SECTIONS
    ]
    for section, fields in SECTIONS.items():
        if section not in node.entries:
            problems.append(Problem(node.mark, "vocabulary", f"the section {section} is missing. Add it.", "shape"))
            continue
        problems += _section(node.entries[section][1], section, fields, lists)
    units = Units(
        (key, Unit(key, **{**values, "factor": Fraction(values["factor"])})) for key, values in lists["units"].items()
    )
    measures = {key: Measure(key, **values) for key, values in lists["measures"].items()}
    terms = {
        section: {key: Term(key, **values) for key, values in lists[section].items()}
        for section in ("topics", "scopes", "parties", "statuses")
    }
    return Vocabulary(units=units, measures=measures, **terms), problems or [*unsound(units, measures, node)]


def _section(node: Any, section: str, fields: dict[str, Field], lists: dict[str, dict[str, Any]]) -> list[Problem]:
    if not isinstance(node, Mapping):
        return [Problem(node.mark, f"vocabulary.{section}", "must hold entries. Indent them below it.", "shape")]
    problems: list[Problem] = []
    known = Known({**lists, section: node.entries}, {})  # an entry may name one that stands below it
    for name, (key, entry) in node.entries.items():
        id = f"vocabulary.{name}"
        if not is_id(name):
            problems.append(Problem(key.mark, id, "is no id. Write lower-case words joined by hyphens.", "shape"))
            continue
        values, found = fill(entry, fields, known, id)
        problems += found
        if not found:
            lists[section][name] = values
    return problems
