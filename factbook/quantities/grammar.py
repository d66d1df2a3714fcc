"""The grammar of a value: `[hedge] number [scale] unit` on one line of plain English."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from factbook.ends import Number
from factbook.errors import shown
from factbook.intervals import Interval
from factbook.languages.english import SCALES
from factbook.quantities.amounts import Amount, nearest, read_amount
from factbook.quantities.hedges import BY_WORDS, EXACT, ROUNDED, VAGUE
from factbook.quantities.numerals import ADVICE, QuantityError, place_value
from factbook.quantities.readings import Hedge
from factbook.quantities.values import Quantity
from factbook.quantities.words import any_of
from factbook.units import Name, Unit, attached, many, named, prefix_of

_HEDGE = re.compile(rf"({any_of(BY_WORDS)}) ")
_GROUP = re.compile(r"[0-9]{3}(?![0-9])")
_SPACES = re.compile(r"^\s|\s$|\s\s|[^\S ]")


@lru_cache(maxsize=100_000)  # a check asks for each value twice: what it means, and how it is spelt
def parse(text: str, units: Mapping[str, Unit], rounded_to: Number | None = None) -> Quantity:
    """The quantity a value states, an unhedged number being rounded to a multiple of `rounded_to` where given.

    QuantityError says what is wrong and at which offset; wordings are read as the table of hedges says.
    """
    if fault := _SPACES.search(text):
        raise QuantityError("a space too many, or one that is no plain space. Put one between words.", fault.start())
    wording = _HEDGE.match(text)
    at, hedged = (wording.end(), wording[1]) if wording else (0, "")
    prefix = prefix_of(text[at:], units)
    amount = read_amount(text, at + len(prefix.word) if prefix else at)
    unit, name = _prefixed(text, amount, prefix) if prefix else _followed(text, amount, units)
    hedge = _hedge(hedged, amount, rounded_to)
    usual, strict = _readings(hedge, amount, unit, rounded_to or amount.step)
    spelling = f"{hedged} {name}".lstrip()
    low, high, step = amount[:3]
    return Quantity(text, hedge, hedged, low, high, amount.spelling, unit.key, usual, strict, step, spelling)


def _prefixed(text: str, amount: Amount, prefix: Name) -> tuple[Unit, str]:
    if amount.end < len(text):
        told = shown(text[amount.end :])
        raise QuantityError(f"{told} is too much after an amount in {prefix.word}. Leave it out.", amount.end)
    return prefix.unit, prefix.word + amount.spelling


def _followed(text: str, amount: Amount, units: Mapping[str, Unit]) -> tuple[Unit, str]:
    rest = text[amount.end :]
    word = rest.removeprefix(" ")
    unit = named(word, units)
    if not unit:
        raise QuantityError(_no_unit(word, units, amount.spelling), len(text) - len(word))
    if plural := (amount.high or amount.low) > 1 and many(word, unit):
        raise QuantityError(f"{shown(word)} is for one alone. Write {plural}.", len(text) - len(word))
    gap = "" if attached(word) else " "
    if rest != gap + word:
        raise QuantityError(f"the space is wrong. Write {amount.spelling}{gap}{word}.", amount.end)
    return unit, amount.spelling + " of" * amount.vague + rest


def _no_unit(word: str, units: Mapping[str, Unit], number: str) -> str:
    if number[-1:].isdigit() and _GROUP.match(word):
        return f"{shown(word)} begins a second number. {ADVICE}"
    if word[:1].isdigit():
        return f"{shown(word)} begins a second number. Write one, as in 1 million 167 thousand hectares."
    known = [name for unit in units.values() for name in unit.words]
    what = f"{shown(word)} is not a unit of this record." if word else "the unit is missing."
    labels = ", ".join(shown(unit.label)[1:-1] for unit in units.values())
    return f"{what}{nearest(word, [*known, *SCALES])} Units are {labels}."


def _hedge(hedged: str, amount: Amount, rounded_to: Number | None) -> Hedge:
    if hedged and amount.vague:
        raise QuantityError(f"'{hedged}' does not go with {amount.spelling}. Leave the hedge out.", 0)
    if rounded_to is None:
        return VAGUE if amount.vague else BY_WORDS.get(hedged, EXACT)
    if hedged or amount.vague or amount.high is not None:
        raise QuantityError("rounded_to goes with a single number that has no hedge. Leave rounded_to out.", 0)
    if rounded_to <= 0 or amount.low % rounded_to:
        raise QuantityError(f"{amount.spelling} is no multiple of its rounded_to. Correct rounded_to.", amount.start)
    return ROUNDED


def _readings(hedge: Hedge, amount: Amount, unit: Unit, step: Number) -> tuple[Interval, Interval]:
    usual, strict = hedge.read(amount.low, step)
    if amount.high is not None:
        usual_high, strict_high = hedge.read(amount.high, place_value(amount.high))
        usual, strict = _from(usual, usual_high), _from(strict, strict_high)
    if strict.high == 0 and strict.high_open:
        raise QuantityError(f"{unit.label} are never below 0. Correct the hedge.", 0)
    return _counts(usual, strict, amount, unit) if unit.counted else (usual, strict)


def _from(low: Interval, high: Interval) -> Interval:
    """A range from what its lower number may be to what its upper one may be."""
    return Interval(low.low, high.high, low.low_open, high.high_open)


def _counts(usual: Interval, strict: Interval, amount: Amount, unit: Unit) -> tuple[Interval, Interval]:
    low, high = amount.low, amount.low if amount.high is None else amount.high
    if low.denominator > 1 or high.denominator > 1:
        told = f"{unit.label} are counted, and {amount.spelling} is no whole number. Write a whole number."
        raise QuantityError(told, amount.start)
    # Else no whole number would be "more than 5" but usually less than 6.
    if amount.step == 1:
        near_low, near_high = usual.low == low, usual.high == high
        usual = Interval(usual.low, usual.high, usual.low_open and near_low, usual.high_open and near_high)
    return usual.clip_at_zero(), strict.clip_at_zero()
