"""How a report tells of pages and their sentences."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from factbook.review.alike import folded
from factbook.review.changes import PageChange, Review, SentenceChange
from factbook.review.markup import listed, safe

_OF = {"ids": "facts", "cites": "citations", "links": "links"}


def page(change: PageChange) -> str | None:
    """A page that came, went, has another name or differs in no sentence; None for any other."""
    if change.before is None or change.after is None:
        how = "made from facts alone" if change.made else "every sentence below"
        return f"- {'new' if change.after else 'removed'} {safe(change.path)}, {how}"
    if change.before != change.after:
        return f"- renamed {safe(change.before)} → {safe(change.after)}"
    return None if change.sentences else f"- changed in markup, or in what repeats facts, alone: {safe(change.path)}"


def sentences(review: Review, by: str) -> Iterator[str]:
    """Every sentence that differs, by page or by fact."""
    if not review.sentences:
        return
    alike, rest = folded(review.sentences)
    yield "### Published sentences that change"
    for (old, new), changes in alike.items():
        yield f"#### {len(changes)} sentences that differ in this alone: {safe(old)} → {safe(new)}"
        yield "\n".join([f"- on {_places(changes)}; those on pages of sources are only counted:", *_in_turn(changes)])
    for name, changes in _by_fact(rest) if by == "fact" else _by_page(rest):
        yield f"#### {name}"
        yield "\n".join(_sentence(change, by) for change in changes)


def _in_turn(changes: Sequence[SentenceChange]) -> Iterator[str]:
    """Every sentence once, of the later ones of a page what each says after; where all are of sources, the first."""
    told: dict[str, set[str]] = defaultdict(set)
    for change in [change for change in changes if not change.page.startswith("sources/")] or changes[:1]:
        after = change.after.text if change.after else ""
        if after not in told[change.page]:
            later = told[change.page]
            yield f"- {safe(change.page)} after: {safe(after)}" if later else _sentence(change, "fact")
            later.add(after)


def _places(changes: Iterable[SentenceChange]) -> str:
    """The pages of sentences, each with how many of them it holds."""
    return ", ".join(f"{safe(path)} ({number})" for path, number in Counter(change.page for change in changes).items())


def differences(change: SentenceChange) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """In which facts, citations and links a sentence differs, before and after; of a new one, where it links to."""
    if change.after is None:
        return
    for field, name in _OF.items():
        before, after = (getattr(sentence, field, ()) for sentence in (change.before, change.after))
        if before != after and (change.before or field == "links"):
            yield name, *_unlike(before, after)


def _unlike(before: tuple[str, ...], after: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Both without what they share, or whole where they differ in order alone."""
    gone, new = Counter(before) - Counter(after), Counter(after) - Counter(before)
    return (tuple(gone.elements()), tuple(new.elements())) if gone or new else (before, after)


def _by_page(changes: Iterable[SentenceChange]) -> Iterator[tuple[str, list[SentenceChange]]]:
    for path, group in groupby(changes, key=lambda change: change.page):
        yield f"Page {safe(path)}", list(group)


def _by_fact(changes: Iterable[SentenceChange]) -> Iterator[tuple[str, list[SentenceChange]]]:
    """Each fact with the sentences it stands in; a sentence of several facts stands under each of them."""
    listed_ = list(changes)
    for id in sorted(frozenset().union(*(change.ids for change in listed_))):
        yield safe(id), [change for change in listed_ if id in change.ids]
    if rest := [change for change in listed_ if not change.ids]:
        yield "Sentences without a fact", rest


def _sentence(change: SentenceChange, by: str) -> str:
    place = f"{safe(change.page)} " if by == "fact" else ""
    told = (_difference(*found) for found in differences(change))
    return f"- {place}{'<br>'.join([*_words(change), *told])}"


def _words(change: SentenceChange) -> Iterator[str]:
    before, after = (sentence.text if sentence else None for sentence in (change.before, change.after))
    if before == after:
        yield f"the same words: {safe(after or '')}"
    elif before is None or after is None:
        yield f"{'gone' if after is None else 'new'}: {safe(after or before or '')}"
    else:
        yield from (f"before: {safe(before)}", f"after: {safe(after)}")


def _difference(name: str, gone: tuple[str, ...], new: tuple[str, ...]) -> str:
    if name != "links":
        return f"{name}: {listed(gone)} → {listed(new)}"
    if not gone:
        return f"a link leads to {listed(new)}"
    return f"the link now leads to {listed(new)}, no longer to {listed(gone)}"
