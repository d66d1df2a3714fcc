"""The macros pages may use. Everything they do lives in `factbook`; this file only connects the two."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent
# The bare `mkdocs` command does not put the project's folder on the path; `python -m mkdocs` does.
sys.path.insert(0, str(ROOT))

from factbook.book import cached  # noqa: E402
from factbook.render import MACROS, Writer  # noqa: E402


def define_env(env: Any) -> None:
    """Offer every macro of `factbook.render`, each writing for the page at hand."""
    book = cached(ROOT / "facts")
    writers: dict[str, Writer] = {}

    def call(macro: Any, *args: Any, **options: Any) -> str:
        page = env.page.file.src_uri
        writer = writers.setdefault(page, Writer(book, page))
        return macro(writer, *args, **options)

    for name, macro in MACROS.items():
        env.macro(partial(call, macro), name)
