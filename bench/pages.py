"""Write the record's pages of prose again and again, each time with other facts drawn by lot."""

from __future__ import annotations

import re
from collections import defaultdict
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
    """The ids that may stand for another: under each macro, and for a figure under the figure's own id."""
    claims = [claim for claim in book.claims.values() if claim.when]
    by_measure: dict[str | None, list[str]] = defaultdict(list)
    for claim in claims:
        by_measure[claim.measure].append(claim.id)  # the words beside a figure name what it measures
    dated, sources = [claim.id for claim in claims], list(book.sources)
    ids: dict[str, Sequence[str]] = dict.fromkeys(("when", "as_of", "since", "party"), dated)
    ids |= {"claim": by_measure.pop(None), "source": sources, "published": sources}
    return ids | {claim.id: by_measure[claim.measure] for claim in claims if claim.measure}


def _redrawn(text: str, ids: dict[str, Sequence[str]], lot: Random) -> str:
    def other(match: re.Match[str]) -> str:
        macro, rest = match["macro"], match["rest"]
        named = _ID.match(rest)
        among = ids.get(named[0].strip('"') if macro == "fact" and named else macro)
        if among:
            return f"{{{{ {macro}({_ID.sub(repr(lot.choice(among)), rest)}) }}}}"
        return match[0] if macro in _KEPT else ""

    return _EXPRESSION.sub(other, text)
