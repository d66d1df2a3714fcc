"""Which numbers of a quote a value may be read in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple

from factbook.ends import Number
from factbook.errors import shown
from factbook.quantities.dated import of_a_date
from factbook.quantities.hedges import VAGUE
from factbook.quantities.spoken import Reading, spoken_numbers
from factbook.quantities.values import Quantity
from factbook.quantities.words import GAP
from factbook.units import Unit

_RANGE = {"-", "\N{EN DASH}", "to"}
_OVER = "/\N{FRACTION SLASH}"
_FRACTION = re.compile(rf"(?:{GAP}+[0-9]+)?[{_OVER}][0-9]|{GAP}?[\u00bc-\u00be\u2150-\u215e]")
_FROM = re.compile(r"\bfrom\s*\Z", re.IGNORECASE)
_CHANGE = re.compile(
    r"\b(?:r[io]s|grow|grew|increas|climb|jump|soar|f[ae]ll|drop|decreas|declin|reduc|expand|extend|rais|brought|lower"
    r"|chang|went|gone|up\b|down\b)",
    re.IGNORECASE,
)
_LISTED = re.compile(r"(?:,|&|\b(?:and|as well as|plus|v\u0259|\u0438))\s*\Z", re.IGNORECASE)


class Quote(NamedTuple):
    """A quote and the numbers in it that a value may be read in."""

    text: str
    readings: tuple[Reading, ...]
    language: str
    units: Mapping[str, Unit]


def read(text: str, language: str, units: Mapping[str, Unit]) -> Quote:
    """A quote with its numbers, the parts of fractions left out."""
    readings = (reading for reading in spoken_numbers(text, units) if not _of_a_fraction(reading, text))
    return Quote(text, tuple(readings), language, units)


def says(reading: Reading, number: Number, quantity: Quantity, quote: Quote) -> bool:
    """Whether a number of a quote can be this number of a value: the same, and no part of a date."""
    same = number in reading.values and (reading.hedge is VAGUE) == (quantity.hedge is VAGUE)
    return same and not of_a_date(reading, quote.text)


def joined(low: Reading, high: Reading, quote: str) -> bool:
    """Whether two neighbouring numbers are the ends of a range: 5-10, 5 to nearly 10, between 5 and 10."""
    if low.unit and high.unit not in (None, low.unit):
        return False
    between = " ".join(quote[low.unit_end : high.start].split())
    return between in _RANGE or (between == "and" and "between" in quote[: low.offset].lower())


def one_end(quantity: Quantity, reading: Reading, quote: Quote) -> list[str]:
    """What is wrong where a value is one number and the quote gives it as one end of a range."""
    for low, high in pairwise(quote.readings):
        if reading in (low, high) and joined(low, high, quote.text) and _writable(low, high, quote.text):
            ends = f"{shown(low.text)[1:-1]} to {shown(high.text)[1:-1]}"
            told = f"the value says {quantity.numeral} but the quote gives a range, {ends}."
            return [f"{told} Write the whole range as the value."]
    return []


def cut_short(reading: Reading, quote: Quote) -> list[str]:
    """What is wrong where a value is the last number of a list and the quote ends before what that number counts."""
    text, number = quote.text, shown(reading.text)[1:-1]
    if reading.unit or text[reading.end :].strip() or not _LISTED.search(text, 0, reading.start):
        return []
    others = [other for other in quote.readings if other is not reading and not of_a_date(other, text)]
    if not others:
        return []
    told = f"the quote ends at {number}, before what that counts, and gives {shown(others[-1].text)[1:-1]} too."
    return [f"{told} Quote the words behind {number}, or correct the value."]


def _of_a_fraction(reading: Reading, text: str) -> bool:
    """Whether a number is the 1 or the 50 of 1/50, or the 2 of 2 1/2."""
    over = reading.offset > 1 and text[reading.offset - 1] in _OVER and text[reading.offset - 2].isdigit()
    return over or _FRACTION.match(text, reading.end) is not None


def _writable(low: Reading, high: Reading, quote: str) -> bool:
    """Whether a range can be a value: it runs upwards, has one hedge, and is neither of dates nor a change."""
    return (
        min(low.values) < max(high.values)
        and (high.hedge is low.hedge or high.hedge.usual.is_exact)
        and not of_a_date(low, quote)
        and not of_a_date(high, quote)
        and not (_FROM.search(quote, 0, low.start) and _CHANGE.search(quote))
    )
