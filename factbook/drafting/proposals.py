"""Find the figures in an article's text and propose a claim for each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from factbook.characters import first_refused
from factbook.drafting.guessing import guess
from factbook.drafting.phrases import phrase
from factbook.evidence import SHORTEST, paragraphs, tokens
from factbook.languages import OURS
from factbook.quantities import Mention, spoken_numbers
from factbook.rules.dates_read import date_spans
from factbook.vocabulary import Measure, Vocabulary

_SMALL = frozenset(["a", "an", "one", "two", "three", "half a"])  # words that seldom give a figure
_SEVERAL = ("two", "three")  # which do where what they count stands behind them
_NEXT = re.compile(r"(?:\W+[^\W\d_]+){0,3}")
_BETWEEN = re.compile(r"\bbetween\s\Z", re.IGNORECASE)
_NO_FIGURE = re.compile(r"\S*(?:https?:|www\.|@)\S*|\b[0-9]{1,2}:[0-9]{2}\b")


class Proposal(NamedTuple):
    """A claim proposed for a figure; `measure` is None and `value` names no unit where no word near it tells."""

    paragraph: int
    measure: Measure | None
    value: str
    quote: str


def proposals(text: str, words: Vocabulary, language: str = OURS) -> list[Proposal]:
    """A claim for each figure of an article, in order; dates, times and addresses are no figures."""
    return [
        proposal
        for number, line in enumerate(paragraphs(text), 1)
        for proposal in _in(number, readable(line), words, language)
    ]


def readable(line: str) -> str:
    """A paragraph on one line, with a space for each character that the record refuses."""
    return " ".join("".join(" " if first_refused(sign) else sign for sign in line).split())


def _in(paragraph: int, line: str, words: Vocabulary, language: str) -> Iterator[Proposal]:
    if len(tokens(line)) < SHORTEST:
        return
    for mention, upper in _figures(line, words, language):
        quote = phrase(line, mention, upper or mention)
        measure, value = guess(line, quote, mention, upper, words, language)
        yield Proposal(paragraph, measure, value, quote)


def _figures(line: str, words: Vocabulary, language: str) -> Iterator[tuple[Mention, Mention | None]]:
    """Each figure, with the upper end where it is a range."""
    mentions = spoken_numbers(line, words.units, language)
    found = [mention for mention in mentions if _counts(mention, line, words, language)]
    upper = {first: second for first, second in pairwise(found) if _range(line, first, second)}
    for mention in found:
        if mention not in upper.values():
            yield mention, upper.get(mention)


def _range(line: str, first: Mention, second: Mention) -> bool:
    between = line[first.end : second.offset]
    ends = between in {"-", "\N{EN DASH}", " to "} or (between == " and " and _BETWEEN.search(line, 0, first.offset))
    return bool(ends) and first.values[0] < second.values[0]


def _counts(mention: Mention, line: str, words: Vocabulary, language: str) -> bool:
    if mention.unit:
        return True
    if (written := mention.text.lower()) in _SMALL:
        return written in _SEVERAL and _counted_next(line, mention, words)
    spans = [*date_spans(line, language), *(match.span() for match in _NO_FIGURE.finditer(line))]
    return not any(start <= mention.offset and mention.end <= end for start, end in spans)


def _counted_next(line: str, mention: Mention, words: Vocabulary) -> bool:
    """Whether one of the next few words names a unit, as in two young children."""
    following = _NEXT.match(line, mention.end)
    named = following[0].lower().split() if following else []
    return any(word in unit.heard for unit in words.units.values() for word in named)
