"""Rules on what a claim is made of."""

from __future__ import annotations

from collections.abc import Iterator

from factbook.beside import OVER
from factbook.errors import Problem
from factbook.model import Book, Claim


def figure_or_statement(book: Book) -> Iterator[Problem]:
    """A claim must be either a figure (measure and value) or a statement (claim and topic)."""
    for claim in book.claims.values():
        keys = [key for key in ("claim", "measure", "topic", "value") if key in claim.marks]
        if keys not in (["measure", "value"], ["claim", "topic"]):
            written = ", ".join(keys) or "none of them"
            message = f"a claim has measure and value, or claim and topic; here stands {written}. Complete one pair."
            yield claim.problem("figure-or-statement", message)


def dated_once(book: Book) -> Iterator[Problem]:
    """A figure must say its date or its period (or `not-stated`), and no claim may say both."""
    for claim in book.claims.values():
        written = [key for key in ("date", "period") if key in claim.marks]
        if len(written) == 2:
            yield claim.problem("dated-once", "has both a date and a period. Keep the one the article gives.", "date")
        elif claim.value is not None and not written:
            message = "has no date and no period. Write one, or `date: not-stated`."
            yield claim.problem("dated-once", message)


def figure_keys(book: Book) -> Iterator[Problem]:
    """Only a figure may have a scope or say to what it was rounded."""
    for claim in book.claims.values():
        for key in ("scope", "rounded_to"):
            if claim.value is None and key in claim.marks:
                yield claim.problem("figure-keys", f"{key} stands beside no figure. Delete it.", key)


def scope_where_needed(book: Book) -> Iterator[Problem]:
    """A scope must be given where the measure has scopes, and only there."""
    for claim, measure, _ in book.figures():
        if measure.scoped and claim.scope is None:
            message = f"{measure.key} needs a scope: whose work is counted? Write `scope: not-stated` if unsaid."
            yield claim.problem("scope-where-needed", message)
        elif not measure.scoped and claim.scope is not None:
            yield claim.problem("scope-where-needed", f"{measure.key} has no scopes. Delete the key.", "scope")


def unit_for_measure(book: Book) -> Iterator[Problem]:
    """The unit of a value must be one the measure is given in."""
    for claim, measure, value in book.figures():
        if value.unit not in measure.units:
            allowed = " or ".join(measure.units)
            message = f"{measure.key} is given in {allowed}, not in {value.unit}. Correct one of them."
            yield claim.problem("unit-for-measure", message, "value")


def reason_given(book: Book) -> Iterator[Problem]:
    """A claim that is withdrawn or superseded, or restates another, must give its reason."""
    for claim in book.claims.values():
        why = claim.status if claim.status in OVER else claim.restates and "restates another"
        if why and claim.reason is None:
            key = "restates" if claim.restates else "status"
            yield claim.problem("reason-given", f"is {why} without a reason. Add `reason:` in one sentence.", key)
        elif claim.reason is not None and not why:
            message = "gives a reason, yet is neither withdrawn nor superseded nor restates another. Make it a note."
            yield claim.problem("reason-given", message, "reason")


def restates_known(book: Book) -> Iterator[Problem]:
    """A claim may restate only another claim of the record, of the same measure, that was not published later."""
    for claim in book.claims.values():
        if claim.restates is None:
            continue
        if claim.restates not in book.ids or claim.restates in (claim.id, claim.source):
            message = (
                f"restates {claim.restates}, which is no other claim of the record. Write another claim's full id."
            )
            lacks = "" if claim.restates in book.ids else claim.restates
            yield claim.problem("restates-known", message, "restates", lacks)
        elif (other := book.claims.get(claim.restates)) and (how := _unlike(book, claim, other)):
            message = f"restates {other.id}, which is {how}. Restate an earlier claim of the same measure."
            yield claim.problem("restates-known", message, "restates")


def _unlike(book: Book, claim: Claim, other: Claim) -> str:
    ours, theirs = book.source_of(claim).published, book.source_of(other).published
    if claim.measure != other.measure:
        return "of another measure"
    if ours and theirs and theirs.first > ours.last:
        return "of a later source"
    return "a restatement of this one" if _leads_to(book, other, claim.id) else ""


def _leads_to(book: Book, claim: Claim, id: str) -> bool:
    """Whether what a claim restates, or what that restates in turn, is the claim `id`."""
    passed: set[str] = set()
    while (earlier := claim.restates) in book.claims and earlier not in passed:
        if earlier == id:
            return True
        passed.add(str(earlier))
        claim = book.claims[str(earlier)]
    return False
