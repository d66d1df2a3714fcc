"""Reports that repeat one another word for word, told by their fingerprints."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from itertools import combinations, permutations
from typing import NamedTuple

from factbook.evidence import Fingerprint
from factbook.model import Book

RUN = 12  # words in a row that two reports seldom share by chance
_STEP = len("0123 ")  # a hash, of three words, and the space behind it
_LONG = (RUN - 2) * _STEP - 1


class Repeat(NamedTuple):
    """How many of the words held of a report stand in another too, in runs of at least `RUN`.

    The percentage is of its paragraphs that are long enough for one.
    """

    words: int
    percent: int


@lru_cache(maxsize=1)
def repeats(book: Book) -> Mapping[str, Mapping[str, Repeat]]:
    """By the ids of sources, what of each stands in another too, those that repeat most of it first."""
    found: dict[str, dict[str, Repeat]] = defaultdict(dict)
    for pair in _candidates(book):
        for one, other in permutations(pair):
            found[one][other] = repeated(book.fingerprints[one], book.fingerprints[other])
    return {one: dict(sorted(others.items(), key=_most_first)) for one, others in found.items()}


def repeated(one: Fingerprint, other: Fingerprint) -> Repeat:
    """What of one article stands in another too."""
    held = {run for line in other.lines for run in _runs(line)}
    found = [[run in held for run in _runs(line)] for line in one.lines]
    common, words = (sum(map(_covered, lines)) for lines in (found, [[True] * len(line) for line in found]))
    return Repeat(common, 100 * common // max(words, 1))


def _most_first(item: tuple[str, Repeat]) -> tuple[int, str]:
    other, repeat = item
    return -repeat.words, other


def _candidates(book: Book) -> set[tuple[str, str]]:
    """The pairs of sources that have a run in common."""
    first: dict[str, str] = {}
    shared: dict[str, set[str]] = defaultdict(set)
    for id in book.fingerprints.keys() & book.sources.keys():
        runs = {run for line in book.fingerprints[id].lines for run in _runs(line)}
        known = runs & first.keys()
        for run in known:
            shared[run] |= {first[run], id}
        first |= dict.fromkeys(runs - known, id)
    return {pair for ids in shared.values() for pair in combinations(sorted(ids), 2)}


def _runs(line: str) -> list[str]:
    """Every run of a paragraph, as its hashes."""
    return [line[at : at + _LONG] for at in range(0, len(line) - _LONG + 1, _STEP)]


def _covered(found: list[bool]) -> int:
    """The words of a paragraph in which runs begin where `found` is true."""
    return len({word for at, holds in enumerate(found) if holds for word in range(at, at + RUN)})
