"""Sentences that differ in one and the same way, as where one label is written anew."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from difflib import SequenceMatcher

from factbook.review.changes import SentenceChange

FEWEST = 10  # of fewer, each is told in full
_MOST = 1_000_000  # the words of two sentences, multiplied; no sentence of a page for readers has a thousand
Edit = tuple[str, str]


def folded(changes: Iterable[SentenceChange]) -> tuple[dict[Edit, list[SentenceChange]], list[SentenceChange]]:
    """The sentences in which only the same words are replaced by the same others, by these; and all the rest."""
    listed = list(changes)
    groups: dict[Edit | None, list[SentenceChange]] = defaultdict(list)
    for change in listed:
        groups[_edit(change)].append(change)
    alike = {edit: group for edit, group in groups.items() if edit is not None and len(group) >= FEWEST}
    told = {id(change) for group in alike.values() for change in group}
    return alike, [change for change in listed if id(change) not in told]


def _edit(change: SentenceChange) -> Edit | None:
    """The words taken out and put in, where they are all that differs, be it several times."""
    before, after = change.before, change.after
    if before is None or after is None or before.told()[1:] != after.told()[1:]:
        return None
    old, new = before.text.split(), after.text.split()
    if len(old) * len(new) > _MOST:
        return None
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    edits = {(" ".join(old[a:b]), " ".join(new[c:d])) for step, a, b, c, d in steps if step != "equal"}
    return edits.pop() if len(edits) == 1 else None
