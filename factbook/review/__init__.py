"""What a change to the record changes: claims, checks and every published sentence, for a reviewer."""

from __future__ import annotations

from factbook.review.compare import compare
from factbook.review.extracting import extracted
from factbook.review.markdown import report
from factbook.review.markup import for_terminals
from factbook.review.plain import as_json
from factbook.review.revisions import NoSuchRevision, unrendered
from factbook.review.snapshot import Snapshot, relative, snapshot

__all__ = [
    "NoSuchRevision",
    "Snapshot",
    "as_json",
    "compare",
    "extracted",
    "for_terminals",
    "relative",
    "report",
    "snapshot",
    "unrendered",
]
