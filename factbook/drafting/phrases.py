"""Choose the words of a paragraph to quote for a figure."""

from __future__ import annotations

import re

from factbook.evidence import LONGEST, SHORTEST, tokens
from factbook.quantities import Mention

_WANTED = 9
_AFTER = 5
_WORD = re.compile(r"\S+")
_EDGES = re.compile(r"^[^\w$€₼%]+|[^\w%]+$")
_CLOSING = "\"')\N{RIGHT DOUBLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}"
_QUOTED = ('"', "\N{RIGHT DOUBLE QUOTATION MARK}")
_STOPS = (".", "!", "?", ";", ":")


def phrase(line: str, first: Mention, last: Mention) -> str:
    """4 to 12 words around a figure, its hedge and its unit among them, within its sentence if that is long enough."""
    words = [match.span() for match in _WORD.finditer(line)]
    low = next(at for at, (_, end) in enumerate(words) if end > _start(line, first))
    high = next(at for at, (_, end) in enumerate(words) if end >= _end(line, last))
    low, high = _widened(line, words, low, high, _STOPS, _WANTED)
    low, high = _widened(line, words, low, high, (), SHORTEST)
    return _EDGES.sub("", line[words[low][0] : words[high][1]])


def sentence(line: str, quote: str) -> str:
    """The sentence that holds a quote."""
    at = line.find(quote)
    start = max((match.end() for match in re.finditer(r"[.!?;] ", line[:at])), default=0)
    end = re.compile(r"[.!?;](?: |$)").search(line, at + len(quote))
    return line[start : end.start() if end else len(line)]


def _widened(
    line: str, words: list[tuple[int, int]], low: int, high: int, stops: tuple[str, ...], wanted: int
) -> tuple[int, int]:
    """Words added behind, then before, until enough are quoted, none beyond a stop."""
    last = high + _AFTER
    while high + 1 < len(words) and _count(line, words, low, high) < wanted and not _stopped(line, words[high], stops):
        if (stops and high == last) or _count(line, words, low, high + 1) > LONGEST:
            break
        high += 1
    while low > 0 and _count(line, words, low, high) < wanted and not _stopped(line, words[low - 1], stops):
        if _count(line, words, low - 1, high) > LONGEST:
            break
        low -= 1
    return low, high


def _count(line: str, words: list[tuple[int, int]], low: int, high: int) -> int:
    return len(tokens(line[words[low][0] : words[high][1]]))


def _stopped(line: str, word: tuple[int, int], stops: tuple[str, ...]) -> bool:
    told = line[slice(*word)]
    return bool(stops) and (told.rstrip(_CLOSING).endswith(stops) or told.endswith(_QUOTED))


def _start(line: str, mention: Mention) -> int:
    """Where a figure begins, its hedge in front or the between of a range included."""
    before, ahead = line[: mention.offset].rstrip(), mention.hedged or "between"
    return len(before) - len(ahead) if before.lower().endswith(ahead.lower()) else mention.offset


def _end(line: str, mention: Mention) -> int:
    """Where a figure ends, its unit and a hedge behind included."""
    behind = re.match(rf"\s+{re.escape(mention.hedged)}", line[mention.unit_end :]) if mention.hedged else None
    return mention.unit_end + (behind.end() if behind else 0)
