"""The build of the site beside what MkDocs alone takes for the same pages, now and at ten times the record."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from bench.copies import BARE, BARER, expanded, grown, project
from bench.results import Rows, quotient, row
from bench.timing import Run, Spread, python, ratio, side_by_side, spread, wall

TIMES, FEW = 10, 2  # a build of ten times the pages is measured twice
MANY = f"{TIMES} times the record"


class Kind(NamedTuple):
    """The runs of every build by its name and state, and how many pages each state has."""

    runs: dict[str, list[Run]]
    pages: dict[str, int]


def builds(folder: Path, states: Mapping[str, str], rounds: int, sources: int = 2_330) -> Rows:
    """Builds of the record as it is, and of one of ten times its sources and pages."""
    real = {state: expanded(project(folder / f"real-{state}", revision)) for state, revision in states.items()}
    one = _measured(real, rounds, warm=True)
    more = {
        state: expanded(grown(folder / f"many-{state}", revision, sources, pages=TIMES))
        for state, revision in states.items()
    }
    many = _measured(more, min(rounds, FEW), warm=False)
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
        row(f"make site{size}", "s", {state: wall(kind.runs[f"site {state}"]) for state in kind.pages}),
        row(f"Bare build{size}", "s", {state: wall(kind.runs[f"bare {state}"]) for state in kind.pages}),
        row(f"Pages{size}", "pages", {state: spread([pages]) for state, pages in kind.pages.items()}),
        row(f"Memory for make site{size}", "MB", {s: _memory(kind.runs[f"site {s}"]) for s in kind.pages}),
    ]


def _measured(roots: Mapping[str, Path], rounds: int, warm: bool) -> Kind:
    """Every kind of build in every state, one after the other in every round."""
    commands = {}
    for state, root in roots.items():
        commands[f"bare {state}"] = (_mkdocs("-f", BARE, "-d", "bare"), root)
        if (root / "factbook" / "finished.py").exists():
            commands[f"barer {state}"] = (_mkdocs("-f", BARER, "-d", "barer"), root)
        commands[f"build {state}"] = (_mkdocs("-d", "build"), root)
        commands[f"site {state}"] = (python("-m", "factbook", "publish"), root)
    runs = side_by_side(commands, rounds, warm)
    return Kind(runs, {state: len(list((root / "site").rglob("*.html"))) for state, root in roots.items()})


def _mkdocs(*arguments: str) -> list[str]:
    return python("-m", "mkdocs", "build", *arguments)


def _ratios(kind: Kind, ours: str, limit: str) -> dict[str, Spread]:
    pairs = {state: (f"{ours} {state}", f"{limit} {state}") for state in kind.pages}
    there = {state: pair for state, pair in pairs.items() if kind.runs.keys() >= set(pair)}
    return {state: ratio(kind.runs[one], kind.runs[other]) for state, (one, other) in there.items()}


def _page(kind: Kind, state: str) -> Spread:
    return spread([run.work / kind.pages[state] for run in kind.runs[f"build {state}"]])


def _memory(runs: list[Run]) -> Spread:
    return spread([run.memory / 1e6 for run in runs])
