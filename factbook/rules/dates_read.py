"""The dates that a phrase names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from factbook.dates import When
from factbook.languages import OURS, known
from factbook.languages.english import ENGLISH

_NO_VERB = r"(?!(?-i:ma(?:y|rch|r)\b)(?!,?\s+\d{4}\b))"  # of 15 may be mined
_CAPITAL = "(?-i:(?=[A-Z]))"
# The first day of a time whose month is named with the last alone: 1 to 7 May, May 1-7.
_FROM = r"(?:(?P<first>[12]?\d|3[01])(?:\s*[-\u2013]\s*|\s+(?:to|through|until|till|and|по)\s+))?"
_DIGIT = re.compile(r"\d")


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
def dates_read(phrase: str, language: str = OURS) -> tuple[DateRead, ...]:
    """Every date named in a phrase of a language, the fullest forms first."""
    return tuple(_dates_read(phrase, language))


def _dates_read(phrase: str, language: str) -> Iterator[DateRead]:
    rest, held = phrase, _signs(phrase, language)
    for needed, form in _forms(language):
        if not needed <= held:
            continue
        found = [*form.finditer(rest)]
        for match in found:
            part = match.groupdict()
            named = part.get("month")
            month = _number(named, language) if named else int(part.get("number") or 0)
            for day in filter(None, (part.get("first"), part.get("day") or "0")):
                yield DateRead(int(part.get("year") or 0), month, int(day))
        if found:
            rest = form.sub(" ", rest)
            held = _signs(rest, language)


@lru_cache(maxsize=8)
def _forms(language: str) -> tuple[tuple[set[str], re.Pattern[str]], ...]:
    """What each form needs and is; in English a small letter begins a verb rather than a month."""
    names = rf"(?P<month>{'|'.join(_months(language))})\b\.?"
    no_verb, capital = (_NO_VERB, _CAPITAL) if _months(language) is ENGLISH.months else ("", "")
    year = rf"\b(?P<year>\d{{4}})(?:{known(language).year})\s+"
    year_first = (rf"{year}{names}\s+(?P<day>\d{{1,2}})\b", rf"{year}(?:(?P<day>\d{{1,2}})\s+)?{names}")
    forms = (
        *(year_first if known(language).year else ()),
        rf"\b{names}\s+{_FROM}(?P<day>\d{{1,2}})\b(?:,?\s+(?P<year>\d{{4}})\b)?",
        rf"\b{_FROM}(?P<day>\d{{1,2}})\s+{no_verb}{names}(?:,?\s+(?P<year>\d{{4}})\b)?",
        rf"\b{names},?\s+(?P<year>\d{{4}})\b",
        r"\b(?P<day>\d{1,2})[./](?P<number>\d{1,2})[./](?P<year>\d{4})\b",
        r"\b(?P<year>\d{4})-(?P<number>\d{2})-(?P<day>\d{2})\b",
        rf"\b{capital}{names}",
        r"\b(?P<year>(?:19|20)\d{2})\b",
    )
    parts = (("month", "<month>"), ("digit", r"\d"))
    return tuple(({sign for sign, part in parts if part in form}, re.compile(form, re.IGNORECASE)) for form in forms)


@lru_cache(maxsize=8)
def _months(language: str) -> tuple[str, ...]:
    """The names of each month in a language, and in English."""
    own = known(language).months
    return (
        ENGLISH.months if own in ((), ENGLISH.months) else tuple(map("|".join, zip(own, ENGLISH.months, strict=True)))
    )


@lru_cache(maxsize=1000)
def _number(month: str, language: str) -> int:
    return next(at for at, one in enumerate(_months(language), 1) if re.fullmatch(one, month, re.IGNORECASE))


@lru_cache(maxsize=8)
def _beginning(language: str) -> re.Pattern[str]:
    return re.compile("|".join(_months(language)))


def _signs(text: str, language: str) -> set[str]:
    """What a form needs and a text may hold; far quicker to see than that no form fits."""
    month = {"month"} if _beginning(language).search(text.casefold()) else set()
    return month | {"digit"} if _DIGIT.search(text) else month


def date_spans(phrase: str, language: str) -> Iterator[tuple[int, int]]:
    """Where in a phrase dates are named, from the start to behind the end; one may lie within another."""
    return (match.span() for _, form in _forms(language) for match in form.finditer(phrase))
