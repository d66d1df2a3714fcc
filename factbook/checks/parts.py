"""The operands of a check or of a computed figure, in the order that its kind asks for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from factbook.checks.operands import Day, Operand, day, figure
from factbook.checks.roles import Role
from factbook.declared import Operands
from factbook.model import Book


@dataclass(frozen=True, slots=True)
class Parts:
    """The figures and dates in their order, each behind its sign."""

    placed: tuple[tuple[str, Operand | Day], ...]

    @property
    def figures(self) -> tuple[Operand, ...]:
        """The figures alone."""
        return tuple(one for _, one in self.placed if isinstance(one, Operand))

    @property
    def days(self) -> tuple[Day, ...]:
        """The dates alone."""
        return tuple(one for _, one in self.placed if isinstance(one, Day))


def resolved(book: Book, roles: Iterable[Role], operands: Operands) -> Parts:
    """What operands name; what the record lacks is left out."""
    placed: list[tuple[str, Operand | Day]] = []
    for role in roles:
        found = _found(book, role, operands[role.name])
        placed += zip([role.signs[0], *[role.signs[1]] * len(found)], found, strict=False)
    return Parts(tuple(placed))


def _found(book: Book, role: Role, ids: tuple[str, ...]) -> list[Operand] | list[Day]:
    figures = [] if role.day else [operand for id in ids if (operand := figure(book, id))]
    days = [date for id in ids if (date := day(book, id))]
    return figures or [replace(date, when=role.day(date.when)) if role.day else date for date in days]
