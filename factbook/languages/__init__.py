"""The languages of sources: all that is known of one stands in its table, from which every rule takes it."""

from __future__ import annotations

from collections.abc import Mapping

from factbook.languages.azerbaijani import AZERBAIJANI
from factbook.languages.english import ENGLISH
from factbook.languages.language import LATIN, Language
from factbook.languages.russian import RUSSIAN

__all__ = ["LANGUAGES", "LATIN", "OURS", "Language", "known"]

OURS = "en"
LANGUAGES: Mapping[str, Language] = {
    OURS: ENGLISH,
    "az": AZERBAIJANI,
    "be": Language("Belarusian", "Cyrillic"),
    "bg": Language("Bulgarian", "Cyrillic"),
    "de": Language("German"),
    "el": Language("Greek", "Greek"),
    "fr": Language("French"),
    "hy": Language("Armenian", "Armenian"),
    "it": Language("Italian"),
    "ka": Language("Georgian", "Georgian"),
    "kk": Language("Kazakh", "Cyrillic"),
    "ky": Language("Kyrgyz", "Cyrillic"),
    "mk": Language("Macedonian", "Cyrillic"),
    "ru": RUSSIAN,
    "sr": Language("Serbian", "Cyrillic"),
    "tr": Language("Turkish"),
    "uk": Language("Ukrainian", "Cyrillic"),
}


def known(code: str) -> Language:
    """What is known of the language of an ISO 639-1 code; of one that is not listed, the code alone."""
    return LANGUAGES.get(code) or Language(code)
