"""What a first visit to a page brings over the network: every request a browser makes, and its size compressed."""

from __future__ import annotations

import functools
import gzip
import http.server
import os
import shutil
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, sync_playwright

from bench.copies import project
from bench.results import Sections, row
from bench.timing import python, spread, timed

CHROMIUM = shutil.which("chromium")
KINDS = {".html": "HTML", ".css": "CSS", ".js": "scripts", ".woff2": "fonts", ".json": "search index"}
OTHER = "other"
# A page of every template; as many of those with the most HTML are opened besides, to find the heaviest.
TEMPLATES = ("", "progress/", "facts/", "timeline/", "series/", "checks/", "sources/", "sources/anadolu-2021-10-22/")
FIRST_VISIT_SECONDS = 2  # in which a page may ask for more after it has loaded


class Weight(NamedTuple):
    """One page: its compressed bytes by kind of file, how many requests it made, and those to other hosts."""

    page: str
    kinds: Mapping[str, int]
    requests: int
    elsewhere: int

    @property
    def total(self) -> int:
        """All bytes of a first visit."""
        return sum(self.kinds.values())


def weights(folder: Path, states: Mapping[str, str], rounds: int) -> Sections:
    """The heaviest page in every state, and in the last one what each template consists of."""
    if not CHROMIUM:
        print("Pages are weighed in Debian's Chromium, which is not here: apt-get install chromium", file=sys.stderr)
        return {}
    found: dict[str, list[Weight]] = {}
    for state, revision in states.items():
        root = project(folder / f"weight-{state}", revision)
        timed(python("-m", "factbook", "publish"), root)
        found[state] = weighed(root / "site", _pages(root / "site"))
    heaviest = {state: spread([max(page.total for page in pages) / 1e3]) for state, pages in found.items()}
    elsewhere = {state: spread([sum(page.elsewhere for page in pages)]) for state, pages in found.items()}
    total = [
        row("Heaviest page, first visit, compressed", "kB", heaviest, 250),
        row("Requests to other hosts", "requests", elsewhere, 0),
    ]
    return {"weights": total, "pages": [page._asdict() | {"total": page.total} for page in found[list(states)[-1]]]}


def weighed(site: Path, pages: list[str]) -> list[Weight]:
    """What the first visits to some pages of a built site weigh; each in a browser that has seen nothing yet."""
    asked: list[str] = []
    with _served(site, asked) as address, sync_playwright() as playwright:
        sandbox = [] if os.getuid() else ["--no-sandbox"]  # Chromium's sandbox refuses to run as root
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=sandbox)
        return [_visit(browser, site, address, page, asked) for page in pages]


def _visit(browser: Browser, site: Path, address: str, path: str, asked: list[str]) -> Weight:
    asked.clear()
    elsewhere: list[str] = []
    context = browser.new_context(viewport={"width": 1300, "height": 900})
    page = context.new_page()
    own = (address, "data:", "blob:")
    page.on("request", lambda sent: None if sent.url.startswith(own) else elsewhere.append(sent.url))
    page.goto(f"{address}/{path}", wait_until="load")
    page.wait_for_timeout(FIRST_VISIT_SECONDS * 1000)
    context.close()
    kinds: dict[str, int] = {}
    for file in (_file(site, request) for request in asked):
        kind = KINDS.get(file.suffix, OTHER)
        kinds[kind] = kinds.get(kind, 0) + _compressed(file)
    return Weight(path, kinds, len(asked), len(elsewhere))


def _pages(site: Path) -> list[str]:
    heaviest_first = sorted(site.rglob("index.html"), key=_compressed, reverse=True)
    heavy = [path.relative_to(site).as_posix().removesuffix("index.html") for path in heaviest_first]
    there = [page for page in TEMPLATES if page in heavy]
    return list(dict.fromkeys([*there, *heavy[: len(TEMPLATES)]]))


def _file(site: Path, request: str) -> Path:
    path = site / unquote(urlsplit(request).path).lstrip("/")
    return path / "index.html" if path.is_dir() else path


@functools.cache
def _compressed(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 9)) if file.is_file() else 0


@contextmanager
def _served(site: Path, asked: list[str]) -> Iterator[str]:
    class Handler(http.server.SimpleHTTPRequestHandler):
        def log_request(self, *_: object) -> None:
            asked.append(self.path)

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
