"""The report of a review as plain values for programs."""

from __future__ import annotations

from factbook.review.changes import Change, Review


def as_json(review: Review) -> dict[str, object]:
    """Everything that differs, the sentences that cite overtaken totals, and the problems of the new state."""
    return {
        "base": review.base.revision,
        "head": review.head.revision,
        "problems": [str(problem) for problem in review.head.problems],
        "facts": [_change(change) for change in review.facts],
        "sources": [_change(change) for change in review.sources],
        "vocabulary": [_change(change) for change in review.terms],
        "verdicts": [{"id": change.id, "before": change.before, "after": change.after} for change in review.verdicts],
        "sentences": [
            {
                "page": change.page,
                "facts": sorted(change.ids),
                "before": change.before.text if change.before else None,
                "after": change.after.text if change.after else None,
            }
            for change in review.sentences
        ],
        "overtaken": [
            {"page": one.page, "fact": one.earlier.id, "by": one.later.id, "sentence": one.text}
            for one in review.overtaken
        ],
    }


def _change(change: Change) -> dict[str, object]:
    return {
        "id": change.id,
        "kind": change.kind,
        "fields": {field.key: {"before": field.before, "after": field.after} for field in change.fields},
    }
