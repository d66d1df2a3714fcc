"""Which characters a file of the record may hold, and where those that it may not hold stand."""

from __future__ import annotations

import re
import unicodedata

from factbook.errors import BrokenBook, Mark, Problem
from factbook.findings import MOST, mark_at, placed

_CONTROLS = "\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufff9-\uffff"
_IGNORABLE = (
    "\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_NOT_CHARACTERS = "\ud800-\uf8ff\ufdd0-\ufdef\U000f0000-\U0010ffff" + "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0xF0000, 0x10000)
)
REFUSED = re.compile(f"[{_CONTROLS}{_IGNORABLE}{_NOT_CHARACTERS}]")
_COMMON = bytes([10, *range(32, 127)])
_UNSETTLED = re.compile("^(?:<{7}|>{7}) ", re.MULTILINE)
_SETTLE = "a merge is not settled here. Keep what should stand, and delete the lines of <<<<<<<, ======= and >>>>>>>."
_ADVICE = {
    "\t": "It is a tab: use spaces instead.",
    "\r": "It is a lone carriage return: end lines with LF or CRLF.",
    "\ufeff": "Save the file as UTF-8 without a byte order mark.",
    "\ufffd": "Put back the character that was lost here.",
}


def decode(data: bytes, path: str) -> str:
    """The text in `data`, which must be UTF-8, with lines ended by LF or CRLF.

    Raises `BrokenBook` with the place of every byte that is not UTF-8, every character that is refused, and every mark
    that git leaves where two changes meet.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise BrokenBook(placed([(Mark(path), "the file is in UTF-16. Save it as UTF-8.")], "", "characters"))
    text = data.decode("utf-8", "surrogateescape").replace("\r\n", "\n")
    if problems := refused(text, path) or _unsettled(text, path):
        raise BrokenBook(problems)
    return text


def refused(text: str, path: str) -> list[Problem]:
    """A problem for each character of `text` that readers and reviewers could not see or trust.

    These are the controls but the line feed, the line and paragraph separators, the characters with the Unicode
    property Default_Ignorable_Code_Point (bidirectional and zero-width ones among them) and the blank U+2800,
    variation selectors, private use, surrogates, noncharacters and U+FFF9 to U+FFFD.
    """
    uncommon = text.encode("utf-8", "surrogatepass").translate(None, _COMMON)
    if not first_refused(uncommon.decode("utf-8", "surrogatepass")):
        return []
    matches = list(REFUSED.finditer(text))
    found = [(mark_at(text, path, match.start()), _described(match[0])) for match in matches[: MOST + 1]]
    return placed(found, text, "characters", len(matches))


def first_refused(text: str) -> str | None:
    """The first refused character of `text` as U+XXXX with its name, or None."""
    match = REFUSED.search(text)
    return _named(match[0]) if match else None


def _unsettled(text: str, path: str) -> list[Problem]:
    if "<<<<<<<" not in text and ">>>>>>>" not in text:  # far quicker to see
        return []
    matches = list(_UNSETTLED.finditer(text))
    found = [(mark_at(text, path, match.start()), _SETTLE) for match in matches[: MOST + 1]]
    return placed(found, text, "characters", len(matches))


def _described(character: str) -> str:
    if "\udc80" <= character <= "\udcff":
        return f"the byte 0x{ord(character) - 0xDC00:02x} is not UTF-8. Save the file as UTF-8."
    advice = _ADVICE.get(character, "Delete it, or type the character that is meant.")
    return f"the character {_named(character)} is not allowed. {advice}"


def _named(character: str) -> str:
    name = unicodedata.name(character, "")
    return f"U+{ord(character):04X} ({name})" if name else f"U+{ord(character):04X}"
