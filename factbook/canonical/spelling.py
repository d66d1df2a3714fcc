"""How a text stands in a fact file: plain wherever it can, in single quotes otherwise."""

from __future__ import annotations

import re
from collections.abc import Mapping

from factbook.errors import shown
from factbook.fields import Field
from factbook.quantities import QuantityError, grouped, parse
from factbook.units import Unit

_PLAIN = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`~=<].*")
NUMERIC = frozenset(["number", "quantity"])  # kinds of fields; plain values of all others are spelt as they are
_NUMBER = re.compile(r"[1-9][0-9]{0,15}(?:\.[0-9]+)?")


def is_plain(text: str) -> bool:
    """Whether a text of one line surely reads the same without quotes, behind a key and with nothing behind it."""
    sound = _PLAIN.fullmatch(text) and text == text.rstrip() and not text.endswith(":")
    return bool(sound) and ": " not in text and " #" not in text


def written(text: str) -> str:
    """A text of one line as it stands in a fact file."""
    return text if is_plain(text) else quoted(text)


def quoted(text: str) -> str:
    """A text of one line in single quotes."""
    return "'" + text.replace("'", "''") + "'"


def spelled(text: str, field: Field, units: Mapping[str, Unit]) -> str:
    """A value with its numbers in groups of three and single spaces; unchanged where it is not of the field's kind."""
    if field.kind == "number" and _NUMBER.fullmatch(text):
        return grouped(text)
    if field.kind == "quantity":
        try:
            return parse(" ".join(text.split()), units).spelling
        except QuantityError:
            return text
    return text


def told(text: str, wanted: str) -> str:
    """What is to be written in place of a text."""
    return f"{shown(text)} is written {shown(wanted)[1:-1]}."
