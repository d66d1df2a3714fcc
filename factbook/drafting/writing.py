"""Write new files, all of them or none."""

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
    except BaseException:  # an interruption too
        for path in made:
            path.unlink(missing_ok=True)
        raise
