"""Call GitHub's REST API with the token of a job."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping
from typing import Any
from urllib.request import Request, urlopen

Call = Callable[..., Any]
BOT = "github-actions[bot]"
PAGE = 100


def call(method: str, path: str, body: Mapping[str, object] | None = None) -> Any:
    """What the API answers for a path below the repository. Raises urllib.error.HTTPError."""
    request = Request(
        f"{os.environ['GITHUB_API_URL']}/repos/{os.environ['GITHUB_REPOSITORY']}/{path}",
        method=method,
        data=None if body is None else json.dumps(body).encode(),
        headers={
            "Accept": "application/vnd.github+json",
            "Authorization": f"Bearer {os.environ['GITHUB_TOKEN']}",
            "X-GitHub-Api-Version": "2022-11-28",
        },
    )
    with urlopen(request, timeout=30) as answer:
        return json.load(answer)


def listed(call: Call, path: str) -> Iterator[Any]:
    """Every item of a list, page by page; `path` may hold a query."""
    for number in range(1, 1_000):
        items = call("GET", f"{path}{'&' if '?' in path else '?'}per_page={PAGE}&page={number}")
        yield from items
        if len(items) < PAGE:
            return
