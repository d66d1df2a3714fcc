"""The macros that pages may call, and what the ids given to each name."""

from __future__ import annotations

from factbook.errors import shown
from factbook.kinds import nearest

_OTHERS = """
    bars calculations changes_table chart checks_list checks_table cite_record columns_table dataset
    disputes edition facts_browser field_table files_table glossary hedge_table history ledger_table
    left_table measured newest_reports notices origins_count questions_list read_on restated_table
    series_table sources_table sources_used timeline verdicts_table where_to_report withdrawn_table
"""
CLAIM_MACROS = frozenset(["fact", "claim", "when", "as_of", "since", "party"])
CALLS = {
    **dict.fromkeys(sorted(CLAIM_MACROS), "fact"),
    **dict.fromkeys(["source", "published", "reports"], "source"),
    **dict.fromkeys(["check", "checks_of"], "check"),
    **dict.fromkeys(["series", "at_a_glance"], "measure"),
    "question": "question",
    "place": "place",
    **dict.fromkeys(_OTHERS.split(), ""),  # given nothing of the record
}


def no_macro(name: str) -> str:
    """The message on a name that is none of a macro, with the nearest that is."""
    return f"{shown(name)} is no macro. {nearest(name, CALLS)}"
