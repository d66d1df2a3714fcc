"""How long after saving a file the live preview of `make serve` shows the change."""

from __future__ import annotations

import os
import re
import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from bench.copies import project
from bench.results import Rows, row
from bench.timing import SETTINGS, Spread, python, spread

PORT = 8137
PAGE, FACT = "docs/law.md", "facts/sources/anadolu-2021-10-22.yaml"
PAGE_ADDRESS, FACT_ADDRESS = "law/", "sources/anadolu-2021-10-22/"
PATIENCE = 120
_ADDRESS = re.compile(r"127\.0\.0\.1:\S+")


def previews(folder: Path, states: Mapping[str, str], rounds: int) -> Rows:
    """Seconds from saving until the page that shows the change is served, for a page's text and for a fact's note."""
    pages: dict[str, Spread] = {}
    facts: dict[str, Spread] = {}
    for state, revision in states.items():
        root = project(folder / f"preview-{state}", revision)
        with _preview(root):
            pages[state] = spread([_seen(root / PAGE, marked_page, PAGE_ADDRESS, n) for n in range(rounds)])
            facts[state] = spread([_seen(root / FACT, marked_fact, FACT_ADDRESS, n) for n in range(rounds)])
    return [
        row("Fact saved to page reloaded", "s", facts, 2),
        row("Page saved to page reloaded", "s", pages),
    ]


@contextmanager
def _preview(root: Path) -> Iterator[None]:
    options = served((root / "Makefile").read_text(encoding="utf-8"))
    with (root / "serve.log").open("w") as log:
        server = subprocess.Popen(
            python("-m", "mkdocs", *options), cwd=root, env=os.environ | SETTINGS, stdout=log, stderr=log
        )
        try:
            _wait(lambda: "Home" in _get(""))
            yield
        finally:
            server.terminate()
            server.wait()


def served(makefile: str) -> list[str]:
    """How `make serve` has MkDocs serve, but for the port."""
    recipe = re.search(r"^\t\$\(python\) -m mkdocs (serve.*)$", makefile, re.MULTILINE)
    assert recipe
    return _ADDRESS.sub(f"127.0.0.1:{PORT}", recipe[1]).split()


def _seen(path: Path, mark: Callable[[str, str], str], address: str, number: int) -> float:
    words = f"Measured as number {'i' * (number + 1)}."
    text = mark(path.read_text(encoding="utf-8"), words)
    time.sleep(1.5)  # the server is at rest again
    begun = time.perf_counter()
    path.write_text(text, encoding="utf-8")
    _wait(lambda: words.replace(".", "") in _get(address))
    return time.perf_counter() - begun


def marked_page(text: str, words: str) -> str:
    """A page with a sentence at its end, in place of the last such sentence."""
    return re.sub(r"\n\nMeasured as number i+\.\n\Z", "\n", text) + f"\n{words}\n"


def marked_fact(text: str, words: str) -> str:
    """A fact file with a note on its first claim that has none, in place of the last such note."""
    text = re.sub(r"\n  note: Measured as number i+\.", "", text)
    return re.sub(r"(\n  quote: [^\n]*)(?=\n\n)", rf"\1\n  note: {words}", text, count=1)


def _get(address: str) -> str:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{PORT}/{address}", timeout=PATIENCE) as answer:
            return str(answer.read().decode())
    except OSError:
        return ""


def _wait(until: Callable[[], bool]) -> None:
    begun = time.perf_counter()
    while not until():
        if time.perf_counter() - begun > PATIENCE:
            raise SystemExit(f"Nothing was served within {PATIENCE} seconds; see serve.log in the copy.")
        time.sleep(0.02)
