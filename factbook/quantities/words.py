"""Numbers as running text writes them: in digits, with scales and in the words of a language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from math import prod
from typing import NamedTuple

from factbook.ends import Number
from factbook.languages import Language, known
from factbook.quantities.numerals import DIGITS, GAP, digit_values
from factbook.quantities.sums import goes_on, scale_of, summed

LINK = rf"(?:{GAP}+|-)"
_AND = rf"{LINK}(?:and{LINK})?"
_TOKEN = re.compile(r"[^\W\d_]+|[0-9]+")
_WHOLE = r"(?<![0-9])(?<!(?<![^\s$])\.)"  # begins there, and is no .5
_UNREAD = rf"{GAP}?(?:(?-i:[kK]|m|mn|tn)\b|(?:thousands|lakhs?|crores?)\b)"  # scales that are not read
_MOST = 30  # words that make one number


class Found(NamedTuple):
    """A number in a text: a match of its first words, where it ends, what it may mean, and its first scales' product.

    It may mean several things where digits can be grouped in several ways. `how` it is written is digits, word (a
    number word), article (before a scale) or group (a vague plural).
    """

    match: re.Match[str]
    how: str
    end: int
    values: tuple[Number, ...]
    scale: int


def numbers_in(text: str, language: str) -> Iterator[Found]:
    """Each number in a text of a language, in order."""
    words, number, at = known(language), _number(language), 0
    while match := number.search(text, at):
        found = _found(match, words)
        at = found.end
        if found.values:
            yield found


def any_of(words: Iterable[str]) -> str:
    """A regular expression for one of the words, the longest first; where there are none, for nothing."""
    return "|".join(sorted(words, key=len, reverse=True)) or "(?!)"


@lru_cache(maxsize=8)
def _number(language: str) -> re.Pattern[str]:
    """A number in digits, or all number words in a row, as a language writes them."""
    words = known(language)
    end = rf"(?:(?={words.endings})|\b)" if words.endings else r"\b"
    scale = rf"(?:{any_of(words.scales)}|(?-i:M)){end}"
    linked = rf"(?:{LINK}?{scale})"
    # Looked at first, at every letter of a text: most begin no number.
    letters = "".join(sorted({word[0] for word in [*words.groups, *words.numbers, *words.articles]}))
    return re.compile(
        rf"(?=[0-9]|\b[{letters or '0'}])(?:\b(?P<group>{any_of(words.groups)})\b"
        rf"|(?P<digits>{_WHOLE}{DIGITS})(?!(?:st|nd|rd|th|s)\b|{_UNREAD})(?:{linked}+(?:{GAP}+[0-9]{{1,3}}{linked}+)?)?"
        rf"|\b(?:(?P<word>{any_of(words.numbers)}){end}|(?P<article>{any_of(words.articles)})(?={GAP}+{scale}))"
        rf"(?:{_AND}(?:(?:{any_of(words.numbers)}){end}|[0-9]{{1,3}}(?={linked}))|{LINK}{scale}){{0,{_MOST}}})",
        re.IGNORECASE,
    )


def _found(match: re.Match[str], words: Language) -> Found:
    how = match.lastgroup or ""
    end = match.end(how)
    alone = end == match.end()
    found = Found(match, how, end, _firsts(how, match[how].lower(), words, alone), 1)
    return found if alone else _longest(found, words)


def _longest(first: Found, words: Language) -> Found:
    """The longest beginning of a match that is one number, and is not cut off where it goes on."""
    tokens = [*_TOKEN.finditer(first.match.string, first.end, first.match.end())]
    rest = [token[0].lower() for token in tokens]
    for count in range(len(rest), 0, -1):
        values = tuple(summed(value, first.how, rest[:count], words) for value in first.values)
        if all(values) and not goes_on(rest[count - 1 : count + 1], words):
            runs = groupby((scale_of(word, words) for word in rest[:count]), bool)
            scale = next((prod(run) for scaled, run in runs if scaled), 1)
            return Found(first.match, first.how, tokens[count - 1].end(), values, scale)
    return first


def _firsts(how: str, written: str, words: Language, alone: bool) -> tuple[Number, ...]:
    """What the first words may mean; nothing where a letter is of a word only as case is ignored, as a dotless i is."""
    if how == "digits":
        return digit_values(written, words.points and alone)
    named = {"group": words.groups, "word": words.numbers, "article": words.articles}[how].get(written, 0)
    return (named * (2 if how == "group" else 1),) if named else ()
