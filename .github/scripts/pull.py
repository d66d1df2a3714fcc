"""Find the open pull request whose newest commit a run has checked, and give its number to the next steps.

A run names no pull request where the commit comes from a fork, and what the run left behind cannot be trusted; so the
API is asked. The branch may have any name.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import rest


def number(run: Mapping[str, Any], call: rest.Call = rest.call) -> int | None:
    """The number of the pull request; None where it was closed, or where a newer commit was pushed."""
    if not run["head_repository"]:
        return None  # the fork was deleted
    head = f"{run['head_repository']['owner']['login']}:{run['head_branch']}"
    pulls = rest.listed(call, f"pulls?{urlencode({'state': 'open', 'head': head})}")
    return next((int(pull["number"]) for pull in pulls if pull["head"]["sha"] == run["head_sha"]), None)


def main() -> None:
    """Write the number as an output of this step, if there is one."""
    event = json.loads(Path(os.environ["GITHUB_EVENT_PATH"]).read_text(encoding="utf-8"))
    if found := number(event["workflow_run"]):
        with Path(os.environ["GITHUB_OUTPUT"]).open("a", encoding="utf-8") as output:
            output.write(f"number={found}\n")


if __name__ == "__main__":
    main()
