"""Every kind of computed figure: its operands, its arithmetic, and its formula as readers see it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from factbook import periods
from factbook.checks import roles
from factbook.checks.comparing import BRIDGED, Across, Unlike, differing, divided, making
from factbook.checks.computing import multiple, pace, rate, remainder, share, time, time_left, total
from factbook.checks.operands import Figures, Readings
from factbook.checks.parts import resolved
from factbook.checks.roles import Role, figure
from factbook.checks.wording import Piece, signed, words
from factbook.dates import When, printed
from factbook.declared import Derived
from factbook.fields import Field
from factbook.model import Book
from factbook.quantities.readings import MINUS

_PERIOD = ("period",)


@dataclass(frozen=True, slots=True)
class Formula:
    """A kind of computed figure.

    `computed` gives its readings in the base unit of `dimension`, where {} stands for that of the first operand.
    `unlike` gives the keys that keep its operands from being computed together; `across` is the field that lists those
    in which they may differ. `when` gives the period it covers; `written` is for formulas with more than signs.
    """

    roles: tuple[Role, ...]
    computed: Callable[[Figures], Readings]
    dimension: str = "{}"
    unlike: Callable[[Figures, Across], Unlike] = lambda *_: ()
    across: Field | None = None
    when: Callable[[Figures, Across], When | None] = lambda *_: None
    written: Callable[[Figures], list[Piece]] | None = None


def formula(book: Book, derived: Derived) -> list[Piece]:
    """How a computed figure comes about: its operands with the signs between them."""
    kind = FORMULAS[derived.kind]
    parts = resolved(book, kind.roles, derived.operands)
    return kind.written(parts.figures) if kind.written else signed(parts.placed)


def plain(book: Book, derived: Derived) -> str:
    """The formula as text."""
    return "".join(words(piece) for piece in formula(book, derived))


def _first(figures: Figures, _: Across) -> When | None:
    return next((figure.when for figure in figures if figure.when), None)


def _joined(figures: Figures, across: Across) -> When | None:
    return periods.joined([figure.when for figure in figures]) if across == _PERIOD else _first(figures, across)


def _without(figures: Figures, across: Across) -> When | None:
    whole, *less = (figure.when for figure in figures)
    return periods.without(whole, less) if across == _PERIOD else _first(figures, across)


def _added(figures: Figures, across: Across) -> Unlike:
    (key,) = across
    if key == "period":
        return divided(figures, across, _joined(figures, across))
    return divided(figures, across, len({getattr(figure, key) for figure in figures}) == len(figures))


def _taken(figures: Figures, across: Across) -> Unlike:
    return divided(figures, across, _without(figures, across)) if across == _PERIOD else making(figures, across, 0)


def _grown(figures: Figures, _: Across) -> Unlike:
    return differing(figures[-2:], ["period"])


def _rate(figures: Figures) -> list[Piece]:
    (of,) = figures
    return [of, f" ÷ the days of {printed(of.when)}" if of.when else ""]


def _pace(figures: Figures) -> list[Piece]:
    earlier, later = figures
    ends = [printed(one.when.end) if one.when else "" for one in (earlier, later)]
    return ["(", later, f" {MINUS} ", earlier, f") ÷ the days from {' to '.join(ends)}"]


def _time_left(figures: Figures) -> list[Piece]:
    of, earlier, later = figures
    return ["(", of, f" {MINUS} ", later, ") ÷ (", *_pace([earlier, later]), ")"]


_TASK = figure("of", "The whole to be done, what is done included.")
FORMULAS: Mapping[str, Formula] = {
    "sum": Formula((roles.PARTS,), total, unlike=_added, across=roles.PARTED, when=_joined),
    "difference": Formula((roles.WHOLE, roles.LESS), remainder, unlike=_taken, across=roles.PARTED, when=_without),
    "ratio": Formula((roles.OF, roles.TO), multiple, "multiple", unlike=differing, across=roles.ACROSS, when=_first),
    "share": Formula((roles.OF, roles.TO), share, "share", unlike=differing, across=roles.ACROSS, when=_first),
    "rate": Formula(
        (figure("of", "The figure that is spread over its own period."),), rate, "{}-a-year", written=_rate
    ),
    "pace": Formula((roles.EARLIER, roles.LATER), pace, "{}-a-year", unlike=_grown, written=_pace),
    "time": Formula((roles.OF, figure("at", "The rate at which it would be worked off.", "÷")), time, "duration"),
    "time-left": Formula((_TASK, roles.EARLIER, roles.LATER), time_left, "duration", unlike=_grown, written=_time_left),
    "left": Formula(
        (_TASK, figure("done", "What is done of it.", MINUS)),
        remainder,
        unlike=lambda figures, _: differing(figures, BRIDGED),  # only the unit must agree
    ),
}
