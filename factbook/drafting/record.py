"""Take the record of an article: from the options given, and from answers where they are missing."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Container, Iterable, Mapping
from typing import TypeAlias

from factbook.drafting.answers import example, wrong
from factbook.errors import shown
from factbook.fields import SOURCE, Field
from factbook.kinds import NOT_FOUND, UNKNOWN, Known, is_id
from factbook.languages import OURS
from factbook.model import Book

Record: TypeAlias = dict[str, str]
ASKED = tuple(field for field in SOURCE if field.required or field.name == "authors")


class NotTaken(Exception):
    """Raised where the record of an article cannot be taken; the message says why and what to do."""


def checked(fields: Iterable[Field], given: Mapping[str, str | None], book: Book) -> Record:
    """The values given for keys, as text. Raises `NotTaken` with a line for each unsound one."""
    known = _known(book)
    values = {field: value for field in fields if (value := given[field.name]) is not None}
    told = [f"--{field.name}: {message}" for field, value in values.items() if (message := wrong(field, value, known))]
    if told:
        raise NotTaken("\n".join(told))
    return {field.name: value for field, value in values.items()}


def taken(given: Record, book: Book, today: str, ask: Callable[[str], str] = input) -> Record:
    """The value of each key of `source:` as text, those that are not given asked for until they are sound.

    What is known of the publisher from the record, and `today`, are offered. Raises `NotTaken` where nobody answers.
    """
    record = {**given}
    for field in ASKED:
        if field.name not in record:
            offered = {"accessed": today, "language": OURS, "held": "whole"} | _usual(book, record.get("publisher", ""))
            record[field.name] = _answer(field, offered.get(field.name, ""), _known(book), ask)
        if field.name == "publisher":
            record["publisher"] = _spelled(book, record["publisher"])
    same = (source for source in book.sources.values() if source.url == record["url"] != NOT_FOUND)
    if known := next(same, None):
        raise NotTaken(f"the article is in the record already: facts/sources/{known.id}.yaml. Add your claims there.")
    return {field.name: record[field.name] for field in SOURCE if record.get(field.name)}


def source_id(record: Record, sources: Container[str] = (), ask: Callable[[str], str] = input) -> str:
    """The id of a source: its publisher and its day of publication, which is none of `sources`.

    Where none can be made so, one is asked for, and no answer is lost. Raises `NotTaken` where nobody answers.
    """
    letters = unicodedata.normalize("NFKD", record["publisher"]).encode("ascii", "ignore").decode().lower()
    publisher = "-".join(re.findall("[a-z0-9]+", letters))
    day = "undated" if record["published"] == UNKNOWN else record["published"].rstrip("~")
    id = f"{publisher}-{day}"
    while id in sources or not is_id(id):
        fault = f"{shown(id)} is {'the id of another source' if id in sources else 'no id'}."
        try:
            id = ask(f"id: {fault} Write another: the publisher in a word, and the day.\n> ").strip()
        except EOFError:
            raise NotTaken(f"{fault} Give one with --id: the publisher in a word, and the day.") from None
    return id


def _known(book: Book) -> Known:
    return Known(book.vocabulary.names(), book.vocabulary.units)


def _answer(field: Field, offered: str, known: Known, ask: Callable[[str], str]) -> str:
    hint = f"Enter for {offered}" if offered else example(field)
    while True:
        try:
            answer = ask(f"{field.name}: {field.description} ({hint})\n> ").strip() or offered
        except EOFError:
            raise NotTaken(f"{field.name} is missing. Give --{field.name}, or answer when asked.") from None
        message = wrong(field, answer, known)
        if message is None:
            return answer
        print(f"{field.name} {message}")


def _usual(book: Book, publisher: str) -> dict[str, str]:
    """What the record mostly says of other articles of the publisher."""
    others = [source for source in book.sources.values() if source.publisher == publisher]
    return {
        name: Counter(getattr(source, name) for source in others).most_common(1)[0][0]
        for name in ("standing", "language")
        if others
    }


def _spelled(book: Book, publisher: str) -> str:
    """A publisher as the record spells it."""
    known = {source.publisher.casefold(): source.publisher for source in book.sources.values()}
    return known.get(publisher.casefold(), publisher)
