"""Numbers as running text writes them: more number words, scales and ways to group digits than a value allows."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction
from math import prod

from factbook.ends import Number
from factbook.quantities.numerals import GROUPS, LONGEST, SCALES, WORDS, number_in


def any_of(words: Iterable[str]) -> str:
    """A regular expression for one of the words, the longest first."""
    return "|".join(sorted(words, key=len, reverse=True))


_TEENS = {
    "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_PAIRS = {f"{ten}-{one}": _TENS[ten] + WORDS[one] for ten in _TENS for one in list(WORDS)[:9]}
_WORDS = _PAIRS | WORDS | _TEENS | _TENS
_ARTICLES: dict[str, Number] = {"a": 1, "an": 1, "half a": Fraction(1, 2)}
_SCALES = {**SCALES, "hundred": 100, "dozen": 12, "bn": 10**9, "mln": 10**6}

GAP = "[ \u00a0\u202f]"
# Looked at first, at every letter of a text: most begin no number.
_FIRST = rf"(?=[0-9]|\b[{''.join(sorted({word[0] for word in [*GROUPS, *_WORDS, *_ARTICLES]}))}])"
_DIGITS = rf"(?>[0-9]{{1,3}}(?:{GAP}[0-9]{{3}})+(?![0-9])(?:[.,][0-9]+)?|[0-9]+(?:[.,][0-9]+)*)"
_SCALE = rf"(?:{any_of(_SCALES)}|(?-i:M))\b"
_LINKED = rf"(?:(?:{GAP}|-)?{_SCALE})"

NUMBER = re.compile(
    rf"{_FIRST}(?:\b(?P<group>{any_of(GROUPS)})\b|(?:"
    rf"(?P<digits>{_DIGITS})(?!(?:st|nd|rd|th|s)\b)"
    rf"|\b(?P<word>{any_of(_WORDS)})\b"
    rf"|\b(?P<article>{any_of(_ARTICLES)})(?={GAP}{_SCALE})"
    rf")(?:(?P<scale>{_LINKED}+)(?:{GAP}(?P<more>[0-9]{{1,3}})(?P<more_scale>{_LINKED}+))?)?)",
    re.IGNORECASE,
)
_ENGLISH = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?")
_DECIMAL_COMMA = re.compile(r"(?![0-9]{1,3}(?:,[0-9]{3})+\Z)([0-9]{1,3}(?:[.,][0-9]{3})+|[0-9]+),([0-9]+)")
_POINTS = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+")


def values_of(match: re.Match[str]) -> tuple[Number, ...]:
    """What a match of NUMBER may mean: several numbers where the digits can be grouped in several ways."""
    if match["group"]:
        return (2 * GROUPS[match["group"].lower()],)
    if not match["scale"]:
        return _bare_values(match)
    more = int(match["more"]) * scale_of(match["more_scale"]) if match["more"] else 0
    return tuple(value * scale_of(match["scale"]) + more for value in _bare_values(match))


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
    word = (match["word"] or match["article"]).lower()
    return (_WORDS.get(word) or _ARTICLES[word],)
