"""What arithmetic over hedged figures can say: the verdicts, in one table for code and pages."""

from __future__ import annotations

from dataclasses import dataclass

from factbook.checks.operands import Readings
from factbook.intervals import Interval


@dataclass(frozen=True, slots=True)
class Verdict:
    """One outcome of a check.

    `label`, `sentence` and `meaning` are what readers see; `tone` names its colour, `icon` its sign. A verdict that
    needs a reason stops the build unless the check expects it and says why.
    """

    key: str
    label: str
    sentence: str
    meaning: str
    icon: str
    tone: str
    needs_reason: bool


VERDICTS = {
    verdict.key: verdict
    for verdict in (
        Verdict(
            "contradicts",
            "Contradicts",
            "As printed, these figures cannot all hold, even if every word is taken at its loosest.",
            "No numbers that the words admit, even read strictly, fit together. At least one figure is wrong, if "
            "only by a decimal cut off, or the figures do not count what they are said to count.",
            "apart",
            "disagrees",
            True,
        ),
        Verdict(
            "strained",
            "Strained",
            "This is possible only if a hedge is stretched beyond its usual reading.",
            "The figures fit if the words are taken strictly, but not as writers usually mean them.",
            "stretched",
            "doubtful",
            True,
        ),
        Verdict(
            "consistent",
            "Consistent",
            "The usual readings of the figures allow this.",
            "Some numbers that the words usually stand for fit together. Whether they are the right ones, arithmetic "
            "cannot tell.",
            "overlapping",
            "agrees",
            False,
        ),
        Verdict(
            "adds-up",
            "Adds up",
            "In the usual reading the figures are exact, and exactly equal.",
            "Every figure is given without a hedge, or with “as many as”, which usually only stresses it, and the sum "
            "is right to the last digit. The figures agree with one another; that does not make them true.",
            "equal",
            "agrees",
            False,
        ),
        Verdict(
            "not-comparable",
            "Not comparable",
            "The figures do not count the same thing, so nothing is computed.",
            "The figures differ in what they measure, in whose work they count, in period, in place or in kind of "
            "unit. To set them side by side would mislead.",
            "unlike",
            "unlike",
            True,
        ),
    )
}
LITTLE = (
    "Read strictly, this shows little: words such as “more than” set no limit on one side, so the strict readings "
    "could not have contradicted each other, whatever the numbers."
)


def equal(left: Readings, right: Readings) -> str:
    """The verdict on two sides that should be one number."""
    if not left.strict.meets(right.strict):
        return "contradicts"
    if not left.usual.meets(right.usual):
        return "strained"
    return "adds-up" if left.usual.is_exact and right.usual.is_exact else "consistent"


def no_less(least: Readings, most: Readings) -> str:
    """The verdict on a side that should not lie below the other."""
    if most.strict.below(least.strict):
        return "contradicts"
    return "strained" if most.usual.below(least.usual) else "consistent"


def equal_shows_little(left: Readings, right: Readings) -> bool:
    """Whether two sides could not have contradicted each other, whatever the numbers."""
    return not (_can_exceed(left.strict, right.strict) or _can_exceed(right.strict, left.strict))


def no_less_shows_little(least: Readings, most: Readings) -> bool:
    """Whether one side could not have lain below the other, whatever the numbers."""
    return not _can_exceed(least.strict, most.strict)


def _can_exceed(above: Interval, below: Interval) -> bool:
    """Whether words of this kind let all of `above` lie above all of `below`.

    The floor of 0 that counting sets under "up to" and the like is no limit the words set.
    """
    floor = above.low is not None and (above.low != 0 or above.is_exact)
    return floor and below.high is not None
