"""Boxes of checks as programs for people who do not see them are given them."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser
from records import HERE, loaded

from factbook.render import MACROS, Writer

TREES = sorted((HERE / "verdicts").glob("*.aria"))


@pytest.mark.parametrize("golden", TREES, ids=lambda golden: golden.stem)
def test_a_box_keeps_its_meaning_in_the_accessibility_tree(golden: Path, browser: Browser, tmp_path: Path) -> None:
    """Read aloud, a box gives verdict, question, arithmetic and limits in that order."""
    book = loaded(golden.with_suffix(".yaml"), tmp_path / "facts")
    page = browser.new_page()
    page.set_content(f"<main>{MACROS['check'](Writer(book, 'page.md'), 'parts')}</main>")
    tree = page.locator("main").aria_snapshot()
    page.close()

    assert tree == golden.read_text(encoding="utf-8").rstrip()
