"""What changed in the facts from commit to commit, as far as a git history is at hand."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache, lru_cache, partial
from itertools import islice
from pathlib import Path

from factbook.characters import decode, first_refused
from factbook.errors import BrokenBook
from factbook.export.git import command, environment, head, output
from factbook.kinds import is_id
from factbook.nodes import Mapping as Node
from factbook.nodes import Scalar
from factbook.reader import read

MOST_CHANGES, MOST_COMMITS = 5_000, 1_000
_LOG = [
    "log", "--first-parent", "--diff-merges=first-parent", "--no-renames", "--raw", "--no-abbrev", "--relative",
    f"--max-count={MOST_COMMITS}", "--format=%H %ct %P", "HEAD", "--", "facts/sources",
]  # fmt: skip
_COMMIT = re.compile(r"(?P<hash>[0-9a-f]{40,64}) (?P<second>[0-9]+) ?(?P<parents>.*)")
_FILE = re.compile(
    r":(?:000000|100\d{3}) (?:000000|100\d{3}) (?P<old>[0-9a-f]+) (?P<new>[0-9a-f]+) [AMD]\t"
    r"facts/sources/(?P<source>[a-z0-9-]+)\.yaml"
)
Facts = Mapping[str, Mapping[str, str]]
Edit = tuple[str, str | None, str | None]


@dataclass(frozen=True, slots=True)
class Change:
    """What one commit did to one fact, or to a whole source where `fact` is empty.

    `kind` is added, changed, withdrawn or removed; `edits` are key, old and new text, or for a whole source its
    facts, each with its figure or statement.
    """

    commit: str
    when: datetime
    source: str
    fact: str
    kind: str
    edits: tuple[Edit, ...]


def changes(root: Path) -> tuple[Change, ...]:
    """The latest changes to the facts in `root`, the newest first; none without a history of them."""
    known = head(root)
    return _changes(root, known) if known else ()


@lru_cache(maxsize=8)
def _changes(root: Path, _head: str) -> tuple[Change, ...]:
    shallow = output(root, "rev-parse", "--is-shallow-repository").strip() == "true"
    lines = output(root, *_LOG).splitlines()
    batch = subprocess.Popen(
        command(root, "cat-file", "--batch"), stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment()
    )
    with batch:
        facts = cache(partial(_facts, batch))  # what one commit leaves another one finds
        return tuple(islice(_all(lines, shallow, facts), MOST_CHANGES))


def _all(lines: list[str], shallow: bool, facts: Callable[[str], Facts | None]) -> Iterator[Change]:
    """The changes between readable versions; what came of an unreadable one is told by the commit that mended it."""
    commit = None
    mended: dict[str, tuple[re.Match[str], Facts]] = {}
    for line in lines:
        commit = _COMMIT.fullmatch(line) or commit
        file = _FILE.fullmatch(line)
        # Where a history is cut off, its first commit seems to add everything.
        if not commit or not file or (shallow and not commit["parents"]):
            continue
        old, new = facts(file["old"]), facts(file["new"])
        by, after = (commit, new) if new is not None else mended.pop(file["source"], (commit, None))
        if after is None:
            continue
        if old is None:
            mended[file["source"]] = by, after
            continue
        when = datetime.fromtimestamp(int(by["second"]), UTC)
        for fact, kind, edits in compared(old, after):
            yield Change(by["hash"], when, file["source"], fact, kind, edits)


def compared(before: Facts, after: Facts) -> Iterator[tuple[str, str, tuple[Edit, ...]]]:
    """Each fact that differs between two versions of a source, with what was done to it and its edits."""
    if not before or not after:
        if before or after:
            listed = tuple((fact, _said(before.get(fact)), _said(after.get(fact))) for fact in before or after)
            yield "", "removed" if before else "added", listed
        return
    for fact in dict.fromkeys([*after, *before]):
        old, new = before.get(fact, {}), after.get(fact, {})
        if old and new:
            old, new = _with_status(old), _with_status(new)
        keys = dict.fromkeys([*new, *old])
        if edits := tuple((key, old.get(key), new.get(key)) for key in keys if old.get(key) != new.get(key)):
            yield fact, _kind(old, new), edits


def _with_status(fact: Mapping[str, str]) -> Mapping[str, str]:
    """A claim with the status that it has where it writes none."""
    return {**fact, "status": fact.get("status", "attributed")}


def _kind(old: Mapping[str, str], new: Mapping[str, str]) -> str:
    if not old or not new:
        return "removed" if old else "added"
    return "withdrawn" if new.get("status") == "withdrawn" != old.get("status") else "changed"


def _said(fact: Mapping[str, str] | None) -> str | None:
    return fact.get("value") or fact.get("claim") if fact else None


def _facts(batch: subprocess.Popen[bytes], blob: str) -> Facts | None:
    """The facts of an old version of a source, none where there is no version; None where it cannot be read."""
    assert batch.stdin is not None
    assert batch.stdout is not None
    batch.stdin.write(f"{blob}\n".encode())
    batch.stdin.flush()
    header = batch.stdout.readline().split()
    if len(header) != 3:
        return {}
    data = batch.stdout.read(int(header[2]) + 1)[:-1]
    try:
        node, problems = read(decode(data, blob), blob)
    except BrokenBook:
        return None
    if node is None or problems:
        return None
    entries = node.entries
    return {name: texts for name, (_, entry) in entries.items() if is_id(name) and (texts := _texts(entry))}


def _texts(entry: object) -> dict[str, str]:
    entries = entry.entries if isinstance(entry, Node) else {}
    texts = {key: value.text for key, (_, value) in entries.items() if isinstance(value, Scalar)}
    # An escape may have made a character that no file may hold, and no feed could.
    return {key: " ".join(text.split()) for key, text in texts.items() if not first_refused(key + text)}
