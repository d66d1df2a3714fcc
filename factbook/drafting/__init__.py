"""Start a fact file for a new article: its record, and a claim proposed for each figure in its text."""

from __future__ import annotations

from factbook.drafting.answers import example
from factbook.drafting.article import NotRead, article, misplaced
from factbook.drafting.draft import fact_file
from factbook.drafting.proposals import Proposal, proposals
from factbook.drafting.record import NotTaken, Record, checked, source_id, taken

__all__ = [
    "NotRead",
    "NotTaken",
    "Proposal",
    "Record",
    "article",
    "checked",
    "example",
    "fact_file",
    "misplaced",
    "proposals",
    "source_id",
    "taken",
]
