"""Hedges of figures in quotes of other languages than English."""
# ruff: noqa: RUF001 - Russian words look like Latin ones

from __future__ import annotations

import re

from factbook.errors import shown
from factbook.quantities.heard import SIGNS
from factbook.quantities.hedges import BY_WORDS
from factbook.quantities.readings import Hedge
from factbook.quantities.same_hedge import added
from factbook.quantities.spoken import Mention
from factbook.quantities.values import Quantity

# By language: the English hedge, and what says it before or behind the number; of two that fit the first counts.
_BEFORE = {
    "az": {"about": "təxminən|təqribən", "at least": "ən azı|azı"},
    "ru": {
        "at least": "не (?:менее|меньше)(?:,? чем)?|минимум",
        "at most": "не (?:более|больше)(?:,? чем)?|максимум|до",
        "more than": "(?:более|больше)(?:,? чем)?|свыше",
        "less than": "(?:менее|меньше)(?:,? чем)?",
        "nearly": "почти",
        "about": "около|примерно|порядка",
    },
}
_BEHIND = {"az": {"more than": r"(?:-| \w+)?d[aə]n (?:çox|artıq)", "nearly": r"(?:-| \w+)?[aə] yaxın"}}
LANGUAGES = frozenset([*_BEFORE, *_BEHIND])
_SPACES = re.compile(r"\s+")
_POINT = re.compile(r"[^0-9]*[1-9][0-9]{0,2}\.[0-9]{3}")


def meant(mention: Mention, language: str) -> Mention:
    """A number as one of LANGUAGES writes it: with decimals behind a comma, and a point only between thousands."""
    if language not in LANGUAGES or not _POINT.fullmatch(mention.text):
        return mention
    return mention._replace(values=tuple(value for value in mention.values if value.denominator == 1))


def hedge_problems(quantity: Quantity, mention: Mention, quote: str, language: str) -> list[str]:
    """Where a value and its quote in one of LANGUAGES hedge differently."""
    theirs, number = _hedge(mention, quote, language), shown(mention.text)[1:-1]
    if theirs is None and quantity.hedged and not quantity.hedge.usual.is_exact:
        return [added(quantity, number)]
    if theirs is not None and theirs is not quantity.hedge:
        return [f"the quote says '{theirs.words[0]}' of {number} in its language but the value does not. Write it."]
    return []


def _hedge(mention: Mention, quote: str, language: str) -> Hedge | None:
    if mention.hedged in SIGNS:
        return mention.hedge
    before = " ".join(quote[: mention.offset].lower().split())
    behind = _SPACES.sub(" ", quote[mention.end :].lower())
    leading = (name for name, words in _BEFORE.get(language, {}).items() if re.search(rf"\b(?:{words})\Z", before))
    trailing = (name for name, words in _BEHIND.get(language, {}).items() if re.match(rf"(?:{words})\b", behind))
    found = next(leading, None) or next(trailing, None)
    return BY_WORDS[found] if found else None
