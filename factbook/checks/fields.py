"""Every key that checks, derived figures and questions may hold, by kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from factbook.checks.formulas import FORMULAS, Formula
from factbook.checks.relations import RELATIONS, Relation
from factbook.checks.roles import EXAMPLES, ONE
from factbook.fields import Field, by_name
from factbook.nodes import Mapping as Entry
from factbook.nodes import Node, Scalar

Fields = Mapping[str, Field]
EXPECTED = ("contradicts", "strained", "not-comparable")


def _kind(kinds: Mapping[str, object]) -> Field:
    return Field("kind", f"choice:{','.join(kinds)}", "What is computed.", next(iter(kinds)), "check", required=True)


_WHY = Field(
    "why",
    "prose",
    "One question that tells readers what this looks at.",
    "Do the parts make the whole?",
    "ok",
    required=True,
)
_DECLARED = (
    Field(
        "expect", f"choice:{','.join(EXPECTED)}", "The verdict, where it is one that needs a reason.", "strained", "yes"
    ),
    Field("doubted", "ref:values", "The operand that does not hold, where the record shows which.", ONE, "33"),
    Field("reason", "prose", "Why the verdict is what it is.", "The headline counts other items too.", "typo"),
)
_LABEL = Field("label", "line", "What the figure is, as readers see it.", "mines of both kinds", "sum", required=True)
_DERIVED = (
    Field("unit", "ref:units", "The unit it is given in.", "hectares", "ha", required=True),
    Field("measure", "ref:measures", "The measure it belongs to, if any.", "area-cleared", "hectares"),
    Field("period", "date", "The time it covers, if its figures leave that open.", "2020-11/2024-01", "2024-13"),
    Field("note", "prose", "What a reader must know beside the figure.", "No source publishes it.", "ok"),
)


def _keys(kind: Relation | Formula) -> list[Field]:
    return [*(role.field for role in kind.roles), *([kind.across] if kind.across else [])]


CHECKS: Mapping[str, Fields] = {
    name: by_name([_kind(RELATIONS), _WHY, *_keys(kind), *_DECLARED]) for name, kind in RELATIONS.items()
}
DERIVED: Mapping[str, Fields] = {
    name: by_name([_kind(FORMULAS), _LABEL, *_keys(kind), *_DERIVED]) for name, kind in FORMULAS.items()
}
_KINDS: tuple[Relation | Formula, ...] = (*RELATIONS.values(), *FORMULAS.values())
ROLES = {role.name for kind in _KINDS for role in kind.roles}
QUESTION: Fields = by_name(
    [
        Field(
            "title", "line", "The question, in neutral words.", "Who laid the mines", "Armenian mines", required=True
        ),
        Field("status", "ref:states", "Whether it is still open.", "open", "true", required=True),
        Field("agreed", "prose", "What the sources agree on.", "Both sides laid mines.", "all", required=True),
        Field("disputed", "prose", "What they do not agree on.", "Who laid most of them.", "none", required=True),
        Field("positions", "refs:claims", "The claims side by side.", EXAMPLES[0], "[a]", True, (2, 99)),
        Field("uncontested", "refs:claims", "Those of them that nobody contests.", f"[{ONE}]", "[a]"),
        Field("checks", "refs:checks", "The checks that bear on it.", "[war-length]", "[sum]"),
        Field("figures", "refs:figures", "Figures computed here that bear on it.", "[derived.mines]", "[33]"),
        Field("note", "prose", "What a reader must know beside it.", "No treaty text is held.", "ok"),
    ]
)


def told(tables: Mapping[str, Fields], entry: Node) -> Fields:
    """The table for an entry: the one of its file's entries, or where these are of kinds that which its own names."""
    if "entry" in tables:
        return tables["entry"]
    _, written = entry.entries.get("kind", (None, None)) if isinstance(entry, Entry) else (None, None)
    known = tables.get(written.text) if isinstance(written, Scalar) else None
    return known or _in_order_of(entry, any_kind(tables))


def _in_order_of(entry: Node, fields: Fields) -> Fields:
    """The fields as an entry orders them: which order is right depends on its kind."""
    written = entry.entries if isinstance(entry, Entry) else ()
    return {**{name: fields[name] for name in written if name in fields}, **fields}


def any_kind(tables: Mapping[str, Fields]) -> Fields:
    """All the keys of all kinds, none required but the kind: for an entry whose kind cannot be told."""
    every = {name: replace(field, required=False) for fields in tables.values() for name, field in fields.items()}
    return {**every, "kind": next(iter(tables.values()))["kind"]}
