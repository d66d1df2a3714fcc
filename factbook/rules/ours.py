"""Rules on the prose in which we declare checks, derived figures and questions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factbook.checks import prose
from factbook.checks.wording import found
from factbook.errors import Marked, Problem, shown
from factbook.kinds import nearest
from factbook.model import Book
from factbook.own_words import ATTRIBUTE, judging
from factbook.quantities import spoken_numbers

_BRACE = re.compile(r"\{[a-z0-9-]+\.[a-z0-9-]+[^{}]*\}?")


def prose_takes_no_side(book: Book) -> Iterator[Problem]:
    """Our own prose must hold no word that takes a side, such as occupied or liberated, unless it is quoted."""
    for entry, key, ours in _prose(book):
        for match in judging(prose.plain(ours)):
            yield entry.problem("prose-takes-no-side", f"{shown(match[0])} takes a side. {ATTRIBUTE}", key)


def prose_names_figures(book: Book) -> Iterator[Problem]:
    """Our own prose may hold no figure but by naming it, as in `{anadolu-2021-10-22.killed}`."""
    known = {*book.ids, *book.derived}
    held = {*book.claims, *book.sources, *book.derived}
    for entry, key, ours in _prose(book):
        for name in prose.named(ours):
            if name.id not in known:
                message = f"no fact {shown(name.id, 120)} is in the record. {nearest(name.id, known)}"
                yield entry.problem("prose-names-figures", message, key, name.id)
            elif name.id in held and found(book, name) is None:
                message = f"{name.id} holds nothing to be named. Name a figure or a dated claim."
                yield entry.problem("prose-names-figures", message, key)
        if brace := _BRACE.search(plain := prose.plain(ours)):
            message = (
                f"{shown(brace[0])} names no figure. Write {{source-id.claim-id}}, with :date or :until for its date."
            )
            yield entry.problem("prose-names-figures", message, key)
            continue
        for typed in _typed(book, plain):
            message = f"{shown(typed)} is typed by hand. Name the claim that holds it: {{source-id.claim-id}}."
            yield entry.problem("prose-names-figures", message, key)


def _typed(book: Book, words: str) -> Iterator[str]:
    """Figures in digits or words; one, two and three in words are ordinary prose."""
    for name in book.names:
        words = words.replace(name, " ")
    rest = words
    for reading in spoken_numbers(words, book.vocabulary.units):
        rest = rest[: reading.offset] + " " * len(reading.text) + rest[reading.end :]
        if re.search("[0-9]", reading.text) or max(reading.values) > 3:
            yield reading.text
    yield from re.findall(r"[0-9]+\w*", rest)  # 21st, 1990s, and 12k, which is read as no number


def _prose(book: Book) -> Iterator[tuple[Marked, str, str]]:
    """Each entry with its keys that hold our prose, and what they hold."""
    for entry in (*book.checks.values(), *book.derived.values(), *book.questions.values()):
        for key in ("why", "reason", "label", "title", "agreed", "disputed", "note"):
            if words := getattr(entry, "written" if key == "label" else key, None):
                yield entry, key, words
