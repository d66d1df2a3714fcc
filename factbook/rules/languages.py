"""The rule that a source's words are those of its language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factbook.errors import Problem
from factbook.evidence import tokens
from factbook.model import Book, Source

_COMMON = (
    "a about among an and are as at be been between by for from had has have its more not of on or over than that the "
    "their there they this to was were which who will with"
)
_ENGLISH = frozenset(_COMMON.split())
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_CYRILLIC_LANGUAGES = frozenset(["ru", "uk", "be", "bg", "sr", "mk", "kk", "ky"])
_ONLY_AZERBAIJANI = "\N{LATIN SMALL LETTER SCHWA}"
_ENOUGH = 2  # words that cannot be names
_MANY = 8  # words, of which one at least has such a letter
_SPELLED = dict.fromkeys(_CYRILLIC_LANGUAGES, _CYRILLIC) | {
    "az": re.compile(f"[{_ONLY_AZERBAIJANI}\u0131\u011f\u015f]")
}


def language_heard(book: Book) -> Iterator[Problem]:
    """The title and the quotes of a source must be in its language, as far as letters and common words tell.

    Told apart are English (by its common words), Azerbaijani (by the letter schwa) and languages written in Cyrillic.
    """
    for source in book.sources.values():
        words = _words(book, source)
        heard, spelled = _heard(words), _SPELLED.get(source.language)
        if heard and source.language not in heard:
            message = f"the title and quotes read as {' or '.join(sorted(heard)[:3])}, not as {source.language}."
        elif spelled and len(words) >= _MANY and not spelled.search(" ".join(words)):
            message = f"the title and quotes hold no letter that shows {source.language}."
        else:
            continue
        yield Problem(source.marks["language"], source.id, f"{message} Correct the language.", "language-heard")


def _words(book: Book, source: Source) -> list[str]:
    phrases = [phrase for claim in book.by_source[source.id] for phrase in (claim.quote, claim.date_quote) if phrase]
    return [token for phrase in (source.title, *phrases) for token in tokens(phrase) if not token[0].isdigit()]


def _heard(words: list[str]) -> frozenset[str]:
    """The languages that words may be of; none where they do not tell."""
    text = " ".join(words)
    if _CYRILLIC.search(text) and sum(bool(_CYRILLIC.search(word)) for word in words) >= _ENOUGH:
        return _CYRILLIC_LANGUAGES
    if _ONLY_AZERBAIJANI in text and sum(_ONLY_AZERBAIJANI in word for word in words) >= _ENOUGH:
        return frozenset(["az"])
    return frozenset(["en"]) if len(_ENGLISH.intersection(words)) >= _ENOUGH else frozenset()
