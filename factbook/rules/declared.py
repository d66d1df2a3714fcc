"""Rules on declared checks: their verdicts and their operands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from factbook.checks import working
from factbook.checks.comparing import agree
from factbook.checks.judging import Outcome, claims_of, judge
from factbook.checks.operands import Operand, figure
from factbook.checks.relations import RELATIONS
from factbook.declared import Check, ids_of
from factbook.errors import Marked, Problem, shown
from factbook.model import Book


def verdict_declared(book: Book) -> Iterator[Problem]:
    """A check must add up or be consistent, or expect exactly the verdict it has, with the reason."""
    for check in book.checks.values():
        verdict, expected = judge(book, check).verdict, check.expect
        if expected and expected != verdict.key:
            message = f"expects {expected}, but the verdict is {verdict.key}. "
            advice = "Correct expect and reason." if verdict.needs_reason else "Delete expect and reason."
            yield check.problem("verdict-declared", message + advice, "expect")
        elif verdict.needs_reason and not expected:
            message = f"the verdict is {verdict.key} ({_why(book, judge(book, check))})."
            advice = f"Correct a fact or the check, or add `expect: {verdict.key}` and a reason."
            yield check.problem("verdict-declared", f"{message} {advice}")


def _why(book: Book, outcome: Outcome) -> str:
    if outcome.unlike:
        return f"the figures differ in {' and '.join(outcome.unlike)}"
    return shown(working.plain(book, outcome)[0], 200)[1:-1]


def expectation_explained(book: Book) -> Iterator[Problem]:
    """A check must give a reason exactly if it expects a verdict, and may doubt only an operand that it contradicts."""
    for check in book.checks.values():
        if check.expect and not check.reason:
            yield check.problem("expectation-explained", "expects a verdict without a reason. Add `reason:`.", "expect")
        if check.reason and not check.expect:
            message = "gives a reason, yet expects no verdict. Say it in `why`."
            yield check.problem("expectation-explained", message, "reason")
        doubtful = ids_of(check.operands) if check.expect in ("contradicts", "strained") else []
        if check.doubted and check.doubted not in doubtful:
            message = "doubted must be an operand of a check that expects contradicts or strained. Correct it."
            yield check.problem("expectation-explained", message, "doubted")


def claims_enter_once(book: Book) -> Iterator[Problem]:
    """No claim may enter a check twice, be it through a derived figure; in a series, not two that follow."""
    for check in book.checks.values():
        for id, count in sorted(_entering(book, check).items()):
            if count > 1:
                message = f"{id} enters {count} times, directly or through a derived figure. Let it enter once."
                yield check.problem("claims-enter-once", message)


def _entering(book: Book, check: Check) -> dict[str, int]:
    """How often each claim enters what is computed at once, which in a series are two totals that follow."""
    together = [claims_of(book, check)]
    if RELATIONS[check.kind].series:
        operands = _figures(book, check)
        together = [[*first.rests_on, *then.rests_on] for first, then in pairwise(operands)]
    counts = [Counter(claims) for claims in together]
    return {id: max(count[id] for count in counts) for count in counts for id in count}


def rests_on_what_stands(book: Book) -> Iterator[Problem]:
    """No check and no computed figure may rest on a withdrawn claim, but for a check that doubts it."""
    for check in book.checks.values():
        yield from _on_withdrawn(book, check, check.operands, check.doubted)
    for derived in book.derived.values():
        yield from _on_withdrawn(book, derived, derived.operands)


def _on_withdrawn(
    book: Book, entry: Marked, operands: Mapping[str, Sequence[str]], doubted: str | None = None
) -> Iterator[Problem]:
    for role, ids in operands.items():
        for id in ids:
            if id in book.claims and book.claims[id].status == "withdrawn" and id != doubted:
                message = f"rests on {id}, which is withdrawn. Take it out, or name one that stands."
                yield entry.problem("rests-on-what-stands", message, role)


def across_needed(book: Book) -> Iterator[Problem]:
    """A key named in across must be one in which the figures of the check differ."""
    for check in book.checks.values():
        operands = _figures(book, check)
        for key in check.across:
            if len(operands) > 1 and agree(key, operands):
                message = f"across names {key}, in which nothing differs. Delete it."
                yield check.problem("across-needed", message, "across")


def _figures(book: Book, check: Check) -> list[Operand]:
    found = [figure(book, id) for id in ids_of(check.operands)]
    return [one for one in found if one]
