"""Whether the operands of a check or of a computed figure count what their kind needs them to count."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from factbook import periods
from factbook.checks.comparing import BRIDGED, KEYS, differing, parted
from factbook.checks.operands import Day, Operand

Figures = Mapping[str, tuple[Operand, ...]]


@dataclass(frozen=True, slots=True)
class Parts:
    """The operands of a check by the part they play, and the keys in which they may differ."""

    figures: Figures
    days: Mapping[str, tuple[Day, ...]]
    across: tuple[str, ...] = ()

    def one(self, role: str) -> Operand:
        """The figure that plays a part alone."""
        return self.figures[role][0]

    def day(self, role: str) -> Day:
        """The date that plays a part alone."""
        return self.days[role][0]


def unlike_to_compare(kind: str, parts: Parts) -> tuple[str, ...]:
    """The keys, in their order, that keep the operands of a check from being compared."""
    found = _UNLIKE[kind](parts) if parts.figures else ()
    return tuple(key for key in KEYS if key in found)


def unlike_to_compute(kind: str, figures: Figures, across: tuple[str, ...]) -> tuple[str, ...]:
    """The keys that keep the operands of a derived figure from being computed together."""
    return _UNLIKE_TO_COMPUTE[kind](figures, across)


def _undivided(figures: Figures, across: tuple[str, ...]) -> tuple[str, ...]:
    whole, (key,) = [*figures.get("whole", ())], across
    parts = [operand for operand in _every(figures) if operand not in whole]
    found = differing([*whole, *parts], across)
    return found if _divisible(parts, whole, key) else (*found, key)


def _every(figures: Figures) -> list[Operand]:
    return [operand for some in figures.values() for operand in some]


def _divisible(parts: list[Operand], whole: list[Operand], key: str) -> bool:
    if key == "period":
        whens = [part.when for part in parts if part.when]
        if len(whens) < len(parts):
            return False
        if whole:
            return whole[0].when is not None and periods.without(whole[0].when, whens) is not None
        return periods.make_up(whens, periods.joined(whens))
    return parted(parts, whole[0], key) if whole else len({getattr(part, key) for part in parts}) == len(parts)


def _whole_unlike(whole: str, *some: str) -> Callable[[Parts], tuple[str, ...]]:
    def keys(parts: Parts) -> tuple[str, ...]:
        shares = [operand for role in some for operand in parts.figures[role]]
        (across,) = parts.across
        found = differing([*shares, parts.one(whole)], parts.across)
        return found if parted(shares, parts.one(whole), across) else (*found, across)

    return keys


def _ratio_unlike(parts: Parts) -> tuple[str, ...]:
    of, result = parts.one("of"), parts.one("result")
    found = differing([of, parts.one("to")], parts.across)
    if result.unit.dimension not in ("share", "multiple"):
        found = (*found, "unit")
    if of.when and result.when and not periods.ends_may_agree(of.when, result.when):
        found = (*found, "period")
    return found


def _following(totals: Sequence[Operand]) -> tuple[str, ...]:
    found = differing(totals, ["period"])
    in_order = all(a.when and b.when and periods.follows(a.when, b.when) for a, b in pairwise(totals))
    return found if in_order else (*found, "period")


def _same_unlike(parts: Parts) -> tuple[str, ...]:
    return differing(parts.figures["values"], parts.across)


def _duration_unlike(parts: Parts) -> tuple[str, ...]:
    return () if parts.one("length").unit.dimension == "duration" else ("unit",)


_UNLIKE: dict[str, Callable[[Parts], tuple[str, ...]]] = {
    "sum": _whole_unlike("total", "parts"),
    "difference": _whole_unlike("whole", "less", "rest"),
    "ratio": _ratio_unlike,
    "same": _same_unlike,
    "order": lambda _: (),
    "duration": _duration_unlike,
    "growth": lambda parts: _following([parts.one("earlier"), parts.one("later")]),
    "rising": lambda parts: _following(parts.figures["totals"]),
}
_UNLIKE_TO_COMPUTE: dict[str, Callable[[Figures, tuple[str, ...]], tuple[str, ...]]] = {
    **dict.fromkeys(("sum", "difference"), _undivided),
    **dict.fromkeys(("ratio", "share"), lambda figures, across: differing(_every(figures), across)),
    **dict.fromkeys(
        ("pace", "time-left"), lambda figures, _: differing([*figures["earlier"], *figures["later"]], ["period"])
    ),
    "left": lambda figures, _: differing(_every(figures), BRIDGED),
    **dict.fromkeys(("rate", "time"), lambda *_: ()),  # what they need of each other, computing them tells
}
