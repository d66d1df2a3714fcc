"""Whether a number in a text is the day or the year of a date, and so no figure."""

from __future__ import annotations

import re

from factbook.languages import LANGUAGES
from factbook.languages.english import ENGLISH
from factbook.quantities.spoken import Mention

_OTHERS = [language for language in LANGUAGES.values() if language is not ENGLISH]
_MONTH = (  # in English with a capital, for what may and march
    rf"(?:(?=[A-Z])(?i:{'|'.join(ENGLISH.months)})\b\.?"
    rf"|(?i:{'|'.join(month for language in _OTHERS for month in language.months)})\b)"
)
_PART = "quarter|half|end|start|beginning|months?|spring|summer|autumn|winter|year|war"
_DAYS, _YEARS = range(1, 32), range(1900, 2100)
_YEAR = re.compile("[0-9]{4}")
_DAY_BEFORE_MONTH = re.compile(rf"(?:\s?(?:-|\N{{EN DASH}}|to|and)\s?[0-9]{{1,2}})?\s+(?:of\s+)?{_MONTH}")
_BEFORE_DAY = re.compile(rf"(\b(?i:on|by|until|till|since|from|to|of|before|after)\s+)?\b{_MONTH}\s+\Z")
_BEHIND_DAY = re.compile(r"\s*(?:[^\w\s]|\Z)|\s+(?:(?:of|and|to)\b|[0-9]{4}\b)")
_SMALL_LETTER = re.compile(r"\s+[a-z]")
_BEFORE_YEAR = re.compile(
    rf"(?:\b(?:(?i:in|since|until|till|during|late|early|mid|(?:{_PART}) of)|{_MONTH}(?:\s+[0-9]{{1,2}},?)?),?[\s-]+"
    r"|\b(?:19|20)[0-9]{2}(?:\s+(?:and|to)\s+|[-\N{EN DASH}]))\Z"
)
_BEFORE_LAST_YEAR = re.compile(r"(?:^|\b(?:by|from|before|after|through)\s+)\Z", re.IGNORECASE)
_AFTER_YEAR = re.compile(
    r"\s+(?:and|to)\s+(?:19|20)[0-9]{2}\b|[-\N{EN DASH}](?:19|20)?[0-9]{2}\b"
    rf"|{'|'.join(language.year for language in _OTHERS if language.year)}|[\s-](?:war|conflict|year)\b"
)


def of_a_date(mention: Mention, text: str) -> bool:
    """Whether a number without a unit is the 14 or the 2024 of 14 February 2024, or the 2023 of in 2023."""
    if mention.unit is not None or not mention.text.isdigit():
        return False
    before, after, number = text[: mention.offset], text[mention.end :], mention.values[0]
    if number in _DAYS:
        return bool(_DAY_BEFORE_MONTH.match(after)) or _of_a_month(before, after)
    if number not in _YEARS or not _YEAR.fullmatch(mention.text):
        return False
    last = _BEFORE_LAST_YEAR.search(before) and not _SMALL_LETTER.match(after)
    return bool(_BEFORE_YEAR.search(before) or _AFTER_YEAR.match(after) or last)


def _of_a_month(before: str, after: str) -> bool:
    """Whether a month and a number are a day, as in on May 5 he said, and not as in May 5 civilians died."""
    month = _BEFORE_DAY.search(before)
    return bool(month and (_BEHIND_DAY.match(after) or (month[1] and not _SMALL_LETTER.match(after))))
