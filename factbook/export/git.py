"""Ask git about the project's own folder. Nothing that a commit holds is ever run."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
# Whatever a user's settings say: no lock taken, no pager, no colours, no signatures between the lines.
_PLAIN = ["-c", "color.ui=false", "-c", "log.showSignature=false", "-c", "log.showRoot=true", "-c", "core.fsmonitor="]
# What `git rev-parse --local-env-vars` names: set in a hook, for the repository that the hook is of.
_LOCAL = (
    "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_CONFIG", "GIT_CONFIG_PARAMETERS", "GIT_CONFIG_COUNT", "GIT_DIR",
    "GIT_OBJECT_DIRECTORY", "GIT_WORK_TREE", "GIT_IMPLICIT_WORK_TREE", "GIT_GRAFT_FILE", "GIT_INDEX_FILE",
    "GIT_NO_REPLACE_OBJECTS", "GIT_REPLACE_REF_BASE", "GIT_PREFIX", "GIT_INTERNAL_SUPER_PREFIX", "GIT_SHALLOW_FILE",
    "GIT_COMMON_DIR",
)  # fmt: skip


def command(root: Path, *arguments: str) -> list[str]:
    """The git command with these arguments, run in `root`."""
    return ["git", "-C", str(root), "--no-optional-locks", *_PLAIN, *arguments]


def environment() -> dict[str, str]:
    """The environment in which git sees the folder it is run in, even from within a hook of another repository."""
    return {name: value for name, value in os.environ.items() if name not in _LOCAL}


def output(root: Path, *arguments: str) -> str:
    """What git prints; nothing where it fails, is not installed, or `root` is no repository."""
    try:
        run = subprocess.run(
            command(root, *arguments),
            capture_output=True,
            encoding="utf-8",
            errors="backslashreplace",
            env=environment(),
            check=False,
        )
    except FileNotFoundError:
        return ""
    return run.stdout if run.returncode == 0 else ""


def commit(root: Path) -> str:
    """The commit the facts in `root` stand at, in twelve digits, marked where they differ from it; "" for none.

    A folder that merely lies inside some other repository has none.
    """
    known = head(root)
    if not known:
        return ""
    return known[:12] + ("-changed" if output(root, "status", "--porcelain", "--", "facts") else "")


def head(root: Path) -> str:
    """The commit that `root` is checked out at, in full, if that commit holds its facts; "" otherwise."""
    return output(root, "rev-parse", "HEAD", "HEAD:./facts").partition("\n")[0]
