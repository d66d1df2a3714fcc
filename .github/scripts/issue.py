"""Keep one issue for a weekly report: `issue.py NAME FILE` opens it, edits it, or closes it where FILE is empty."""

from __future__ import annotations

import sys
from pathlib import Path
from urllib.parse import urlencode

import rest
from fitting import COMMENT, fitted, run

TITLES = {
    "links": "Addresses that do not answer",
    "audit": "Libraries with known faults",
    "mutation": "Corruptions that the checks no longer notice",
    "fuzz": "Altered records that break the checks",
}


def keep(name: str, report: str, call: rest.Call = rest.call) -> None:
    """Open, edit or close the one open issue of that title that this program opened."""
    issues = rest.listed(call, f"issues?{urlencode({'state': 'open', 'creator': rest.BOT})}")
    titled = (issue for issue in issues if issue["title"] == TITLES[name] and issue["user"]["login"] == rest.BOT)
    ours = next(titled, None)
    body = f"{fitted(report, COMMENT)}\nFound by the [weekly run]({run()}).\n"
    if ours and report.strip():
        call("PATCH", f"issues/{int(ours['number'])}", {"body": body})
    elif ours:
        call("PATCH", f"issues/{int(ours['number'])}", {"state": "closed", "state_reason": "completed"})
    elif report.strip():
        call("POST", "issues", {"title": TITLES[name], "body": body})


if __name__ == "__main__":
    keep(sys.argv[1], Path(sys.argv[2]).read_text(encoding="utf-8"))
