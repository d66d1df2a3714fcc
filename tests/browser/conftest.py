"""A browser, and the built site served as a careful host would serve it."""

from __future__ import annotations

import base64
import functools
import hashlib
import http.server
import json
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

CHROMIUM = shutil.which("chromium")
MISSING = "Debian's Chromium is not installed: apt-get install chromium"
STRICT = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
    "worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; script-src 'self'"
)
Open = Callable[..., Page]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say loudly that nothing was looked at in a browser."""
    if not CHROMIUM:
        terminalreporter.write_sep("!", f"the browser tests were skipped. {MISSING}", red=True)


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves files under a content security policy that allows no inline script but the theme's own."""

    policy = ""

    def end_headers(self) -> None:
        """Send the policy with every answer."""
        self.send_header("Content-Security-Policy", self.policy)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Keep the output of the tests clean."""


def inline_scripts(page: Path) -> list[str]:
    """The hashes of the scripts inside a page, as a policy names them; data blocks are no scripts."""
    scripts = html.parse(str(page)).xpath("//script[not(@src)][not(@type) or @type='text/javascript']/text()")
    digests = (hashlib.sha256(script.encode()).digest() for script in scripts)
    return [f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests]


@pytest.fixture(scope="session")
def address(built_site: Path) -> Iterator[str]:
    """Where the built site is served; the scripts allowed are those of the page that holds no fact."""
    policy = " ".join([STRICT, *inline_scripts(built_site / "404.html")])
    handler = type("Strict", (Handler,), {"policy": policy})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=str(built_site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium without a window."""
    if not CHROMIUM:
        pytest.skip(MISSING)
    with sync_playwright() as playwright:
        sandbox = [] if os.getuid() else ["--no-sandbox"]  # Chromium's sandbox refuses to run as root
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=sandbox)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def empty_index(built_site: Path) -> dict[str, object]:
    """The search index without its pages: to build it takes a browser as long as all the rest of a page."""
    index = json.loads((built_site / "search" / "search_index.json").read_text(encoding="utf-8"))
    return {**index, "docs": []}


@pytest.fixture
def open_page(browser: Browser, address: str, empty_index: dict[str, object]) -> Iterator[Open]:
    """Open a page of the site; afterwards nothing may have gone wrong in it or left for another host."""
    contexts: list[BrowserContext] = []
    wrong: list[str] = []

    def opened(path: str, width: int = 1300, scheme: str = "light", scripts: bool = True, search: bool = False) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, java_script_enabled=scripts
        )
        contexts.append(context)
        if not search:
            context.route("**/search_index.json", lambda route: route.fulfill(json=empty_index))
        page = context.new_page()
        page.on("pageerror", lambda error: wrong.append(f"{path}: {error}"))
        page.on("console", lambda said: wrong.append(f"{path}: {said.text}") if said.type == "error" else None)
        page.on("request", lambda sent: None if _ours(sent.url, address) else wrong.append(f"{path}: {sent.url}"))
        page.goto(f"{address}{path}", wait_until="load")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert wrong == []


def _ours(url: str, address: str) -> bool:
    return url.startswith((f"{address}/", "data:", "blob:"))
