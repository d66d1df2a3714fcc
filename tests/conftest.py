"""Settings shared by all tests."""

from __future__ import annotations

import gc
from importlib.util import find_spec
from pathlib import Path

import pytest
from hostile_site import HostileSite
from hostile_site import build as build_hostile
from hypothesis import settings
from records import python

ROOT = Path(__file__).parents[1]

settings.register_profile("repeatable", derandomize=True, database=None, deadline=None)
settings.load_profile("repeatable")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say loudly that the sites of the two builders were not compared."""
    if find_spec("zensical") is None:
        terminalreporter.write_sep("!", "the second builder was not tried: make zensical installs it", red=True)


def pytest_unconfigure() -> None:
    """Let what a check put out of the collector's sight be collected, or DuckDB tells at length what is left of it."""
    gc.unfreeze()


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as `make site` publishes it, built once for all tests."""
    return built(tmp_path_factory.mktemp("built"), "-m", "factbook", "publish")


@pytest.fixture(scope="session")
def second(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as `make zensical` builds it, built once for all tests; without it they are skipped."""
    if find_spec("zensical") is None:
        pytest.skip("make zensical installs the second builder")
    return built(tmp_path_factory.mktemp("second"), "second_build.py")


def built(folder: Path, *builder: str) -> Path:
    """The site that a builder makes in a folder."""
    run = python(*builder, "--site", str(folder / "site"), cwd=ROOT)
    assert run.returncode == 0, run.stdout + run.stderr
    return folder / "site"


@pytest.fixture(scope="session")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> HostileSite:
    """The site of this record with hostile text in front of every text, built once for all tests."""
    root = tmp_path_factory.mktemp("hostile-site")
    return HostileSite(root / "site", build_hostile(root))
