"""The audit of built pages: what it must find, and what it must leave alone."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from the_record import BOOK as RECORD

import second_build
from factbook.audit import audit
from factbook.errors import BrokenBook, Mark
from factbook.model import Book, Name

BOOK = replace(RECORD, names={})


def page(tmp_path: Path, article: str, markdown: str, book: Book = BOOK) -> list[str]:
    """The problems of a site of one page, made from `markdown` into an article."""
    built, docs = tmp_path / "site", tmp_path / "docs"
    (built / "other").mkdir(parents=True)
    docs.mkdir()
    (built / "index.html").write_text(f"<!doctype html><article>{article}</article>", encoding="utf-8")
    (built / "other" / "index.html").write_text("<!doctype html><h2 id='here'>Other</h2>", encoding="utf-8")
    (docs / "index.md").write_text(markdown, encoding="utf-8")
    return [str(problem).removeprefix(f"{docs}/") for problem in audit(built, docs, book)]


def test_a_page_with_a_dot_in_its_name_is_read(tmp_path: Path) -> None:
    """What is typed on it is found as on every other."""
    (tmp_path / "site" / "v1.2").mkdir(parents=True)
    (tmp_path / "docs").mkdir()
    (tmp_path / "site" / "v1.2" / "index.html").write_text("<!doctype html><article><p>They killed 33</p></article>")
    (tmp_path / "docs" / "v1.2.md").write_text("They killed 33\n")

    (problem,) = audit(tmp_path / "site", tmp_path / "docs", BOOK)

    assert str(problem) == f"{tmp_path}/docs/v1.2.md:1:13: page: '33' {TYPED}"


TYPED = "is typed by hand. Use fact(), when() or another macro, or list the name it is part of in facts/names.yaml."
BY_HAND = "a footnote is written by hand. Cite by fact(), claim() or source(), which write theirs."
UNDEFINED = "a source is cited but no footnote defines it. Write {{ sources_used() }} behind all that cites."


@pytest.mark.parametrize(
    ("article", "markdown", "expected"),
    [
        ("<p>They killed 33 people</p>", "# Title\n\nThey killed 33 people\n", f"index.md:3:13: page: '33' {TYPED}"),
        ("<p>some 1,200.5 ha</p>", "some 1,200.5 ha", f"index.md:1:6: page: '1,200.5' {TYPED}"),
        ("<p>four of them</p>", "four of them", f"index.md:1:1: page: 'four' {TYPED}"),
        (
            "<meta name='description' content='It is 99 now'>",
            "---\nboost: 99\ndescription: It is 99 now\n---\n",
            f"index.md:3:20: page: '99' {TYPED}",
        ),
        ("<img src='x.png' alt='888 mines'>", "![888 mines](x.png)", f"index.md:1:3: page: '888' {TYPED}"),
        ("<p title='666 more'>x</p>", "x", f"index.md:1:1: page: '666' {TYPED}"),
        ("<p>Half is cleared</p>", "Half is cleared", f"index.md:1:1: page: 'Half' {TYPED}"),
        (
            "<p><a href='/other/'>x</a> 7</p>",
            '{{ fact("a7.b7") }} [x](y7.md) 7',
            f"index.md:1:32: page: '7' {TYPED}",
        ),
        (
            "<p><a href='nowhere/'>x</a></p>",
            "",
            "index.md:1:1: page: the link 'nowhere/' leads nowhere. Correct its address.",
        ),
        (
            "<p><a href='other/#there'>x</a></p>",
            "",
            "index.md:1:1: page: the link 'other/#there' names no part of that page. Correct it.",
        ),
        (
            "<p>said[^voi]</p>",
            "said[^voi]",
            f"index.md:1:5: page: {BY_HAND}",
        ),
        (
            "<p>said<sup><a href='#note-voi' role='doc-noteref'>a</a></sup></p>",
            "",
            f"index.md:1:1: page: {UNDEFINED}",
        ),
        (
            "<p id='a'>x</p><p id='b'>y</p><h2 id='a'>z</h2>",
            "",
            "index.md:1:1: page: the id 'a' stands twice, so that a link leads to the first alone. Give one another.",
        ),
        (
            "<p><a href='http://[x'>x</a></p>",
            "",
            "index.md:1:1: page: the link 'http://[x' is no address. Correct it.",
        ),
        (
            "<img src='//example.org/x.png'>",
            "",
            "index.md:1:1: page: loads '//example.org/x.png' from another host. Keep a copy in docs/.",
        ),
        (
            "<script src='https://example.org/x.js'></script>",
            "",
            "index.md:1:1: page: loads 'https://example.org/x.js' from another host. Keep a copy in docs/.",
        ),
    ],
)
def test_a_fault_is_named_with_page_line_and_remedy(tmp_path: Path, article: str, markdown: str, expected: str) -> None:
    """One fault gives one problem at its place in the Markdown, as far as the Markdown shows it."""
    assert page(tmp_path, article, markdown) == [expected]


@pytest.mark.parametrize(
    ("article", "named"),
    [
        ("<p onclick='x()'>x</p>", "onclick"),
        ("<svg onload='x()'></svg>", "onload"),
        ("<meta http-equiv='Refresh' content='0;url=https://example.org'>", "<meta>"),
        ("<base href='/'>", "<base>"),
        ("<iframe srcdoc='x'></iframe>", "<iframe>"),
        ("<object></object>", "<object>"),
        ("<embed>", "<embed>"),
        ("<a href='/' ping='//example.org'>x</a>", "ping"),
        ("<script>x()</script>", "<script>"),
        ("<style>p {}</style>", "<style>"),
        ("<a href='javascript:x()'>x</a>", "'javascript:x()'"),
        ("<a href=' java&#10;script:x()' role='doc-noteref'>x</a>", r"' java\nscript:x()'"),
        ("<a href='data:text/html,x'>x</a>", "'data:text/html,x'"),
        ("<svg><a xlink:href='JavaScript:x()'></a></svg>", "'JavaScript:x()'"),
        ("<form action='javascript:x()'></form>", "'javascript:x()'"),
        ("<button formaction='vbscript:x'></button>", "'vbscript:x'"),
    ],
)
def test_what_acts_by_itself_is_refused(tmp_path: Path, article: str, named: str) -> None:
    """Scripts, handlers, frames, styles and addresses that run, and what leads readers away, stand on no page."""
    told = f"index.md:1:1: page: holds {named}, which acts by itself in a browser. Take it out."
    assert told in page(tmp_path, article, "x")


@pytest.mark.parametrize(
    "article",
    [
        "<img srcset='https://example.org/x.png 2x'>",
        "<video poster='//example.org/x.png'></video>",
        "<audio src='https://example.org/x.mp3'></audio>",
        "<object data='//example.org/x.svg'></object>",
        "<link rel='stylesheet' href='https://example.org/x.css'>",
        "<link rel='preload' imagesrcset='https://example.org/x.png 2x'>",
        "<table background='//example.org/x.png'></table>",
        "<svg><use href='https://example.org/x.svg#a'/></svg>",
        "<svg><use xlink:href='https://example.org/x.svg#a'/></svg>",
        "<svg><image href='https://example.org/x.png'/></svg>",
        "<img src='http:example.org/x.png'>",
        "<img src='&#1; HTTP:example.org/x.png'>",
        r"<img src='/\example.org/x.png'>",
        "<img src='/&#9;/example.org/x.png'>",
        "<img srcset='/x.png?a 1x,&#10;//example.org/x.png 2x'>",
        "<img srcset='data:,x 1x, https://example.org/x.png 2x'>",
    ],
)
def test_nothing_is_loaded_from_another_host(tmp_path: Path, article: str) -> None:
    """Whatever element loads it, and however browsers let its address be written."""
    assert any("from another host. Keep a copy in docs/." in told for told in page(tmp_path, article, "x"))


def test_every_fault_of_a_page_is_named(tmp_path: Path) -> None:
    """Several faults give a problem each; what the Markdown does not show is placed at its start."""
    assert page(tmp_path, "<p>a third, dozens</p>", "a dozens") == [
        f"index.md:1:1: page: 'third' {TYPED}",
        f"index.md:1:3: page: 'dozens' {TYPED}",
    ]


def test_a_typed_figure_is_placed_where_it_stands_as_a_word(tmp_path: Path) -> None:
    """Parts of words are passed over, and fractions and parts in words are figures too."""
    assert page(
        tmp_path, "<p>hundredweight, a hundred, \u00bd, a tenth, doubled</p>", "hundredweight, hundred \u00bd"
    ) == [
        f"index.md:1:1: page: 'doubled' {TYPED}",
        f"index.md:1:1: page: 'tenth' {TYPED}",
        f"index.md:1:16: page: 'hundred' {TYPED}",
        f"index.md:1:24: page: '\\xbd' {TYPED}",
    ]


@pytest.mark.parametrize("word", ["halved", "trebled", "thrice", "tenfold", "twofold", "nineties"])
def test_words_for_times_and_decades_are_figures(tmp_path: Path, word: str) -> None:
    """How often one number goes into another is computed, and no decade is named that no source names."""
    assert page(tmp_path, f"<p>It {word} then</p>", f"It {word} then") == [f"index.md:1:4: page: '{word}' {TYPED}"]


@pytest.mark.parametrize(
    "article",
    [
        "<p>one, two or three of them, first and second</p>",
        "<p>manifold, and they folded</p>",
        "<p><a href='#'>x</a><data class='fact' value='33' data-id='a.b'>33 people</data></p>",
        "<p><time datetime='2021'>2021</time>, <span class='when'>2020 to 2021</span></p>",
        "<div data-record='table'><table><tr><td>48,411</td></tr></table></div>",
        "<p><span class='claim' data-id='a.b'>In 1991 it began</span><sup class='footnote-ref'>1</sup></p>",
        "<p><span class='claim' data-id='a.b'>It says [^voi] and [this](nowhere)</span></p>",
        "<p><a href='other/#here'>x</a> <a href='https://example.org/7'>y</a></p>",
        "<p><a href='mailto:a@example.org'>x</a> <a href='//example.org/7'>y</a></p>",
        "<pre><code>2021-10-22: 33</code></pre>",
        "<img src='x.png?of=https://example.org'><img src='DATA:image/png;base64,a//b'>",
        "<link rel='canonical' href='https://example.org/'>",
        "<script type='application/ld+json'>{}</script><script src='/x.js'></script>",
        "<meta http-equiv='Content-Security-Policy' content='x'>",
    ],
)
def test_what_macros_write_is_left_alone(tmp_path: Path, article: str) -> None:
    """Small words, figures, dates, tables and statements of the record, good links and code are no faults."""
    assert page(tmp_path, article, "words") == []


def test_a_name_that_holds_a_number_may_be_written_and_must_be_used(tmp_path: Path) -> None:
    """A listed name is let through; one that no page writes any more is a problem at its entry."""
    used, unused = (Name(Mark("names.yaml", line, 3), text, "why") for line, text in ((2, "G20"), (5, "G8")))
    book = replace(BOOK, names={"G20": used, "G8": unused})

    found = page(tmp_path, "<p>the G20 met</p>", "the G20 met", book)

    assert found == ["names.yaml:5:3: names: 'G8' stands on no page any more. Delete the entry."]


TABLE = """<!doctype html><meta charset="utf-8"><table id="facts-table"><tbody>
<tr data-measure="area" data-year="2021" data-also="Fizuli">
<th><data value="18302">18,302 hectares</data></th><td>Land (Füzuli) of 2,500 owners</td></tr>
<tr data-measure="cost"><th><data value="1500000">1.5 million</data></th><td>Money</td></tr>
</tbody></table>"""


def narrowed(tmp_path: Path, link: str) -> list[str]:
    """The problems of a site of a page with a link, and of a table of facts."""
    built = tmp_path / "site"
    (built / "facts").mkdir(parents=True)
    (built / "index.html").write_text(f'<!doctype html><article><a href="{link}">x</a></article>', encoding="utf-8")
    (built / "facts" / "index.html").write_text(TABLE, encoding="utf-8")
    return [str(problem) for problem in audit(built, tmp_path / "docs", BOOK)]


@pytest.mark.parametrize(
    "query",
    [
        "text=F%C3%BCzuli",
        "text=fizuli",
        "text=land+hectares",
        "text=18302",
        "text=18,302",
        "text=2500+owners",
        "text=1500000",
        "measure=area",
        "measure=area&year=2021&text=hectares&sort=-2",
    ],
)
def test_a_link_to_some_of_all_facts_may_be_written(tmp_path: Path, query: str) -> None:
    """Where the table, narrowed as its script narrows it, holds a fact, the link stands."""
    assert narrowed(tmp_path, f"facts/?{query}") == []


@pytest.mark.parametrize(
    "link",
    [
        "facts/?text=Lachin",
        "facts/?text=8302+million",
        "facts/?measure=land",
        "facts/?measure=cost&year=2021",
        "facts/?place=fuzuli",
        "facts/?also=Fizuli",
        "facts/?Fuzuli",
        "/?text=land",
        "data/facts.json?measure=area",
    ],
)
def test_a_link_that_finds_no_fact_is_named(tmp_path: Path, link: str) -> None:
    """Words and values that no fact has, fields that the table lacks, and pages without the table find nothing."""
    (tmp_path / "site" / "data").mkdir(parents=True)
    (tmp_path / "site" / "data" / "facts.json").write_text("[]", encoding="utf-8")

    assert narrowed(tmp_path, link) == [
        f"{tmp_path}/docs/index.md:1:1: page: the link '{link}' finds no fact. "
        "Take it from the address of the page of all facts, narrowed to what is meant."
    ]


def test_a_page_of_the_second_builder_is_audited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of a page stops it too, and nothing is published."""

    def built(command: list[str], cwd: Path, **_: Any) -> subprocess.CompletedProcess[str]:
        (cwd / "site").mkdir()
        (cwd / "site" / "index.html").write_text("<!doctype html><article><iframe></iframe></article>")
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(second_build.subprocess, "run", built)
    monkeypatch.setattr(second_build, "sound", lambda _: BOOK)
    monkeypatch.setattr(second_build, "lay_out", lambda *_: None)

    with pytest.raises(BrokenBook) as found:
        second_build.build(tmp_path / "site")

    told = "docs/index.md:1:1: page: holds <iframe>, which acts by itself in a browser. Take it out."
    assert str(found.value) == f"{second_build.ROOT}/{told}"
    assert not (tmp_path / "site").exists()
