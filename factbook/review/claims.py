"""How a report tells of facts, of what they rest on and of what is declared of them."""

from __future__ import annotations

from collections.abc import Iterator

from factbook.beside import misquoted, whereabouts
from factbook.model import Book, Claim
from factbook.review.changes import Change, FieldChange, PrintChange, Review, VerdictChange
from factbook.review.markup import cell, safe
from factbook.review.overtaken import Overtaken

_ONE_SIDED = ("added", "removed")
_ADDRESSED = ("questions", "checks", "derived")  # beside sources, whose facts tell of them


def facts(review: Review, kind: str) -> Iterator[str]:
    """The facts that a change adds, say, each with its source, its phrase and its keys."""
    changes = [change for change in review.facts if change.kind == kind]
    if changes:
        yield f"### {kind.capitalize()} facts"
    for change in changes:
        yield _fact(review, change)


def unsound(review: Review) -> Iterator[str]:
    """The facts that are written before and after, but sound in one state alone."""
    for change in review.facts:
        if change.kind == "unsound":
            yield f"- {safe(change.id)}, {'unsound now' if change.before else 'sound only now'}"


def gone(review: Review) -> Iterator[str]:
    """What has an address under which nothing is written any more, and what it is called now."""
    written = review.head.book.ids if review.head.book else frozenset()
    for change in review.facts:
        if change.before and change.kind != "unsound" and change.before.id not in written:
            now = f", now {safe(change.after.id)}" if change.after else ""
            yield f"- {safe(change.before.id)}{now}"
    for change in (change for kind in _ADDRESSED for change in review.others.get(kind, ())):
        if change.kind == "removed":
            yield f"- {safe(change.id)}"
        elif change.kind == "renamed":
            yield f"- {safe(change.fields[0].before or '')}, now {safe(change.id)}"
    for page in review.pages:
        if page.before and not page.made and page.before != page.after:
            yield f"- {safe(page.before)}{f', now {safe(page.after)}' if page.after else ''}"


def other(change: Change) -> str:
    """An entry that is no fact, on one line."""
    if change.kind == "unsound":
        return f"- {safe(change.id)}, {'unsound now' if change.fields[0].after is None else 'sound only now'}"
    sided = change.kind in _ONE_SIDED
    told = "; ".join(f"{field.key}: {' → '.join(_cells(field, sided))}" for field in change.fields)
    return f"- {change.kind} {safe(change.id)}: {told}"


def verdict(change: VerdictChange) -> str:
    """A check with its verdicts."""
    return f"- {safe(change.id)}: {change.before or 'no such check'} → {change.after or 'no such check'}"


def fingerprint(change: PrintChange) -> str:
    """A fingerprint with the facts that rest on it."""
    resting = "; ".join(f"{safe(id)} ({_moved(before, now)})" for id, before, now in change.resting)
    return f"- {change.kind} {safe(change.path)}, on which rest: {resting or 'no facts'}"


def overtaken(one: Overtaken) -> str:
    """A sentence with the total it cites and the one that is newer."""
    told = f"cites {safe(one.earlier.id)}, which {safe(one.later.id)} overtakes"
    return f"- {safe(one.page)} {told}: {safe(one.text)}"


def _fact(review: Review, change: Change) -> str:
    book = review.base.book if change.after is None else review.head.book
    claim = change.after or change.before
    assert claim is not None
    assert book is not None
    source = book.source_of(claim)
    told = f"{source.publisher}, {source.published.text if source.published else 'undated'}"
    where = f"Source: {safe(told)}, {safe(source.url)}."
    return "\n\n".join([f"#### {safe(change.id)}", where, _evidence(book, claim), _table(change)])


def _evidence(book: Book, claim: Claim) -> str:
    phrase = f"Phrase: {safe(claim.quote)}"
    if misquoted(book, claim):
        return f"{phrase} **is not in what is held of the article.**"
    return f"{phrase} ({whereabouts(book, claim)})."


def _moved(before: tuple[int, ...], now: tuple[int, ...]) -> str:
    if before == now:
        return _place(now)  # where a phrase of a title, say, is not in the article either
    return f"{_place(before)} → {_place(now) if now else '**not found**'}"


def _place(paragraphs: tuple[int, ...]) -> str:
    return f"paragraph {', '.join(map(str, paragraphs))}" if paragraphs else "not found"


def _table(change: Change) -> str:
    sided = change.kind in _ONE_SIDED
    heads = ["key", "value"] if sided else ["key", "before", "after"]
    rows = [heads, ["---"] * len(heads), *([field.key, *_cells(field, sided)] for field in change.fields)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _cells(field: FieldChange, sided: bool) -> list[str]:
    """What a key said and says; only what is written where the fact stands on one side alone."""
    return [cell(text) for text in (field.before, field.after) if not sided or text is not None]
