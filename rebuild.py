"""Have a live preview build only the pages that come out otherwise than last time.

`serve --dirty` alone would take a page for unchanged whose facts have changed, and lose the rest of the search index.
"""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Callable, Container
from functools import partial
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import Environment
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

ROOT = Path(__file__).resolve().parent
RENDERED = ("content", "toc", "_title_from_render", "present_anchor_ids", "links_to_anchors")
sys.path.insert(0, str(ROOT))

from factbook.kept import differs, forget, leave_out_all_but, merged, same  # noqa: E402
from factbook.preview import previewing  # noqa: E402


def on_startup(command: str, dirty: bool) -> None:
    """Spare editors a warning of what is seen to here."""
    logging.getLogger("mkdocs.commands.build").addFilter(lambda record: "'dirty' build" not in record.msg)


def on_files(files: Files, config: Any) -> None:
    """Tell MkDocs which files have changed."""
    if previewing():
        macros = config.plugins["macros"].env
        macros.compile = partial(_compiled, macros.compile)
        settings = _settings(config)
        config.plugins["material/search"].search_index_prev = None  # on_post_build merges what was found
        for file in files:
            if file.is_documentation_page() or file.abs_src_path is None:
                file.is_modified = partial(_is_modified, file, settings)  # type: ignore[method-assign]


def _compiled(compile: Callable[..., CodeType], page: str, *options: Any, **named: Any) -> CodeType:
    """The code of a page with macros, kept from build to build; the plugin begins anew with each."""
    return same(f"code of {page}", "", lambda: compile(page, *options, **named))


def _is_modified(file: File, settings: str) -> bool:
    return _differs(file, settings) or not Path(file.abs_dest_path).exists()  # as that of a page which was gone


def _differs(file: File, settings: str) -> bool:
    if not file.is_documentation_page():
        return differs(file.src_uri, file.content_string)
    page = file.page
    if page is None or page.content is None:  # to be read; a page written by hand may use any fact
        return file.abs_src_path is not None or differs(file.src_uri, settings + file.content_string)
    return differs(f"{file.src_uri} as HTML", f"{settings}{page.title}{page.meta}{page.content}")


def _settings(config: Any) -> str:
    files = [Path(config.config_file_path), *(ROOT / "theme").rglob("*.html")]
    return repr([path.stat().st_mtime_ns for path in files])


def on_nav(nav: Navigation, config: Any, files: Files) -> None:
    """Spare Markdown what it has converted before: most pages come out alike after a fact has changed."""
    if previewing():
        made_with = f"{_settings(config)}{[file.src_uri for file in files]}"
        for page in (file.page for file in files.documentation_pages() if file.page):
            page.render = partial(_rendered, page, made_with, page.render)  # type: ignore[method-assign]


def _rendered(page: Page, made_with: str, render: Callable[..., None], config: Any, files: Files) -> None:
    def rendered() -> dict[str, Any]:
        render(config, files)
        return {name: getattr(page, name) for name in RENDERED}

    vars(page).update(same(page.file.src_uri, f"{made_with}{page.markdown}", rendered))
    links = (page.links_to_anchors or {}).items()
    page.links_to_anchors = {files.src_uris[file.src_uri]: anchors for file, anchors in links}  # pages of this build


def on_env(env: Environment, config: Any, files: Files) -> Environment:
    """Keep the templates compiled, and only the pages that are still there, and what the search found on them."""
    if not previewing():
        return env
    leave_out_all_but(file.page.url for file in files.documentation_pages() if file.page)
    _take_down_all_but({file.abs_dest_path for file in files}, config.site_dir)
    return same("templates", _settings(config), lambda: env)


def _take_down_all_but(pages: Container[str], site: str) -> None:
    for page in Path(site).rglob("index.html"):
        if str(page) not in pages:
            page.unlink()


def on_post_build(config: Any) -> None:
    """Keep what the search found on the pages that were not built anew."""
    if previewing():
        path = Path(config.site_dir, "search", "search_index.json")
        index = json.loads(path.read_text(encoding="utf-8"))
        path.write_text(json.dumps({**index, "docs": merged(index["docs"])}), encoding="utf-8")


def on_build_error(error: Exception) -> None:
    """Build everything again after a build that may have ended half-way."""
    forget()
