"""The closed table of hedges: how each wording of a figure is read, and why."""

from __future__ import annotations

from factbook.quantities.readings import Hedge, span

_ITSELF = span(0, 0)
EXACT = Hedge("exact", (), _ITSELF, _ITSELF, "A figure given without a hedge is taken at its word.")
ROUNDED = Hedge(
    "rounded",
    (),
    span(-1, 1, parts=2),
    span(-1, 1, "()"),
    "The figure is round though its source does not say so, and is marked so in this record, u being the step marked; "
    "it stands for every number that rounds to it, or strictly for those cut down or rounded up to it as well.",
)
VAGUE = Hedge(
    "vague",
    (),
    span(2, 10, "[)"),
    span(2, None),
    "The plural names at least two of the group u it counts in, and ten of them would usually go by a larger name.",
)
HEDGES = (
    EXACT,
    Hedge(
        "more-than",
        ("more than", "over", "exceeding", "just over", "in excess of", "upwards of"),
        span(0, 1, "()"),
        span(0, None, "()"),
        "Writers round down to a number that is easy to remember, so the next such number has usually not been "
        "reached; the words themselves set no upper limit.",
    ),
    Hedge(
        "at-least",
        ("at least", "no less than", "no fewer than", "not less than", "not fewer than", "a minimum of"),
        span(0, 1, "[)"),
        span(0, None),
        "The words name a floor that may be met exactly; it is usually the highest round number that is certain, "
        "and no upper limit is set.",
        ("or more",),
    ),
    Hedge(
        "nearly",
        ("nearly", "almost", "close to", "closer to", "just under"),
        span(-1, 0, "()"),
        span(None, 0, "()"),
        "The figure falls short of a number rounded up; usually by less than one step of that rounding, "
        "though the words do not say by how much.",
    ),
    Hedge(
        "less-than",
        ("less than", "fewer than", "under", "below"),
        span(-1, 0, "()"),
        span(None, 0, "()"),
        "The words name a ceiling that is not reached; usually it is the next round number above the figure, "
        "and no floor is set.",
    ),
    Hedge(
        "up-to",
        ("up to", "at most", "no more than", "not more than", "not exceeding", "does not exceed", "a maximum of"),
        span(-1, 0, "(]"),
        span(None, 0),
        "The words name a ceiling that may be met exactly; usually the figure lies within one step of it, "
        "and no floor is set.",
        ("or less", "or fewer"),
    ),
    Hedge(
        "as-many-as",
        ("as many as", "as much as"),
        span(0, 0),
        span(None, 0),
        "News agencies use the words to stress a count they give in full; taken literally they only name a ceiling.",
    ),
    Hedge(
        "about",
        ("about", "around", "some", "approximately", "roughly", "an estimated"),
        span(-1, 1, parts=2),
        span(None, None),
        "A round number stands for every number that rounds to it; taken literally the words rule no number out.",
        ("or so",),
    ),
    Hedge(
        "only",
        ("only", "just"),
        span(0, 0),
        span(0, 0),
        "The word says that the writer finds the figure small, not what the figure is.",
    ),
    ROUNDED,
    VAGUE,
)

BY_WORDS = {words: hedge for hedge in HEDGES for words in hedge.words}
BY_WORDS_AFTER = {words: hedge for hedge in HEDGES for words in hedge.after}
