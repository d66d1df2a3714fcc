"""Rules on the prose in which we declare checks, derived figures and questions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factbook.checks import prose
from factbook.checks.wording import found
from factbook.errors import Mark, Problem, shown
from factbook.kinds import nearest
from factbook.model import Book
from factbook.own_words import ATTRIBUTE, judging
from factbook.quantities import spoken_numbers

_BRACE = re.compile(r"\{[a-z0-9-]+\.[a-z0-9-]+[^{}]*\}?")


def prose_takes_no_side(book: Book) -> Iterator[Problem]:
    """Our own prose must hold no word that takes a side, such as occupied or liberated, unless it is quoted."""
    for mark, id, ours in _prose(book):
        for match in judging(prose.plain(ours)):
            yield Problem(mark, id, f"{shown(match[0])} takes a side. {ATTRIBUTE}", "prose-takes-no-side")


def prose_names_figures(book: Book) -> Iterator[Problem]:
    """Our own prose may hold no figure but by naming it, as in `{anadolu-2021-10-22.killed}`."""
    known = {*book.ids, *book.derived}
    held = {*book.claims, *book.sources, *book.derived}
    for mark, id, ours in _prose(book):
        for name in prose.named(ours):
            if name.id not in known:
                message = f"no fact {shown(name.id, 120)} is in the record. {nearest(name.id, known)}"
                yield Problem(mark, id, message, "prose-names-figures")
            elif name.id in held and found(book, name) is None:
                message = f"{name.id} holds nothing to be named. Name a figure or a dated claim."
                yield Problem(mark, id, message, "prose-names-figures")
        if brace := _BRACE.search(plain := prose.plain(ours)):
            message = (
                f"{shown(brace[0])} names no figure. Write {{source-id.claim-id}}, with :date or :until for its date."
            )
            yield Problem(mark, id, message, "prose-names-figures")
            continue
        for typed in _typed(book, plain):
            message = f"{shown(typed)} is typed by hand. Name the claim that holds it: {{source-id.claim-id}}."
            yield Problem(mark, id, message, "prose-names-figures")


def _typed(book: Book, words: str) -> Iterator[str]:
    """Figures in digits or words; one, two and three in words are ordinary prose."""
    for name in book.names:
        words = words.replace(name, " ")
    for reading in spoken_numbers(words, book.vocabulary.units):
        if re.search("[0-9]", reading.text) or max(reading.values) > 3:
            yield reading.text
    yield from re.findall(r"[0-9]+(?:st|nd|rd|th|s)\b", words)


def _prose(book: Book) -> Iterator[tuple[Mark, str, str]]:
    for check in book.checks.values():
        for key in ("why", "reason"):
            if words := getattr(check, key):
                yield check.marks[key], f"checks.{check.id}", words
    for derived in book.derived.values():
        for key, words in (("label", derived.written), ("note", derived.note)):
            if words:
                yield derived.marks[key], derived.id, words
    for question in book.questions.values():
        for key in ("title", "agreed", "disputed", "note"):
            if words := getattr(question, key):
                yield question.marks[key], f"questions.{question.id}", words
