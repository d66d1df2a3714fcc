"""The words of an article that a claim rests on: in their language, with their paragraph and links to them."""

from __future__ import annotations

from urllib.parse import quote as percent

from factbook.beside import whereabouts
from factbook.html import Html, join, tag
from factbook.kinds import NOT_FOUND
from factbook.languages import OURS, known
from factbook.model import Claim, Source
from factbook.render.writer import Writer


def language(source: Source) -> str | None:
    """The name of a source's language, or its ISO 639-1 code where no name is kept; none where it is this site's."""
    return None if source.language == OURS else known(source.language).name


def marked(source: Source) -> str | None:
    """The value of `lang` for words of a source, where their language is not the page's."""
    return None if source.language == OURS else source.language


def quoted(writer: Writer, claim: Claim) -> Html:
    """The phrase of a claim, its language where it is another one, its paragraph, and links to it."""
    source, place = writer.book.source_of(claim), whereabouts(writer.book, claim)
    spoken = language(source)
    about = f" ({f'in {spoken}; ' if spoken else ''}{place})"
    return join([tag("q", claim.quote, lang=marked(source)), about, *_passage_link(source, claim.quote)])


def _passage_link(source: Source, phrase: str) -> list[str]:
    """Links to the phrase within the article (a text fragment, by W3C's Scroll to Text Fragment) and to the article."""
    if source.url == NOT_FOUND:
        return []
    fragment = f"{source.url.partition('#')[0]}#:~:text={percent(phrase, safe='').replace('-', '%2D')}"
    found = tag("a", "find it in the article", href=fragment, rel="external")
    opened = tag("a", "open the article", href=source.url, rel="external")
    return [" ", tag("span", found, " or ", opened, data_search_exclude=True)]
