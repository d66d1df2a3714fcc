"""Invent sources and claims in the likeness of the record's own, so that it can be tried at many times its size.

An invented source takes its shape (how many claims of which measures, units, scopes and hedges, how long its notes
and texts) from a source of the record drawn by lot; its figures, words, days and fingerprint are its own. Totals grow
with time and equal keys give equal figures, so the result breaks no rule.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any
from zlib import crc32

from factbook.canonical import canonical
from factbook.canonical.spelling import written
from factbook.evidence import fingerprint
from factbook.model import Book, Claim, Source
from factbook.quantities import HEDGES, grouped, spoken_numbers
from factbook.rules import breakdowns
from factbook.units import attached

FIRST, LAST = date(2021, 3, 1), date(2026, 10, 20)
SINGLE_PLACE = 300  # an invented figure for one place is so many times less than one for all, which it is a part of
START = "2020-12-01"  # not the first day of the record's own totals, which invented ones must not meet
HEDGED = {"more-than": -1, "nearly": 1, "about": 0}  # how an exact figure is rounded before the hedge is put to it
LANGUAGE = "en"


class Inventor:
    """Draws everything by one lot, so that the same seed invents the same record."""

    def __init__(self, book: Book, seed: int) -> None:
        self.book, self.lot = book, Random(seed)
        self.heard = {word for measure in book.vocabulary.measures.values() for word in measure.heard}
        self.words = _words(book, self.heard)
        self.wholes = _wholes(book)
        self.read = max(source.accessed for source in book.sources.values())
        self.shapes = [source for source in book.sources.values() if book.by_source[source.id]]

    def write(self, root: Path, count: int, times: int = 1) -> None:
        """Write `count` sources with their fingerprints below `root`, the folder of facts.

        Each has `times` as many claims as the source whose shape it takes.
        """
        for number in range(count):
            shape = self.lot.choice(self.shapes)
            day = FIRST + timedelta(self.lot.randrange((LAST - FIRST).days))
            id = f"invented-{day}-{number}"
            entries, paragraphs = self._source(shape, day, times)
            text = canonical(entries, f"sources/{id}", self.book.vocabulary.units)
            (root / "sources" / f"{id}.yaml").write_text(text, encoding="utf-8")
            if shape.held != "phrases":
                held = fingerprint("\n".join(paragraphs))
                (root / "fingerprints" / f"{id}.txt").write_text(str(held), encoding="utf-8")

    def _source(self, shape: Source, day: date, times: int) -> tuple[str, list[str]]:
        paragraphs: list[str] = []
        passed: list[int] = []
        claims: list[str] = []
        scope = next((claim.scope for claim in self.book.by_source[shape.id] if claim.scope), None)
        for claim in self.book.by_source[shape.id] * times:
            name = f"{claim.name[:50]}-{len(claims)}"
            lines, quotes = self._claim(replace(claim, scope=claim.scope and scope), day)
            claims.append("\n".join([f"{name}:", *(f"  {key}: {value}" for key, value in lines)]))
            paragraphs.append(f"{self._some(9)} {f' {self._some(5)} '.join(quotes)} {self._some(9)}.")
        for _ in shape.passed_over:
            paragraphs.append(self._some(30))
            passed.append(len(paragraphs))
        record = [("publisher", shape.publisher), ("title", self._some(8)), ("published", day), ("accessed", self.read)]
        record += [("url", f"https://example.org/{crc32(paragraphs[0].encode())}"), ("language", LANGUAGE)]
        record += [("standing", shape.standing), ("held", shape.held)]
        record += [("note", self._like(shape.note))] if shape.note else []
        head = ["source:", *(f"  {key}: {written(str(value))}" for key, value in record)]
        head += ["  passed_over:", *(f"    {number}: no claim" for number in passed)] if passed else []
        return "\n\n".join(["\n".join(head), *claims]) + "\n", paragraphs

    def _claim(self, shape: Claim, day: date) -> tuple[list[tuple[str, str]], list[str]]:
        """The lines of a claim, and the phrases of the article it rests on."""
        lines: list[tuple[str, str]]
        if shape.measure and shape.value:
            said, quote = self._figure(shape, day)
            lines = [("measure", shape.measure), ("value", said), ("period", f"{START}/{day}")]
        else:
            statement = self._like(shape.statement)
            # The words of the statement, none of them beside those it stands beside there.
            quote = " ".join([*reversed(statement.split()), *self._some(6).split()][:9])
            lines = [("claim", statement.capitalize() + "."), ("topic", str(shape.topic))]
            lines.append(("date", str(day)))
        dated = f"{self._some(3)} of {day} {self._some(2)}"
        lines += [("date_quote", dated)] if shape.date_quote else []
        lines += [(key, text) for key in ("scope", "place", "according_to") if (text := getattr(shape, key))]
        lines.append(("quote", quote))
        lines += [("note", self._like(shape.note))] if shape.note else []
        return lines, [quote, *([dated] if shape.date_quote else [])]

    def _figure(self, shape: Claim, day: date) -> tuple[str, str]:
        assert shape.value
        assert shape.measure
        measure = self.book.vocabulary.measures[shape.measure]
        unit = self.book.vocabulary.units[measure.units[0]]
        number = self._number(measure.key, unit.key, f"{shape.scope} {shape.place}", (day - FIRST).days)
        number = number // SINGLE_PLACE if shape.place and unit.key != "percent" else number
        hedge = shape.value.hedge.kind if shape.value.hedge.kind in HEDGED and number > 100 else ""
        if hedge:
            step = 10 ** (len(str(number)) - 3)
            number = (number + step * (HEDGED[hedge] + 1) // 2) // step * step
        words = next((known.words[0] for known in HEDGES if known.kind == hedge), "")
        word = next((word for word in unit.words if not any(heard in word for heard in self.heard)), unit.words[0])
        figure = f"{words} {grouped(str(number))}{'' if attached(word) else ' '}".lstrip()
        several = unit.label if word == unit.singular else f"{word}s"
        heard = measure.heard[0] if measure.heard else "in all"
        return (
            f"{figure}{several if several in unit.words else word}",
            f"{self._some(2)} {figure}{word} {heard} {self._some(2)}",
        )

    def _number(self, measure: str, unit: str, counted: str, days: int) -> int:
        """One number for one measure, scope, place and day, larger the later, the sum of its parts; no round one."""
        if unit == "percent":
            return 11 + days % 80 // 10 * 10
        if parts := self.wholes.get(measure):
            return sum(self._number(part, unit, counted, days) for part in parts)
        return (1_000 + crc32(f"{measure} {counted}".encode()) % 9_000 + 3 * days) * 10 + 7

    def _like(self, text: str | None) -> str:
        """As many words as `text` has, all others."""
        return self._some(len((text or "").split()) or 1)

    def _some(self, count: int) -> str:
        return " ".join(self.lot.choices(self.words, k=count))


def _wholes(book: Book) -> Mapping[str, tuple[str, ...]]:
    """The parts of each measure that has any; earlier states have them in a table of the rule."""
    earlier: Mapping[str, tuple[str, ...]] | None = getattr(breakdowns, "WHOLES", None)
    return earlier or {measure.key: measure.parts for measure in book.vocabulary.measures.values()}


def _words(book: Book, heard: set[str]) -> list[str]:
    """Words of the vocabulary's definitions that say nothing of numbers, units, hedges or measures."""
    terms: list[Any] = [
        *book.vocabulary.measures.values(),
        *book.vocabulary.topics.values(),
        *book.vocabulary.statuses.values(),
    ]
    found = {word for term in terms for word in re.findall(r"\b[a-z]{3,}\b", term.definition)}
    hedges = {word for hedge in HEDGES for words in (*hedge.words, *hedge.after) for word in words.split()}
    units = {word for unit in book.vocabulary.units.values() for words in unit.words for word in words.split()}
    parts = {word for words in heard for word in re.findall("[a-z]+", words)}  # two of them, drawn by lot, could meet
    unfit = hedges | units | parts | {"and", "may", "mar", "not"}
    return sorted(word for word in found - unfit if not _tells(word, book) and not any(part in word for part in heard))


def _tells(word: str, book: Book) -> bool:
    return bool(spoken_numbers(word, book.vocabulary.units))
