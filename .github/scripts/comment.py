"""Put a report under a pull request as one comment, edited when the report changes: `comment.py NUMBER FILE`."""

from __future__ import annotations

import sys
from pathlib import Path

import rest
from fitting import COMMENT, fitted

MARK = "<!-- report on the facts -->"


def put(number: int, report: str, call: rest.Call = rest.call) -> None:
    """Write the comment, or edit the one that this program wrote before."""
    body = f"{MARK}\n{fitted(report, COMMENT)}"
    comments = rest.listed(call, f"issues/{number}/comments")
    ours = (one for one in comments if one["user"]["login"] == rest.BOT and one["body"].startswith(MARK))
    if found := next(ours, None):
        call("PATCH", f"issues/comments/{int(found['id'])}", {"body": body})
    else:
        call("POST", f"issues/{number}/comments", {"body": body})


if __name__ == "__main__":
    put(int(sys.argv[1]), Path(sys.argv[2]).read_text(encoding="utf-8"))
