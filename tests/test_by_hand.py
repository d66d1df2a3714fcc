"""Tests that figures typed by hand are found in Markdown as they are in the pages made of it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from lxml.html import document_fromstring
from markdown import markdown as rendered

from factbook.by_hand import typed_in
from factbook.errors import Problem
from factbook.typed import typed_figures

EXTENSIONS = ["admonition", "attr_list", "tables", "fenced_code", "pymdownx.details"]
ADVICE = "is typed by hand. Use fact(), when() or another macro, or list the name it is part of in facts/names.yaml."
NAMES = ("the 1949 Geneva Conventions",)
PAGE = """---
description: What %s says.
search:
  boost: 4
---
# Mines in 2024 { #in-2024 }

By 15 October 2021, {{ fact("anadolu-2021-10-22.killed") }} were killed ([more](page-7.md)).
Half of them, and two dozen others, in `1991`; one, two or three were not.

1. **First.**
   This is not in 10 places.

        code: 33

2. Second.

    - An item with 12.

            code: 34

Text about the 1949
Geneva Conventions.

    code: 35

!!! note "From 7 counts"

    It holds 8.

        code: 36

{{ fact("anadolu-2021-10-22.killed") }} were killed by 2022.

| Year | Killed |
| --- | --- |
| 2021 | {{ fact("anadolu-2021-10-22.killed") }} |

```
fenced: 37
```
"""
FOUND = [
    "2:19 '1992'", "6:12 '2024'", "8:4 '15'", "8:15 '2021'", "9:1 'Half'", "9:23 'dozen'", "12:19 '10'", "18:20 '12'",
    "27:16 '7'", "29:14 '8'", "33:56 '2022'", "37:3 '2021'",
]  # fmt: skip


def placed(problems: Iterable[Problem]) -> list[str]:
    """What is typed by hand, each with its place."""
    found = [*problems]
    assert all(one.message.endswith(f" {ADVICE}") and one.rule == "typed-figure" for one in found)
    return [f"{one.mark.line}:{one.mark.column} {one.message.removesuffix(f' {ADVICE}')}" for one in found]


def typed(markdown: str) -> list[str]:
    """What is typed by hand in the Markdown of a page."""
    return placed(typed_in(markdown, "page.md", frozenset(NAMES)))


def test_figures_are_found_in_markdown() -> None:
    """Numbers in digits and in words are found in text, headings, boxes, tables and descriptions; code is no text."""
    assert typed(PAGE % "1992") == FOUND


def test_figures_are_those_of_the_built_page(tmp_path: Path) -> None:
    """What is found in the Markdown is what is found in the page that is made of it, at the same places."""
    (tmp_path / "page.md").write_text(PAGE % "it")
    text = PAGE.split("---\n", 2)[2].replace('{{ fact("anadolu-2021-10-22.killed") }}', "some")
    article = rendered(text, extensions=EXTENSIONS)

    built, used = typed_figures(tmp_path / "page.md", document_fromstring(f"<article>{article}</article>"), NAMES)

    assert used == {*NAMES}
    assert placed(built) == FOUND[1:]


@pytest.mark.parametrize(
    "markdown",
    [
        "One, two or three of them, first and second.",
        '{{ when("anadolu-2021-10-22.killed") }}, [since](2021.md#7){ .x2 } `33` <a id="n4"> <!-- 5 -->',
        "1. One\n2. Two\n",
        "---\nsearch:\n  boost: 4\n---\nText",
        "Text\n\n    33\n\n    34\n",
    ],
)
def test_what_is_no_figure_may_be_typed(markdown: str) -> None:
    """Low numbers in words, addresses, code, comments and the numbers of items may stand."""
    assert typed(markdown) == []
