"""What the search is to read of a page: the words it shows, with a semicolon where only its layout parts them.

Behind a name of a place in Azerbaijani stands its last word as a keyboard without its letters has it.
"""

from __future__ import annotations

import re
import unicodedata

from factbook.finished import unsearched

_MARK = re.compile(r'<a class="entry-link".*?</a>|<sup class="footnote-ref">.*?</sup>')
_ENDED = r"(?:\.|&#46;|</ul>|<t[dh]\b[^>]*>)(?:</(?:a|b|data|q|span|strong|time)>)*"  # parted from what follows already
_LAST = r"\s*(?:</tr>\s*)?(?:</tbody>\s*)?</(?:dl|table)>"
_CELL = re.compile(rf"({_ENDED})?(</(?:dd|td|th)>)(?!{_LAST})\n?")
_NAME = re.compile(r'<span lang="az">[^<]*?([^\W\d_]+)</span>')
_TERM = re.compile(r'<dt id="([^"]*)">(.*?)</dt>')
_ALIKE = str.maketrans("əƏı", "eEi")  # of the others, Unicode knows the letter beneath the mark
_POSITION = re.compile(rf'({_ENDED})?\n(?=<span class="position-)')


def searchable(content: str, markdown: str) -> str:
    """The HTML of a page for the search, which keeps neither tables nor lists of descriptions.

    Left out are marks that lead to entries and notes, and the elements of `markdown` of which the search keeps nothing:
    half of most pages, which it need not read again. A term with an address of its own heads what stands below it.
    """
    for element in unsearched(markdown):
        content = content.replace(element, "", 1)
    content = _NAME.sub(_with_plain_letters, _MARK.sub("", content))
    content = _TERM.sub(r'<h3 id="\1">\2</h3>', content)
    content = _POSITION.sub(lambda match: f"{match[1]} " if match[1] else "; ", content)
    return _CELL.sub(lambda match: match[0] if match[1] else f"; {match[2]}", content)


def _with_plain_letters(name: re.Match[str]) -> str:
    plain = unicodedata.normalize("NFKD", name[1].translate(_ALIKE)).encode("ascii", "ignore").decode()
    return f"{name[0]} {plain}" if plain != name[1] else name[0]
