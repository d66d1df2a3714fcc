"""What browser tests share: how pages are opened, the templates of the site, and a server for built sites."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page

Open = Callable[..., Page]
TEMPLATES = {
    "home": "/",
    "narrative": "/progress/",
    "timeline": "/timeline/",
    "questions": "/contested/",
    "facts": "/facts/?year=2022",  # axe takes long over every row, and they are all alike
    "sources": "/sources/",
    "source": "/sources/anadolu-2021-10-22/",
    "checks": "/checks/",
    "calculations": "/calculations/",
    "data": "/data/",
    "glossary": "/glossary/",
    "not found": "/404.html",
}
# Counts alerts, and keeps what the policy refuses.
WATCH = """
window.refused = []; window.alerts = 0; window.alert = () => { window.alerts += 1 };
document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => refused.push(effectiveDirective));
"""


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves files, and nothing with them that a page does not say itself."""

    def log_message(self, *_: object) -> None:
        """Keep the output of the tests clean."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a built site, and yield its address."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
