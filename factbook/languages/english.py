"""What is known of English, in which values are written as well."""

from __future__ import annotations

from fractions import Fraction

from factbook.languages.language import Language

# Those of a value; a text may use others too.
WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
GROUPS = {
    "dozens": 12,
    "tens": 10,
    "hundreds": 100,
    "thousands": 10**3,
    "tens of thousands": 10**4,
    "hundreds of thousands": 10**5,
    "millions": 10**6,
    "tens of millions": 10**7,
    "hundreds of millions": 10**8,
    "billions": 10**9,
}
TEENS = {
    "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_PASSING = ("exceed", "exceeds", "exceeded", "surpass", "surpasses", "surpassed", "surpassing", "topped", "topping")
_NEARING = ("nearing", "approaches", "approached", "approaching")
_COMMON = (
    "a about among an and are as at be been between by for from had has have its more not of on or over than that the "
    "their there they this to was were which who will with"
)

ENGLISH = Language(
    "English",
    common=frozenset(_COMMON.split()),
    numbers=WORDS | TEENS | TENS,
    scales={**SCALES, "hundred": 100, "dozen": 12, "bn": 10**9, "mln": 10**6},
    groups=GROUPS,
    articles={"a": 1, "an": 1, "half a": Fraction(1, 2)},
    # Beside the wordings of values, which are heard too.
    before={
        "more than": (
            *_PASSING, *(f"{verb} the" for verb in (*_PASSING, "exceeding")),
            "above", "beyond", "north of", "greater than", "larger than", "higher than",
        ),
        "at least": ("a minimum", "minimum", "at minimum", "at a minimum", "minimum of"),
        "nearly": (*_NEARING, *(f"{verb} the" for verb in _NEARING), "just short of", "virtually", "bordering on"),
        "less than": ("not even", "not quite", "not yet", "lower than", "smaller than", "short of"),
        "at most": ("a maximum", "maximum", "at maximum", "at a maximum", "maximum of"),
        "about": (
            "circa", "ca.", "c.", "approx.", "approx", "in the region of", "in the order of", "on the order of",
            "of the order of", "in the vicinity of", "in the neighbourhood of", "estimated", "estimated at",
        ),
    },
    behind={
        "at least": ("at least", "minimum", "at minimum", "at a minimum", "and counting", "or above", "or over"),
        "at most": ("at most", "at the most", "maximum", "at maximum", "at a maximum", "or below", "or under"),
        "about": ("odd", "approximately", "or thereabouts", "more or less", "give or take"),
    },
    months=(
        "jan(?:uary)?", "feb(?:ruary)?", "mar(?:ch)?", "apr(?:il)?", "may", "june?",
        "july?", "aug(?:ust)?", "sep(?:t(?:ember)?)?", "oct(?:ober)?", "nov(?:ember)?", "dec(?:ember)?",
    ),
    lists=("and", "as well as", "plus"),
)  # fmt: skip
