"""Links between pages, as their Markdown writes them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from os.path import relpath
from pathlib import Path
from urllib.parse import urlsplit

from factbook.characters import decode
from factbook.errors import BrokenBook, Mark, Problem, shown
from factbook.files import read_bytes
from factbook.findings import mark_at
from factbook.kinds import closest
from factbook.own_words import blank

SETTINGS = "mkdocs.yml"
_CODE = re.compile(r"^```.*?^```|^ {4}[^\n]*|`[^`\n]*`", re.DOTALL | re.MULTILINE)
_LINK = re.compile(r"\]\(\s*(?P<page>(?![a-z]+:|/)[^()\s#]+\.md)(?=[#)\s])")
_AIM = re.compile(r"""(?:\]\(|\]:|href=["']?)\s*<?(?P<aim>[^()\s<>"']*//[^()\s<>"']*)""")


def mislinked(markdown: str, page: Path, docs: Path) -> Iterator[Problem]:
    """Every link in the Markdown of a page below `docs` to a page that is neither there nor made from a source.

    And every link whose address cannot be taken apart: the builder would stop there, naming no place.
    """
    plain = _CODE.sub(blank, markdown)
    for link in filter(_malformed, _AIM.finditer(plain)):
        message = f"the link {shown(link['aim'])} is no address. Correct it."
        yield Problem(mark_at(markdown, str(page), link.start("aim")), "page", message, "link")
    for link in _LINK.finditer(plain):
        aim = Path(relpath(page.parent / link["page"], docs))
        if not ((docs / aim).is_file() or _made(aim, docs)):
            meant = closest(link["page"], sorted(relpath(one, page.parent) for one in _known(docs)))
            advice = f"Did you mean {meant!r}?" if meant else "docs/ holds the pages."
            message = f"the link {shown(link['page'])} leads to no page. {advice}"
            yield Problem(mark_at(markdown, str(page), link.start("page")), "page", message, "link")


def _malformed(link: re.Match[str]) -> bool:
    try:
        urlsplit(link["aim"])
    except ValueError:
        return True
    return False


def unlisted(pages: Iterable[Path], docs: Path) -> Iterator[Problem]:
    """Every page that no menu of the settings beside `docs` names, and every one that is named and not there.

    The builder would stop at either, naming no place.
    """
    with suppress(BrokenBook):
        lines = decode(read_bytes(docs.parent / SETTINGS), SETTINGS).split("\n")
        listed = {*map(_named, lines)}
        for page in pages if "nav:" in lines else ():  # without a menu of ours, the builder makes one of all
            if (name := page.relative_to(docs).as_posix()) not in listed:
                message = f"stands in no menu. Add `- {shown(name)[1:-1]}` under nav in {SETTINGS}."
                yield Problem(Mark(str(page)), "page", message, "listed")
        yield from _absent(lines, docs) if "nav:" in lines else ()


def _absent(lines: list[str], docs: Path) -> Iterator[Problem]:
    """Every entry of the menu for a page that is neither there nor made from a source."""
    for number, line in enumerate(lines[lines.index("nav:") + 1 :], lines.index("nav:") + 2):
        if line[:1] not in {"", " ", "#", "-"}:
            return
        name = _named(line)
        if name.endswith(".md") and not ((docs / name).is_file() or _made(Path(name), docs)):
            mark = Mark(str(docs.parent / SETTINGS), number, line.index(name) + 1)
            message = f"the menu names {shown(name)}, which is not in docs/. Write that page, or delete the entry."
            yield Problem(mark, "page", message, "listed")


def _named(line: str) -> str:
    """What an entry of a list names: the last of `- Title: page.md  # why`."""
    return line.partition(" #")[0].strip().removeprefix("- ").rpartition(": ")[2].strip("'\" ")


def _made(aim: Path, docs: Path) -> bool:
    return aim.parent == Path("sources") and (docs.parent / "facts" / aim.with_suffix(".yaml")).is_file()


def _known(docs: Path) -> Iterator[Path]:
    yield from docs.rglob("*.md")
    yield from (docs / "sources" / f"{file.stem}.md" for file in (docs.parent / "facts" / "sources").glob("*.yaml"))
