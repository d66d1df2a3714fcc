"""Altered records never break the checks: a short run of `make fuzz`, always over the same records."""

from __future__ import annotations

import shutil
from pathlib import Path
from random import Random

import pytest

from factbook.checking import check_all, parted
from tools.fuzz import __main__ as command
from tools.fuzz.slips import SLIPS
from tools.fuzz.trial import Broken, trial, whole_record

BROKEN = sorted((Path(__file__).parent / "fixtures" / "broken").iterdir())
TRIALS = 60


def test_the_record_that_is_altered_is_sound(tmp_path: Path) -> None:
    """What is altered holds to begin with, and has a file of every kind."""
    texts = whole_record(tmp_path / "facts")

    assert parted(check_all(tmp_path / "facts")[1])[0] == []
    assert {Path(name).parent.name or Path(name).stem for name in texts} == {
        *("checks", "derived", "fingerprints", "names", "noted", "places", "questions", "readings", "sources"),
        "vocabulary",
    }


def test_altered_records_are_refused_or_shown(tmp_path: Path) -> None:
    """No alteration raises an exception, goes on and on, or is told without a place; some are sound and are shown."""
    texts = whole_record(tmp_path / "facts")

    outcomes = [trial(tmp_path / "facts", texts, seed) for seed in range(TRIALS)]

    assert {bool(outcome.problems) for outcome in outcomes} == {True, False}
    assert {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "facts").glob("*.yaml")} == {
        name: text for name, text in texts.items() if "/" not in name
    }


@pytest.mark.parametrize("case", BROKEN, ids=lambda case: case.name)
def test_what_once_broke_a_check_is_told(case: Path, tmp_path: Path) -> None:
    """Records that raised an exception give the problems listed beside them."""
    whole_record(tmp_path / "facts")
    shutil.copytree(case, tmp_path / "facts", dirs_exist_ok=True, ignore=shutil.ignore_patterns("expected"))

    problems = parted(check_all(tmp_path / "facts")[1])[0]

    assert [str(problem).removeprefix(f"{tmp_path}/facts/") for problem in problems] == (
        (case / "expected").read_text(encoding="utf-8").splitlines()
    )


def test_a_file_of_figures_that_clash_is_told_by_one_rule(tmp_path: Path) -> None:
    """Over a thousand figures of one time that all differ are nothing but figures of one time."""
    texts = whole_record(tmp_path / "facts")
    claims = (
        f"\nc{number}:\n  measure: mines-found\n  value: {450 + number} mines\n  period: 2020-11-10/2021-10\n"
        f"  according_to: agency\n  quote: {450 + number} mines made safe so far\n"
        for number in range(1_300)
    )
    path = "sources/first-2021-10-22.yaml"
    (tmp_path / "facts" / path).write_text(texts[path] + "".join(claims), encoding="utf-8")

    problems = parted(check_all(tmp_path / "facts")[1])[0]

    assert {problem.rule for problem in problems} == {"one-figure-a-time"}


def test_one_seed_always_alters_alike(tmp_path: Path) -> None:
    """A record that broke something can be made again from its seed."""
    texts = whole_record(tmp_path / "facts")

    assert trial(tmp_path / "facts", texts, 7).problems == trial(tmp_path / "facts", texts, 7).problems


def test_what_breaks_a_check_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A run that breaks something ends with status 1 and keeps the record."""

    def broken(root: Path, texts: dict[str, str], seed: int) -> None:
        raise Broken(f"seed {seed}")

    monkeypatch.setattr(command, "trial", broken)
    monkeypatch.setattr(command, "_progress", lambda *_: None)
    monkeypatch.setattr(command.resource, "setrlimit", lambda *_: None)

    assert command.main(["--seconds", "0.2", "--crashes", str(tmp_path / "kept")]) == 1
    assert "broke something" in capsys.readouterr().out
    assert (tmp_path / "kept" / "0" / "vocabulary.yaml").exists()


def test_every_slip_alters_a_text() -> None:
    """No way of altering stands idle."""
    text = (Path(__file__).parent / "bases" / "two-reports" / "sources" / "first-2021-10-22.yaml").read_text()

    for slip in set(SLIPS):
        assert any(slip(text, Random(seed), {}) != text for seed in range(20)), slip.__name__
