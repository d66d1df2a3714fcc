"""Turn what lychee found into a report: `links.py FILE` prints Markdown, or nothing where all addresses answer."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

# Answers that machines get and people do not: asked to prove themselves, or to come back later.
FOR_MACHINES = frozenset([401, 403, 429, 503])
_UNSAFE = re.compile(r"www|[^A-Za-z0-9 ,./?=%+-]", re.IGNORECASE)


def report(found: Mapping[str, Any]) -> str:
    """The addresses that do not answer, by the file that holds them."""
    files = {file: list(_dead(answers)) for file, answers in sorted(found["error_map"].items())}
    parts = [f"### {safe(file)}\n\n" + "\n".join(dead) + "\n" for file, dead in files.items() if dead]
    return "\n".join(parts)


def safe(untrusted: str) -> str:
    """Text as code that is no link, mentions nobody and is no markup."""
    written = _UNSAFE.sub(lambda match: f"&#{ord(match[0][0])};{match[0][1:]}", " ".join(untrusted.split()))
    return f"<code>{written}</code>"


def _dead(answers: list[Mapping[str, Any]]) -> Iterator[str]:
    for answer in sorted(answers, key=lambda one: str(one["url"])):
        status = answer["status"]
        if status.get("code") not in FOR_MACHINES:
            yield f"- {safe(str(answer['url']))}: {safe(str(status['text']))}"


if __name__ == "__main__":
    print(report(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))), end="")
