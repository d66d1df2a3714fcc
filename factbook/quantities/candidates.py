"""Which numbers of a quote a value may be read in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple

from factbook.ends import Number
from factbook.errors import shown
from factbook.languages import LANGUAGES
from factbook.quantities.dated import of_a_date
from factbook.quantities.hedges import VAGUE
from factbook.quantities.numerals import GAP
from factbook.quantities.spoken import Mention, spoken_numbers
from factbook.quantities.values import Quantity
from factbook.quantities.words import any_of
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
_LISTS = any_of(words for language in LANGUAGES.values() for words in language.lists)
_LISTED = re.compile(rf"(?:,|&|\b(?:{_LISTS}))\s*\Z", re.IGNORECASE)


class Quote(NamedTuple):
    """A quote and the numbers in it that a value may be read in."""

    text: str
    mentions: tuple[Mention, ...]
    language: str
    units: Mapping[str, Unit]


def read(text: str, language: str, units: Mapping[str, Unit]) -> Quote:
    """A quote with its numbers, the parts of fractions left out."""
    found = spoken_numbers(text, units, language)
    return Quote(text, tuple(mention for mention in found if not _of_a_fraction(mention, text)), language, units)


def says(mention: Mention, number: Number, quantity: Quantity, quote: Quote) -> bool:
    """Whether a number of a quote can be this number of a value: the same, and no part of a date."""
    same = number in mention.values and (mention.hedge is VAGUE) == (quantity.hedge is VAGUE)
    return same and not of_a_date(mention, quote.text, quote.language)


def joined(low: Mention, high: Mention, quote: str) -> bool:
    """Whether two neighbouring numbers are the ends of a range: 5-10, 5 to nearly 10, between 5 and 10."""
    if low.unit and high.unit not in (None, low.unit):
        return False
    between = " ".join(quote[low.unit_end : high.start].split())
    return between in _RANGE or (between == "and" and "between" in quote[: low.offset].lower())


def one_end(quantity: Quantity, mention: Mention, quote: Quote) -> list[str]:
    """What is wrong where a value is one number and the quote gives it as one end of a range."""
    for low, high in pairwise(quote.mentions):
        if mention in (low, high) and joined(low, high, quote.text) and _writable(low, high, quote):
            ends = f"{shown(low.text)[1:-1]} to {shown(high.text)[1:-1]}"
            told = f"the value says {quantity.numeral} but the quote gives a range, {ends}."
            return [f"{told} Write the whole range as the value."]
    return []


def cut_short(mention: Mention, quote: Quote) -> list[str]:
    """What is wrong where a value is the last number of a list and the quote ends before what that number counts."""
    text, number = quote.text, shown(mention.text)[1:-1]
    if mention.unit or text[mention.end :].strip() or not _LISTED.search(text, 0, mention.start):
        return []
    others = [other for other in quote.mentions if other is not mention and not of_a_date(other, text, quote.language)]
    if not others:
        return []
    told = f"the quote ends at {number}, before what that counts, and gives {shown(others[-1].text)[1:-1]} too."
    return [f"{told} Quote the words behind {number}, or correct the value."]


def _of_a_fraction(mention: Mention, text: str) -> bool:
    """Whether a number is the 1 or the 50 of 1/50, or the 2 of 2 1/2."""
    over = mention.offset > 1 and text[mention.offset - 1] in _OVER and text[mention.offset - 2].isdigit()
    return over or _FRACTION.match(text, mention.end) is not None


def _writable(low: Mention, high: Mention, quote: Quote) -> bool:
    """Whether a range can be a value: it runs upwards, has one hedge, and is neither of dates nor a change."""
    return (
        min(low.values) < max(high.values)
        and (high.hedge is low.hedge or high.hedge.usual.is_exact)
        and not of_a_date(low, quote.text, quote.language)
        and not of_a_date(high, quote.text, quote.language)
        and not (_FROM.search(quote.text, 0, low.start) and _CHANGE.search(quote.text))
    )
