"""The build of the site beside what MkDocs alone takes for the same pages, now and at ten times the record."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from bench.copies import BARE, BARER, expanded, grown, project
from bench.results import Rows, quotient, row
from bench.timing import Run, Spread, memory, python, ratio, side_by_side, spread, wall

TIMES, FEW = 10, 2  # a build of ten times the pages is measured twice
MANY = f"{TIMES} times the record"

# What is built in each state; of the larger record only what the goals ask of the earlier one.
ALL = {"before": ("bare", "build", "site"), "after": ("bare", "barer", "build", "site")}
GOALS = ALL | {"before": ("bare", "build")}


class Kind(NamedTuple):
    """The runs of every build by its name and state, and how many pages each state has."""

    runs: dict[str, list[Run]]
    pages: dict[str, int]


def builds(folder: Path, states: Mapping[str, str], rounds: int, sources: int = 2_330) -> Rows:
    """Builds of the record as it is, and of one of ten times its sources and pages."""
    real = {state: expanded(project(folder / f"real-{state}", revision)) for state, revision in states.items()}
    one = _measured(real, ALL, rounds, warm=True)
    more = {
        state: expanded(grown(folder / f"many-{state}", revision, sources, pages=TIMES))
        for state, revision in states.items()
    }
    many = _measured(more, GOALS, min(rounds, FEW), warm=False)
    each = {state: quotient(_page(many, state), _page(one, state)) for state in states}
    return [
        row("Build ÷ bare build", "times", _ratios(one, "build", "bare"), 1.15),
        row(f"Build ÷ bare build, {MANY}", "times", _ratios(many, "build", "bare"), 1.1),
        row(f"Time for a page, {MANY} ÷ the record", "times", each, 1.3),
        *_more(one, ""),
        *_more(many, f", {MANY}"),
    ]


def _more(kind: Kind, size: str) -> Rows:
    return [
        row(f"make site ÷ bare build{size}", "times", _ratios(kind, "site", "bare")),
        row(f"Build ÷ barer build{size}", "times", _ratios(kind, "build", "barer")),
        row(f"make site{size}", "s", {state: wall(runs) for state, runs in _of(kind, "site")}),
        row(f"Bare build{size}", "s", {state: wall(runs) for state, runs in _of(kind, "bare")}),
        row(f"Pages{size}", "pages", {state: spread([pages]) for state, pages in kind.pages.items()}),
        row(f"Memory for make site{size}", "MB", {state: memory(runs) for state, runs in _of(kind, "site")}),
    ]


def _measured(roots: Mapping[str, Path], built: Mapping[str, tuple[str, ...]], rounds: int, warm: bool) -> Kind:
    """Every kind of build in every state, one after the other in every round."""
    kinds = {
        "bare": _mkdocs("-f", BARE, "-d", "bare"),
        "barer": _mkdocs("-f", BARER, "-d", "barer"),
        "build": _mkdocs("-d", "build"),
        "site": python("-m", "factbook", "publish"),
    }
    commands = {f"{kind} {state}": (kinds[kind], root) for state, root in roots.items() for kind in built[state]}
    runs = side_by_side(commands, rounds, warm)
    return Kind(runs, {state: len(list((root / "build").rglob("*.html"))) for state, root in roots.items()})


def _mkdocs(*arguments: str) -> list[str]:
    return python("-m", "mkdocs", "build", *arguments)


def _of(kind: Kind, name: str) -> list[tuple[str, list[Run]]]:
    return [(state, kind.runs[f"{name} {state}"]) for state in kind.pages if f"{name} {state}" in kind.runs]


def _ratios(kind: Kind, ours: str, limit: str) -> dict[str, Spread]:
    pairs = {state: (f"{ours} {state}", f"{limit} {state}") for state in kind.pages}
    there = {state: pair for state, pair in pairs.items() if kind.runs.keys() >= set(pair)}
    return {state: ratio(kind.runs[one], kind.runs[other]) for state, (one, other) in there.items()}


def _page(kind: Kind, state: str) -> Spread:
    return spread([run.work / kind.pages[state] for run in kind.runs[f"build {state}"]])
