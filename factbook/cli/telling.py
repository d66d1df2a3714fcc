"""How commands tell problems and failures."""

from __future__ import annotations

import json
import sys

from factbook.errors import Problem


def problems_told(problems: list[Problem]) -> int:
    """Print problems, one a line, and their number; the exit status is 1."""
    for problem in problems:
        print(problem)
    print(f"{len(problems)} {'problem' if len(problems) == 1 else 'problems'} found.", file=sys.stderr)
    return 1


def failed(message: str) -> int:
    """Print why a command could not do its work; the exit status is 1."""
    print(message, file=sys.stderr)
    return 1


def as_json(problems: list[Problem]) -> str:
    """Problems as a JSON list."""
    return json.dumps([_plain(problem) for problem in problems], indent=1)


def _plain(problem: Problem) -> dict[str, str | int]:
    path, line, column = problem.mark
    return {
        "path": path,
        "line": line,
        "column": column,
        "id": problem.id,
        "rule": problem.rule,
        "message": problem.message,
    }
