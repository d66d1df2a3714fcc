"""Whether a value in an English quote is in the unit that the quote gives its number in."""

from __future__ import annotations

import re
from itertools import pairwise

from factbook.errors import shown
from factbook.quantities.candidates import Quote
from factbook.quantities.spoken import Mention
from factbook.quantities.values import Quantity
from factbook.units import Unit, attached

_FEW_WORDS = re.compile(r"(?:[ -]?[^\W\d_]+(?:-[^\W\d_]+)*){0,2}")
_FEW_NAMES = re.compile(r"(?:[ -]?[^\W\d_]+\.?){0,3}")
_NATION = r"(?:Canadian|Australian|New Zealand|Hong Kong|Singapore|CAD|AUD|NZD|HKD|SGD)"
_BEFORE_FOREIGN, _FOREIGN = re.compile(rf"\b{_NATION}\s*\Z"), re.compile(rf"[\s(]*{_NATION}(?:\s+dollars?)?\b")
_SIGN = re.compile(rf"(?:\b{_NATION}\s+|\S*\$\s+)?\S*\Z")
_CHANGE = re.compile(
    r"\s+(?:less|fewer|lower|smaller|more|higher|greater|larger|points?|reduction|decrease|drop|fall|increase|rise)\b",
    re.IGNORECASE,
)
_UNKNOWN = re.compile(
    r"[\s-]?(?:acres?|dunams?|(?:square |sq\.? ?)(?:m|met(?:re|er)s?|miles?)|m[2\u00b2]|km|(?:kilo)?met(?:re|er)s?"
    r"|miles?|months?|weeks?|hours?|minutes?|tons?|tonnes?|kg|kilograms?)\b",
    re.IGNORECASE,
)
_LIST = {",", "and", ", and", "or", "to", "-", "\N{EN DASH}"}


def unit_problems(quantity: Quantity, low: Mention, high: Mention, quote: Quote) -> list[str]:
    """Where a value is in another unit than its number in the quote.

    Money and percent must be named beside the number; a quote may leave other units out.
    """
    ours, text = quote.units[quantity.unit], quote.text
    more = _qualified(ours, high, text)
    if not more and _is_same(ours, low, high, quote):
        return []
    sign = _SIGN.search(text, 0, high.offset) if ours.prefixes else None
    told = shown(text[sign.start() if sign else high.offset : more or _end(high, text)])[1:-1]
    return [f"the value is in {ours.label} but the quote reads {told}. Keep the quote's unit."]


def excerpt(mention: Mention, quote: str) -> str:
    """The number with its unit, or with the next words; nothing in it can mislead, so it stands without quotes."""
    return shown(quote[mention.offset : _end(mention, quote)])[1:-1]


def _end(mention: Mention, quote: str) -> int:
    few = _FEW_WORDS.match(quote, mention.end)
    return mention.unit_end if mention.unit or not few else few.end()


def _is_same(ours: Unit, low: Mention, high: Mention, quote: Quote) -> bool:
    if key := high.unit or low.unit:
        return key == ours.key or _counted_alike(ours, quote.units[key], quote.text[high.end : high.unit_end])
    if ours.prefixes:
        return _named_behind(ours, quote.text[high.end :])
    return not _is_share(ours) or _shared(high, quote) == ours.key


def _is_share(unit: Unit) -> bool:
    return any(map(attached, unit.words))


def _named_behind(money: Unit, words: str) -> bool:
    """Whether one of the next few words names the money, as in 5 million Azerbaijani manats."""
    few = _FEW_NAMES.match(words.lower())
    names = (re.escape(name.lower()) for name in (*money.words, *money.prefixes))
    return few is not None and any(re.search(rf"(?<!\w){name}(?!\w)", few[0]) for name in names)


def _shared(mention: Mention, quote: Quote) -> str | None:
    """The unit at the end of a list, as of 5, 6 and 7 percent."""
    mentions = quote.mentions[quote.mentions.index(mention) :]
    for one, following in pairwise(mentions):
        if quote.text[one.end : following.start].strip() not in _LIST:
            return None
        if following.unit:
            return following.unit
    return None


def _qualified(ours: Unit, mention: Mention, quote: str) -> int:
    """Where words end that tell of another unit, as in $5 Canadian, 5% less or 5 acres; 0 where there are none."""
    if not mention.unit and (unknown := _UNKNOWN.match(quote, mention.end)):
        return unknown.end()
    if _is_share(ours) and (change := _CHANGE.match(quote, mention.unit_end)):
        return change.end()
    if "$" not in ours.prefixes:
        return 0
    behind = _FOREIGN.match(quote, mention.unit_end)
    return behind.end() if behind else mention.unit_end * bool(_BEFORE_FOREIGN.search(quote, 0, mention.offset))


def _counted_alike(ours: Unit, theirs: Unit, name: str) -> bool:
    """Whether both count things, which go by many names: mines are among the items, people are mine victims."""
    named = name.lower().replace("plus", "").strip(" -+")
    return ours.counted and theirs.counted and (theirs.dimension == ours.dimension or named == theirs.singular)
