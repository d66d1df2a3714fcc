"""Words in which letters of two alphabets stand side by side, as a Cyrillic letter in an English word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from factbook.errors import shown
from factbook.findings import Finding, mark_at
from factbook.languages import LANGUAGES, LATIN

_ALPHABETS = dict.fromkeys([LATIN, *(language.alphabet for language in LANGUAGES.values())])
_OTHER_THAN_LATIN = re.compile("[\u0370-\u1fff]")  # what may be so, and far quicker to see
_WORD = re.compile(r"[^\W\d_]+")


def mixed(text: str, path: str) -> Iterator[Finding]:
    """Every word of `text` that mixes alphabets: most often a letter that only looks like the one meant."""
    if text.isascii() or not _OTHER_THAN_LATIN.search(text):
        return
    for match in _WORD.finditer(text):
        if named := mixture(match[0]):
            yield mark_at(text, path, match.start()), f"the word {shown(match[0])} {named}"


def first_mixed(text: str) -> str | None:
    """The first word of `text` that mixes alphabets, or None."""
    return next((word for word in _WORD.findall(text) if mixture(word)), None)


def mixture(word: str) -> str | None:
    """What is wrong with a word of several alphabets."""
    if word.isascii():
        return None
    letters = {*map(alphabet, word)}
    found = [name for name in _ALPHABETS if name in letters]
    return f"mixes {' and '.join(found)} letters. Type it in one alphabet." if len(found) > 1 else None


@lru_cache(maxsize=10_000)
def alphabet(letter: str) -> str:
    """The first word of a character's name in Unicode, which of a letter is its alphabet: Latin, Cyrillic."""
    return unicodedata.name(letter, "").partition(" ")[0].capitalize()
