"""Rules on contested questions."""

from __future__ import annotations

from collections.abc import Iterator

from factbook.errors import Problem
from factbook.model import Book


def contested_in_question(book: Book) -> Iterator[Problem]:
    """A claim whose status is contested must stand in a question, beside the other positions."""
    standing = {id for question in book.questions.values() for id in question.positions}
    for claim in book.claims.values():
        if claim.status == "contested" and claim.id not in standing:
            message = "is contested but stands in no question. Add it to one in facts/questions.yaml."
            yield claim.problem("contested-in-question", message, "status")


def question_of_several(book: Book) -> Iterator[Problem]:
    """The positions of a question must come from at least two sources."""
    for question in book.questions.values():
        if len({id.partition(".")[0] for id in question.positions}) < 2:
            message = "its positions are all from one source. Add what another says."
            yield question.problem("question-of-several", message, "positions")
