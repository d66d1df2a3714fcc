"""What a change to the facts changes: claims, checks and every published sentence, for a reviewer."""

from __future__ import annotations

from factbook.review.compare import compare
from factbook.review.markdown import report
from factbook.review.plain import as_json
from factbook.review.snapshot import NoSuchRevision, Snapshot, extracted, relative, snapshot

__all__ = ["NoSuchRevision", "Snapshot", "as_json", "compare", "extracted", "relative", "report", "snapshot"]
