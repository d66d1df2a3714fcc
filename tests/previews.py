"""A small project and its live preview, for tests that save files as editors do."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from records import GOOD, SOURCE_ID, laid_out, project

INDEX = f'# Valley\n\nFound: {{{{ fact("{SOURCE_ID}.anti-personnel") }}}}.\n\n{{{{ sources_used() }}}}\n'


def small(root: Path) -> None:
    """Make a folder this project with a small record and two pages."""
    laid_out(GOOD, root / "facts")
    project(root, {"index.md": INDEX, "plain.md": "# Plain\n"})


@contextmanager
def serving(root: Path) -> Iterator[str]:
    """Preview a project as `make serve` does, and yield the address; afterwards it must still be up."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "--dirty", "--no-strict", "--dev-addr", f"127.0.0.1:{port}"]
    with (root / "log").open("w") as log:
        server = subprocess.Popen(command, cwd=root, stdout=log, stderr=subprocess.STDOUT)
        try:
            yield f"http://127.0.0.1:{port}/"
            assert server.poll() is None, (root / "log").read_text()
        finally:
            server.terminate()
            server.wait()


def edit(path: Path, old: str, new: str) -> None:
    """Replace words of a file, as an editor does who saves it."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def page_with(address: str, words: str, without: str = "\0") -> str:
    """The page at an address, once it holds some words and not others."""
    page = ""
    for _ in range(240):
        try:
            with urllib.request.urlopen(address, timeout=30) as answer:
                page = answer.read().decode()
        except OSError:
            page = ""
        if words in page and without not in page:
            return page
        time.sleep(0.25)
    raise AssertionError(f"{words!r} never came; the page was: {page}")


def status(address: str) -> int:
    """How the preview answers for an address."""
    try:
        with urllib.request.urlopen(address, timeout=30) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as refused:
        return refused.code
