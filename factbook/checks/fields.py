"""Every key that checks, derived figures and questions may hold, by kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from factbook.checks.comparing import BRIDGED
from factbook.fields import Field, by_name

Fields = Mapping[str, Field]
EXPECTED = ("contradicts", "strained", "not-comparable")

_ONE, _TWO = "anadolu-2021-10-22.killed", "anadolu-2021-10-22.killed-soldiers"
_ACROSS = Field(
    "across", "refs:keys", f"The keys in which the figures differ: {', '.join(BRIDGED)}.", "[period]", "time"
)
_PARTED = replace(_ACROSS, description="The one key along which the parts divide the whole.", required=True)


def _figure(name: str, description: str) -> Field:
    return Field(name, "ref:figures", description, _ONE, "33", required=True)


def _figures(name: str, description: str) -> Field:
    return Field(name, "refs:figures", description, f"[{_ONE}, {_TWO}]", "[33, 7]", required=True)


def _date(name: str, description: str) -> Field:
    return Field(name, "ref:dates", description, "anadolu-2021-10-22", "2021", required=True)


_OF, _TO = _figure("of", "The figure that is divided."), _figure("to", "The figure it is divided by.")
_EARLIER, _LATER = (_figure(when, f"The {when} of two running totals.") for when in ("earlier", "later"))
_SAME = Field(
    "values",
    "refs:values",
    "The two figures, or the two statements with the dates, that should be one.",
    f"[{_ONE}, {_TWO}]",
    "[33, 7]",
    required=True,
)
_SUM = _figures("parts", "The figures to be added.")
_WHOLE, _LESS = _figure("whole", "The figure taken from."), _figures("less", "The figures taken away.")

_CHECKED = {
    "sum": (_SUM, _figure("total", "The figure they should make."), _PARTED),
    "difference": (_WHOLE, _LESS, _figure("rest", "The figure that should be left."), _PARTED),
    "ratio": (_OF, _TO, _figure("result", "The share or multiple it should make."), _ACROSS),
    "same": (_SAME, _ACROSS),
    "order": (_date("first", "What should come first."), _date("then", "What should not come before it.")),
    "duration": (
        _date("start", "Where it begins."),
        _date("end", "Where it ends."),
        _figure("length", "How long it should be."),
    ),
    "growth": (_EARLIER, _LATER),
    "rising": (_figures("totals", "Running totals, the earliest first."),),
}
_COMPUTED = {
    "sum": (_SUM, _PARTED),
    "difference": (_WHOLE, _LESS, _PARTED),
    "ratio": (_OF, _TO, _ACROSS),
    "share": (_OF, _TO, _ACROSS),
    "rate": (_figure("of", "The figure that is spread over its own period."),),
    "pace": (_EARLIER, _LATER),
    "time": (_OF, _figure("at", "The rate at which it would be worked off.")),
    "time-left": (_figure("of", "The whole to be done, what is done included."), _EARLIER, _LATER),
    "left": (_figure("of", "The whole to be done, what is done included."), _figure("done", "What is done of it.")),
}


def _kind(kinds: Mapping[str, object]) -> Field:
    return Field("kind", f"choice:{','.join(kinds)}", "What is computed.", next(iter(kinds)), "check", required=True)


_WHY = Field("why", "prose", "One sentence that tells readers what this looks at.", "The parts.", "ok", required=True)
_DECLARED = (
    Field(
        "expect", f"choice:{','.join(EXPECTED)}", "The verdict, where it is one that needs a reason.", "strained", "yes"
    ),
    Field("doubted", "ref:values", "The operand that does not hold, where the record shows which.", _ONE, "33"),
    Field("reason", "prose", "Why the verdict is what it is.", "The headline counts other items too.", "typo"),
)
_LABEL = Field("label", "line", "What the figure is, as readers see it.", "mines of both kinds", "sum", required=True)
_DERIVED = (
    Field("unit", "ref:units", "The unit it is given in.", "hectares", "ha", required=True),
    Field("measure", "ref:measures", "The measure it belongs to, if any.", "area-cleared", "hectares"),
    Field("period", "date", "The time it covers, if its figures leave that open.", "2020-11/2024-01", "2024-13"),
    Field("note", "prose", "What a reader must know beside the figure.", "No source publishes it.", "ok"),
)

CHECKS: Mapping[str, Fields] = {
    kind: by_name([_kind(_CHECKED), _WHY, *operands, *_DECLARED]) for kind, operands in _CHECKED.items()
}
DERIVED: Mapping[str, Fields] = {
    kind: by_name([_kind(_COMPUTED), _LABEL, *operands, *_DERIVED]) for kind, operands in _COMPUTED.items()
}
ROLES = {*(field.name for operands in (*_CHECKED.values(), *_COMPUTED.values()) for field in operands)} - {"across"}
# How many a list holds at least and at most.
COUNTS = {
    "parts": (2, 99),
    "totals": (2, 99),
    "less": (1, 99),
    "values": (2, 2),
    "positions": (2, 99),
    "across": (1, 4),
}
QUESTION: Fields = by_name(
    [
        Field(
            "title", "line", "The question, in neutral words.", "Who laid the mines", "Armenian mines", required=True
        ),
        Field("status", "ref:states", "Whether it is still open.", "open", "true", required=True),
        Field("agreed", "prose", "What the sources agree on.", "Both sides laid mines.", "all", required=True),
        Field("disputed", "prose", "What they do not agree on.", "Who laid most of them.", "none", required=True),
        Field("positions", "refs:claims", "The claims side by side.", f"[{_ONE}, {_TWO}]", "[a]", required=True),
        Field("uncontested", "refs:claims", "Those of them that nobody contests.", f"[{_ONE}]", "[a]"),
        Field("checks", "refs:checks", "The checks that bear on it.", "[war-length]", "[sum]"),
        Field("figures", "refs:figures", "Figures computed here that bear on it.", "[derived.mines]", "[33]"),
        Field("note", "prose", "What a reader must know beside it.", "No treaty text is held.", "ok"),
    ]
)


def any_kind(tables: Mapping[str, Fields]) -> Fields:
    """All the keys of all kinds, none required but the kind: for an entry whose kind cannot be told."""
    if len(tables) == 1:
        return next(iter(tables.values()))
    every = {name: replace(field, required=False) for fields in tables.values() for name, field in fields.items()}
    return {**every, "kind": next(iter(tables.values()))["kind"]}
