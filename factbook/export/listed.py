"""What the fields of sources.json, checks.json, derived.json and questions.json hold, as JSON Schema."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from factbook.checks.computing import YEAR
from factbook.checks.formulas import FORMULAS, Formula
from factbook.checks.relations import RELATIONS, Relation
from factbook.checks.verdicts import VERDICTS
from factbook.declared import STATES
from factbook.export.references import UNTITLED
from factbook.repeats import RUN

Properties = dict[str, dict[str, object]]
_DATE: dict[str, object] = {
    "type": "object",
    "properties": {
        "date-parts": {
            "type": "array",
            "items": {"type": "array", "items": {"type": "integer"}, "minItems": 1, "maxItems": 3},
            "minItems": 1,
            "maxItems": 2,
        },
        "circa": {"const": True},
    },
    "required": ["date-parts"],
    "additionalProperties": False,
}


def _text(description: str, may_lack: bool = False) -> dict[str, object]:
    return {"description": description, "type": ["string", "null"] if may_lack else ["string"], "minLength": 1}


def _one_of(description: str, keys: Iterable[str]) -> dict[str, object]:
    return {"description": description, "enum": sorted(keys)}


def _texts(description: str) -> dict[str, object]:
    return {"description": description, "type": "array", "items": {"type": "string", "minLength": 1}}


def _operands(what: str, kinds: Mapping[str, Relation | Formula]) -> dict[str, object]:
    orders = (f"{name}: {', '.join(role.name for role in kind.roles)}" for name, kind in kinds.items())
    return _texts(f"The ids of {what}, in the order that its kind asks for: {'; '.join(orders)}.")


CHECK: Properties = {
    "id": _text("The id of the check, and its anchor on the page of checks."),
    "kind": _one_of("What is compared, as facts/checks.yaml names it.", RELATIONS),
    "verdict": _one_of("What the arithmetic comes to; the page on checks says what each word means.", VERDICTS),
    "why": _text("What the check asks, in a sentence."),
    "says": _text("What its verdict says, in a sentence."),
    "remarks": _texts("What it cannot show, each in a sentence."),
    "expected": {"description": "Whether the record declared the verdict beforehand.", "type": "boolean"},
    "reason": _text("Why it was declared; null where it was not, or where no reason is needed.", may_lack=True),
    "doubted": _text("The id of the fact that it shows not to hold; null for none.", may_lack=True),
    "operands": _operands("what it compares, as in facts.json, of a source as in sources.json", RELATIONS),
    "working": _texts("Its arithmetic in a line, then each figure with its two readings, or in what they differ."),
}
COMPUTED: Properties = {
    "id": _text("The permanent id: derived, a dot, and its anchor on the page of calculations."),
    "kind": _one_of("How it is computed, as facts/derived.yaml names it.", FORMULAS),
    "value": _text("The figure as pages give it, rounded, with its hedge and unit."),
    "number": {"description": "The number before it was rounded: of a range its lower end.", "type": "number"},
    "low": {"description": "The lower end of its usual reading, rounded down to the sixth decimal.", "type": "number"},
    "high": {"description": "The upper end of its usual reading, rounded up to the sixth decimal.", "type": "number"},
    "unit": _text("The unit of these numbers."),
    "label": _text("What the figure is."),
    "formula": _text(
        "The figures it is computed from, as their sources give them, with the signs between them; "
        f"a year is of {float(YEAR)} days."
    ),
    "date": _text("The date or period it covers (EDTF); null where it has none.", may_lack=True),
    "rests_on": _texts("The ids of the facts that it goes back to."),
    "operands": _operands("the figures it is computed from, as in facts.json", FORMULAS),
}
QUESTION: Properties = {
    "id": _text("The permanent id of the question, and its anchor on the page of contested questions."),
    "title": _text("What is in question."),
    "state": _one_of(f"How it stands. {' '.join(f'{key}: {term.definition}' for key, term in STATES.items())}", STATES),
    "agreed": _text("What its sources agree on."),
    "disputed": _text("What they do not agree on."),
    "positions": _texts("The ids of the facts that stand side by side, in no order of merit."),
    "uncontested": _texts("Those of them that nobody contests."),
    "checks": _texts("The ids of the checks that bear on it, as in checks.json."),
    "figures": _texts("The ids of the computed figures that bear on it, as in derived.json."),
    "note": _text("What a reader must know beside it; null for none.", may_lack=True),
}
_CUSTOM: Properties = {
    "standing": _text("Who stands behind the publisher; left out where that was not found."),
    "held": _one_of(
        "How much of the article the record's fingerprint covers; none of it where only phrases were noted.",
        ("whole", "opening", "phrases"),
    ),
    "origin": _text("The release that it carries, as in the column origin; left out where the record names none."),
    "relays": _text("Whom it quotes, where that page is not in the record; left out where it quotes none such."),
    "repeats": {
        "description": "By the ids of other sources, how many percent of the words held of this one stand in them too, "
        f"in runs of at least {RUN}; left out where none do.",
        "type": "object",
        "additionalProperties": {"type": "integer", "minimum": 1, "maximum": 100},
    },
    "record_note": _text("What a reader should know of it; left out where that is nothing."),
    "edition": _text("The first part of the record's version, as in the column edition."),
}
CSL: Properties = {  # what this record uses of CSL-JSON
    "id": _text("The permanent id, as in the column source, and the name of its page."),
    "title": _text(f"Its title; {UNTITLED} where the record does not hold it."),
    "container-title": _text("Its publisher."),
    "URL": _text("Its own address; left out where that is not known."),
    "language": _text("The language of the text read, as its ISO 639-1 code."),
    "note": _text("A warning that goes with it, such as that it is made by machine; left out where there is none."),
    "type": {"const": "webpage"},
    "author": {
        "description": "Its authors, each name as written; left out where none is known.",
        "type": "array",
        "items": {"type": "object", "properties": {"literal": _text("The name.")}, "required": ["literal"]},
    },
    "issued": {"description": "When it was published; left out where it is undated.", **_DATE},
    "accessed": {"description": "The day on which it was read.", **_DATE},
    "custom": {
        "description": "What CSL has no variable for.",
        "type": "object",
        "properties": _CUSTOM,
        "required": ["held", "edition"],
        "additionalProperties": False,
    },
}
