"""Write files whole or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


def written_whole(files: Mapping[Path, str]) -> None:
    """Write new files, all of them or none. Raises FileExistsError where one is there, OSError where one cannot be."""
    made: list[Path] = []
    try:
        for path, text in files.items():
            path.parent.mkdir(exist_ok=True)
            with path.open("x", encoding="utf-8", newline="\n") as stream:
                made.append(path)
                stream.write(text)
    except BaseException as error:  # an interruption too
        _take_back(made)
        if isinstance(error, OSError) and made:  # a full disk gives no name
            error.filename = error.filename or str(made[-1])
        raise


def rewritten(path: Path, text: str) -> None:
    """Replace what a file holds. Raises OSError where that cannot be done, and the file is as it was."""
    beside = path.with_suffix(".part")
    written_whole({beside: text})
    try:
        beside.replace(path)
    except BaseException:
        _take_back([beside])
        raise


def _take_back(made: list[Path]) -> None:
    for path in made:
        path.unlink(missing_ok=True)
