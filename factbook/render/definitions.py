"""Lists of terms and descriptions, the form of every entry."""

from __future__ import annotations

from collections.abc import Iterable

from factbook.html import Html, rows, tag


def definitions(pairs: Iterable[tuple[str, str | None]], searched: bool = True) -> Html:
    """A list of terms and descriptions; pairs without a description are left out, and the search index has no terms.

    What is not `searched` stays out of the index altogether.
    """
    body = [_pair(term, description, searched) for term, description in pairs if description is not None]
    excluded = "" if searched else " data-search-exclude"
    return rows(Html(f'<dl class="record-list" data-record="entry"{excluded}>'), *body, Html("</dl>"))


def _pair(term: str, description: str, searched: bool) -> Html:
    return rows(tag("dt", term, data_search_exclude=searched), tag("dd", description))
