"""Fit a report into what GitHub takes, and say so where something had to be left out."""

from __future__ import annotations

import os

COMMENT = 65_000  # GitHub takes 65,536 characters
SUMMARY = 1_000_000  # GitHub takes 1 MiB


def fitted(report: str, limit: int) -> str:
    """The report, or its first lines within `limit` bytes and how many more the artifact of the run holds."""
    if len(report.encode()) <= limit:
        return report
    kept: list[str] = []
    left = limit - 500  # for the note
    lines = report.splitlines(keepends=True)
    for line in lines:
        left -= len(line.encode())
        if left < 0:
            break
        kept.append(line)
    note = f"{len(lines) - len(kept):,} more lines do not fit here. The [whole report]({run()}) is kept with its run."
    return f"{''.join(kept)}\n\n**{note}**\n"


def run() -> str:
    """The address of this run, which keeps the report as an artifact."""
    server, repository, id = (os.environ[f"GITHUB_{key}"] for key in ("SERVER_URL", "REPOSITORY", "RUN_ID"))
    return f"{server}/{repository}/actions/runs/{id}"
