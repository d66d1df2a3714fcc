"""Whether figures count the same thing: the keys in which they must agree before arithmetic says anything."""

from __future__ import annotations

from collections.abc import Collection
from itertools import combinations, pairwise

from factbook import periods
from factbook.checks.operands import Figures, Operand
from factbook.kinds import NOT_STATED

KEYS = {
    "measure": "what is measured",
    "scope": "whose work is counted",
    "period": "the period",
    "place": "the place",
    "unit": "the kind of unit",
}
BRIDGED = tuple(key for key in KEYS if key != "unit")
Across = tuple[str, ...]  # the keys in which figures may differ
Unlike = tuple[str, ...]  # the keys that keep them from being compared or computed together
SEVERAL = "several"  # stands for a key in which the operands of a derived figure differ


def differing(figures: Figures, across: Collection[str]) -> Unlike:
    """The keys, but those in `across`, in which the figures differ."""
    return tuple(key for key in KEYS if key not in across and not agree(key, figures))


def divided(figures: Figures, across: Across, fits: object) -> Unlike:
    """As `differing`, and the key along which the figures should divide a whole, unless that `fits`."""
    return differing(figures, across) if fits else (*differing(figures, across), *across)


def making(figures: Figures, across: Across, whole: int) -> Unlike:
    """What keeps the figures from making the one of them at the place `whole`."""
    parts = [*figures]
    return divided(figures, across, parted(parts, parts.pop(whole), *across))


def following(figures: Figures, _: Across) -> Unlike:
    """What keeps running totals from being one series."""
    found = differing(figures, ["period"])
    in_order = all(a.when and b.when and periods.follows(a.when, b.when) for a, b in pairwise(figures))
    return found if in_order else (*found, "period")


def agree(key: str, figures: Figures) -> bool:
    """Whether all figures agree in `key`."""
    return all(_alike(key, a, b) for a, b in combinations(figures, 2))


def parted(parts: Figures, whole: Operand, across: str) -> bool:
    """Whether the parts divide the whole along the key `across`, none counted twice.

    Parts from one source may share a measure that the whole has not, as an area cleared by later use does.
    """
    if across == "period":
        return periods.make_up([part.when for part in parts], whole.when)
    if across == "measure" and len({_source(operand) for operand in parts}) == 1:
        return whole.measure not in {part.measure for part in parts}
    keys = [getattr(operand, across) for operand in (*parts, whole)]
    return len(set(keys)) == len(keys) and NOT_STATED not in keys


def _alike(key: str, a: Operand, b: Operand) -> bool:
    if key == "unit":
        return a.unit.dimension == b.unit.dimension
    one_source = _source(a) == _source(b) is not None
    if key == "period":
        return periods.alike(a.when, b.when) or (one_source and a.when is b.when is None)
    ours, theirs = getattr(a, key), getattr(b, key)
    return ours == theirs != SEVERAL and (ours != NOT_STATED or one_source) and (key != "measure" or ours is not None)


def _source(operand: Operand) -> str | None:
    sources = {id.partition(".")[0] for id in operand.rests_on}
    return sources.pop() if len(sources) == 1 else None
