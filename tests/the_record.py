"""The record itself, loaded once for all tests."""

from __future__ import annotations

from pathlib import Path

from factbook.book import load

ROOT = Path(__file__).parents[1]
BOOK = load(ROOT / "facts")
