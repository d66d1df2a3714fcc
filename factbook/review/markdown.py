"""The report of a review as Markdown for a pull request: counts first, nothing cut."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from factbook.review.changes import Review
from factbook.review.claims import facts, fingerprint, gone, other, overtaken, unsound, verdict
from factbook.review.markup import count, listed, safe, section
from factbook.review.published import page, sentences

_GONE = "Addresses that break: keep the id, and withdraw with a reason what no longer stands"
_UNREAD = "**The record cannot be read.** Mend the problems named here, and what it changes will be told."
_UNSOUND = "Facts left out because of a problem with them or with their source"
_KINDS = ("removed", "renamed", "changed", "added")
_OTHERS = {
    "sources": "Sources",
    "checks": "Declared checks",
    "derived": "Figures computed here",
    "questions": "Contested questions",
    "vocabulary": "Vocabulary",
    "places": "Places",
    "names": "Names that hold a number",
    "readings": "Days of reading",
}


def report(review: Review, by: str = "page") -> str:
    """The whole report; sentences are grouped `by` page or by fact."""
    parts = [
        "## What this change does to the record",
        " ".join(f"**{name}:** {told}." for name, told in _counts(review)) if review.head.book else _UNREAD,
        *([f"Also changed, and not rendered here: {listed(review.unrendered)}."] if review.unrendered else []),
        *section("Problems", (f"- {safe(str(problem))}" for problem in review.head.problems)),
        *section(_UNSOUND, unsound(review)),
        *section(_GONE, gone(review)),
        *section("Checks whose verdict changes", map(verdict, review.verdicts)),
        *(part for kind in _KINDS for part in facts(review, kind)),
        *section("Fingerprints", map(fingerprint, review.prints)),
        *(part for kind, name in _OTHERS.items() for part in section(name, map(other, review.others.get(kind, ())))),
        *section("Sentences that cite an earlier total", map(overtaken, review.overtaken)),
        *section("Pages", filter(None, map(page, review.pages))),
        *sentences(review, by),
    ]
    return "\n\n".join(parts) + "\n"


def _counts(review: Review) -> Iterator[tuple[str, str]]:
    kinds = Counter(change.kind for change in review.facts)
    yield "Facts", ", ".join(f"{kinds[kind]} {kind}" for kind in (*_KINDS, *(["unsound"] * ("unsound" in kinds))))
    changed = [(name, review.others.get(kind, ())) for kind, name in _OTHERS.items()]
    yield from ((f"{name} changed", str(len(found))) for name, found in changed if found)
    if review.prints:
        yield "Fingerprints changed", str(len(review.prints))
    yield "Checks whose verdict changes", str(len(review.verdicts))
    pages = len({change.page for change in review.sentences})
    yield "Published sentences that change", f"{len(review.sentences)} on {count(pages, 'page')}"
    yield "Sentences that cite an earlier total", str(len(review.overtaken))
    yield "Problems", str(len(review.head.problems))
