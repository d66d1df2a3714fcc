"""Links between pages, as their Markdown writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from os.path import relpath
from pathlib import Path

from factbook.errors import Problem, shown
from factbook.findings import mark_at
from factbook.kinds import closest
from factbook.own_words import blank

_CODE = re.compile(r"^```.*?^```|^ {4}[^\n]*|`[^`\n]*`", re.DOTALL | re.MULTILINE)
_LINK = re.compile(r"\]\(\s*(?P<page>(?![a-z]+:|/)[^()\s#]+\.md)(?=[#)\s])")


def mislinked(markdown: str, page: Path, docs: Path) -> Iterator[Problem]:
    """Every link in the Markdown of a page below `docs` to a page that is neither there nor made from a source."""
    for link in _LINK.finditer(_CODE.sub(blank, markdown)) if "](" in markdown else ():
        aim = Path(relpath(page.parent / link["page"], docs))
        if not ((docs / aim).is_file() or _made(aim, docs)):
            meant = closest(link["page"], sorted(relpath(one, page.parent) for one in _known(docs)))
            advice = f"Did you mean {meant!r}?" if meant else "docs/ holds the pages."
            message = f"the link {shown(link['page'])} leads to no page. {advice}"
            yield Problem(mark_at(markdown, str(page), link.start("page")), "page", message, "link")


def _made(aim: Path, docs: Path) -> bool:
    return aim.parent == Path("sources") and (docs.parent / "facts" / aim.with_suffix(".yaml")).is_file()


def _known(docs: Path) -> Iterator[Path]:
    yield from docs.rglob("*.md")
    yield from (docs / "sources" / f"{file.stem}.md" for file in (docs.parent / "facts" / "sources").glob("*.yaml"))
