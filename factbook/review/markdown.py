"""The report of a review as Markdown for a pull request: counts first, nothing cut."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from factbook.model import Book, Claim
from factbook.review.changes import Change, Review, SentenceChange, VerdictChange
from factbook.review.overtaken import Overtaken

_UNSAFE = re.compile(r"www|[^\w ,./%()+='\u2013\u2014\u2018-\u201d-]|_", re.IGNORECASE)
_KINDS = ("removed", "changed", "added")


def report(review: Review, by: str = "page") -> str:
    """The whole report; sentences are grouped `by` page or by fact."""
    parts = [
        "## What this change does to the record",
        _counts(review),
        *_section("Problems", (f"- {_safe(str(problem))}" for problem in review.head.problems)),
        *_section("Checks whose verdict changes", (_verdict(change) for change in review.verdicts)),
        *(part for kind in _KINDS for part in _facts(review, kind)),
        *_section("Sources", (_other(change) for change in review.sources)),
        *_section("Vocabulary", (_other(change) for change in review.terms)),
        *_section("Sentences that cite an earlier total", (_overtaken(one) for one in review.overtaken)),
        *_sentences(review, by),
    ]
    return "\n\n".join(parts) + "\n"


def _safe(untrusted: str) -> str:
    """Untrusted text as code: it can neither be markup nor mention anybody, refer to an issue or become a link."""
    plain = _UNSAFE.sub(lambda match: f"&#{ord(match[0][0])};{match[0][1:]}", " ".join(untrusted.split()))
    return f"<code>{plain}</code>"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _counts(review: Review) -> str:
    facts = ", ".join(f"{sum(change.kind == kind for change in review.facts)} {kind}" for kind in _KINDS)
    pages = len({change.page for change in review.sentences})
    return (
        f"**Facts:** {facts}. **Sources changed:** {len(review.sources)}. "
        f"**Vocabulary entries changed:** {len(review.terms)}. "
        f"**Checks whose verdict changes:** {len(review.verdicts)}. "
        f"**Published sentences that change:** {len(review.sentences)} on {_count(pages, 'page')}. "
        f"**Sentences that cite an earlier total:** {len(review.overtaken)}. "
        f"**Problems:** {len(review.head.problems)}."
    )


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    written = list(lines)
    if written:
        yield f"### {title}"
        yield "\n".join(written)


def _facts(review: Review, kind: str) -> Iterator[str]:
    changes = [change for change in review.facts if change.kind == kind]
    if changes:
        yield f"### {kind.capitalize()} facts"
    for change in changes:
        yield _fact(review, change)


def _fact(review: Review, change: Change) -> str:
    book = review.base.book if change.after is None else review.head.book
    claim = change.after or change.before
    assert claim is not None
    assert book is not None
    source = book.source_of(claim)
    told = f"{source.publisher}, {source.published.text if source.published else 'undated'}"
    where = f"Source: {_safe(told)}, {_safe(source.url)}."
    return "\n\n".join([f"#### {_safe(change.id)}", where, _evidence(book, claim), _table(change)])


def _evidence(book: Book, claim: Claim) -> str:
    phrase = f"Phrase: {_safe(claim.quote)}"
    if claim.source not in book.fingerprints:
        return f"{phrase} (not checked: the article is not held)."
    if found := book.paragraphs(claim):
        return f"{phrase} is found in the article's paragraph {', '.join(map(str, found))}."
    return f"{phrase} **is not in the article.**"


def _table(change: Change) -> str:
    rows = [f"| {field.key} | {_cell(field.before)} | {_cell(field.after)} |" for field in change.fields]
    return "\n".join(["| key | before | after |", "|---|---|---|", *rows])


def _cell(written: str | None) -> str:
    return "—" if written is None else _safe(written)


def _other(change: Change) -> str:
    told = "; ".join(f"{field.key}: {_cell(field.before)} → {_cell(field.after)}" for field in change.fields)
    return f"- {change.kind} {_safe(change.id)}: {told}"


def _verdict(change: VerdictChange) -> str:
    return f"- {_safe(change.id)}: {change.before or 'no such check'} → {change.after or 'no such check'}"


def _overtaken(one: Overtaken) -> str:
    told = f"cites {_safe(one.earlier.id)}, which {_safe(one.later.id)} overtakes"
    return f"- {_safe(one.page)} {told}: {_cell(one.text)}"


def _sentences(review: Review, by: str) -> Iterator[str]:
    if not review.sentences:
        return
    yield "### Published sentences that change"
    groups = _by_fact(review.sentences) if by == "fact" else _by_page(review.sentences)
    for name, changes in groups:
        yield f"#### {name}"
        yield "\n".join(_sentence(change, by) for change in changes)


def _by_page(changes: Iterable[SentenceChange]) -> Iterator[tuple[str, list[SentenceChange]]]:
    for page, group in groupby(changes, key=lambda change: change.page):
        yield f"Page {_safe(page)}", list(group)


def _by_fact(changes: Iterable[SentenceChange]) -> Iterator[tuple[str, list[SentenceChange]]]:
    """Each fact with the sentences it stands in; a sentence of several facts stands under each of them."""
    listed = list(changes)
    for id in sorted(frozenset().union(*(change.ids for change in listed))):
        yield _safe(id), [change for change in listed if id in change.ids]
    if rest := [change for change in listed if not change.ids]:
        yield "Sentences without a fact", rest


def _sentence(change: SentenceChange, by: str) -> str:
    place = f"{_safe(change.page)} " if by == "fact" else ""
    before, after = (sentence.text if sentence else None for sentence in (change.before, change.after))
    return f"- {place}before: {_cell(before)}<br>after: {_cell(after)}"
