"""Tables written in Markdown: each row becomes a card on a narrow screen, and nothing of them is lost."""

from __future__ import annotations

import pytest
from lxml import html
from markdown import markdown

from factbook.cards import carded

ROWS = "| --- | --- |\n| **one** | `a` &lt; b |\n| two | <data>2</data> |\n"


def test_each_cell_names_its_column() -> None:
    """The first cell heads its row, each says under which heading it stands, and every word stays."""
    before = markdown(f'Words.\n\n| Who | The *"what"* |\n{ROWS}\nWords.', extensions=["tables"])
    after = carded(before)
    page = html.fromstring(f"<div>{after}</div>")

    assert page.xpath("string()").split() == html.fromstring(f"<div>{before}</div>").xpath("string()").split()
    assert [head.get("scope") for head in page.xpath("//th")] == ["col", "col", "row", "row"]
    assert page.xpath("//tbody//@data-label") == ["Who", 'The "what"'] * 2
    assert [html.tostring(cell, with_tail=False) for cell in page.xpath("//td/*")] == [
        b"<code>a</code>",
        b"<data>2</data>",
    ]


@pytest.mark.parametrize(
    "left",
    [
        markdown(f"| Who | [What](what.md) |\n{ROWS}", extensions=["tables"]),
        '<table class="record">\n<thead></thead>\n<tbody></tbody>\n</table>',
    ],
    ids=["with links in its head", "of a macro"],
)
def test_other_tables_stay_as_they_are(left: str) -> None:
    """A card would hide the links of a head, and tables made by macros are such tables already."""
    assert carded(left) == left


def test_an_aligned_table_becomes_cards_without_its_styles() -> None:
    """Colons in Markdown's second line give cells a style of their own, which the policy of a page refuses."""
    found = carded(markdown("| a | b |\n|:--|--:|\n| 1 | 2 |\n", extensions=["tables"]))

    assert '<th scope="row" data-label="a">1</th>\n<td data-label="b">2</td>' in found
    assert "style" not in found
