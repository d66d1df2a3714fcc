"""The macros pages may use. Everything they do lives in `factbook`; this file only connects the two."""

from __future__ import annotations

import os
import sys
from functools import partial
from html import escape
from pathlib import Path
from typing import Any

from jinja2 import TemplateSyntaxError
from mkdocs.exceptions import PluginError

ROOT = Path(__file__).resolve().parent
# The bare `mkdocs` command does not put the project's folder on the path; `python -m mkdocs` does.
sys.path.insert(0, str(ROOT))

from factbook.book import examined  # noqa: E402
from factbook.citations import uses_in  # noqa: E402
from factbook.errors import BrokenBook, Mark, Problem  # noqa: E402
from factbook.findings import Finding  # noqa: E402
from factbook.html import tag  # noqa: E402
from factbook.preview import GAP, box_for, previewing  # noqa: E402
from factbook.render import MACROS, UnknownName, Writer  # noqa: E402
from factbook.unread import unread  # noqa: E402


def define_env(env: Any) -> None:
    """Offer every macro of `factbook.render`, each writing for the page at hand.

    A broken record stops a build; a live preview stays up, with a gap in place of what is broken.
    """
    book, problems = examined(Path(os.path.relpath(ROOT / "facts")))
    if problems:
        print(BrokenBook(problems), file=sys.stderr)
    if problems and not previewing():
        raise SystemExit("Nothing was built.")
    writers: dict[str, Writer] = {}

    def call(name: str, *arguments: Any, **options: Any) -> str:
        if book is None:
            return GAP
        file = getattr(env.page, "file", None)  # Zensical's pages have none
        page = file.src_uri if file else env.page.path
        repository = env.variables["extra"].get("repository") or ""
        writer = writers.setdefault(page, Writer(book, page, repository=repository, turned=file is None))
        try:
            return MACROS[name](writer, *arguments, **options)
        except UnknownName as unknown:
            if previewing():
                return tag("span", f"not shown: {unknown}", class_="broken")
            print(Problem(_where(page, name, *arguments), "page", str(unknown), "macro"), file=sys.stderr)
            raise SystemExit(1) from None  # the plugin would show a traceback of anything else
        except Exception:
            if not problems:
                raise
            return GAP  # of a record that is not sound anything may be missing

    for name in MACROS:
        env.macro(partial(call, name), name)


def _where(page: str, macro: str, *ids: str) -> Mark:
    """Where a page calls a macro with one of some ids for the first time."""
    path = ROOT / "docs" / page
    used = uses_in(path.read_text(encoding="utf-8"), f"docs/{page}") if path.exists() else ()
    return next((use.mark for use in used if use.macro == macro and use.id in ids), Mark(f"docs/{page}"))


def on_pre_page_macros(env: Any) -> None:
    """Name a slip in the macros of a page by its place, where the plugin would show a traceback.

    A preview shows it above the page as it is written.
    """
    if env.page.meta.get("render_macros") is False:
        return
    page = env.page.file.src_uri
    above = (ROOT / "docs" / page).read_text(encoding="utf-8").count("\n") - env.markdown.count("\n")
    slips = [
        Problem(mark._replace(path=f"docs/{page}", line=above + mark.line), "page", told, "macro")
        for mark, told in _slips(env)
    ]
    if slips and not previewing():
        raise PluginError("\n".join(map(str, slips)))
    if slips:
        print(*slips, sep="\n", file=sys.stderr)
        as_written = escape(env.markdown).replace("{", "&#123;")
        env.markdown = f"{box_for(page, slips)}\n\n<pre>{as_written}</pre>\n"


def _slips(env: Any) -> list[Finding]:
    """Each slip in the macros of a page, with its place below the front matter."""
    if found := [(problem.mark, problem.message) for problem in unread(env.markdown, "")]:
        return found
    try:
        env.env.parse(env.markdown)
    except TemplateSyntaxError as error:
        told = str(error.message).partition(" at ")[0]
        return [(Mark("", error.lineno), f"a macro cannot be read: {told}. Mend what stands between the braces.")]
    return []
