"""Guess what a figure measures from the words near it, and write its value."""

from __future__ import annotations

import re
from functools import partial
from math import inf

from factbook.drafting.phrases import sentence
from factbook.drafting.values import value
from factbook.quantities import Mention, spoken_numbers
from factbook.quantities.around import behind, distance, words_around
from factbook.vocabulary import Measure, Vocabulary

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
    keys = [key for key in (measure.units if measure else words.units) if key in units]
    own = [key for key in keys if key == mention.unit]
    return measure, value(line, mention, upper, [words.units[key] for key in own or keys], words)


def _nearest(measures: list[Measure], before: str, after: str, words: Vocabulary) -> Measure | None:
    """The measure with the nearest word, of several the one with most words near; a single one needs no word."""
    ranked = [
        (
            distance(one.heard, before, after),
            behind(one.heard, after),  # what is counted stands behind its number
            -sum(distance((word,), before, after) < inf for word in one.heard),  # injured civilians are no dead ones
            min(distance(words.units[unit].heard, before, after) for unit in one.units),
            at,
        )
        for at, one in enumerate(measures)
    ]
    best = min(ranked, default=(inf, 0))
    return measures[best[-1]] if best[0] < inf or len(measures) == 1 else None


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


def _beside(mention: Mention, text: str, words: Vocabulary, language: str) -> tuple[str, str]:
    mentions = spoken_numbers(text, words.units, language)
    place = next((at for at, other in enumerate(mentions) if other.text == mention.text), None)
    return ("", "") if place is None else words_around(mentions, place, text)
