"""How long after saving a file a live preview shows the change."""

from __future__ import annotations

import os
import re
import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.timing import SETTINGS, Spread, python, spread

PORT = 8137
PAGE, FACT = "docs/law.md", "facts/sources/anadolu-2021-10-22.yaml"
FACT_PAGES = ("sources/anadolu-2021-10-22/", "data/facts.json")
PATIENCE = 120


def save_to_page(root: Path, rounds: int) -> dict[str, Spread]:
    """Seconds from saving until the page that shows the change is served, for a page's text and for a fact's note."""
    with _preview(root):
        return {
            "page": spread([_seen(root / PAGE, _marked_page, "law/", number) for number in range(rounds)]),
            "fact": spread([_seen(root / FACT, _marked_fact, FACT_PAGES[0], number) for number in range(rounds)]),
        }


@contextmanager
def _preview(root: Path) -> Iterator[None]:
    recipe = re.search(r"^\t\$\(python\) -m mkdocs serve.*$", (root / "Makefile").read_text(), re.MULTILINE)
    assert recipe
    options = recipe[0].split("-m mkdocs ")[1].replace(":8000", f":{PORT}").split()
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


def _seen(path: Path, mark: Callable[[str, str], str], address: str, number: int) -> float:
    words = f"Measured as number {'i' * (number + 1)}."
    text = mark(path.read_text(encoding="utf-8"), words)
    time.sleep(1.5)  # the server is at rest again
    begun = time.perf_counter()
    path.write_text(text, encoding="utf-8")
    _wait(lambda: words.replace(".", "") in _get(address))
    return time.perf_counter() - begun


def _marked_page(text: str, words: str) -> str:
    return re.sub(r"\n\nMeasured as number i+\.\n\Z", "\n", text) + f"\n{words}\n"


def _marked_fact(text: str, words: str) -> str:
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
