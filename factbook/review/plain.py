"""The report of a review as plain values for programs."""

from __future__ import annotations

from factbook.review.changes import Change, Review, SentenceChange
from factbook.review.published import differences


def as_json(review: Review) -> dict[str, object]:
    """Everything that differs, the sentences that cite overtaken totals, and the problems of the new state."""
    return {
        "base": review.base.revision,
        "head": review.head.revision,
        "problems": [str(problem) for problem in review.head.problems],
        "facts": [_change(change) for change in review.facts],
        **{kind: [_change(change) for change in changes] for kind, changes in review.others.items()},
        "verdicts": [change._asdict() for change in review.verdicts],
        "fingerprints": [
            {
                "path": change.path,
                "kind": change.kind,
                "facts": {id: {"before": list(before), "after": list(now)} for id, before, now in change.resting},
            }
            for change in review.prints
        ],
        "pages": [{"before": page.before, "after": page.after} for page in review.pages],
        "sentences": [_sentence(change) for change in review.sentences],
        "overtaken": [
            {"page": one.page, "fact": one.earlier.id, "by": one.later.id, "sentence": one.text}
            for one in review.overtaken
        ],
        "not_rendered": list(review.unrendered),
    }


def _change(change: Change) -> dict[str, object]:
    return {
        "id": change.id,
        "kind": change.kind,
        "fields": {field.key: {"before": field.before, "after": field.after} for field in change.fields},
    }


def _sentence(change: SentenceChange) -> dict[str, object]:
    return {
        "page": change.page,
        "facts": sorted(change.ids),
        "before": change.before.text if change.before else None,
        "after": change.after.text if change.after else None,
        "differs": {name: {"before": list(gone), "after": list(new)} for name, gone, new in differences(change)},
    }
