"""The style sheets of the site in one file, so that a page waits for one answer instead of four."""

from __future__ import annotations

from pathlib import Path

ASSETS = Path(__file__).resolve().parents[1] / "docs" / "assets"
SHEETS = ("theme.css", "record.css", "checks.css", "explore.css")


def site_style() -> str:
    """The sheets one after the other: the look of the whole first, that of single parts later."""
    return "\n".join((ASSETS / sheet).read_text(encoding="utf-8") for sheet in SHEETS)
