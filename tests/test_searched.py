"""What the search reads of a page."""

from __future__ import annotations

import pytest

from factbook.searched import searchable

READ = {
    "descriptions": (
        "<dl>\n<dt>Figure</dt>\n<dd><b>5 mines</b> <code>5</code></dd>\n<dt>Covers</dt>\n<dd>2021</dd>\n</dl>",
        "<dl>\n<dt>Figure</dt>\n<dd><b>5 mines</b> <code>5</code>; </dd><dt>Covers</dt>\n<dd>2021</dd>\n</dl>",
    ),
    "sentences": (
        "<dl>\n<dd>Read twice.</dd>\n<dd><a>Read&#46;</a></dd>\n<dd>once</dd>\n</dl>",
        "<dl>\n<dd>Read twice.</dd>\n<dd><a>Read&#46;</a></dd>\n<dd>once</dd>\n</dl>",
    ),
    "cells": (
        '<table><tr><th>Year</th><th id="a"></th><th>Area</th></tr>\n<tr><td>2021</td>\n<td>5 ha</td></tr></table>',
        '<table><tr><th>Year; </th><th id="a"></th><th>Area; </th></tr>\n<tr><td>2021; </td><td>5 ha</td></tr></table>',
    ),
    "lists": ("<dl><dd><ul><li>one</li></ul></dd>\n<dd>two</dd></dl>",) * 2,
    "positions": (
        '<li>\n<strong>ANAMA</strong>\n<span class="position-said">5 mines</span>\n</li>',
        '<li>\n<strong>ANAMA</strong>; <span class="position-said">5 mines</span>\n</li>',
    ),
    "positions that end": (
        '<li>\n<strong>ANAMA</strong> says so.\n<span class="position-said">5 mines</span>\n</li>',
        '<li>\n<strong>ANAMA</strong> says so. <span class="position-said">5 mines</span>\n</li>',
    ),
    "names": (
        '<p>Azerbaijani: <span lang="az">Xocavənd</span>; also: Xojavand.</p><p><span lang="az">Xocalı</span>.</p>',
        '<p>Azerbaijani: <span lang="az">Xocavənd</span> Xocavend; also: Xojavand.</p>'
        '<p><span lang="az">Xocalı</span> Xocali.</p>',
    ),
    "names of two words": ('<span lang="az">Şuşa Ağdam</span>', '<span lang="az">Şuşa Ağdam</span> Agdam'),
    "plain names": ('<p>Azerbaijani: <span lang="az">Zangilan</span>.</p>',) * 2,
    "terms": (
        '<dl>\n<dt id="units-ha">hectares</dt>\n<dd>So much.</dd>\n<dt>Figure</dt>\n<dd>5</dd>\n</dl>',
        '<dl>\n<h3 id="units-ha">hectares</h3>\n<dd>So much.</dd>\n<dt>Figure</dt>\n<dd>5</dd>\n</dl>',
    ),
    "marks": (
        '<p>5 mines<sup class="footnote-ref"><a href="#n">1</a></sup> and <a class="entry-link" href="#e">§</a>.</p>',
        "<p>5 mines and .</p>",
    ),
}


@pytest.mark.parametrize("case", READ)
def test_a_semicolon_parts_what_only_the_layout_parts(case: str) -> None:
    """It follows each cell and description but the last, and those that end themselves.

    Marks are left out, and a term that has an address becomes a heading.
    """
    shown, read = READ[case]

    assert searchable(shown, "") == read


def test_what_the_search_keeps_nothing_of_is_left_out() -> None:
    """An element of the page that says so goes, once, and what is around it stays."""
    element = "<dl data-search-exclude>\n<dd>one</dd>\n</dl>"

    assert searchable(f"<p>a</p>{element}<p>b</p>{element}", f"a\n\n{element}\n\nb") == f"<p>a</p><p>b</p>{element}"
