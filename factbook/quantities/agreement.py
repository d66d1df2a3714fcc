"""Whether a value says what its quote says: number, hedge and unit."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from factbook.ends import Number
from factbook.errors import shown
from factbook.quantities.elsewhere import LANGUAGES, hedge_problems
from factbook.quantities.hedges import VAGUE
from factbook.quantities.numerals import decimal_text
from factbook.quantities.spoken import Reading, spoken_numbers
from factbook.quantities.values import Quantity
from factbook.quantities.words import GAP
from factbook.units import Unit

_RANGE = {"-", "\N{EN DASH}", "to"}
_OVER = "/\N{FRACTION SLASH}"
_FRACTION = re.compile(rf"(?:{GAP}+[0-9]+)?[{_OVER}][0-9]|{GAP}?[\u00bc-\u00be\u2150-\u215e]")
_FEW_WORDS = re.compile(r"(?:[ -]?[^\W\d_]+(?:-[^\W\d_]+)*){0,2}")


def agrees(quantity: Quantity, quote: str, units: Mapping[str, Unit], language: str = "en") -> list[str]:
    """What keeps a value from being readable in its quote; nothing where number, hedge and unit agree.

    Units are read in English quotes only, hedges in a few other languages too. A hedge whose usual reading is the
    number itself, as in "as many as 33" and "only 25%", may be left out of the value; none may be added to it.
    """
    readings = [reading for reading in spoken_numbers(quote, units) if not _of_a_fraction(reading, quote)]
    for end in (quantity.number, quantity.high):
        if end is not None and not any(_says(reading, end, quantity) for reading in readings):
            return [_missing(quantity, end, quote, readings)]
    pairs = _pairs(quantity, readings, quote, language)
    if not pairs:
        told = f"the value says {quantity.numeral} but the quote does not join the two numbers as a range."
        return [f"{told} Quote the words that do, or give each number as a claim of its own."]
    if language in LANGUAGES:
        return min((hedge_problems(quantity, low, quote, language) for low, _ in pairs), key=len)
    if language != "en":
        return []
    accounts = (
        [*(_hedge(quantity, low) or _upper_hedge(quantity, high)), *_unit(quantity, high, quote, units)]
        for low, high in pairs
    )
    return min(accounts, key=len)


def _of_a_fraction(reading: Reading, quote: str) -> bool:
    """Whether a number is the 1 or the 50 of 1/50, or the 2 of 2 1/2."""
    over = reading.offset > 1 and quote[reading.offset - 1] in _OVER and quote[reading.offset - 2].isdigit()
    return over or _FRACTION.match(quote, reading.end) is not None


def _says(reading: Reading, number: Number, quantity: Quantity) -> bool:
    return number in reading.values and (reading.hedge is VAGUE) == (quantity.hedge is VAGUE)


def _pairs(quantity: Quantity, readings: Sequence[Reading], quote: str, language: str) -> list[tuple[Reading, Reading]]:
    """The readings of the lower and of the upper end, which are one where the value is no range."""
    if quantity.high is None:
        return [(reading, reading) for reading in readings if _says(reading, quantity.number, quantity)]
    return [
        (low, high)
        for low, high in pairwise(readings)
        if _says(low, quantity.number, quantity)
        and _says(high, quantity.high, quantity)
        and (language != "en" or _joined(low, high, quote))
    ]


def _joined(low: Reading, high: Reading, quote: str) -> bool:
    """Whether two neighbouring numbers are the ends of a range: 5-10, 5 to nearly 10, between 5 and 10."""
    if low.unit and high.unit not in (None, low.unit):
        return False
    between = " ".join(quote[low.unit_end : high.offset].split()).removesuffix(high.hedged).rstrip()
    return between in _RANGE or (between == "and" and "between" in quote[: low.offset].lower())


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
    told = shown(theirs)
    if quantity.hedged and not theirs:
        return [
            f"the value says '{quantity.hedged}' but the quote has no such word beside {number}. "
            "Leave it out, or quote the words that carry it."
        ]
    another = reading.hedge is not quantity.hedge or (theirs in reading.hedge.words and theirs != quantity.hedged)
    if quantity.hedged and another:
        return [f"the value says '{quantity.hedged}' but the quote says {told} of {number}. Keep the quote's word."]
    if theirs and not quantity.hedged and not reading.hedge.usual.is_exact:
        hedge = theirs if theirs in reading.hedge.words else reading.hedge.words[0]
        return [f"the quote says {told} of {number} but the value does not. Write: {hedge} {quantity.spelling}."]
    return []


def _upper_hedge(quantity: Quantity, high: Reading) -> list[str]:
    if high.hedge is quantity.hedge or high.hedge.usual.is_exact or quantity.high is None:
        return []
    told = f"the quote says {shown(high.hedged.lower())} of {shown(high.text)[1:-1]} alone"
    return [f"{told}, and a range has one hedge for both its ends. Give one end as the value."]


def _unit(quantity: Quantity, reading: Reading, quote: str, units: Mapping[str, Unit]) -> list[str]:
    if reading.unit in (None, quantity.unit):
        return []
    ours, theirs = units[quantity.unit], units[reading.unit]
    named = quote[reading.end : reading.unit_end].lower().replace("plus", "").strip(" -+")
    if ours.counted and theirs.counted and (theirs.dimension == ours.dimension or named == theirs.singular):
        return []  # what is counted goes by many names: mines are among the items destroyed, people are mine victims
    return [f"the value is in {ours.label} but the quote reads {_excerpt(reading, quote)}. Keep the quote's unit."]
