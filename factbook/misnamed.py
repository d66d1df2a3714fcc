"""Find figures on pages among words for another or for none, without their place, or with their unit typed again."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from factbook.citations import Use
from factbook.errors import Problem, shown
from factbook.figure_words import heard, stems, unit_words, words_beside, words_for
from factbook.model import Book
from factbook.rules.quotes import heard_instead
from factbook.vocabulary import Measure

_NEXT = re.compile(r"[ *_]*(\w+)")
_PARTED = re.compile(r"[,;.:|]|\band\b")


def misheard(book: Book, used: Iterable[Use]) -> Iterator[Problem]:
    """Every figure of a claim whose neighbouring words, up to the next comma, name another measure than its own."""
    for use in used:
        claim = book.claims.get(use.id) if use.macro == "fact" else None
        own = book.vocabulary.measures[claim.measure] if claim and claim.measure else None
        if own and own.heard:
            before, after = _PARTED.split(use.before.lower())[-1], _PARTED.split(use.after.lower())[0]
            other = heard_instead(book, own, before, after)
            if other and not _said_as_part(own, other, f"{before}\n{after}"):
                told = f"{use.id} is of {own.key}, but the words beside it speak of {other.key}."
                message = f"{told} Say what it counts, or correct the id."
                yield Problem(use.mark, "page", message, "measure-heard")


def _said_as_part(own: Measure, whole: Measure, beside: str) -> bool:
    """Whether words beside a figure speak of its measure as a part of another, as in mines found of one kind."""
    return own.key in whole.parts and any(word in beside for word in own.heard)


def doubled(book: Book, used: Iterable[Use]) -> Iterator[Problem]:
    """Every figure behind which its unit, which it says by itself, is typed once more."""
    for use in used:
        found = book.claims.get(use.id) or book.derived.get(use.id) if use.macro == "fact" else None
        word = _NEXT.match(use.after)
        if found and found.value and word and found.value.spelling.lower().endswith(f" {word[1].lower()}"):
            message = f"{shown(word[1])} is typed behind {use.id}, which says its unit by itself. Delete it."
            yield Problem(use.mark, "page", message, "typed-unit")


def misnamed(book: Book, used: Iterable[Use]) -> Iterator[Problem]:
    """Every figure that its sentence or cell takes for another, or around which nothing says what and where it is."""
    figures = [(use, use.near) for use in used if use.macro == "fact" and _is_figure(book, use.id)]
    beside: dict[tuple[str, int, str], list[str]] = defaultdict(list)
    for use, near in figures:
        beside[use.mark.path, use.mark.line, near].append(use.id)
    for use, near in figures:
        ids = beside[use.mark.path, use.mark.line, near]
        told = _of_another(book, use.id, near, ids) or _placeless(book, use, near) or _nameless(book, use, near)
        if told:
            yield Problem(use.mark, "page", told, "figure-named")


def _is_figure(book: Book, id: str) -> bool:
    return id in book.derived or (id in book.claims and book.claims[id].value is not None)


def _of_another(book: Book, id: str, near: str, beside: Collection[str]) -> str:
    """What is wrong where words beside a figure are for another of its source, which is not there, and none for it."""
    if id not in book.claims:
        return ""
    own, foreign = stems(near) & words_for(book, id), stems(near) - words_beside(book, id, beside)
    for other in book.by_source[book.claims[id].source] if foreign else ():
        if other.value and other.id not in beside:
            theirs = words_for(book, other.id)
            if own <= theirs and not foreign.isdisjoint(theirs):
                word = shown(heard(near, foreign & theirs))
                return f"{word} beside {id} speaks of {other.id}. Cite that one, or say what this one counts."
    return ""


def _placeless(book: Book, use: Use, near: str) -> str:
    claim = book.claims.get(use.id)
    place = book.places.get(claim.place or "") if claim else None
    if place is None:
        return ""
    said = f"{near} {use.block.line(use.mark.line)}"
    named = any(name in said for name in place.spellings)
    return "" if named else f"{use.id} is of {place.label}, which nothing beside it names. Name it, or correct the id."


def _nameless(book: Book, use: Use, near: str) -> str:
    words, unit = words_for(book, use.id), unit_words(book, use.id)  # a unit that says it is printed with the figure
    named = not words.isdisjoint(stems(near) | unit) or not (words | unit).isdisjoint(stems(use.block.words))
    return "" if named else f"nothing around {use.id} says what it counts. Say it, or correct the id."
