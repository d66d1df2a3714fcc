"""Hold two states of the record side by side."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from factbook.checks.judging import judge
from factbook.evidence import Fingerprint
from factbook.model import Book, Claim
from factbook.review import entries
from factbook.review.changes import Change, PrintChange, Review, VerdictChange
from factbook.review.overtaken import overtaken
from factbook.review.paging import page_changes
from factbook.review.snapshot import Snapshot


def compare(base: Snapshot, head: Snapshot, unrendered: Iterable[str] = ()) -> Review:
    """What `head` changes of `base`; `unrendered` are paths of files that it changes as well.

    Nothing can be told of a head whose record cannot be read, but why.
    """
    if head.book is None:
        nothing: dict[str, tuple[Change, ...]] = dict.fromkeys(entries.others(base.book), ())
        return Review(base, head, (), nothing, (), (), (), (), tuple(unrendered))
    old, new = entries.others(base.book), entries.others(head.book)
    claims = base.book.claims if base.book else {}
    held, hidden = _written(head.book), _hidden(head.book)
    written = {id for id in _written(base.book) if id in held or id.partition(".")[0] in hidden}
    others = {kind: tuple(entries.changes(old.get(kind, {}), new[kind], _of(kind, written))) for kind in new}
    unsound = {change.id for change in others["checks"] if change.kind == "unsound"}
    facts = tuple(entries.changes(claims, head.book.claims, written))
    return Review(
        base,
        head,
        facts=facts,
        others=others,
        verdicts=tuple(_verdict_changes(_verdicts(base.book), _verdicts(head.book), unsound)),
        prints=tuple(_print_changes(base.book, head.book)),
        pages=tuple(page_changes(base, head)),
        overtaken=tuple(overtaken(base, head, {fact.id for fact in facts if fact.kind == "renamed"})),
        unrendered=tuple(unrendered),
    )


def _written(book: Book | None) -> frozenset[str]:
    return book.ids | book.entries if book else frozenset()


def _hidden(book: Book) -> set[str]:
    """The sources whose files show nothing of what they hold: all of it may still be written there."""
    return set(book.ids) - book.sources.keys() - {id.partition(".")[0] for id in book.ids if "." in id}


def _of(kind: str, written: set[str]) -> set[str]:
    """What is written, and under the ids that a list gives its own entries."""
    return {*written, *(id.removeprefix(f"{kind}.") for id in written)}


def _verdicts(book: Book | None) -> dict[str, str]:
    return {id: judge(book, check).verdict.label for id, check in book.checks.items()} if book else {}


def _verdict_changes(
    before: Mapping[str, str], after: Mapping[str, str], unsound: Collection[str]
) -> Iterator[VerdictChange]:
    for id in sorted({*before, *after} - {*unsound}):
        if before.get(id) != after.get(id):
            yield VerdictChange(id, before.get(id), after.get(id))


def _print_changes(before: Book | None, after: Book | None) -> Iterator[PrintChange]:
    old, new = _prints(before), _prints(after)
    for folder, source in sorted({*old, *new}):
        was, now = old.get((folder, source)), new.get((folder, source))
        if was != now:
            kind = "added" if was is None else "removed" if now is None else "changed"
            claims = after.by_source.get(source, ()) if after else ()
            resting = tuple((claim.id, _places(was, claim), _places(now, claim)) for claim in claims)
            yield PrintChange(kind, f"facts/{folder}/{source}.txt", resting)


def _places(held: Fingerprint | None, claim: Claim) -> tuple[int, ...]:
    return tuple(held.locate(claim.quote)) if held else ()


def _prints(book: Book | None) -> dict[tuple[str, str], Fingerprint]:
    """The fingerprints of articles and of what readers noted, by folder and source."""
    kinds = {"fingerprints": book.fingerprints, "noted": book.noted} if book else {}
    return {(folder, source): held for folder, prints in kinds.items() for source, held in prints.items()}
