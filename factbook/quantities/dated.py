"""Whether a number in a text is the day or the year of a date, and so no figure."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from factbook.languages import OURS, Language, known
from factbook.languages.english import ENGLISH
from factbook.quantities.spoken import Mention
from factbook.quantities.words import any_of

_PART = "quarter|half|end|start|beginning|months?|spring|summer|autumn|winter|year|war"
_DAYS, _YEARS = range(1, 32), range(1900, 2100)
_BEHIND_DAY = re.compile(r"\s*(?:[^\w\s]|\Z)|\s+(?:(?:of|and|to)\b|[0-9]{4}\b)")
_SMALL_LETTER = re.compile(r"\s+[a-z]")
_BEFORE_LAST_YEAR = re.compile(r"(?:^|\b(?:by|from|before|after|through)\s+)\Z", re.IGNORECASE)


class _Beside(NamedTuple):
    """What stands beside a day or a year of a date in a language, as regular expressions."""

    behind_day: re.Pattern[str]
    before_day: re.Pattern[str]
    before_year: re.Pattern[str]
    behind_year: re.Pattern[str]


@lru_cache(maxsize=8)
def _beside(language: str) -> _Beside:
    own = known(language) if language != OURS else Language("")
    english = rf"(?=[A-Z])(?i:{'|'.join(ENGLISH.months)})\b\.?"  # with a capital, for what may and march
    month = rf"(?:{english}|(?i:{any_of(own.months)})\b)"
    return _Beside(
        re.compile(rf"(?:\s?(?:-|\N{{EN DASH}}|to|and)\s?[0-9]{{1,2}})?\s+(?:of\s+)?{month}"),
        re.compile(rf"(\b(?i:on|by|until|till|since|from|to|of|before|after)\s+)?\b{month}\s+\Z"),
        re.compile(
            rf"(?:\b(?:(?i:in|since|until|till|during|late|early|mid|(?:{_PART}) of)|{month}(?:\s+[0-9]{{1,2}},?)?)"
            r",?[\s-]+|\b(?:19|20)[0-9]{2}(?:\s+(?:and|to)\s+|[-\N{EN DASH}]))\Z"
        ),
        re.compile(
            r"\s+(?:and|to)\s+(?:19|20)[0-9]{2}\b|[-\N{EN DASH}](?:19|20)?[0-9]{2}\b"
            rf"|{own.year or '(?!)'}|[\s-](?:war|conflict|year)\b"
        ),
    )


def of_a_date(mention: Mention, text: str, language: str) -> bool:
    """Whether a number without a unit is the 14 or the 2024 of 14 February 2024, or the 2023 of in 2023."""
    if mention.unit is not None or not mention.text.isdigit():
        return False
    before, after, number = text[: mention.offset], text[mention.end :], mention.values[0]
    beside = _beside(language)
    if number in _DAYS:
        return bool(beside.behind_day.match(after)) or _of_a_month(beside.before_day.search(before), after)
    if number not in _YEARS:
        return False
    last = _BEFORE_LAST_YEAR.search(before) and not _SMALL_LETTER.match(after)
    return bool(beside.before_year.search(before) or beside.behind_year.match(after) or last)


def _of_a_month(month: re.Match[str] | None, after: str) -> bool:
    """Whether a month and a number are a day, as in on May 5 he said, and not as in May 5 civilians died."""
    return bool(month and (_BEHIND_DAY.match(after) or (month[1] and not _SMALL_LETTER.match(after))))
