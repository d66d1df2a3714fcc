"""The record as data for others: tables, references, markup for search engines, and a feed of changes."""

from __future__ import annotations

from factbook.export.edition import Edition, edition_of
from factbook.export.files import data_files
from factbook.export.tables import facts_csv, facts_json

__all__ = ["Edition", "data_files", "edition_of", "facts_csv", "facts_json"]
