"""What our own words may not do on a page: change a figure by a hedge, or take a side by a word that judges."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from factbook.errors import Problem, shown
from factbook.findings import mark_at
from factbook.quantities.heard import hedge_before, hedge_behind

ATTRIBUTE = "Say it in other words, or in the words of a claim; to speak of the word itself, quote or emphasise it."
_FIGURE = re.compile(r"\{\{-?\s*fact\([^{}]*\}\}")
_NEAR = 60  # characters within which a hedge beside a figure begins and ends
_MARKUP = str.maketrans("*_(>)", "     ")  # what may stand between the two and not be seen
_NOT_OURS = re.compile(  # each goes on to what ends it or begins another, so that a page of beginnings takes no time
    r"(?=[{\]<`])(?:\{\{(?:[^{}]++|\{(?!\{)|\}(?!\}))*+\}\}|\{%(?:[^{%]++|\{(?!%)|%(?!\}))*+%\}|\{ *[#.:][^{}]*\}"
    r"|\]\([^\])]*\)|<!--(?:[^<-]++|<(?!!--)|-(?!->))*+-->|<[^<>]*>|^```.*?^```|`[^`\n]*`)",
    re.DOTALL | re.MULTILINE,
)
UNBRACED = re.compile(r"\b[a-z_]+\((?:\)|[\"'][^()\n]*\)?)")  # a macro among our words
_STEMS = ("liberat", "separatis", "terror", "invader")
_JUDGING = re.compile(
    rf"\b(?:(?:{'|'.join(_STEMS)})\w*|occup(?:y|ied|ies|iers?|ying|ations?)|returned)\b", re.IGNORECASE
)
_ALIKE = str.maketrans({"\N{LATIN SMALL LETTER DOTLESS I}": "i", "\N{COMBINING DOT ABOVE}": ""})  # to IGNORECASE
_SPOKEN_OF = re.compile(r"\*[^*\s](?:[^*\n]*[^*\s])?\*|“[^“”\n]+”|\"[^\"\n]+\"")
_PUT_AWAY = re.compile(r"\{[%#]")  # statements and comments of the macros' language


@lru_cache(maxsize=1)  # uses, words and figures are each looked for on a page
def own_words(markdown: str) -> str:
    """One page's Markdown with blanks for what is not said in our words: macros, addresses, code, HTML."""
    return _NOT_OURS.sub(blank, markdown)


def blank(match: re.Match[str]) -> str:
    """As many spaces and line feeds as a match holds."""
    return re.sub(r"[^\n]", " ", match[0])


def judging(words: str) -> Iterator[re.Match[str]]:
    """Every word that takes a side, but for those quoted or emphasised, of which the text speaks."""
    return _JUDGING.finditer(_SPOKEN_OF.sub(blank, words))


def misworded(markdown: str, path: str) -> Iterator[Problem]:
    """What our own words do wrong in one page's Markdown: typed hedges, words that take a side, and text put away."""
    for rule, found in (("typed-hedge", _hedges), ("takes-no-side", _sides), ("nothing-hidden", _put_away)):
        for at, message in found(markdown):
            yield Problem(mark_at(markdown, path, at), "page", message, rule)


def _hedges(markdown: str) -> Iterator[tuple[int, str]]:
    for figure in _FIGURE.finditer(markdown):
        start, end = max(0, figure.start() - _NEAR), figure.end()
        before = hedge_before(markdown[start : figure.start()].translate(_MARKUP))
        behind = hedge_behind(markdown[end : end + _NEAR].translate(_MARKUP))
        for heard, at in ((before, start), (behind, end)):
            if heard:
                told = f"{shown(heard.words)} is typed beside a figure, which says the hedge of its source by itself."
                yield at + heard.at, f"{told} Delete it, or cite a claim that says it."


def _sides(markdown: str) -> Iterator[tuple[int, str]]:
    folded = markdown.casefold().translate(_ALIKE)
    if any(stem in folded for stem in (*_STEMS, "occup", "returned")):  # as on few pages, and far quicker to see
        for match in judging(own_words(markdown)):
            yield match.start(), f"{shown(match[0])} takes a side. {ATTRIBUTE}"


def _put_away(markdown: str) -> Iterator[tuple[int, str]]:
    for match in _PUT_AWAY.finditer(markdown):
        told = f"{shown(match[0])} can hide text from readers."
        yield match.start(), f"{told} Delete what should not stand; macros need {{{{ }}}} alone."
