"""Errors of the kinds that circulate in the press are caught when they enter the real record, one by one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from records import directive

from factbook.book import examine
from factbook.canonical.edits import modeline
from factbook.errors import Problem

ROOT = Path(__file__).parents[1]
CASES = sorted((Path(__file__).parent / "misprints").glob("*.yaml"))


def _problems(text: str, root: Path) -> tuple[str, list[Problem]]:
    """The id of the report and the problems of the real facts with it laid beside them."""
    published = text.partition("  published: ")[2].split()[0]
    id = f"example-agency-{published}"
    facts = shutil.copytree(ROOT / "facts", root / "facts")
    (facts / "sources" / f"{id}.yaml").write_text(f"{modeline(f'sources/{id}')}\n{text}", encoding="utf-8")
    return id, examine(facts)[1]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_misprint_of_every_kind_is_caught(case: Path, tmp_path: Path) -> None:
    """A report with one such error gives only problems that name it, by the rules named.

    Whether a total falls as well depends on the figures that the record holds by then.
    """
    text = case.read_text(encoding="utf-8")
    (rules,), (says,) = directive(text, "rule"), directive(text, "says")

    id, problems = _problems(text, tmp_path)

    assert set(rules.split()) == {problem.rule for problem in problems} - ({"totals-never-fall"} - {*rules.split()})
    assert any(says in problem.message for problem in problems)
    assert [problem for problem in problems if id not in f"{problem.id} {problem.message}"] == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_the_same_report_without_the_misprint_holds(case: Path, tmp_path: Path) -> None:
    """It is the error alone that is refused."""
    text = case.read_text(encoding="utf-8")
    facts = text[text.index("source:") :]
    for slip in directive(text, "right"):
        wrong, right = slip.split(" => ")
        assert wrong in facts
        facts = facts.replace(wrong, right)

    _, problems = _problems(facts, tmp_path)

    assert list(map(str, problems)) == []
