"""Finished HTML: what is set aside before Markdown comes out as Markdown would have left it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from markdown import Markdown
from mkdocs.config import load_config

from factbook.book import load
from factbook.finished import FinishedBlocks, anchors, finished, unsearched
from factbook.generate import generated

ROOT = Path(__file__).parents[1]
PAGES = {path: text for path, text in generated(load(ROOT / "facts")) if path.endswith(".md")}
SETTINGS = load_config(str(ROOT / "mkdocs.yml"))


def converted(text: str, *more: FinishedBlocks) -> str:
    """A page as HTML, without what the two ways may differ in."""
    extensions = [*SETTINGS.markdown_extensions, *more]
    html = Markdown(extensions=extensions, extension_configs=SETTINGS.mdx_configs).convert(text)
    return re.sub(">\n+<", "><", html.replace(' markdown="0"', ""))


@pytest.mark.parametrize("path", sorted(PAGES)[::20])
def test_a_generated_page_is_the_same_with_its_blocks_set_aside(path: str) -> None:
    """Setting finished blocks aside changes nothing of a page made from facts."""
    text = PAGES[path].partition("\n---\n")[2]
    assert converted(text, FinishedBlocks()) == converted(text)


@pytest.mark.parametrize(
    "around",
    [
        "{}",
        "Before.\n\n{}\n\nAfter.",
        '<details markdown="1">\n<summary>More</summary>\n\n{}\n\n</details>',
        "<div>\n\n{}\n\n</div>",
        "- one\n\n{}\n\n- two",
        "## A heading\n{}\n",
        "!!! note\n\n    Before.\n\n{}\n",
    ],
)
@pytest.mark.parametrize(
    "block",
    [
        "<p>one *two*</p>",
        "<dl>\n<dt>one</dt>\n<dd>two &amp; three</dd>\n</dl>",
        '<div class="a"><div id="b">c</div></div>',
        '<table id="t">\n<tr><td><a href="#x">x</a></td></tr>\n</table>',
        "<figure>\n<svg><title>t</title></svg>\n</figure>",
        "<p>one</p>\n<p>two</p>",
        '<div class="a" markdown="0">\n<ul markdown="0"><li>*b*</li></ul>\n</div>',
    ],
)
def test_a_block_is_the_same_wherever_it_stands(around: str, block: str) -> None:
    """A finished block comes out the same between paragraphs, in lists, in other elements and by headings."""
    text = around.format(block)
    assert converted(text, FinishedBlocks()) == converted(text)


@pytest.mark.parametrize(
    "paragraph",
    [
        "<p>one",
        "<p>one</p> two",
        "text <p>one</p>",
        "<div><div>one</div>",
        '<div markdown="1">*one*</div>',
        "<span>one</span>",
        "    <p>one</p>",
        "<pre>one</pre>",
    ],
)
def test_what_markdown_must_read_is_left_to_it(paragraph: str) -> None:
    """An element that is open, has text around it, holds Markdown or may stand in a sentence is not set aside."""
    assert not finished(paragraph)


def test_code_between_fences_stays_code() -> None:
    """An element that is shown as code is set aside neither between empty lines nor behind other code."""
    text = "```\na\n\n<p>one</p>\n\nb\n```\n\n<p>two</p>\n\n```\nc\n```\n"
    assert converted(text, FinishedBlocks()) == converted(text)
    assert "&lt;p&gt;one" in converted(text, FinishedBlocks())


def test_anchors_are_ids() -> None:
    """The anchors of a page are the ids of its elements."""
    assert anchors('<h2 id="a">b</h2><p class="c" id="d-e" title="id=f">g</p>') == {"a", "d-e"}


def test_the_search_is_spared_whole_elements_alone() -> None:
    """Found as they stand in the page are elements left out as a whole, not those with Markdown or left out in part."""
    out = '<details class="more" data-search-exclude markdown="0">\n<summary>More</summary>\n</details>'
    whole = "<dl data-search-exclude>\n<dt>Id</dt>\n</dl>"
    part = "<dl>\n<dt data-search-exclude>Id</dt>\n</dl>"
    open_ended = "<div data-search-exclude markdown>"

    assert unsearched("\n\n".join(["# Page", out, part, whole, open_ended, "</div>"])) == [
        out.replace(' markdown="0"', ""),
        whole,
    ]


def test_every_finished_block_of_the_site_is_set_aside(built_site: Path) -> None:
    """No page keeps the attribute that told Markdown to stay out, which is none of HTML's."""
    kept = [path for path in built_site.rglob("*.html") if "markdown=" in path.read_text(encoding="utf-8")]

    assert kept == []
