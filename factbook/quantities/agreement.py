"""Whether a value says what its quote says: number, hedge and unit."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from itertools import product

from factbook.ends import Number
from factbook.errors import shown
from factbook.quantities.elsewhere import LANGUAGES, hedge_problems
from factbook.quantities.hedges import VAGUE
from factbook.quantities.numerals import decimal_text
from factbook.quantities.spoken import Reading, spoken_numbers
from factbook.quantities.values import Quantity
from factbook.units import Unit

_FEW_WORDS = re.compile(r"(?:[ -]?[^\W\d_]+(?:-[^\W\d_]+)*){0,2}")


def agrees(quantity: Quantity, quote: str, units: Mapping[str, Unit], language: str = "en") -> list[str]:
    """What keeps a value from being readable in its quote; nothing where number, hedge and unit agree.

    Units are read in English quotes only, hedges in a few other languages too. A hedge whose usual reading is the
    number itself, as in "as many as 33" and "only 25%", may be left out of the value; none may be added to it.
    """
    readings = spoken_numbers(quote, units)
    ends = [quantity.number] if quantity.high is None else [quantity.number, quantity.high]
    found = [[reading for reading in readings if _says(reading, end, quantity)] for end in ends]
    if missing := [end for end, said in zip(ends, found, strict=True) if not said]:
        return [_missing(quantity, missing[0], quote, readings)]
    if language in LANGUAGES:
        return min((hedge_problems(quantity, low, quote, language) for low, _ in _pairs(found)), key=len)
    if language != "en":
        return []
    accounts = ([*_hedge(quantity, low), *_unit(quantity, high, quote, units)] for low, high in _pairs(found))
    return min(accounts, key=len)


def _says(reading: Reading, number: Number, quantity: Quantity) -> bool:
    return number in reading.values and (reading.hedge is VAGUE) == (quantity.hedge is VAGUE)


def _pairs(found: list[list[Reading]]) -> list[tuple[Reading, Reading]]:
    """The readings of the lower and of the upper end, which are one where the value is no range."""
    return list(product(found[0], found[-1])) if len(found) > 1 else [(reading, reading) for reading in found[0]]


def _missing(quantity: Quantity, number: Number, quote: str, readings: Sequence[Reading]) -> str:
    said = f"the value says {quantity.numeral} but"
    if not readings:
        return f"{said} no number can be read in the quote. Quote the words that give the figure."
    near = max(readings, key=lambda reading: max(_likeness(number, value) for value in reading.values))
    return f"{said} the quote reads {_excerpt(near, quote)}. Correct whichever was mistyped."


def _likeness(a: Number, b: Number) -> tuple[float, Number]:
    return SequenceMatcher(None, decimal_text(a), decimal_text(b), autojunk=False).ratio(), min(a - b, b - a)


def _excerpt(reading: Reading, quote: str) -> str:
    """The number with its unit, or with the next words; nothing in it can mislead, so it stands without quotes."""
    few = _FEW_WORDS.match(quote, reading.end)
    end = reading.unit_end if reading.unit or not few else few.end()
    return shown(quote[reading.offset : end])[1:-1]


def _hedge(quantity: Quantity, reading: Reading) -> list[str]:
    number, theirs = shown(reading.text)[1:-1], reading.hedged.lower()
    if quantity.hedged and not theirs:
        return [
            f"the value says '{quantity.hedged}' but the quote has no such word beside {number}. "
            "Leave it out, or quote the words that carry it."
        ]
    if quantity.hedged and reading.hedge is not quantity.hedge:
        return [f"the value says '{quantity.hedged}' but the quote says '{theirs}' of {number}. Keep the quote's word."]
    if theirs and not quantity.hedged and not reading.hedge.usual.is_exact:
        hedge = theirs if theirs in reading.hedge.words else reading.hedge.words[0]
        return [f"the quote says '{theirs}' of {number} but the value does not. Write: {hedge} {quantity.spelling}."]
    return []


def _unit(quantity: Quantity, reading: Reading, quote: str, units: Mapping[str, Unit]) -> list[str]:
    if reading.unit in (None, quantity.unit):
        return []
    ours, theirs = units[quantity.unit], units[reading.unit]
    named = quote[reading.end : reading.unit_end].strip().lower()
    if ours.counted and theirs.counted and (theirs.dimension == ours.dimension or named == theirs.singular):
        return []  # what is counted goes by many names: mines are among the items destroyed, people are mine victims
    return [f"the value is in {ours.label} but the quote reads {_excerpt(reading, quote)}. Keep the quote's unit."]
