"""The rule that a source's words are those of its language."""

from __future__ import annotations

from collections.abc import Iterator

from factbook.alphabets import alphabet
from factbook.errors import Problem
from factbook.evidence import tokens
from factbook.languages import LANGUAGES, LATIN, Language, known
from factbook.model import Book, Source

_ENOUGH = 2  # words that cannot be names
_MANY = 8  # words, of which one at least has such a letter


def language_heard(book: Book) -> Iterator[Problem]:
    """The title and the quotes of a source must be in its language, as far as letters and common words tell."""
    for source in book.sources.values():
        words = _words(book, source)
        heard = _heard(words)
        if heard and source.language not in heard:
            message = f"the title and quotes read as {' or '.join(sorted(heard)[:3])}, not as {source.language}."
        elif len(words) >= _MANY and not _spelled(known(source.language), words):
            message = f"the title and quotes hold no letter that shows {source.language}."
        else:
            continue
        yield source.problem("language-heard", f"{message} Correct the language.", "language")


def _words(book: Book, source: Source) -> list[str]:
    phrases = [quote for claim in book.by_source[source.id] for quote in claim.quotes.values()]
    return [token for phrase in (source.title, *phrases) for token in tokens(phrase) if not token[0].isdigit()]


def _heard(words: list[str]) -> set[str]:
    """The languages that words may be of; none where they do not tell."""
    odd = [_signs(word) for word in words if not word.isascii()]
    by_letters = {code for code, own in _OWN.items() if sum(not own.isdisjoint(signs) for signs in odd) >= _ENOUGH}
    return by_letters or {code for code, common in _COMMON.items() if len(common.intersection(words)) >= _ENOUGH}


def _spelled(language: Language, words: list[str]) -> bool:
    """Whether words hold a letter that shows their language, or it has none that does."""
    letters = _telling(language, language.letters)
    return not (letters and letters.isdisjoint(_signs("".join(words))))


def _signs(word: str) -> set[str]:
    return {*word, *map(alphabet, word)}


def _telling(language: Language, letters: str) -> set[str]:
    return {*letters} if language.alphabet == LATIN else {language.alphabet}


_OWN = {code: own for code, one in LANGUAGES.items() if (own := _telling(one, one.own))}
_COMMON = {code: one.common for code, one in LANGUAGES.items() if one.common}
