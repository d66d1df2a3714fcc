"""Hedges: the table, and what must hold of every wording and number."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st
from some_units import UNITS

from factbook.quantities import HEDGES, parse

WORDINGS = st.sampled_from(["", *(words for hedge in HEDGES for words in hedge.words)])

WORDS = {
    "more-than": "more than|over|exceeding|just over|in excess of|upwards of",
    "at-least": "at least|no less than|no fewer than|not less than|not fewer than|a minimum of|or more",
    "nearly": "nearly|almost|close to|closer to|just under",
    "less-than": "less than|fewer than|under|below",
    "up-to": "up to|at most|no more than|not more than|not exceeding|does not exceed|a maximum of|or less|or fewer",
    "as-many-as": "as many as|as much as",
    "about": "about|around|some|approximately|roughly|an estimated|or so",
    "only": "only|just",
}
ADMITS = {
    "exact": lambda x, n: x == n,
    "only": lambda x, n: x == n,
    "more-than": lambda x, n: x > n,
    "at-least": lambda x, n: x >= n,
    "nearly": lambda x, n: x < n,
    "less-than": lambda x, n: x < n,
    "up-to": lambda x, n: x <= n,
    "as-many-as": lambda x, n: x <= n,
    "about": lambda x, n: True,
}
ROUNDS = {
    "exact": lambda x, n, u: x == n,
    "only": lambda x, n, u: x == n,
    "as-many-as": lambda x, n, u: x == n,
    "more-than": lambda x, n, u: x > n == x // u * u,
    "at-least": lambda x, n, u: n == x // u * u,
    "nearly": lambda x, n, u: x < n == -(-x // u) * u,
    "less-than": lambda x, n, u: x < n == -(-x // u) * u,
    "up-to": lambda x, n, u: n == -(-x // u) * u,
    "about": lambda x, n, u: 2 * abs(x - n) <= u,
}


def test_no_wording_is_lost() -> None:
    """A wording that is no longer known would let the hedge of a quote go unheard."""
    assert {hedge.kind: "|".join(hedge.words + hedge.after) for hedge in HEDGES if hedge.words} == WORDS


@given(wording=WORDINGS, number=st.integers(1, 400), tenths=st.integers(0, 5000))
def test_readings_hold_what_the_wording_admits(wording: str, number: int, tenths: int) -> None:
    """Strictly a wording admits what its words say; usually, the values that would be rounded to its number."""
    quantity = parse(f"{wording} {number} hectares".lstrip(), UNITS)

    value, kind = Fraction(tenths, 10), quantity.hedge.kind
    assert quantity.strict.contains(value) == ADMITS[kind](value, number)
    assert quantity.usual.contains(value) == ROUNDS[kind](value, number, quantity.place_value)


@given(wording=WORDINGS, number=st.integers(1, 400), whole=st.integers(0, 500))
def test_some_count_is_always_possible(wording: str, number: int, whole: int) -> None:
    """Of counts, every wording admits a whole number in its usual reading."""
    quantity = parse(f"{wording} {number} mines".lstrip(), UNITS)

    assert any(quantity.usual.contains(count) for count in range(number - 1, number + 2))
    assert quantity.strict.contains(whole) == ADMITS[quantity.hedge.kind](whole, number)


def test_the_table_of_hedges_is_closed() -> None:
    """No words stand for two hedges, and each row has a reason of one sentence."""
    words = [each for hedge in HEDGES for each in hedge.words + hedge.after]

    assert len(words) == len(set(words))
    assert all(hedge.reason.count(".") == 1 and hedge.reason.endswith(".") for hedge in HEDGES)


def test_the_table_of_hedges_is_shown_as_it_is_used() -> None:
    """The formulas readers see are those of the readings."""
    assert {hedge.kind: hedge.formulas() for hedge in HEDGES} == {
        "exact": ("[n, n]", "[n, n]"),
        "more-than": ("(n, n + u)", "(n, ∞)"),
        "at-least": ("[n, n + u)", "[n, ∞)"),
        "nearly": ("(n \N{MINUS SIGN} u, n)", "(\N{MINUS SIGN}∞, n)"),
        "less-than": ("(n \N{MINUS SIGN} u, n)", "(\N{MINUS SIGN}∞, n)"),
        "up-to": ("(n \N{MINUS SIGN} u, n]", "(\N{MINUS SIGN}∞, n]"),
        "as-many-as": ("[n, n]", "(\N{MINUS SIGN}∞, n]"),
        "about": ("[n \N{MINUS SIGN} u/2, n + u/2]", "any value"),
        "only": ("[n, n]", "[n, n]"),
        "rounded": ("[n \N{MINUS SIGN} u/2, n + u/2]", "(n \N{MINUS SIGN} u, n + u)"),
        "vague": ("[2u, 10u)", "[2u, ∞)"),
    }
