"""The dates that a phrase names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from factbook.dates import MONTHS, When
from factbook.languages.english import ENGLISH

_MONTH = rf"(?P<month>{'|'.join(ENGLISH.months)})\b\.?"
_NO_VERB = r"(?!(?-i:ma(?:y|rch|r)\b)(?!,?\s+\d{4}\b))"  # of 15 may be mined
_FORMS = tuple(
    ({sign for sign, part in (("month", "<month>"), ("digit", r"\d")) if part in form}, re.compile(form, re.IGNORECASE))
    for form in (
        rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})\b(?:,?\s+(?P<year>\d{{4}})\b)?",
        rf"\b(?P<day>\d{{1,2}})\s+{_NO_VERB}{_MONTH}(?:,?\s+(?P<year>\d{{4}})\b)?",
        rf"\b{_MONTH},?\s+(?P<year>\d{{4}})\b",
        r"\b(?P<day>\d{1,2})[./](?P<number>\d{1,2})[./](?P<year>\d{4})\b",
        r"\b(?P<year>\d{4})-(?P<number>\d{2})-(?P<day>\d{2})\b",
        rf"\b(?-i:(?=[A-Z])){_MONTH}",
        r"\b(?P<year>(?:19|20)\d{2})\b",
    )
)
_DIGIT = re.compile(r"\d")
_NUMBERS = {month[:3].casefold(): number for number, month in enumerate(MONTHS, 1)}
_BEGINNING = re.compile("|".join(_NUMBERS))


class DateRead(NamedTuple):
    """The parts of a date that a phrase names; a part it does not name is 0."""

    year: int
    month: int
    day: int

    def fits(self, when: When) -> bool:
        """Whether an end of `when` agrees with every part named."""
        return any(self._is(day, end) for end in (when.start, when.end) for day in (end.first, end.last))

    def _is(self, day: date, end: When) -> bool:
        exact = end.first == end.last
        return (
            self.year in (0, day.year)
            and (self.month in (0, day.month) or end.first.month != end.last.month)
            and (self.day in (0, day.day) or not exact)
        )


@lru_cache(maxsize=100_000)  # several rules read the same words
def dates_read(phrase: str) -> tuple[DateRead, ...]:
    """Every date named in a phrase, the fullest forms first."""
    return tuple(_dates_read(phrase))


def _dates_read(phrase: str) -> Iterator[DateRead]:
    rest, held = phrase, _signs(phrase)
    for needed, form in _FORMS:
        if not needed <= held:
            continue
        found = [*form.finditer(rest)]
        for match in found:
            part = match.groupdict()
            named = part.get("month")
            month = _NUMBERS[named[:3].casefold()] if named else int(part.get("number") or 0)
            yield DateRead(int(part.get("year") or 0), month, int(part.get("day") or 0))
        if found:
            rest = form.sub(" ", rest)
            held = _signs(rest)


def _signs(text: str) -> set[str]:
    """What a form needs and a text may hold; far quicker to see than that no form fits."""
    month = {"month"} if _BEGINNING.search(text.casefold()) else set()
    return month | {"digit"} if _DIGIT.search(text) else month


def date_spans(phrase: str) -> Iterator[tuple[int, int]]:
    """Where in a phrase dates are named, from the start to behind the end; one may lie within another."""
    return (match.span() for _, form in _FORMS for match in form.finditer(phrase))
