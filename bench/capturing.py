"""A hook of MkDocs that writes every page as it is after macros, and every other file, to `expanded/`."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import yaml
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

EXPANDED = "expanded"


def on_pre_build(config: Any) -> None:
    """Begin with an empty folder."""
    shutil.rmtree(_folder(config), ignore_errors=True)


@event_priority(-100)  # after all others
def on_files(files: Files, config: Any) -> None:
    """Write the files that are no pages, but for those of the theme."""
    for file in files:
        ours = file.abs_src_path is None or Path(file.abs_src_path).is_relative_to(config.docs_dir)
        if ours and not file.is_documentation_page():
            _write(config, file.src_uri, file.content_bytes)


@event_priority(-100)
def on_page_markdown(markdown: str, page: Page, config: Any, files: Files) -> None:
    """Write a page with its front matter."""
    meta = {key: value for key, value in page.meta.items() if key != "render_macros"}
    head = f"---\n{yaml.safe_dump(meta, allow_unicode=True)}---\n" if meta else ""
    _write(config, page.file.src_uri, (head + markdown).encode())


def _folder(config: Any) -> Path:
    return Path(config.config_file_path).with_name(EXPANDED)


def _write(config: Any, name: str, content: bytes) -> None:
    path = _folder(config) / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
