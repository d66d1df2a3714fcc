"""The rule that lets an article's address witness its title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from factbook.errors import Problem, shown
from factbook.evidence import tokens
from factbook.model import Book

_HOST = re.compile(r"https?://[^/]+")
_BETWEEN_DIGITS = re.compile(r"(?<=\d)[-_.](?=\d)")
_MOST = 0.6  # of a title's words; other addresses do not repeat their titles
_FEWEST = 3


def address_repeats_title(book: Book) -> Iterator[Problem]:
    """Where an address repeats the words of a title, it must repeat the title's numbers too."""
    for source in book.sources.values():
        path = unquote(_HOST.sub("", source.url)).lower()
        title = tokens(source.title)
        words = [token for token in title if token.isalpha()]
        if len(words) < _FEWEST or sum(word in tokens(path) for word in words) < _MOST * len(words):
            continue
        digits = _BETWEEN_DIGITS.sub("", path)
        for number in (token for token in title if token[0].isdigit()):
            if re.sub("[.,]", "", number) not in digits:
                message = f"the address repeats the title, but not its {shown(number)}. Correct whichever was mistyped."
                yield source.problem("address-repeats-title", message, "title")
