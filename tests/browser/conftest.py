"""A browser, and the built site served as a plain host serves it: its policy is in its pages."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from browsing import Open, served
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

CHROMIUM = shutil.which("chromium")
MISSING = "Debian's Chromium is not installed: apt-get install chromium"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say loudly that nothing was looked at in a browser."""
    if not CHROMIUM:
        terminalreporter.write_sep("!", f"the browser tests were skipped. {MISSING}", red=True)


@pytest.fixture(scope="session")
def address(built_site: Path) -> Iterator[str]:
    """Where the built site is served."""
    with served(built_site) as address:
        yield address


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


@contextmanager
def opening(browser: Browser, address: str) -> Iterator[Open]:
    """How to open pages of the site; afterwards nothing may have gone wrong in them or left for another host.

    What the policy of a page refuses is an error on its console, and so counts as gone wrong.
    """
    contexts: list[BrowserContext] = []
    wrong: list[str] = []

    def opened(path: str, width: int = 1300, scheme: str = "light", scripts: bool = True) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, java_script_enabled=scripts
        )
        contexts.append(context)
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


@pytest.fixture
def open_page(browser: Browser, address: str) -> Iterator[Open]:
    """Open a page for one test."""
    with opening(browser, address) as opened:
        yield opened


@pytest.fixture(scope="module")
def keep_open(browser: Browser, address: str) -> Iterator[Open]:
    """Open a page for several tests of a module, each of which must do with what the last one left there."""
    with opening(browser, address) as opened:
        yield opened


def _ours(url: str, address: str) -> bool:
    return url.startswith((f"{address}/", "data:", "blob:"))
