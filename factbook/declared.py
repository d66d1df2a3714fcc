"""What people declare about claims: checks, figures computed from them, and questions they leave open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from factbook.dates import When
from factbook.errors import Marked
from factbook.quantities import Quantity
from factbook.vocabulary import Term

Operands = Mapping[str, tuple[str, ...]]


def ids_of(operands: Operands) -> list[str]:
    """The ids of all operands, in their order."""
    return [id for ids in operands.values() for id in ids]


@dataclass(frozen=True, slots=True, eq=False)  # one check equals only itself, so its outcome can be kept
class Check(Marked):
    """An arithmetic relation between claims, with the reason it is worth showing.

    `operands` holds full ids by the part they play; `across` the keys in which they may differ. `expect` is the
    verdict that needs a `reason`; `doubted` the operand that does not hold, where the record shows which.
    """

    _file = "checks."

    kind: str
    why: str
    operands: Operands
    across: tuple[str, ...] = ()
    expect: str | None = None
    doubted: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Derived(Marked):
    """A figure computed from claims by this site.

    `id` is `derived.<name>`; `label` is what was `written`, the dates it names filled in.
    `value` is spelled rounded, but its readings are the computed ones; `rests_on` are the claims it goes back to, each
    as often as it enters.
    """

    kind: str
    label: str
    written: str
    operands: Operands
    value: Quantity
    rests_on: tuple[str, ...]
    measure: str | None = None
    scope: str | None = None
    place: str | None = None
    when: When | None = None
    note: str | None = None

    @property
    def name(self) -> str:
        """The id without `derived.`."""
        return self.id.partition(".")[2]


@dataclass(frozen=True, slots=True)
class Question(Marked):
    """What sources disagree on: the claims that stand side by side, what is agreed and what is not."""

    _file = "questions."

    title: str
    status: str
    agreed: str
    disputed: str
    positions: tuple[str, ...]
    uncontested: tuple[str, ...] = ()
    checks: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    note: str | None = None


STATES = {  # of a question
    term.key: term
    for term in (
        Term("open", "Open", "Differently placed sources still disagree."),
        Term("partly-settled", "Settled in part", "What its sources agree on decides part of it."),
        Term("settled", "Settled", "A text that all sides accept, or sources of all sides, decide it."),
        Term("overtaken", "Overtaken", "Later events have answered it."),
    )
}
