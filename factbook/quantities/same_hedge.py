"""Whether a value has the hedge that its quote has."""

from __future__ import annotations

from factbook.errors import shown
from factbook.quantities.spoken import Mention
from factbook.quantities.values import Quantity


def hedge_problems(quantity: Quantity, low: Mention, high: Mention) -> list[str]:
    """Where a value is hedged in another way than the lower and the upper end of what its English quote says."""
    return _hedge(quantity, low) or _upper_hedge(quantity, high)


def hedge_problems_elsewhere(quantity: Quantity, mention: Mention) -> list[str]:
    """The same where the quote is in another language than English, in which no wording is the value's own."""
    number = shown(mention.text)[1:-1]
    if not mention.hedged and quantity.hedged and not quantity.hedge.usual.is_exact:
        return [_added(quantity, number)]
    if mention.hedged and mention.hedge is not quantity.hedge:
        told = f"the quote says '{mention.hedge.words[0]}' of {number} in its language but the value does not."
        return [f"{told} Write it."]
    return []


def _added(quantity: Quantity, number: str) -> str:
    told = f"the value says '{quantity.hedged}' but the quote has no such word beside {number}."
    return f"{told} Leave it out, or quote the words that carry it."


def _hedge(quantity: Quantity, mention: Mention) -> list[str]:
    number, theirs = shown(mention.text)[1:-1], mention.hedged.lower()
    told = shown(theirs)
    if quantity.hedged and not theirs:
        return [_added(quantity, number)]
    another = mention.hedge is not quantity.hedge or (theirs in mention.hedge.words and theirs != quantity.hedged)
    if quantity.hedged and another:
        advice = "Keep the quote's word." if mention.wording == theirs else f"Write '{mention.wording}' instead."
        return [f"the value says '{quantity.hedged}' but the quote says {told} of {number}. {advice}"]
    if theirs and not quantity.hedged and not mention.hedge.usual.is_exact:
        written = f"{mention.wording} {quantity.spelling}"
        return [f"the quote says {told} of {number} but the value does not. Write: {written}."]
    return []


def _upper_hedge(quantity: Quantity, high: Mention) -> list[str]:
    if high.hedge is quantity.hedge or high.hedge.usual.is_exact or quantity.high is None:
        return []
    told = f"the quote says {shown(high.hedged.lower())} of {shown(high.text)[1:-1]} alone"
    return [f"{told}, and a range has one hedge for both its ends. Give one end as the value."]
