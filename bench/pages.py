"""Write the record's pages of prose again and again, each time with the facts of other sources, drawn by lot."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random
from typing import TypeAlias

from factbook.model import Book

_EXPRESSION = re.compile(r"\{\{\s*(?P<macro>\w+)\((?P<rest>[^}]*)\)\s*\}\}")
_ID = re.compile(r'^"([^"]*)"')
_KEPT = frozenset(["sources_used", "check", "chart", "question"])
_LINE_OR_TABLE = re.compile(r"(?:^\|.*\n)+|^.+\n", re.MULTILINE)
_NUMBERED = re.compile(r"-\d+$")
_DRAWN = frozenset(["fact", "claim", "when", "as_of", "since", "party", "source", "published"])
Likeness: TypeAlias = tuple[str, tuple[tuple[str, str, str | None], ...]]


def redrawn(root: Path, book: Book, times: int, seed: int) -> None:
    """Write the pages below `root` that name facts until each is there `times` times, and list them in the navigation.

    Overviews of the whole record stay as few as they are.
    """
    lot = Random(seed)
    likes = _likes(book)
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    for page in sorted((root / "docs").glob("*.md")):
        text = page.read_text(encoding="utf-8")
        if '{{ fact("' in text and "{{ place(" not in text:
            copies = [page.with_name(f"{page.stem}-{number}.md") for number in range(1, times)]
            for copy in copies:
                copy.write_text(_redrawn(text, _drawn(book, likes, lot)), encoding="utf-8")
            listed = "".join(rf"\n\1{copy.name}" for copy in copies)
            settings = re.sub(rf"^( *- )(.*: )?{page.name}$", rf"\g<0>{listed}", settings, flags=re.MULTILINE)
    (root / "mkdocs.yml").write_text(settings, encoding="utf-8")


def _likes(book: Book) -> Mapping[Likeness, Sequence[str]]:
    """The invented sources by what they share with those in whose likeness they are."""
    likes: dict[Likeness, list[str]] = defaultdict(list)
    for id in book.sources:
        if id.startswith("invented-"):
            likes[_likeness(book, id)].append(id)
    return likes


def _likeness(book: Book, id: str) -> Likeness:
    """The publisher of a source, and for each of its claims the name, party and scope."""
    claims = book.by_source[id]
    named = ((_NUMBERED.sub("", claim.name[:50]), claim.according_to, claim.scope) for claim in claims)
    return book.sources[id].publisher, tuple(dict.fromkeys(named))


def _drawn(book: Book, likes: Mapping[Likeness, Sequence[str]], lot: Random) -> Mapping[str, str]:
    """For every source one in its likeness, if there is any, and for its claims those of that one."""
    drawn: dict[str, str] = {}
    for id in book.sources:
        if among := likes.get(_likeness(book, id)):
            other = lot.choice(among)
            drawn[id] = other
            drawn |= {old.id: new.id for old, new in zip(book.by_source[id], book.by_source[other], strict=False)}
    return drawn


def _redrawn(text: str, drawn: Mapping[str, str]) -> str:
    """A page with other facts in every line or table of one source; several, set side by side, may share a day."""
    return _LINE_OR_TABLE.sub(lambda part: _written(part[0], drawn if _of_one(part[0]) else {}), text)


def _of_one(part: str) -> bool:
    given = (_ID.match(macro["rest"]) for macro in _EXPRESSION.finditer(part) if macro["macro"] in _DRAWN)
    return len({named[1].partition(".")[0] for named in given if named}) == 1


def _written(part: str, drawn: Mapping[str, str]) -> str:
    """A line or table with what is drawn for it; a line cites by itself, as the line it leaned on may have another."""
    table = part.startswith("|")

    def other(match: re.Match[str]) -> str:
        macro, rest = match["macro"], match["rest"] if table else match["rest"].replace(", cite=False", "")
        named = _ID.match(rest) if macro in _DRAWN else None
        if named and not named[1].startswith("derived."):
            return f"{{{{ {macro}({_ID.sub(repr(drawn.get(named[1], named[1])), rest)}) }}}}"
        return match[0] if macro in _KEPT else ""

    return _EXPRESSION.sub(other, part)
