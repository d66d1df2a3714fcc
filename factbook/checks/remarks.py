"""What a check cannot show, in sentences for readers."""

from __future__ import annotations

from collections.abc import Iterator

from factbook.checks.comparing import KEYS
from factbook.checks.judging import Outcome
from factbook.checks.relations import RELATIONS
from factbook.checks.verdicts import LITTLE
from factbook.checks.wording import listed
from factbook.kinds import NOT_STATED
from factbook.model import Book

ONE_REPORT = "This compares a report with itself; it does not confirm the figures."
ONE_PARTY = "All these figures come from {}; that they agree does not confirm them."
ONE_NAMED = "All these figures whose speaker is named come from {}; that they agree does not confirm them."


def sentence(outcome: Outcome) -> str:
    """What the verdict says of this check."""
    if outcome.unlike:
        keys = listed([KEYS[key] for key in outcome.unlike])
        return f"The figures differ in {keys}, so nothing is computed."
    return outcome.verdict.sentence


def remarks(book: Book, outcome: Outcome) -> Iterator[str]:
    """The limits of a check: a strict reading that shows little, keys bridged, one report, one party."""
    if outcome.little:
        yield LITTLE
    if RELATIONS[outcome.check.kind].bridges and outcome.check.across:
        keys = listed([KEYS[key] for key in outcome.check.across])
        yield f"The figures differ in {keys}; they are compared all the same."
    if outcome.verdict.tone == "agrees":
        yield from _witnesses(book, outcome)


def _witnesses(book: Book, outcome: Outcome) -> Iterator[str]:
    parties = {book.claims[id].according_to for id in outcome.rests_on() if id in book.claims}
    if parties and len(outcome.sources()) == 1:
        yield ONE_REPORT
    elif len(named := parties - {NOT_STATED}) == 1:
        limit = ONE_PARTY if named == parties else ONE_NAMED
        yield limit.format(book.vocabulary.parties[named.pop()].label)
