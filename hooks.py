"""Add the generated pages and data files to the build, and in a live preview the problems to the pages.

Everything they hold is made by `factbook`.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT))

from factbook.book import examined  # noqa: E402
from factbook.cards import carded  # noqa: E402
from factbook.checking import misused  # noqa: E402
from factbook.citations import uses  # noqa: E402
from factbook.errors import Problem  # noqa: E402
from factbook.finished import FinishedBlocks, anchors  # noqa: E402
from factbook.generate import generated  # noqa: E402
from factbook.kinds import is_id  # noqa: E402
from factbook.model import Book  # noqa: E402
from factbook.policy import POLICY  # noqa: E402
from factbook.preview import box_for, previewing, typed_by_hand, unread_page  # noqa: E402
from factbook.searched import searchable  # noqa: E402
from factbook.styles import site_style  # noqa: E402

OTHER_LANGUAGES = "assets/javascripts/lunr/"  # the theme's search in languages that are not this site's

problems: list[Problem] = []
sound: list[Book] = []  # the record of a live preview, if it is


def on_config(config: Any) -> None:
    """Set finished HTML aside, and give pages their policy; a live preview shows an error of a page on that page."""
    config.markdown_extensions.append(FinishedBlocks())
    if previewing():
        config.plugins["macros"].config["on_error_fail"] = False
    else:
        config.extra["policy"] = POLICY  # a preview's script that reloads a page is another one each time


def on_files(files: Files, config: Any) -> Files:
    """Add the style of the site, a page for every source and the record as data; leave out what no page loads."""
    for file in [file for file in files if file.src_uri.startswith(OTHER_LANGUAGES)]:
        files.remove(file)
    sound.clear()
    files.append(File.generated(config, "assets/site.css", content=site_style(), inclusion=InclusionLevel.INCLUDED))
    facts = Path(os.path.relpath(ROOT / "facts"))
    book, problems[:] = examined(facts)  # the macros have said what is wrong
    if previewing():
        _say_why(files, config, facts / "sources", book)
    if book is None:
        return files
    if previewing() and not problems:
        sound.append(book)
        used, unread = uses(facts.parent / "docs", book.names)
        unsaid = {problem for problem in unread if problem.rule != "macro"}  # the macros say what cannot be read
        problems[:] = sorted({*unsaid, *misused(book, used, (), unread)})
        _tell(problems)
    for path, content in generated(book, config.extra.get("repository") or ""):
        files.append(File.generated(config, path, content=content, inclusion=InclusionLevel.NOT_IN_NAV))
    return files


def _say_why(files: Files, config: Any, sources: Path, book: Book | None) -> None:
    """Give every source that cannot be read a page for its problems, where the one of the last build would stay."""
    for id in sorted(file.stem for file in sources.glob("*.yaml") if is_id(file.stem)):
        if not (book and id in book.sources):
            page = File.generated(
                config, f"sources/{id}.md", content=unread_page(id), inclusion=InclusionLevel.NOT_IN_NAV
            )
            files.append(page)


def on_page_content(html: str, page: Any, **_: Any) -> str:
    """Tell MkDocs the anchors in what was set aside, put problems above their pages, make tables cards."""
    page.present_anchor_ids |= anchors(html)
    path = Path(os.path.relpath(ROOT / "docs" / page.file.src_uri))
    typed = [problem for book in sound for problem in typed_by_hand(path, html, book)]
    unseen = [problem for problem in typed if problem not in problems]
    _tell(unseen)
    return box_for(page.file.src_uri, [*problems, *unseen]) + carded(html)


def _tell(found: list[Problem]) -> None:
    for problem in found:
        print(problem, file=sys.stderr)


@event_priority(50)  # before the search reads the page
def _for_search(context: Any, /, page: Any, **_: Any) -> None:
    page.shown, page.content = page.content, searchable(page.content, page.markdown or "")


@event_priority(-50)  # after it
def _for_readers(context: Any, /, page: Any, **_: Any) -> None:
    page.content = page.shown


on_page_context = CombinedEvent(_for_search, _for_readers)
