"""Rules on contested questions."""

from __future__ import annotations

from collections.abc import Iterator

from factbook.declared import Question
from factbook.errors import Problem
from factbook.model import Book, Claim


def contested_in_question(book: Book) -> Iterator[Problem]:
    """A claim whose status is contested must stand in a question, beside the other positions."""
    standing = {id for question in book.questions.values() for id in question.positions}
    for claim in book.claims.values():
        if claim.status == "contested" and claim.id not in standing:
            message = "is contested but stands in no question. Add it to one in facts/questions.yaml."
            yield claim.problem("contested-in-question", message, "status", f"questions.{claim.id}")


def question_of_several(book: Book) -> Iterator[Problem]:
    """The positions of a question must come from at least two sources, or from two parties in one."""
    for question in book.questions.values():
        held = {(id.partition(".")[0], book.claims[id].according_to) for id in question.positions if id in book.claims}
        if len(held) < 2:
            message = "its positions are all of one party in one source. Add what another says."
            yield question.problem("question-of-several", message, "positions")


def settled_uncontested(book: Book) -> Iterator[Problem]:
    """A contested claim must stand in a question that is not settled: where all are, its positions no longer differ."""
    questions = book.questions.values()
    unsettled = {id for question in questions if question.status != "settled" for id in question.positions}
    for question in questions:
        for id in question.positions:
            claim = book.claims.get(id)
            if claim and claim.status == "contested" and id not in unsettled:
                message = f"is contested, but questions.{question.id} is settled. Correct the status of one of them."
                yield claim.problem("settled-uncontested", message, "status")


def uncontested_named(book: Book) -> Iterator[Problem]:
    """Where a question holds contested claims, it must name its other positions, and only those, as uncontested."""
    for question in book.questions.values():
        claims = [book.claims[id] for id in question.positions if id in book.claims]
        if question.uncontested or any(claim.status == "contested" for claim in claims):
            for claim in claims:
                yield from _misnamed(question, claim)
            for id in question.uncontested:
                if id in question.positions:
                    continue
                message = f"names {id} as uncontested, which is none of its positions. Delete it, or add it to them."
                yield question.problem("uncontested-named", message, "uncontested")


def _misnamed(question: Question, claim: Claim) -> Iterator[Problem]:
    contested, named = claim.status == "contested", claim.id in question.uncontested
    if contested == named:
        found = f"is {claim.status}, but questions.{question.id} holds it {'un' if named else ''}contested."
        message = f"{found} Correct its status, or {'take it out of' if named else 'add it to'} `uncontested` there."
        yield claim.problem("uncontested-named", message, "status")
