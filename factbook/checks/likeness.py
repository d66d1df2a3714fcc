"""Which keys keep the operands of a check or of a computed figure from being compared or computed together."""

from __future__ import annotations

from itertools import pairwise

from factbook import periods
from factbook.checks.comparing import differing, parted
from factbook.checks.parts import Parts

Unlike = tuple[str, ...]


def apart(parts: Parts) -> Unlike:
    """Those in which the figures differ, but the ones they may differ in."""
    return differing(parts.figures, parts.across)


def divided(parts: Parts, fits: object) -> Unlike:
    """As `apart`, and the one along which the figures should divide a whole, unless that `fits`."""
    return apart(parts) if fits else (*apart(parts), *parts.across)


def making(parts: Parts, whole: int) -> Unlike:
    """For figures that should make the one at the place `whole`."""
    shares = list(parts.figures)
    of = shares.pop(whole)
    return divided(parts, parted(shares, of, *parts.across))


def following(parts: Parts) -> Unlike:
    """For running totals that should be one series."""
    found = differing(parts.figures, ["period"])
    in_order = all(a.when and b.when and periods.follows(a.when, b.when) for a, b in pairwise(parts.figures))
    return found if in_order else (*found, "period")
