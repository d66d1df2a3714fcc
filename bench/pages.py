"""Write the record's pages of prose again and again, each time with other facts drawn by lot."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from random import Random

from factbook.model import Book

_EXPRESSION = re.compile(r"\{\{\s*(?P<macro>\w+)\((?P<rest>[^}]*)\)\s*\}\}")
_ID = re.compile(r'^"[^"]*"')
_KEPT = frozenset(["sources_used", "check", "chart", "question"])


def redrawn(root: Path, book: Book, times: int, seed: int) -> None:
    """Write the pages below `root` that name facts until each is there `times` times, and list them in the navigation.

    Overviews of the whole record stay as few as they are.
    """
    lot = Random(seed)
    ids = _ids(book)
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    for page in sorted((root / "docs").glob("*.md")):
        text = page.read_text(encoding="utf-8")
        if '{{ fact("' in text:
            copies = [page.with_name(f"{page.stem}-{number}.md") for number in range(1, times)]
            for copy in copies:
                copy.write_text(_redrawn(text, ids, lot), encoding="utf-8")
            listed = "".join(rf"\n\1{copy.name}" for copy in copies)
            settings = re.sub(rf"^( *- )(.*: )?{page.name}$", rf"\g<0>{listed}", settings, flags=re.MULTILINE)
    (root / "mkdocs.yml").write_text(settings, encoding="utf-8")


def _ids(book: Book) -> dict[str, Sequence[str]]:
    claims = [claim for claim in book.claims.values() if claim.when]
    dated = [claim.id for claim in claims]
    figures = [claim.id for claim in claims if claim.value]
    statements = [claim.id for claim in claims if claim.statement]
    sources = list(book.sources)
    ids: dict[str, Sequence[str]] = dict.fromkeys(("when", "as_of", "since", "party"), dated)
    return ids | {"fact": figures, "claim": statements, "source": sources, "published": sources}


def _redrawn(text: str, ids: dict[str, Sequence[str]], lot: Random) -> str:
    def other(match: re.Match[str]) -> str:
        macro, rest = match["macro"], match["rest"]
        if macro in ids:
            return f"{{{{ {macro}({_ID.sub(repr(lot.choice(ids[macro])), rest)}) }}}}"
        return match[0] if macro in _KEPT else ""

    return _EXPRESSION.sub(other, text)
