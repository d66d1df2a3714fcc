"""Every kind of check: its operands, what they must have in common, and the two sides that are compared."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import combinations

from factbook import periods
from factbook.checks import roles
from factbook.checks.comparing import Across, Unlike, differing, following, making
from factbook.checks.computing import elapsed, multiple, remainder, share, total
from factbook.checks.operands import Figures, Readings
from factbook.checks.parts import Parts
from factbook.checks.roles import AGAINST, Role, date, figure, several
from factbook.checks.verdicts import VERDICTS, no_less
from factbook.fields import Field

Sides = tuple[Readings, Readings]


def _first_and_last(parts: Parts) -> Sides:
    (_, first), *_, (_, last) = parts.placed
    return first.readings, last.readings


def _against(made: Callable[[Figures], Readings]) -> Callable[[Parts], Sides]:
    """What the other figures make, and the last figure."""
    return lambda parts: (made(parts.figures[:-1]), parts.figures[-1].readings)


@dataclass(frozen=True, slots=True)
class Relation:
    """A kind of check.

    `unlike` gives the keys that keep its operands from being compared, `sides` the two readings that are: the first
    should equal the second or, if `ordered`, not exceed it. `across` is the field for keys in which they may differ, of
    which readers are told if that `bridges` what should agree. In a `series` a claim may stand behind two operands that
    do not follow each other.
    """

    roles: tuple[Role, ...]
    unlike: Callable[[Figures, Across], Unlike] = lambda *_: ()
    sides: Callable[[Parts], Sides] = _first_and_last
    across: Field | None = None
    ordered: bool = False
    bridges: bool = False
    series: bool = False


def _ratio_unlike(figures: Figures, across: Across) -> Unlike:
    of, to, result = figures
    found = differing([of, to], across)
    if result.unit.dimension not in ("share", "multiple"):
        found = (*found, "unit")
    if of.when and result.when and not periods.ends_may_agree(of.when, result.when):
        found = (*found, "period")
    return found


def _ratio(parts: Parts) -> Sides:
    return _against(share if parts.figures[-1].unit.dimension == "share" else multiple)(parts)


def _duration_unlike(figures: Figures, _: Across) -> Unlike:
    return () if figures[0].unit.dimension == "duration" else ("unit",)


def _rising(parts: Parts) -> Sides:
    """Of all pairs of an earlier and a later total the one that fits worst; a rough one in between hides no fall."""
    pairs = [(earlier.readings, later.readings) for earlier, later in combinations(parts.figures, 2)]
    return min(pairs, key=lambda pair: list(VERDICTS).index(no_less(*pair)))


_VALUES = "The two figures, or the two statements with the dates, that should be one."
RELATIONS: Mapping[str, Relation] = {
    "sum": Relation(
        (roles.PARTS, figure("total", "The figure they should make.", AGAINST)),
        unlike=partial(making, whole=-1),
        sides=_against(total),
        across=roles.PARTED,
    ),
    "difference": Relation(
        (roles.WHOLE, roles.LESS, figure("rest", "The figure that should be left.", AGAINST)),
        unlike=partial(making, whole=0),
        sides=_against(remainder),
        across=roles.PARTED,
    ),
    "ratio": Relation(
        (roles.OF, roles.TO, figure("result", "The share or multiple it should make.", AGAINST)),
        unlike=_ratio_unlike,
        sides=_ratio,
        across=roles.ACROSS,
    ),
    "same": Relation(
        (Role(Field("values", "refs:values", _VALUES, *roles.EXAMPLES, True, (2, 2)), ("", "and")),),
        unlike=differing,
        across=roles.ACROSS,
        bridges=True,
    ),
    "order": Relation(
        (
            date("first", "What should come first.", "", lambda when: when.end),
            date("then", "What should not come before it.", "not after", lambda when: when.start),
        ),
        ordered=True,
    ),
    "duration": Relation(
        (
            date("start", "Where it begins.", "from", lambda when: when.start),
            date("end", "Where it ends.", "to", lambda when: when.end),
            figure("length", "How long it should be.", AGAINST),
        ),
        unlike=_duration_unlike,
        sides=lambda parts: (elapsed(*parts.days), parts.figures[0].readings),
    ),
    "growth": Relation((roles.EARLIER, roles.LATER), unlike=following, ordered=True),
    "rising": Relation(
        (several("totals", "Running totals, the earliest first.", ("", "then")),),
        unlike=following,
        sides=_rising,
        ordered=True,
        series=True,
    ),
}
