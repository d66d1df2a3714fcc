"""Rules on the record's own words: numbers in them, and that they are its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from factbook.dates import MONTHS
from factbook.errors import Marked, Problem, shown
from factbook.languages import OURS
from factbook.model import Book, Claim

_COPIED = 10  # words in a row; names of offices can be nearly as long
_MONTHS = "|".join(MONTHS)
_DIGIT = re.compile(r"\d")
_AFTER_MONTH = re.compile(rf"\b(?:{_MONTHS})(?: \d{{1,2}},)? (\d[\d.,]*\d|\d)")
_BEFORE_MONTH = re.compile(rf"\b(\d+) (?:{_MONTHS})\b")
_AFTER_YEAR = re.compile(r"\b[Yy]ears?,? (\d+)\b")
_UNGROUPED = re.compile(r"(?<![\d.,:/-])(?:0\d+|\d{5,})(?![\d,:/-])")
_FOUR = re.compile(r"(?<![\w.,:/-])(?<!esolution )(?<!esolutions )(?<!No )[1-9]\d{3}(?![\w:/-]|[.,]\d)")
_POINT = re.compile(r"(?<![\d.,])[1-9]\d{0,2}\.\d{3}(?![\d.,]| (?:thousand|million|billion))")
_GROUPS = re.compile(r"(?<![\d.,])\d[\d,]*,\d+(?:\.\d+)?(?!\d|,\d)")


def prose_numbers_sound(book: Book) -> Iterator[Problem]:
    """In our words months must go with days or years, and thousands but those of years with commas; so in titles."""
    for entry, key, text in _texts(book):
        if _DIGIT.search(text) and (message := next(_wrong(text, ours=key != "title"), None)):
            yield entry.problem("prose-numbers-sound", message, key)


def prose_not_copied(book: Book) -> Iterator[Problem]:
    """Our words may not be those of the article: of ten in a row one must be another."""
    for source, held in book.fingerprints.items():
        for claim in book.by_source.get(source, ()):
            for key, text in _ours(claim).items():
                if copied := held.repeated(text, _COPIED):
                    message = f"{shown(copied, 120)} are the words of the article. Say it in words of your own."
                    yield claim.problem("prose-not-copied", message, key)


def _texts(book: Book) -> Iterator[tuple[Marked, str, str]]:
    """Each claim and source with its keys that hold words of ours, or its title if that is English."""
    for claim in book.claims.values():
        yield from ((claim, key, text) for key, text in _ours(claim).items())
    for source in book.sources.values():
        keys = ("publisher", "standing", "relays", "note")
        for key in ("title", *keys) if source.language == OURS else keys:
            yield source, key, getattr(source, key) or ""


def _ours(claim: Claim) -> dict[str, str]:
    written = {"claim": claim.statement, "note": claim.note, "reason": claim.reason}
    return {key: text for key, text in written.items() if text}


def _wrong(text: str, ours: bool) -> Iterator[str]:
    for slip in _SLIPS:
        for match in slip.pattern.finditer(text) if ours or not slip.ours else ():
            if not slip.holds(match[slip.pattern.groups]):
                yield f"{shown(match[0])} {slip.told}"


def _is_day(number: str) -> bool:
    return number.isdigit() and number[0] != "0" and int(number) <= 31


def _is_year(number: str) -> bool:
    return len(number) == 4 and number.isdigit() and number[:2] in ("18", "19", "20")


def _is_day_or_year(number: str) -> bool:
    return _is_day(number) or _is_year(number)


def _is_grouped(number: str) -> bool:
    return all(len(group) == 3 for group in number.partition(".")[0].split(",")[1:])


def _never(_number: str) -> bool:
    return False


class _Slip(NamedTuple):
    """Where a number stands, in a group if there is one, what it must be there, and what is said of any other."""

    pattern: re.Pattern[str]
    holds: Callable[[str], bool]
    told: str
    ours: bool = False  # sought in words of ours alone, and not in titles


_SLIPS = (
    _Slip(_AFTER_MONTH, _is_day_or_year, "names neither a day nor a year. Correct the number."),
    _Slip(_BEFORE_MONTH, _is_day_or_year, "names no day. Correct the number."),
    _Slip(_AFTER_YEAR, _is_year, "names no year. Correct the number."),
    _Slip(_FOUR, _is_year, "is no year. Correct it, or write a comma between thousands.", ours=True),
    _Slip(_UNGROUPED, _never, "is no number. Write no 0 before it, and commas between thousands.", ours=True),
    _Slip(_POINT, _never, "has a point before three digits. Write a comma between thousands, or one digit less."),
    _Slip(_GROUPS, _is_grouped, "is no number. Write three digits between commas."),
)
