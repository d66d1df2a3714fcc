"""Every operator by the name it has in the report."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from tools.mutation import days, digits, exchanges, pairs, phrases, values
from tools.mutation.leaves import Leaf
from tools.mutation.mutants import Mutant, Texts, World, texts_of

Operator = Callable[[World, Leaf], Iterator[Mutant]]

_PHRASES = ("quote", "date_quote")
_PROSE = (
    "claim",
    "note",
    "reason",
    "source.title",
    "source.publisher",
    "source.standing",
    "source.note",
    "source.relays",
)


def _on(*makers: tuple[str, Texts, tuple[str, ...]]) -> dict[str, Operator]:
    return {name: texts_of(name, make, fields) for name, make, fields in makers}


SINGLE: Mapping[str, Operator] = {
    **_on(
        ("digits swapped", digits.swap, ()),
        ("digit dropped", digits.drop, ()),
        ("digit doubled", digits.double, ()),
        ("digit changed", digits.change, ()),
        ("separator", digits.separator, ()),
        ("scale", values.scale, ("value",)),
        ("sign", values.sign, ("value",)),
        ("unit", values.unit, ("value",)),
        ("hedge dropped", values.hedge_drop, ("value",)),
        ("hedge exchanged", values.hedge_swap, ("value",)),
        ("hedge added", values.hedge_add, ("value",)),
        ("date shifted", days.shift, days.FIELDS),
        ("day and month mixed", days.mix, days.FIELDS),
        ("period reversed", days.reverse, ("period",)),
    ),
    "swap values of two facts": pairs.swap_values,
    **_on(
        ("party", exchanges.party, ("according_to", "source.speakers")),
        ("measure", exchanges.measure, ("measure",)),
        ("scope", exchanges.scope, ("scope",)),
        ("status", exchanges.status, ("status",)),
        ("topic", exchanges.topic, ("topic",)),
        ("place", exchanges.place, ("place",)),
        ("restates", exchanges.restates, ("restates",)),
        ("origin", exchanges.origin, ("source.origin",)),
        ("held", exchanges.held, ("source.held",)),
        ("language", exchanges.language, ("source.language",)),
    ),
    "source": pairs.moved,
    **_on(
        ("quote: first word cut", phrases.cut_first, _PHRASES),
        ("quote: last word cut", phrases.cut_last, _PHRASES),
        ("quote: half cut", phrases.cut_half, _PHRASES),
        ("quote: word dropped", phrases.drop_word, _PHRASES),
        ("quote: words swapped", phrases.swap_words, _PHRASES),
        ("quote: other word", phrases.other_word, _PHRASES),
        ("quote: other letter", phrases.other_letter, _PHRASES),
    ),
}
SECOND_ORDER: Mapping[str, Operator] = {
    "value + quote: number": pairs.number_and_quote,
    "value + quote: hedge": pairs.hedge_and_quote,
}
PROSE: Mapping[str, Operator] = _on(
    ("prose: first word cut", phrases.cut_first, _PROSE),
    ("prose: last word cut", phrases.cut_last, _PROSE),
    ("prose: half cut", phrases.cut_half, _PROSE),
    ("prose: denied", phrases.negate, _PROSE),
    ("blank", phrases.blank, ()),
    ("look-alike letter", phrases.confusable, (*_PROSE, *_PHRASES, "value", "source.authors")),
    ("letter of an address", phrases.other_letter, ("source.url",)),
)
GROUPS: Mapping[str, Mapping[str, Operator]] = {"single": SINGLE, "second order": SECOND_ORDER, "prose": PROSE}
