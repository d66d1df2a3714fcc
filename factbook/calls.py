"""The macros that pages may call, what the ids given to each name, and how many it takes."""

from __future__ import annotations

from collections.abc import Sequence

from factbook.errors import shown
from factbook.kinds import nearest

_OF_THE_SITE = ["bars", "chart", "field_table", "glossary", "measured"]  # whose one name is none of the record
_GIVEN_NOTHING = """
    calculations changes_table checks_list checks_table cite_record columns_table dataset disputes edition
    facts_browser files_table hedge_table history ledger_table left_table newest_reports notices origins_count
    questions_list read_on restated_table series_table sources_table sources_used timeline verdicts_table
    where_to_report withdrawn_table
"""
_ALONE = frozenset(_GIVEN_NOTHING.split())
_SEVERAL = frozenset(["at_a_glance", "checks_of"])
CLAIM_MACROS = frozenset(["fact", "claim", "when", "as_of", "since", "party"])
IN_SENTENCES = CLAIM_MACROS | frozenset(
    ["edition", "history", "origins_count", "published", "read_on", "reports", "source", "where_to_report"]
)
OPTIONS = {"fact": ["cite"], "claim": ["cite"]}
CALLS = {
    **dict.fromkeys(sorted(CLAIM_MACROS), "fact"),
    **dict.fromkeys(["source", "published", "reports"], "source"),
    **dict.fromkeys(["check", "checks_of"], "check"),
    **dict.fromkeys(["series", "at_a_glance"], "measure"),
    "question": "question",
    "place": "place",
    **dict.fromkeys([*_OF_THE_SITE, *sorted(_ALONE)], ""),
}


def misgiven(macro: str, ids: int, options: Sequence[str]) -> str:
    """The message on a macro that there is not, or is given too many ids, too few, or an option that it has not.

    Empty where all fits.
    """
    if macro not in CALLS:
        return f"{shown(macro)} is no macro. {nearest(macro, CALLS)}"
    if macro in _ALONE and (ids or options):
        return f"{macro}() takes nothing. Take out what stands between its parentheses."
    if ids != 1 and macro not in _ALONE | _SEVERAL:
        return f"{macro}() takes one name in quotes, and is given {ids or 'none'}. Give it one alone."
    left = [*OPTIONS.get(macro, [])]
    for option in options:
        if option not in left:
            advice = nearest(option, left) if left else "Take it out."
            return f"{macro}() takes no option {shown(option)} here. {advice}"
        left.remove(option)
    return ""
