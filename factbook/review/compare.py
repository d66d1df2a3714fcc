"""Hold two states of the record side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Any

from factbook.checks.judging import judge
from factbook.dates import When
from factbook.model import Book, Claim, Source
from factbook.quantities import Quantity
from factbook.review.changes import Change, FieldChange, Review, SentenceChange, VerdictChange
from factbook.review.overtaken import overtaken
from factbook.review.sentences import Sentence, sentences
from factbook.review.snapshot import Snapshot

_APART = frozenset({"id", "mark", "marks", "source"})


def compare(base: Snapshot, head: Snapshot) -> Review:
    """What `head` changes of `base`."""
    return Review(
        base,
        head,
        facts=tuple(_changes(_claims(base.book), _claims(head.book))),
        sources=tuple(_changes(_sources(base.book), _sources(head.book))),
        terms=tuple(_changes(_terms(base.book), _terms(head.book))),
        verdicts=tuple(_verdict_changes(_verdicts(base.book), _verdicts(head.book))),
        sentences=tuple(_sentences(base.pages, head.pages)),
        overtaken=tuple(overtaken(base, head)),
    )


def _claims(book: Book | None) -> Mapping[str, Claim]:
    return book.claims if book else {}


def _sources(book: Book | None) -> Mapping[str, Source]:
    return book.sources if book else {}


def _terms(book: Book | None) -> dict[str, Any]:
    names = book.vocabulary.names() if book else {}
    return {f"{section}.{key}": term for section, terms in names.items() for key, term in terms.items()}


def _verdicts(book: Book | None) -> dict[str, str]:
    return {id: judge(book, check).verdict.label for id, check in book.checks.items()} if book else {}


def _verdict_changes(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[VerdictChange]:
    for id in sorted({*before, *after}):
        if before.get(id) != after.get(id):
            yield VerdictChange(id, before.get(id), after.get(id))


def _changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Change]:
    for id in sorted({*before, *after}):
        old, new = before.get(id), after.get(id)
        kind = "added" if old is None else "removed" if new is None else "changed"
        written = _written(old), _written(new)
        fields = tuple(
            FieldChange(key, written[0].get(key), written[1].get(key))
            for key in dict.fromkeys([*written[0], *written[1]])
            if written[0].get(key) != written[1].get(key)
        )
        if fields:
            yield Change(kind, id, fields, *((old, new) if isinstance(old or new, Claim) else ()))


def _written(entry: Any) -> dict[str, str]:
    """The keys of an entry that say something, each as one text."""
    keys = type(entry).__dataclass_fields__ if entry is not None else {}
    values = {key: getattr(entry, key) for key in keys if key not in _APART}
    return {key: _text(value) for key, value in values.items() if value not in (None, "", (), {})}


def _text(value: Any) -> str:
    if isinstance(value, Quantity | When):
        return value.text
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    if isinstance(value, Mapping):
        return "; ".join(f"{key}: {item}" for key, item in value.items())
    return str(value)


def _sentences(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[SentenceChange]:
    for page in sorted({*before, *after}):
        if before.get(page) == after.get(page):
            continue  # before the costly part: few pages change
        old, new = (sentences(pages[page]) if page in pages else [] for pages in (before, after))
        if not (old and new):
            yield SentenceChange(page, _whole(old), _whole(new))
            continue
        for kind, a, b, c, d in _matched(old, new):
            if kind != "equal":
                yield from (SentenceChange(page, *pair) for pair in zip_longest(old[a:b], new[c:d]))


def _whole(page: list[Sentence]) -> Sentence | None:
    """A page that comes or goes as one piece: its facts are listed one by one already."""
    ids = frozenset().union(*(sentence.ids for sentence in page))
    return Sentence(f"(the whole page, {len(page)} sentences)", ids) if page else None


def _matched(old: list[Sentence], new: list[Sentence]) -> list[tuple[str, int, int, int, int]]:
    before, after = ([sentence.text for sentence in side] for side in (old, new))
    return list(SequenceMatcher(None, before, after, autojunk=False).get_opcodes())
