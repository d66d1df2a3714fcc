"""What becomes of a corruption: killed, a crash, equivalent, or survived."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from factbook.evidence import side_by_side
from factbook.model import Claim
from tools.mutation.judge import Judge
from tools.mutation.leaves import edited
from tools.mutation.mutants import Mutant, World

KILLED, CRASH, SURVIVED, EQUIVALENT = "killed", "crash", "survived", "equivalent"


class Verdict(NamedTuple):
    """What became of a corruption, and the rules that noticed it or the exception that was raised."""

    fate: str
    by: str = ""


def verdict(judge: Judge, world: World, mutant: Mutant) -> Verdict:
    """What becomes of a corruption."""
    changed = edited(world.texts, mutant.edits)
    try:
        killers = judge.killers(changed)
    except Exception as error:  # whatever it is, a check that raises has found nothing
        return Verdict(CRASH, repr(error))
    if killers:
        return Verdict(KILLED, ", ".join(sorted(killers)))
    return Verdict(EQUIVALENT if _alike(judge, world, changed) else SURVIVED)


def _alike(judge: Judge, world: World, changed: dict[str, str]) -> bool:
    """Whether the record still means the same: typed alike, its quotes still phrases of what they were."""
    before, after = (judge.typed({id: texts[id] for id in changed}) for texts in (world.texts, changed))
    return all(
        before[id][0] == after[id][0]
        and before[id][1].keys() == after[id][1].keys()
        and all(_same(claim, after[id][1][name]) for name, claim in before[id][1].items())
        for id in changed
    )


def _same(before: Claim, after: Claim) -> bool:
    """Whether two claims mean the same, wordings with one usual reading being alike."""
    old, new = before.quotes, after.quotes
    return (
        _read(before) == _read(after)
        and old.keys() == new.keys()
        and all(side_by_side(quote, old[key]) for key, quote in new.items())
    )


def _read(claim: Claim) -> tuple[object, ...]:
    value = claim.value and (claim.value.number, claim.value.high, claim.value.unit, claim.value.usual)
    return replace(claim, value=None, quote="", date_quote=None), value
