"""Read the text of an article, which stays outside the record."""

from __future__ import annotations

from os.path import realpath
from pathlib import Path

from factbook.evidence import paragraphs

LARGEST = 4 * 1024 * 1024


class NotRead(Exception):
    """Raised where no article can be read from a file; the message says why and what to do."""


def misplaced(path: Path, project: Path) -> str:
    """What is wrong with where an article lies, if it lies in the folder `project`."""
    inside = Path(realpath(path)).is_relative_to(realpath(project))
    return f"{path}: lies inside the project, where it could be published. Keep it in a folder elsewhere." * inside


def article(path: Path) -> str:
    """The text in a file. Raises `NotRead`."""
    try:
        with path.open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except OSError as error:
        raise NotRead(f"{path}: cannot be read: {error.strerror}. Name a text file.") from None
    if len(data) > LARGEST:
        raise NotRead(f"{path}: is larger than {LARGEST:,} bytes. Keep the article's text alone.")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        raise NotRead(f"{path}: is not UTF-8 text. Save it as UTF-8.") from None
    if not paragraphs(text):
        raise NotRead(f"{path}: holds no text. Paste the article into it, one paragraph a line.")
    return text
