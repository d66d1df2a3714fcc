"""Whether a value says what its quote says: number, hedge and unit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from itertools import pairwise

from factbook.ends import Number
from factbook.languages import OURS, known
from factbook.quantities.candidates import Quote, cut_short, joined, one_end, read, says
from factbook.quantities.dated import of_a_date
from factbook.quantities.numerals import decimal_text, grouped
from factbook.quantities.same_hedge import hedge_problems, hedge_problems_elsewhere
from factbook.quantities.same_unit import excerpt, unit_problems
from factbook.quantities.spoken import Mention
from factbook.quantities.values import Quantity
from factbook.units import Unit


def agrees(quantity: Quantity, quote: str, units: Mapping[str, Unit], language: str = OURS) -> list[str]:
    """What keeps a value from being readable in its quote; nothing where number, hedge and unit agree.

    Units are read in English quotes only, hedges in a few other languages too. A hedge whose usual reading is the
    number itself, as in "as many as 33" and "only 25%", may be left out of the value; none may be added to it.
    """
    said = read(quote, language, units)
    for end in (quantity.number, quantity.high):
        if end is not None and not any(says(mention, end, quantity, said) for mention in said.mentions):
            return [_missing(quantity, end, said)]
    pairs = [*_pairs(quantity, said)]
    if not pairs:
        told = f"the value says {quantity.numeral} but the quote does not join the two numbers as a range."
        return [f"{told} Quote the words that do, or give each number as a claim of its own."]
    return min((_differences(quantity, low, high, said) for low, high in pairs), key=len)


def _pairs(quantity: Quantity, quote: Quote) -> Iterator[tuple[Mention, Mention]]:
    """The mentions of the lower and of the upper end, which are one where the value is no range."""
    lows = (mention for mention in quote.mentions if says(mention, quantity.number, quantity, quote))
    if quantity.high is None:
        yield from ((low, low) for low in lows)
        return
    behind = dict(pairwise(quote.mentions))
    for low in lows:
        high = behind.get(low)
        if (
            high
            and says(high, quantity.high, quantity, quote)
            and (quote.language != OURS or joined(low, high, quote.text))
        ):
            yield low, high


def _differences(quantity: Quantity, low: Mention, high: Mention, quote: Quote) -> list[str]:
    if quantity.high is None and (wrong := one_end(quantity, low, quote) or cut_short(low, quote)):
        return wrong
    if quote.language != OURS:
        words = known(quote.language)
        return hedge_problems_elsewhere(quantity, low) if words.before or words.behind else []
    return [*hedge_problems(quantity, low, high), *unit_problems(quantity, low, high, quote)]


def _missing(quantity: Quantity, number: Number, quote: Quote) -> str:
    said = f"the value says {quantity.numeral} but"
    figures = [mention for mention in quote.mentions if not of_a_date(mention, quote.text, quote.language)]
    if not figures:
        return f"{said} no number can be read in the quote. Quote the words that give the figure."
    near = max(figures, key=lambda mention: max(_likeness(number, value) for value in mention.values))
    if "." in near.text and 1000 * number in near.values:
        told = f"{said} a point before three digits parts thousands in the quote's language."
        return f"{told} Write {grouped(decimal_text(1000 * number))}."
    return f"{said} the quote reads {excerpt(near, quote.text)}. Correct whichever was mistyped."


def _likeness(a: Number, b: Number) -> tuple[float, Number]:
    return SequenceMatcher(None, decimal_text(a), decimal_text(b), autojunk=False).ratio(), min(a - b, b - a)
