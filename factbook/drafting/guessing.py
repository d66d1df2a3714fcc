"""Guess what a figure measures from the words near it, and write its value."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from functools import partial
from math import inf

from factbook.assemble import UNNAMED
from factbook.drafting.phrases import sentence
from factbook.ends import Number
from factbook.languages.english import GROUPS
from factbook.quantities import Mention, QuantityError, decimal_text, grouped, parse, spoken_numbers
from factbook.quantities.around import distance, words_around
from factbook.quantities.hedges import VAGUE
from factbook.quantities.numerals import read_numeral
from factbook.units import Unit, attached
from factbook.vocabulary import Measure, Vocabulary

_GROUPS: Mapping[Number, str] = {2 * size: word for word, size in GROUPS.items()}
_FAR = 40  # characters behind a figure beyond which a word hardly names its unit


def guess(
    line: str, quote: str, mention: Mention, upper: Mention | None, words: Vocabulary, language: str
) -> tuple[Measure | None, str]:
    """The measure whose words stand nearest to a figure, in its quote or else in its sentence, and the value."""
    whole = sentence(line, quote)
    beside = [_beside(mention, text, words, language) for text in (quote, whole)]
    rest = whole.lower().partition(mention.text.lower())[2]
    around = [*beside, ("", rest)]
    units = _units(mention, *beside[1], rest, words)
    fitting = [measure for measure in words.measures.values() if not units.isdisjoint(measure.units)]
    measure = next(filter(None, (_nearest(fitting, before, after, words) for before, after in around)), None)
    keys = [key for key in (measure.units if measure else units) if key in units]
    own = [key for key in keys if key == mention.unit]
    return measure, _value(line, mention, upper, [words.units[key] for key in own or keys], words)


def _nearest(measures: list[Measure], before: str, after: str, words: Vocabulary) -> Measure | None:
    """The measure with the nearest word, of several the one whose unit is nearest; a single one needs no word."""
    ranked = [
        (
            distance(one.heard, before, after),
            distance(one.heard, "", after),  # what is counted stands behind its number
            min(distance(words.units[unit].heard, before, after) for unit in one.units),
            at,
        )
        for at, one in enumerate(measures)
    ]
    best = min(ranked, default=(inf, inf, inf, 0))
    return measures[best[3]] if best[0] < inf or len(measures) == 1 else None


def _units(mention: Mention, before: str, after: str, rest: str, words: Vocabulary) -> set[str]:
    """The units a figure may be given in: those of its own unit's dimension, else those named nearest to it.

    In English the unit follows the figure, at times behind another one (270 anti-personnel and 656 anti-tank mines),
    so only where none is named behind it are the words before it heard.
    """
    if mention.unit:
        dimension = words.units[mention.unit].dimension
        return {key for key, unit in words.units.items() if unit.dimension == dimension}
    for far in (partial(_behind, after), partial(_behind, rest), partial(_ahead, before)):
        near = {key: min(map(far, (*unit.words, *unit.heard)), default=inf) for key, unit in words.units.items()}
        if min(near.values()) < _FAR:
            return {key for key, distant in near.items() if distant == min(near.values())}
    return set()


def _behind(after: str, word: str) -> float:
    return min((match.start() for match in _whole(word).finditer(after)), default=inf)


def _ahead(before: str, word: str) -> float:
    return min((len(before) - match.end() for match in _whole(word).finditer(before)), default=inf)


def _whole(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){re.escape(word)}(?!\w)")


def _value(line: str, mention: Mention, upper: Mention | None, units: Iterable[Unit], words: Vocabulary) -> str:
    """A value that means what is written, in the first of the units that it can be given in."""
    for text in _candidates(line, mention, upper, units):
        with suppress(QuantityError):
            if (value := parse(text, words.units)).number in mention.values:
                return value.spelling
    return f"{_number(mention)} {UNNAMED}"


def _number(mention: Mention) -> str:
    """A number as it is written, unless a value could not be or would mean another by that."""
    with suppress(QuantityError):
        read = read_numeral(mention.text.lower(), 0)
        if read is None or read.value not in mention.values:
            return _in_english(mention)
    return mention.text


def _in_english(mention: Mention) -> str:
    return _GROUPS[mention.values[0]] if mention.hedge is VAGUE else grouped(decimal_text(mention.values[0]))


def _beside(mention: Mention, text: str, words: Vocabulary, language: str) -> tuple[str, str]:
    mentions = spoken_numbers(text, words.units, language)
    place = next((at for at, other in enumerate(mentions) if other.text == mention.text), None)
    return ("", "") if place is None else words_around(mentions, place, text)


def _candidates(line: str, mention: Mention, upper: Mention | None, units: Iterable[Unit]) -> Iterator[str]:
    hedge = _hedge(mention)
    numbers = [line[mention.offset : upper.end]] if upper else []
    numbers += [mention.text.lower(), mention.text, _in_english(mention)]
    for number in numbers:
        yield f"{hedge}{number}"
        for unit in units:
            word = _word(unit, mention.values[0] == 1)
            yield f"{hedge}{number}{'' if attached(word) else ' '}{word}"
            yield f"{hedge}{number} of {word}"


def _word(unit: Unit, one: bool) -> str:
    """The word for a unit: items rather than items of explosive ordnance."""
    full = unit.singular if one and unit.singular in unit.words else unit.words[0]
    return next((word for word in unit.words if full.startswith(f"{word} ")), full)


def _hedge(mention: Mention) -> str:
    hedged = mention.hedged.lower()
    if not hedged:
        return ""
    return f"{hedged if hedged in mention.hedge.words else mention.hedge.words[0]} "
