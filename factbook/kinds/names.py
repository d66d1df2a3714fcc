"""What names and addresses in fact files look like, and the nearest known name to a mistyped one."""

from __future__ import annotations

import re
from collections.abc import Collection
from difflib import SequenceMatcher, get_close_matches

NOT_STATED = "not-stated"
NOT_FOUND = "not-found"
UNKNOWN = "unknown"

ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
NUMBER = re.compile(r"(?:0|[1-9][0-9]{0,2}(?:,[0-9]{3})*|[1-9][0-9]*)(?:\.[0-9]*[1-9])?")
URL = re.compile(  # http or https with a registered host, path, query and fragment as in RFC 3986; no user, no port
    r"https?://(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}"
    r"(?:[/?#](?:[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*)?"
)
LANGUAGE = re.compile(r"[a-z]{2}")
LISTED = {  # where those stand of which there may be many
    "source": "facts/sources/",
    "check": "facts/checks.yaml",
    "question": "facts/questions.yaml",
    "measure": "facts/vocabulary.yaml",
}
_A_SLIP, _AS_CLOSE = 0.9, 0.05  # of 1, as difflib compares words
_NAMED = re.compile(r"[a-z][a-z0-9._-]{0,129}")
_DEVICES = ("con", "nul", "aux", "prn", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10)))
RESERVED = frozenset(["source", *filter(ID.fullmatch, dir(dict)), *_DEVICES])


def nearest(word: str, words: Collection[str], listed: str = "") -> str:
    """A hint naming the known word closest to `word`, else the known ones, or the file in which many are `listed`.

    Initials stand for their words. Words may stand in the record wrongly, so only those that could be right are named.
    """
    known = sorted(filter(_NAMED.fullmatch, words))
    if not known:
        return "None is known yet."
    if meant := _meant(word, known):
        return f"Did you mean {' or '.join(map(repr, meant))}?"
    if len(known) > 12 and (listed or any("." in name for name in known)):
        return f"{listed} lists the known ones." if listed else "`python -m factbook list` prints every id."
    return f"Known are: {', '.join(known)}."


def closest(word: str, words: Collection[str]) -> str:
    """The word that a mistyped one most likely stands for, or whose initials it is; "" where none is close."""
    return next(iter(_meant(word, words)), "")


def _meant(word: str, words: Collection[str]) -> list[str]:
    """The closest word, or two that are as close where neither is off by a slip alone."""
    close = [name for name in words if _initials(name) == word.casefold()]
    return close[:1] or _alike(word.casefold(), words) or _sharing(word, words)


def _alike(word: str, words: Collection[str]) -> list[str]:
    # Ids of facts are long, and those of another source alike: only about three letters may be a slip.
    cutoff = max(0.6, 1 - 3 / len(word)) if "." in word else 0.6
    found = get_close_matches(word, words, n=2, cutoff=cutoff)
    if len(found) < 2:
        return found
    first, second = (SequenceMatcher(None, name, word).ratio() for name in found)
    return found if first < _A_SLIP and first - second < _AS_CLOSE else found[:1]


def _sharing(word: str, words: Collection[str]) -> list[str]:
    """The one name of a list that has a word of its own in common with another, as clearance-cost with cost."""
    parts = set(filter(str.isalpha, word.casefold().split("-")))
    sharing = [name for name in words if "." not in name and not parts.isdisjoint(name.split("-"))]
    return sharing if len(sharing) == 1 else []


def _initials(name: str) -> str:
    return "".join(word[:1] for word in name.split("-"))


def is_id(text: str) -> bool:
    """Whether `text` may name a claim, source, check or word of the vocabulary."""
    return len(text) <= 64 and bool(ID.fullmatch(text)) and text not in RESERVED
