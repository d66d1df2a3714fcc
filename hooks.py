"""Add the generated pages and data files to the build. Everything they hold is made by `factbook`."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File, Files, InclusionLevel

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT))

from factbook.book import cached  # noqa: E402
from factbook.errors import BrokenBook  # noqa: E402
from factbook.generate import generated  # noqa: E402


def on_files(files: Files, config: Any) -> Files:
    """Add a page for every source and the record as data."""
    try:
        book = cached(Path(os.path.relpath(ROOT / "facts")))
    except BrokenBook:
        return files  # the macros say what is wrong
    for path, content in generated(book, config.extra.get("repository", "")):
        files.append(File.generated(config, path, content=content, inclusion=InclusionLevel.NOT_IN_NAV))
    return files
