"""Write the value that a figure of an article gives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress

from factbook.assemble import UNNAMED
from factbook.ends import Number
from factbook.languages.english import GROUPS
from factbook.quantities import Mention, QuantityError, decimal_text, grouped, parse
from factbook.quantities.hedges import VAGUE
from factbook.quantities.numerals import read_numeral
from factbook.units import Unit, attached
from factbook.vocabulary import Vocabulary

_GROUPS: Mapping[Number, str] = {2 * size: word for word, size in GROUPS.items()}


def value(line: str, mention: Mention, upper: Mention | None, units: Iterable[Unit], words: Vocabulary) -> str:
    """A value that means what is written, in the first of the units that it can be given in."""
    for text in _candidates(line, mention, upper, units):
        with suppress(QuantityError):
            if (read := parse(text, words.units)).number in mention.values:
                return read.spelling
    number = _range(line[mention.offset : upper.end]) if upper else _number(mention)
    return f"{_hedge(mention)}{number} {UNNAMED}"


def _number(mention: Mention) -> str:
    """A number as it is written, unless a value could not be or would mean another by that."""
    with suppress(QuantityError):
        read = read_numeral(mention.text.lower(), 0)
        if read is None or read.value not in mention.values:
            return _in_english(mention)
    return mention.text


def _in_english(mention: Mention) -> str:
    return _GROUPS[mention.values[0]] if mention.hedge is VAGUE else grouped(decimal_text(mention.values[0]))


def _candidates(line: str, mention: Mention, upper: Mention | None, units: Iterable[Unit]) -> Iterator[str]:
    hedge = _hedge(mention)
    numbers = [_range(line[mention.offset : upper.end])] if upper else []
    numbers += [mention.text.lower(), mention.text, _in_english(mention)]
    for number in numbers:
        yield f"{hedge}{number}"
        for unit in units:
            word = _word(unit, mention.values[0] == 1)
            yield f"{hedge}{number}{'' if attached(word) else ' '}{word}"
            yield f"{hedge}{number} of {word}"


def _range(written: str) -> str:
    """A range as a value may be written: between 5 and 10 as 5 to 10."""
    return written.replace(" and ", " to ")


def _hedge(mention: Mention) -> str:
    return f"{mention.wording} " if mention.hedged else ""


def _word(unit: Unit, one: bool) -> str:
    """The word for a unit: items rather than items of explosive ordnance."""
    full = unit.singular if one and unit.singular in unit.words else unit.words[0]
    return next((word for word in unit.words if full.startswith(f"{word} ")), full)
