"""Ask git about revisions of the record; nothing that they hold is executed."""

from __future__ import annotations

import subprocess
from pathlib import Path

from factbook.errors import shown
from factbook.export.git import command, environment

# What makes the site beside the facts, but for the pages, which are told sentence by sentence.
_MAKES_THE_SITE = (
    *("mkdocs.yml", "theme", "partials", "docs", "factbook", "macros.py", "hooks.py", "rebuild.py", "second_build.py"),
    *("bench/results.json", "requirements"),
)
_UNRENDERED = (*(f":(top){path}" for path in _MAKES_THE_SITE), ":(top,exclude,glob)docs/**/*.md")


class NoSuchRevision(LookupError):
    """Raised where git does not know a revision, or is not there to be asked."""


def unrendered(repository: Path, base: str, head: str | None) -> list[str]:
    """The files that differ between two revisions, or from the work tree, and alter the site in ways not rendered.

    Raises `NoSuchRevision`.
    """
    revisions = [commit(revision) for revision in (base, head) if revision is not None]
    differing = ("diff", "--name-only", "--no-renames", "--no-ext-diff", "-z", *revisions, "--", *_UNRENDERED)
    paths = ask_about(base, repository, *differing)
    if head is None:
        paths += ask(repository, "ls-files", "--others", "--exclude-standard", "--full-name", "-z", "--", *_UNRENDERED)
    return sorted(name(path) for path in paths.split(b"\0") if path)


def name(path: bytes) -> str:
    """A path as git gives it, in letters."""
    return path.decode("utf-8", "backslashreplace")


def commit(revision: str) -> str:
    """The commit that a revision names, as git takes it. Raises `NoSuchRevision` where git would take it for more."""
    if revision.startswith("-"):
        raise NoSuchRevision(f"{shown(revision)} is no revision. Name a commit, branch or tag.")
    return f"{revision}^{{commit}}"


def ask_about(revision: str, repository: Path, *arguments: str) -> bytes:
    """What git prints. Raises `NoSuchRevision` where it fails, since then it does not know the revision."""
    try:
        return ask(repository, *arguments)
    except subprocess.CalledProcessError:
        message = f"git knows no revision {shown(revision)}. Name a commit, branch or tag; fetch it first if needed."
        raise NoSuchRevision(message) from None


def ask(repository: Path, *arguments: str, feed: bytes = b"") -> bytes:
    """What git prints when it is fed with `feed`."""
    asked = command(repository, *arguments)
    try:
        return subprocess.run(asked, check=True, capture_output=True, input=feed, env=environment()).stdout
    except FileNotFoundError:
        raise NoSuchRevision("git is not installed, and it alone can read a revision. Install it.") from None
