"""A hook of MkDocs that sets finished HTML aside before Markdown and does nothing else."""

from __future__ import annotations

from typing import Any

from factbook.finished import FinishedBlocks


def on_config(config: Any) -> None:
    """Add the extension that the project's own hook adds."""
    config.markdown_extensions.append(FinishedBlocks())
