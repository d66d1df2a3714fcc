"""What every kind needs: what a file may refer to, and how a value is refused."""

from __future__ import annotations

from collections.abc import Collection
from collections.abc import Mapping as Map
from dataclasses import dataclass

from factbook.errors import Mark
from factbook.units import Unit


@dataclass(frozen=True, slots=True)
class Known:
    """What a file may refer to: the names of each kind, and the units with their words."""

    names: Map[str, Collection[str]]
    units: Map[str, Unit]


class Refused(Exception):
    """A value is not of its kind.

    `mark` says where when that is not the value's own place, `lacks` what the record would have to hold for it.
    """

    def __init__(self, message: str, mark: Mark | None = None, lacks: str = "") -> None:
        super().__init__(message)
        self.mark = mark
        self.lacks = lacks
