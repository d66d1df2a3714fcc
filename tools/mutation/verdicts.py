"""What becomes of a corruption: killed, a crash, equivalent, or survived."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from factbook.evidence import side_by_side, tokens
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
    return Verdict(EQUIVALENT if _shorter(mutant) or _alike(judge, world, changed) else SURVIVED)


def _shorter(mutant: Mutant) -> bool:
    """Whether a quote is still a phrase of the article: a run of the words it was, or the same words."""
    if mutant.leaf.field not in ("quote", "date_quote") or len(mutant.edits) > 1:
        return False
    return side_by_side(mutant.new, mutant.leaf.text)


def _alike(judge: Judge, world: World, changed: dict[str, str]) -> bool:
    """Whether the record still means the same: typed alike, wordings with one usual reading being alike."""
    before, after = (judge.typed({id: texts[id] for id in changed}) for texts in (world.texts, changed))
    return {id: (source, _read(claims)) for id, (source, claims) in before.items()} == {
        id: (source, _read(claims)) for id, (source, claims) in after.items()
    }


def _read(claims: dict[str, Claim]) -> dict[str, tuple[object, ...]]:
    return {
        id: (
            replace(claim, value=None, quote=""),
            tokens(claim.quote),
            claim.value and (claim.value.number, claim.value.high, claim.value.unit, claim.value.usual),
        )
        for id, claim in claims.items()
    }
