"""Words in which letters of two alphabets stand side by side, as a Cyrillic letter in an English word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factbook.errors import shown
from factbook.findings import Finding, mark_at

_ALPHABETS = {
    "Latin": re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]"),
    "Greek": re.compile("[\u0370-\u03ff\u1f00-\u1fff]"),
    "Cyrillic": re.compile("[\u0400-\u052f]"),
    "Armenian": re.compile("[\u0531-\u0587]"),
}
_OTHER_THAN_LATIN = re.compile("[\u0370-\u0587\u1f00-\u1fff]")
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
    found = [name for name, letters in _ALPHABETS.items() if letters.search(word)]
    return f"mixes {' and '.join(found)} letters. Type it in one alphabet." if len(found) > 1 else None
