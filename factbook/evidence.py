"""Fingerprints: they let anyone confirm that a phrase stands in an article the record does not hold."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from itertools import accumulate

SHORTEST = 4
LONGEST = 12
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
_TWO_HASHES = len("0123 4567")
_LINE = re.compile(r"(?:[0-9a-f]{4}(?: [0-9a-f]{4})*)?")
_SOUND = re.compile(rf"{_LINE.pattern}(?:\n{_LINE.pattern})*")


@lru_cache(maxsize=100_000)  # several rules read the same quotes
def tokens(text: str) -> tuple[str, ...]:
    """The numbers and runs of letters of `text`, in order, after NFKC (Unicode, UAX #15) and case folding."""
    return tuple(_TOKEN.findall(unicodedata.normalize("NFKC", text).casefold()))


@lru_cache(maxsize=100_000)
def hashes(text: str) -> str:
    """The first 4 digits of the SHA-256 (FIPS 180-4) of each run of three tokens, separated by spaces."""
    words = tokens(text)
    return " ".join(map(_hash, zip(words, words[1:], words[2:], strict=False)))


def _hash(three: tuple[str, ...]) -> str:
    return sha256(" ".join(three).encode()).hexdigest()[:4]


def side_by_side(phrase: str, text: str) -> bool:
    """Whether the tokens of a phrase stand in a text one after the other."""
    words, held = tokens(phrase), tokens(text)
    return any(held[at : at + len(words)] == words for at in range(len(held) - len(words) + 1))


def paragraphs(text: str) -> list[str]:
    """The lines of an article that are not blank."""
    return [line for line in text.splitlines() if line.strip()]


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """An article's paragraphs, a line for each with the hashes of its runs of three tokens; and the file it is from."""

    text: str
    path: str = field(default="", compare=False)

    def __str__(self) -> str:
        return f"{self.text}\n"

    @property
    def lines(self) -> list[str]:
        """The hashes of each paragraph."""
        return self.text.split("\n")

    def holds(self, phrase: str) -> bool:
        """Whether `phrase` (at least four tokens) is found in one of the paragraphs."""
        # Hashes are of one length, so several in a row stand where they begin or nowhere.
        wanted = hashes(phrase)
        return len(wanted) >= _TWO_HASHES and wanted in self.text

    def holds_joined(self, first: str, second: str) -> bool:
        """Whether the two, a space between them, are held; far quicker to see than by `holds` where they never meet."""
        seam = (*tokens(first)[-2:], *tokens(second)[:2])[:3]
        return (len(seam) < 3 or _hash(seam) in self.text) and self.holds(f"{first} {second}")

    def locate(self, phrase: str) -> list[int]:
        """The paragraphs, counted from 1, in which `phrase` (at least four tokens) is found."""
        wanted = hashes(phrase)
        if len(wanted) < _TWO_HASHES:
            return []
        above = accumulate(part.count("\n") for part in self.text.split(wanted)[:-1])
        return [*dict.fromkeys(number + 1 for number in above)]

    def repeated(self, text: str, count: int) -> str:
        """The first run of `count` tokens of `text` (at least four) that is found in one paragraph; "" if none is."""
        words, hashed = tokens(text), count - 2
        for at in range(hashed - 1, len(words) - 2, hashed):  # every run of so many holds one of these threes
            if _hash(words[at : at + 3]) in self.text:
                for start in range(at - hashed + 1, min(at, len(words) - count) + 1):
                    if self.holds(run := " ".join(words[start : start + count])):
                        return run
        return ""


def fingerprint(text: str) -> Fingerprint:
    """The fingerprint of an article's text, one line a paragraph."""
    return Fingerprint("\n".join(hashes(paragraph) for paragraph in paragraphs(text)))


def parse_fingerprint(text: str, path: str) -> tuple[Fingerprint, int | None]:
    """A fingerprint file's content, and the first line (from 1) that is not one of hashes."""
    held = Fingerprint(text.removesuffix("\n"), path)
    if _SOUND.fullmatch(held.text):
        return held, None
    return held, next(number for number, line in enumerate(held.lines, 1) if not _LINE.fullmatch(line))
