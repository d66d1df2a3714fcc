"""Which pages differ, and in which sentences; a page under another name is known by its sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from itertools import product, zip_longest

from factbook.review.changes import PageChange, SentenceChange
from factbook.review.limit import at_most
from factbook.review.lines import Sentence
from factbook.review.pages import made
from factbook.review.sentences import sentences
from factbook.review.snapshot import Snapshot

_ALIKE = 0.5  # of the sentences of two pages, how many they share at least if they are one
_LONGEST = 5.0  # seconds
_Pages = Mapping[str, list[Sentence]]


def page_changes(base: Snapshot, head: Snapshot) -> Iterator[PageChange]:
    """Every page that came, went, has another name or differs, by path."""
    gone, came = _only(base, head), _only(head, base)
    renamed = _renamed(gone, came)
    for path in sorted({*base.pages, *head.pages} - {*renamed.values()}):
        before = renamed.get(path, path if path in base.pages else None)
        after = path if path in head.pages else None
        if before != after or base.pages[path] != head.pages[path]:  # before the costly part: few pages change
            yield _page_change(base, head, before, after)


def _page_change(base: Snapshot, head: Snapshot, before: str | None, after: str | None) -> PageChange:
    from_facts = made(base.book, before or "") or made(head.book, after or "")
    if from_facts and (before is None or after is None):
        return PageChange(before, after, True, ())
    old = sentences(base.pages[before]) if before else []
    new = sentences(head.pages[after]) if after else []
    return PageChange(before, after, from_facts, tuple(_changes(after or before or "", old, new)))


def _only(one: Snapshot, other: Snapshot) -> dict[str, list[Sentence]]:
    """The pages of one state that people wrote and the other state lacks."""
    paths = [path for path in one.pages.keys() - other.pages.keys() if not made(one.book, path)]
    return {path: sentences(one.pages[path]) for path in sorted(paths)}


def _renamed(gone: _Pages, came: _Pages) -> dict[str, str]:
    """The old path of each new page that shares most of its sentences with one that is gone, the likest first."""
    alike = sorted(((_likeness(gone[old], came[new]), old, new) for old, new in product(gone, came)), reverse=True)
    found: dict[str, str] = {}
    for likeness, old, new in alike:
        if likeness >= _ALIKE and new not in found and old not in found.values():
            found[new] = old
    return found


def _likeness(old: list[Sentence], new: list[Sentence]) -> float:
    before, after = (Counter(sentence.text for sentence in side) for side in (old, new))
    return 2 * (before & after).total() / ((before + after).total() or 1)


def _changes(page: str, old: list[Sentence], new: list[Sentence]) -> Iterator[SentenceChange]:
    """Sentences are held against each other by their words; those with the same words may still differ."""
    for before, after in _matched([sentence.text for sentence in old], [sentence.text for sentence in new]):
        for one, other in zip_longest(old[before], new[after]):
            if one is None or other is None or one.told() != other.told():
                yield SentenceChange(page, one, other)


def _matched(old: list[str], new: list[str]) -> list[tuple[slice, slice]]:
    """What stands where of two pages, piece by piece; all in one piece where thousands of lines are alike."""
    try:
        with at_most(_LONGEST):
            steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    except TimeoutError:
        return [(slice(None), slice(None))]
    return [(slice(a, b), slice(c, d)) for _, a, b, c, d in steps]
