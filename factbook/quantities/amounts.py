"""The number of a value: a single number, a range, or a vague one such as hundreds of thousands."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import NamedTuple

from factbook.ends import Number
from factbook.errors import shown
from factbook.languages.english import GROUPS
from factbook.quantities.hedges import BY_WORDS
from factbook.quantities.numerals import LARGEST, Numeral, QuantityError, grouped, place_value, read_numeral
from factbook.quantities.words import any_of

FORM = "Write [hedge] number [scale] unit, as in more than 33,000 mines: digits 0-9, or a word from one to twelve."
_GROUP = re.compile(rf"({any_of(GROUPS)}) of\b")
_FULL = "900,000 to 1,200,000"
_TO = re.compile(r" to |-|\N{EN DASH}")
_NOT_A_NUMBER = re.compile(r"[^0-9]*[^0-9 ]")


class Amount(NamedTuple):
    """A number from `low` to `high` (None where it is one number), rounded to `step` by its last digits.

    It stands in its text from `start` to `end`; a vague one means two or more times its `step`.
    """

    low: Number
    high: Number | None
    step: Number
    spelling: str
    start: int
    end: int
    vague: bool = False


def read_amount(text: str, at: int) -> Amount:
    """The amount that begins at `at`; QuantityError where there is none."""
    if group := _GROUP.match(text, at):
        step = GROUPS[group[1]]
        return Amount(2 * step, None, step, group[1], at, group.end(), vague=True)
    low = read_numeral(text, at)
    if not low:
        raise QuantityError(_no_number(text, at), at)
    to = _TO.match(text, low.end)
    high = read_numeral(text, to.end()) if to else None
    if not to or not high:
        return Amount(_small(low.value, at), None, place_value(low.value), low.spelling, at, low.end)
    first, last = low.value * (high.scale if low.scale == 1 else 1), _small(high.value, at)
    if first >= last:
        raise QuantityError(f"{shown(text[at : high.end])} does not run upwards. {_upwards(low, high)}", at)
    return Amount(first, last, place_value(first), low.spelling + to[0] + high.spelling, at, high.end)


def nearest(word: str, known: list[str]) -> str:
    """A question that names the known word most like the first words of `word`; empty where none is like it."""
    words = word[:60].lower().split()
    starts = (" ".join(words[:count]) for count in range(len(words), 0, -1))
    found = (get_close_matches(start, known, 1, 0.75) for start in starts)
    return next((f" Did you mean '{match[0]}'?" for match in found if match), "")


def _upwards(low: Numeral, high: Numeral) -> str:
    if low.value < high.value:
        return f"Its scale is read with both numbers. Give each its own, or none, as in {_FULL}."
    return "Put the lower number first, both in full."


def _small(number: Number, at: int) -> Number:
    if number > LARGEST:
        raise QuantityError(f"the number is too large. Numbers go up to {grouped(str(LARGEST))}.", at)
    return number


def _no_number(text: str, at: int) -> str:
    found = _NOT_A_NUMBER.match(text, at)
    wrong = found[0] if found else ""
    if not wrong or wrong in BY_WORDS:
        return f"the number is missing. {FORM}"
    if wrong in ("between", "from"):
        return f"{shown(wrong)} is neither a hedge nor a number. Write the range alone, as in 5 to 10 years."
    advice = nearest(wrong, [*BY_WORDS, *GROUPS]) or f" Hedges are {', '.join(BY_WORDS)}."
    return f"{shown(wrong)} is neither a hedge nor a number.{advice} {FORM}"
