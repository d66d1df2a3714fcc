"""Number words in a row, added up."""

from __future__ import annotations

from factbook.ends import Number
from factbook.languages import Language

_MILLION = 10**6
_ENDLESS = 10**99


def summed(first: Number, how: str, rest: list[str], words: Language) -> Number:
    """The number that begins so and goes on in these words and scales; 0 where they are not one number.

    A word must leave what it is added to its digits, and a scale be less than the last, so between two thousand and
    three thousand are two numbers. `part` is what the next scale multiplies, and `room` what the next word is below.
    """
    total: Number = 0
    part, room, limit = first, _room(first, words) if how == "word" else 0, _ENDLESS
    linked = full = False
    for word in rest:
        number, scale = _word(word, words, linked), scale_of(word, words)
        if 0 < number < room:
            full, linked = part >= 100, False
            part, room = part + number, _room(number, words)
        elif scale and not part:
            total, linked = total * scale, True
            room = limit = max(room, scale)
        elif scale >= 1000 and scale < limit:
            total, part, linked = total + part * scale, 0, True
            room = limit = scale
        elif 0 < scale < 1000 and not full:
            part, room, linked = part * scale, 100 if scale == 100 else 0, True
        elif word != "and" or not linked:
            return 0
    return total + part


def goes_on(pair: list[str], words: Language) -> bool:
    """Whether the second of two words, if there is one, belongs to the first: a scale, or five to twenty."""
    last, after = pair if len(pair) > 1 else ("", "")
    return last == "and" or bool(scale_of(after, words)) or 0 < _word(after, words) < _room(_word(last, words), words)


def _room(number: Number, words: Language) -> int:
    """What may be added in words to a number in words is below this: 10 to twenty, nothing to five.

    To ten as well, where a language has no word for eleven.
    """
    least = 20 if words.elevens else 10
    return next((size for size in (1000, 100, 10) if number >= least and number % size == 0), 0)


def _word(word: str, words: Language, linked: bool = False) -> int:
    """A number in words or, if it is linked to a scale before it, in digits; 0 for other words."""
    return int(word) * linked if word.isdigit() else words.numbers.get(word, 0)


def scale_of(word: str, words: Language) -> int:
    """What a scale multiplies by; 0 for other words."""
    return _MILLION if word == "m" else words.scales.get(word, 0)
