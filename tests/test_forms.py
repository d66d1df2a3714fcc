"""The forms for readers and contributors."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from lxml import html
from records import GOOD, SOURCE_ID, loaded

from factbook.export.edition import edition_of
from factbook.render import Writer
from factbook.render.using import uses

ROOT = Path(__file__).parents[1]
FORMS = {
    path.name: yaml.safe_load(path.read_text(encoding="utf-8"))
    for path in sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml"))
    if path.name != "config.yml"
}


@pytest.mark.parametrize("name", FORMS)
def test_a_form_asks_for_a_source(name: str) -> None:
    """Nobody can send a form without the address of a source."""
    asked = {field["id"]: field for field in FORMS[name]["body"]}

    assert asked["link"]["validations"] == {"required": True}


def test_the_link_of_an_entry_fills_in_the_form(tmp_path: Path) -> None:
    """The form an entry leads to exists, and so does the field that gets the fact's id."""
    book = loaded(GOOD, tmp_path / "facts")
    claim = book.claims[f"{SOURCE_ID}.area"]
    writer = Writer(book, "sources/x.md", repository="https://github.com/o/r")

    shown = dict(uses(writer, claim, edition_of(book)))["An error?"]

    query = parse_qs(urlsplit(html.fromstring(f"<p>{shown}</p>").xpath("//a/@href")[0]).query)
    (form,), (fact,) = query["template"], query["fact"]
    assert fact == claim.id
    assert "fact" in [field["id"] for field in FORMS[form]["body"]]
