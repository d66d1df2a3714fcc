"""Show a report in the summary of a run: `summary.py FILE`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from fitting import SUMMARY, fitted


def main(report: str) -> None:
    """Add the report to the summary of this step."""
    with Path(os.environ["GITHUB_STEP_SUMMARY"]).open("a", encoding="utf-8") as summary:
        summary.write(fitted(Path(report).read_text(encoding="utf-8"), SUMMARY))


if __name__ == "__main__":
    main(sys.argv[1])
