"""Numbers in digits, and as a value may write them: in groups, with scales, and in small number words."""

from __future__ import annotations

import re
from decimal import Context, Decimal, Inexact
from fractions import Fraction
from typing import NamedTuple

from factbook.ends import Number
from factbook.errors import Misread, shown
from factbook.languages.english import SCALES, WORDS

LARGEST = 10**15
LONGEST = 24  # characters of a number in digits
ADVICE = "Write it as in 18,302 or 53,081.8: digits 0-9, a comma between groups of three, a point before decimals."
GAP = "[ \u00a0\u202f]"
DIGITS = rf"(?>[0-9]{{1,3}}(?:{GAP}[0-9]{{3}})+(?![0-9])(?:[.,][0-9]+)?|[0-9]+(?:[.,][0-9]+)*)"
_ENGLISH = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?")
_SHORTER = f"Write it in at most {LONGEST} digits, points and commas, with a word such as million behind it."
_DECIMAL_COMMA = re.compile(r"(?![0-9]{1,3}(?:,[0-9]{3})+\Z)([0-9]{1,3}(?:[.,][0-9]{3})+|[0-9]+),([0-9]+)")
_POINTS = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+")
_POINT = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")
_TOKEN = re.compile(rf"(?P<digits>[0-9][0-9.,]*[0-9]|[0-9])|(?P<word>{'|'.join(WORDS)})\b")
_SCALE = re.compile(rf" ({'|'.join(SCALES)})\b")
_SOUND = re.compile(r"(?:0|[1-9][0-9]{0,2}(?:,[0-9]{3})+|[1-9][0-9]*)(?:\.[0-9]+)?")


class QuantityError(Misread):
    """A value that cannot be read."""


class Numeral(NamedTuple):
    """A number read from a text: value, canonical spelling, where it ends, and its first scale (1 for none)."""

    value: Number
    spelling: str
    end: int
    scale: int = 1


def read_numeral(text: str, at: int) -> Numeral | None:
    """The number that begins at `at`, or None; 1 million 167 thousand is one number."""
    token = _TOKEN.match(text, at)
    if not token:
        return None
    number, spelling = _token(token)
    scaled = _SCALE.match(text, token.end())
    if not scaled:
        return Numeral(number, spelling, token.end())
    scale, end = SCALES[scaled[1]], scaled.end()
    value, spelling = number * scale, spelling + scaled[0]
    rest = read_numeral(text, end + 1) if text.startswith(" ", end) else None
    if rest and rest.scale > 1 and rest.value < scale:
        value, spelling, end = value + rest.value, f"{spelling} {rest.spelling}", rest.end
    return Numeral(value, spelling, end, scale)


def number_in(digits: str) -> Number:
    """The number that plain digits, with or without decimals, stand for."""
    return int(digits) if "." not in digits else Fraction(digits)


def grouped(digits: str) -> str:
    """Digits with commas between groups of three, decimals left as they are."""
    whole, point, decimals = digits.partition(".")
    return f"{int(whole):,}{point}{decimals}"


def decimal_text(number: Number) -> str:
    """The shortest decimal text of a number, without commas or exponent; ArithmeticError where it has none."""
    if number.denominator == 1:
        return str(number.numerator)
    digits = Context(prec=number.denominator.bit_length() + len(str(number.numerator)), traps=[Inexact])
    return format(digits.divide(Decimal(number.numerator), Decimal(number.denominator)).normalize(digits), "f")


def place_value(number: Number) -> Number:
    """The place value of the last digit that is not zero, as in 33,000 -> 1,000; 1 for zero."""
    digits = decimal_text(number)
    if "." in digits:
        return Fraction(1, 10 ** (len(digits) - digits.index(".") - 1))
    return int(10 ** (len(digits) - len(digits.rstrip("0")))) if number else 1


def digit_values(digits: str, points: bool) -> tuple[Number, ...]:
    """The numbers digits may stand for: 53081,8 has a decimal comma, 12.298 a decimal point or a thousands one.

    Where `points` part thousands, it is no decimal one.
    """
    plain = re.sub(GAP, "", digits)
    if len(plain) > LONGEST:
        return ()
    if plain.isdigit() or (points and _POINT.fullmatch(plain)):
        return (int(plain.replace(".", "")),)
    if comma := _DECIMAL_COMMA.fullmatch(plain):
        return (Fraction(f"{re.sub('[.,]', '', comma[1])}.{comma[2]}"),)
    values = [number_in(plain.replace(",", ""))] if _ENGLISH.fullmatch(plain) else []
    return (*values, number_in(plain.replace(".", ""))) if _POINTS.fullmatch(plain) else tuple(values)


def _token(token: re.Match[str]) -> tuple[Number, str]:
    if token["word"]:
        return WORDS[token["word"]], token["word"]
    if len(token["digits"]) > LONGEST:
        raise QuantityError(f"{shown(token['digits'])} is longer than a number may be. {_SHORTER}", token.start())
    if not _SOUND.fullmatch(token["digits"]):
        raise QuantityError(f"{shown(token['digits'])} is not a number. {ADVICE}", token.start())
    plain = token["digits"].replace(",", "")
    return number_in(plain), grouped(plain)
