"""Where the time of a build and of a check goes: the share of every library, and of every module of ours."""

from __future__ import annotations

import pstats
import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from bench.checking import MORE
from bench.copies import grown, project
from bench.results import Sections
from bench.timing import python, timed

_PLACES = (
    (re.compile(r"/site-packages/(?:([a-z_]+)/plugins/)?(\w+)"), "{0} {1}"),
    (re.compile(r"/factbook/(\w+)"), "factbook/{0}"),
    (re.compile(r"/(macros|hooks|rebuild)\.py"), "factbook/{0}.py"),
    (re.compile(r"/lib/python[0-9.]+/(\w+)"), "Python's {0}"),
)
_MOST = 12


def profiles(folder: Path, states: Mapping[str, str], rounds: int) -> Sections:
    """The profile of a build, and that of a check of the larger record, in the last state."""
    revision = list(states.values())[-1]
    root, larger = project(folder / "build", revision), grown(folder / "check", revision, *MORE[0])
    return {
        "profile-build": _profile(root, "mkdocs", "build", "-d", "profiled"),
        "profile-check": _profile(larger, "factbook", "check"),
    }


def _profile(root: Path, module: str, *arguments: str) -> list[dict[str, object]]:
    timed(python("-m", module, *arguments), root)  # charts are drawn and modules compiled once
    timed(python("-m", "cProfile", "-o", root / "profile", "-m", module, *arguments), root)
    return shares(pstats.Stats(str(root / "profile")))


def shares(stats: pstats.Stats) -> list[dict[str, object]]:
    """Each place's share of the time, in percent, the greatest first; builtins count where they are called."""
    spent: Counter[str] = Counter()
    for (file, _, _), (_, _, own, _, callers) in stats.stats.items():  # type: ignore[attr-defined]
        if place := _place(file):
            spent[place] += own
            continue
        for (caller, _, _), (_, _, part, _) in callers.items():
            spent[_place(caller) or "Python itself"] += part
    total = sum(spent.values())
    return [{"place": place, "percent": round(100 * some / total, 1)} for place, some in spent.most_common(_MOST)]


def _place(file: str) -> str:
    for pattern, name in _PLACES:
        if match := pattern.search(file):
            return name.format(*(part or "" for part in match.groups())).strip()
    return ""
