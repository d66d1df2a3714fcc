"""The macros pages may use. Everything they do lives in `factbook`; this file only connects the two."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from mkdocs.exceptions import Abort, PluginError

ROOT = Path(__file__).resolve().parent
# The bare `mkdocs` command does not put the project's folder on the path; `python -m mkdocs` does.
sys.path.insert(0, str(ROOT))

from factbook.book import examined  # noqa: E402
from factbook.errors import BrokenBook  # noqa: E402
from factbook.preview import GAP, previewing  # noqa: E402
from factbook.render import MACROS, Writer  # noqa: E402
from factbook.render.writer import UnknownName  # noqa: E402


def define_env(env: Any) -> None:
    """Offer every macro of `factbook.render`, each writing for the page at hand.

    A broken record stops a build; a live preview stays up, with a gap in place of what is broken.
    """
    book, problems = examined(Path(os.path.relpath(ROOT / "facts")))
    if problems:
        print(BrokenBook(problems), file=sys.stderr)
    if problems and not previewing():
        raise Abort(f"{len(problems)} problems in the facts, listed above. Nothing was built.")
    writers: dict[str, Writer] = {}

    def call(macro: Callable[..., str], *arguments: Any, **options: Any) -> str:
        if book is None:
            return GAP
        file = getattr(env.page, "file", None)  # Zensical's pages have none
        page = file.src_uri if file else env.page.path
        writer = writers.setdefault(page, Writer(book, page, turned=file is None))
        try:
            return macro(writer, *arguments, **options)
        except UnknownName as unknown:
            if previewing():
                return GAP
            raise PluginError(f"docs/{page}: {unknown}") from None
        except Exception:
            if not problems:
                raise
            return GAP  # of a record that is not sound anything may be missing

    for name, macro in MACROS.items():
        env.macro(partial(call, macro), name)
