"""Figures as sources give them: parsed, read as intervals, and found in running text."""

from __future__ import annotations

from factbook.quantities.agreement import agrees
from factbook.quantities.grammar import parse
from factbook.quantities.hedges import HEDGES
from factbook.quantities.numerals import QuantityError, decimal_text, grouped, number_in
from factbook.quantities.spoken import Mention, spoken_numbers
from factbook.quantities.values import Quantity

__all__ = [
    "HEDGES",
    "Mention",
    "Quantity",
    "QuantityError",
    "agrees",
    "decimal_text",
    "grouped",
    "number_in",
    "parse",
    "spoken_numbers",
]
