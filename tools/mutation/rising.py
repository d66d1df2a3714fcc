"""Floors only rise: `python -m tools.mutation.rising BEFORE AFTER` fails where a later revision has a lower one."""

from __future__ import annotations

import json
import subprocess
import sys

from tools.mutation.goals import FLOOR, lowered

_FLOOR = "/".join(FLOOR.parts[-3:])


def main(arguments: list[str]) -> int:
    """Print each floor that is lower in the second revision than in the first; the exit status is 1 where one is."""
    before, after = (_floors(revision) for revision in arguments)
    for told in (found := lowered(before, after)):
        print(f"{_FLOOR}: {told}")
    return int(bool(found))


def _floors(revision: str) -> dict[str, float]:
    """The floors of a revision; none where it has no such file yet."""
    command = ["git", "show", "--end-of-options", f"{revision}:{_FLOOR}"]
    shown = subprocess.run(command, capture_output=True, text=True, check=False)
    read: dict[str, float] = json.loads(shown.stdout or "{}")
    return read


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
