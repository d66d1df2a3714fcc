"""Numbers as running text writes them: more number words, scales and ways to group digits than a value allows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import lru_cache
from math import prod

from factbook.ends import Number
from factbook.quantities.numerals import GROUPS, LONGEST, SCALES, WORDS, number_in


def any_of(words: Iterable[str]) -> str:
    """A regular expression for one of the words, the longest first."""
    return "|".join(sorted(words, key=len, reverse=True))


def _in_ascii(words: Iterable[str]) -> str:
    """As `any_of`, where case is ignored: else a long s would be an s, and a dotless or a dotted i an i."""
    return f"(?a:{any_of(words)})"


TEENS = {
    "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_WORDS = WORDS | TEENS | TENS
_ARTICLES: dict[str, Number] = {"a": 1, "an": 1, "half a": Fraction(1, 2)}
_SCALES = {**SCALES, "hundred": 100, "dozen": 12, "bn": 10**9, "mln": 10**6}

GAP = "[ \u00a0\u202f]"
# Looked at first, at every letter of a text: most begin no number.
_FIRST = rf"(?=[0-9]|\b[{''.join(sorted({word[0] for word in [*GROUPS, *_WORDS, *_ARTICLES]}))}])"
_DIGITS = rf"(?>[0-9]{{1,3}}(?:{GAP}[0-9]{{3}})+(?![0-9])(?:[.,][0-9]+)?|[0-9]+(?:[.,][0-9]+)*)"
_SCALE = rf"(?:{_in_ascii(_SCALES)}|(?-i:M))\b"
LINK = rf"(?:{GAP}+|-)"
_LINKED = rf"(?:{LINK}?{_SCALE})"
_WORD = rf"(?>(?:(?:{_in_ascii(TENS)}){LINK}(?:{_in_ascii([*WORDS][:9])})|{_in_ascii(_WORDS)})\b)"
_AND = rf"{LINK}(?:and{LINK})?"
_NEXT = re.compile(rf"{_AND}([a-z]+)", re.IGNORECASE)
_HUNDREDS = rf"(?>{_WORD}(?:{LINK}hundred\b(?:{_AND}{_WORD}(?!{LINK}hundred\b))?)?)"
# Each part counts in less than the one before it, so between two thousand and three thousand are two numbers.
_IN_WORDS = (
    rf"(?:(?<=hundred){_AND}{_WORD}(?!{LINK}hundred\b){_LINKED}*)?"
    rf"(?:(?<=billion){_AND}{_HUNDREDS}{LINK}million\b)?(?:(?<=illion){_AND}{_HUNDREDS}{LINK}thousand\b)?"
    rf"(?:(?:(?<=thousand)|(?<=illion)){_AND}{_HUNDREDS}(?!{_LINKED}))?"
)

NUMBER = re.compile(
    rf"{_FIRST}(?:\b(?P<group>{_in_ascii(GROUPS)})\b|(?:"
    rf"(?P<digits>{_DIGITS})(?!(?:st|nd|rd|th|s)\b)"
    rf"|\b(?P<word>{_WORD})"
    rf"|\b(?P<article>{_in_ascii(_ARTICLES)})(?={GAP}+{_SCALE})"
    rf")(?:(?P<scale>{_LINKED}+)(?:{GAP}+[0-9]{{1,3}}{_LINKED}+)?)?)",
    re.IGNORECASE,
)
_ENGLISH = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?")
_DECIMAL_COMMA = re.compile(r"(?![0-9]{1,3}(?:,[0-9]{3})+\Z)([0-9]{1,3}(?:[.,][0-9]{3})+|[0-9]+),([0-9]+)")
_POINTS = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+")


def numbers_in(text: str) -> Iterator[tuple[re.Match[str], int]]:
    """Each match of NUMBER in a text, with the end of the number it begins: two hundred may go on, and fifty."""
    end = 0
    for match in NUMBER.finditer(text):
        if match.start() >= end:
            end = _end(match)
            yield match, end


def values_of(match: re.Match[str], end: int) -> tuple[Number, ...]:
    """What a number may mean that a match of NUMBER begins: several where digits can be grouped in several ways."""
    if match["group"]:
        return (2 * GROUPS[match["group"].lower()],)
    if not match["scale"]:
        return _bare_values(match)
    rest = match.string[match.start("scale") : end]
    return tuple(_composed(value, rest) for value in _bare_values(match))


def scale_of(words: str | None) -> int:
    """The product of the scales named: 100,000 for hundred thousand; 1 for none."""
    return prod(_SCALES.get(word, 10**6) for word in re.findall("[a-z]+", words.lower())) if words else 1


def digit_values(digits: str) -> tuple[Number, ...]:
    """The numbers digits may stand for: 53081,8 has a decimal comma, 12.298 a decimal point or a thousands one."""
    plain = re.sub(GAP, "", digits)
    if len(plain) > LONGEST:
        return ()
    if plain.isdigit():
        return (int(plain),)
    if comma := _DECIMAL_COMMA.fullmatch(plain):
        return (Fraction(f"{re.sub('[.,]', '', comma[1])}.{comma[2]}"),)
    values = [number_in(plain.replace(",", ""))] if _ENGLISH.fullmatch(plain) else []
    return (*values, number_in(plain.replace(".", ""))) if _POINTS.fullmatch(plain) else tuple(values)


def _bare_values(match: re.Match[str]) -> tuple[Number, ...]:
    if match["digits"]:
        return digit_values(match["digits"])
    if match["article"]:
        return (_ARTICLES[" ".join(match["article"].lower().split())],)
    return (sum(_WORDS[word] for word in re.findall("[a-z]+", match["word"].lower())),)


def _end(match: re.Match[str]) -> int:
    end = match.end()
    after = None if match["digits"] or not match["scale"] else _NEXT.match(match.string, end)
    rest = _in_words().match(match.string, end) if after and after[1].lower() in _WORDS else None
    return rest.end() if rest else end


@lru_cache(maxsize=1)  # few texts need it, and it is slow to make
def _in_words() -> re.Pattern[str]:
    return re.compile(_IN_WORDS, re.IGNORECASE)


def _composed(number: Number, rest: str) -> Number:
    """The number that begins so and goes on in words and scales: two, hundred and fifty thousand."""
    total: Number = 0
    for word in re.findall("[a-z]+|[0-9]+", rest.lower()):
        if word.isdigit() or word in _WORDS:
            number += int(word) if word.isdigit() else _WORDS[word]
        elif word != "and":
            scale = scale_of(word)
            if scale < _SCALES["thousand"] and number:
                number *= scale
            else:
                total, number = (total + number * scale, 0) if number else (total * scale, 0)
    return total + number
