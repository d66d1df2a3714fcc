"""The parts that operands may play in a check or a computed figure: their keys in fact files, and their signs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from factbook.checks.comparing import BRIDGED
from factbook.dates import When
from factbook.fields import Field
from factbook.quantities.readings import MINUS

AGAINST = "against"  # the sign of a figure that the ones before it are to make
ONE = "anadolu-2021-10-22.killed"
EXAMPLES = f"[{ONE}, anadolu-2021-10-22.killed-soldiers]", "[33, 7]"


@dataclass(frozen=True, slots=True)
class Role:
    """A part to play: its field, and the signs before the first operand that plays it and before any other.

    `day` makes it one for dates: which day of a period counts. What `divides` must not be 0.
    """

    field: Field
    signs: tuple[str, str] = ("", "")
    day: Callable[[When], When] | None = None
    divides: bool = False

    @property
    def name(self) -> str:
        """Its key in fact files."""
        return self.field.name


def figure(name: str, description: str, sign: str = "", divides: bool = False) -> Role:
    """The part of one figure."""
    return Role(Field(name, "ref:figures", description, ONE, "33", required=True), (sign, ""), divides=divides)


def several(name: str, description: str, signs: tuple[str, str], least: int = 2) -> Role:
    """The part of several figures."""
    return Role(Field(name, "refs:figures", description, *EXAMPLES, required=True, count=(least, 99)), signs)


def date(name: str, description: str, sign: str, day: Callable[[When], When]) -> Role:
    """The part of one date."""
    return Role(Field(name, "ref:dates", description, "anadolu-2021-10-22", "2021", required=True), (sign, ""), day)


OF, TO = figure("of", "The figure that is divided."), figure("to", "The figure it is divided by.", "÷", divides=True)
EARLIER = figure("earlier", "The earlier of two running totals.")
LATER = figure("later", "The later of two running totals.", "then")
PARTS = several("parts", "The figures to be added.", ("", "+"))
WHOLE = figure("whole", "The figure taken from.")
LESS = several("less", "The figures taken away.", (MINUS, MINUS), least=1)
_KEYS = f"The keys in which the figures differ: {', '.join(BRIDGED)}."
ACROSS = Field("across", "refs:keys", _KEYS, "[period]", "time", count=(1, len(BRIDGED)))
PARTED = replace(ACROSS, description="The one key along which the parts divide the whole.", required=True, count=(1, 1))
