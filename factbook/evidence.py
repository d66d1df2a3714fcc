"""Fingerprints: they let anyone confirm that a phrase stands in an article the record does not hold."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256

SHORTEST = 4
LONGEST = 12
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
_LINE = re.compile(r"(?:[0-9a-f]{4}(?: [0-9a-f]{4})*)?")


def tokens(text: str) -> list[str]:
    """The numbers and runs of letters of `text`, in order, after NFKC and case folding."""
    return [*_tokens(text)]


@lru_cache(maxsize=100_000)  # several rules read the same quotes
def _tokens(text: str) -> tuple[str, ...]:
    return tuple(_TOKEN.findall(unicodedata.normalize("NFKC", text).casefold()))


@lru_cache(maxsize=100_000)
def hashes(text: str) -> str:
    """One 4-digit hash for each run of three tokens, separated by spaces."""
    words = _tokens(text)
    threes = zip(words, words[1:], words[2:], strict=False)
    return " ".join([sha256(" ".join(three).encode()).hexdigest()[:4] for three in threes])


def paragraphs(text: str) -> list[str]:
    """The lines of an article that are not blank."""
    return [line for line in text.splitlines() if line.strip()]


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """An article's paragraphs, each as the hashes of its runs of three tokens, and the file they were read from."""

    lines: tuple[str, ...]
    path: str = field(default="", compare=False)

    def __str__(self) -> str:
        return "\n".join(self.lines) + "\n"

    def locate(self, phrase: str) -> list[int]:
        """The paragraphs, counted from 1, in which `phrase` (at least four tokens) is found."""
        wanted = hashes(phrase)
        if len(wanted) < 9:
            return []
        return [number for number, line in enumerate(self.lines, 1) if wanted in line and _aligned(wanted, line)]


def _aligned(wanted: str, line: str) -> bool:
    at = line.find(wanted)
    while at % 5 and at != -1:
        at = line.find(wanted, at + 1)
    return at != -1


def fingerprint(text: str) -> Fingerprint:
    """The fingerprint of an article's text, one line a paragraph."""
    return Fingerprint(tuple(hashes(paragraph) for paragraph in paragraphs(text)))


def parse_fingerprint(text: str, path: str) -> tuple[Fingerprint, int | None]:
    """A fingerprint file's content, and the first line (from 1) that is not one of hashes."""
    lines = tuple(text.removesuffix("\n").split("\n"))
    bad = next((number for number, line in enumerate(lines, 1) if not _LINE.fullmatch(line)), None)
    return Fingerprint(lines, path), bad
