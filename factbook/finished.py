"""Finished HTML for Python-Markdown: blocks that are set aside before it, and MkDocs, would parse them once more."""

from __future__ import annotations

import re

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

_OPENING = re.compile(r"<(details|div|dl|figure|ol|p|section|table|ul)\b")
_NO_MARKDOWN = ' markdown="0"'  # says so to converters without this extension
_UNSEARCHED = re.compile(r"<\w+\b[^>]* data-search-exclude[ >]")
_FENCE = re.compile(r"^ *```", re.MULTILINE)
_ANCHOR = re.compile(r'\sid="([^"]+)"')
FIRST = 29  # of the preprocessors, but for the one (30) that tells lines apart


class FinishedBlocks(Extension):
    """Sets aside every paragraph that is one finished element.

    The result is the same but for line breaks between elements, and for the attribute that told Markdown to stay out.
    """

    def extendMarkdown(self, md: Markdown) -> None:
        """Have `md` set finished blocks aside."""
        md.preprocessors.register(_SetAside(md), "finished_blocks", FIRST)


def finished(paragraph: str) -> bool:
    """Whether a paragraph is one element of HTML from its first character to its last, without Markdown in it."""
    opening = _OPENING.match(paragraph)
    if not opening or "markdown=" in paragraph.replace(_NO_MARKDOWN, ""):
        return False
    name = opening[1]
    ends = paragraph.endswith(f"</{name}>")
    return ends and len(re.findall(rf"<{name}\b", paragraph)) == paragraph.count(f"</{name}>")


def unsearched(markdown: str) -> list[str]:
    """The finished elements of a page, as they stand in its HTML, that the search leaves out as a whole."""
    paragraphs = (paragraph for paragraph in markdown.split("\n\n") if _UNSEARCHED.match(paragraph))
    return [paragraph.replace(_NO_MARKDOWN, "") for paragraph in paragraphs if finished(paragraph)]


def anchors(html: str) -> set[str]:
    """What links may name in a page."""
    return set(_ANCHOR.findall(html))


class _SetAside(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        kept, fenced = [], False
        for paragraph in "\n".join(lines).split("\n\n"):
            kept.append(paragraph if fenced else self._kept(paragraph))
            fenced ^= len(_FENCE.findall(paragraph)) % 2 == 1
        return "\n\n".join(kept).split("\n")

    def _kept(self, paragraph: str) -> str:
        if not finished(paragraph):
            return paragraph
        return self.md.htmlStash.store(paragraph.replace(_NO_MARKDOWN, "") + "\n")
