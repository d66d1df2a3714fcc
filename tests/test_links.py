"""Links between pages, as their Markdown writes them."""

from __future__ import annotations

from pathlib import Path

import pytest

from factbook.links import mislinked

KNOWN = [
    "docs/index.md",
    "docs/pace.md",
    "docs/topics/maps.md",
    "facts/places.yaml",
    "facts/sources/voi-2021-10-22.yaml",
]


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """The folder of pages of a small project."""
    for name in KNOWN:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    return tmp_path / "docs"


@pytest.mark.parametrize(
    ("page", "markdown", "told"),
    [
        ("index.md", "A\n[b](pce.md#c)", "2:5: page: the link 'pce.md' leads to no page. Did you mean 'pace.md'?"),
        ("index.md", "[b](maps.md)", "1:5: page: the link 'maps.md' leads to no page. Did you mean 'topics/maps.md'?"),
        ("index.md", "[b](places.md)", "1:5: page: the link 'places.md' leads to no page. Did you mean 'pace.md'?"),
        ("index.md", "[b](../x.md)", "1:5: page: the link '../x.md' leads to no page. docs/ holds the pages."),
        (
            "index.md",
            "[b](sources/voi-2021-10-21.md)",
            "1:5: page: the link 'sources/voi-2021-10-21.md' leads to no page. "
            "Did you mean 'sources/voi-2021-10-22.md'?",
        ),
        ("index.md", "A\n[b](http://[c)", "2:5: page: the link 'http://[c' is no address. Correct it."),
        ("index.md", "[b][c]\n\n[c]: //[d", "3:6: page: the link '//[d' is no address. Correct it."),
        ("index.md", "<a href='http://c]/'>b</a>", "1:10: page: the link 'http://c]/' is no address. Correct it."),
        (
            "topics/maps.md",
            "[b](pace.md)",
            "1:5: page: the link 'pace.md' leads to no page. Did you mean '../pace.md'?",
        ),
    ],
)
def test_a_link_to_no_page_is_named(docs: Path, page: str, markdown: str, told: str) -> None:
    """It is named by its place, with the page that was meant as it would have to be written there."""
    (problem,) = mislinked(markdown, docs / page, docs)
    assert str(problem) == f"{docs / page}:{told}"


@pytest.mark.parametrize(
    ("page", "markdown"),
    [
        ("index.md", "[a](pace.md) [b](pace.md#c) [d](topics/maps.md) [e](#here) [f](data/facts.csv)"),
        ("index.md", "[a](sources/voi-2021-10-22.md#x)"),
        ("topics/maps.md", "[a](../pace.md) [b](../sources/voi-2021-10-22.md)"),
        ("index.md", "[a](https://example.org/x?y=[z]) `[b](http://[c)` and http://[d"),
        ("index.md", "[a](https://example.org/x.md) `[b](x.md)`\n\n    [c](x.md)\n\n```\n[d](x.md)\n```\n"),
    ],
)
def test_what_leads_somewhere_is_left_alone(docs: Path, page: str, markdown: str) -> None:
    """Pages there are, pages made from sources, other sites, files, and what code shows."""
    assert not [*mislinked(markdown, docs / page, docs)]
