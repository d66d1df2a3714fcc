"""Errors of the kinds that circulate in the press are caught when they enter the real record, one by one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from factbook.book import examine
from factbook.canonical.edits import modeline

ROOT = Path(__file__).parents[1]
CASES = sorted((Path(__file__).parent / "misprints").glob("*.yaml"))


def _directives(text: str, name: str) -> list[str]:
    return [line.partition(": ")[2] for line in text.splitlines() if line.startswith(f"# {name}: ")]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_misprint_of_every_kind_is_caught(case: Path, tmp_path: Path) -> None:
    """A report with one such error, laid beside the real facts, gives only problems that name it, by those rules."""
    text = case.read_text(encoding="utf-8")
    (published,) = _directives(text.replace("  published: ", "# published: "), "published")
    facts = shutil.copytree(ROOT / "facts", tmp_path / "facts")
    path = facts / "sources" / f"example-agency-{published}.yaml"
    path.write_text(f"{modeline(f'sources/{path.stem}')}\n{text}", encoding="utf-8")

    _, problems = examine(facts)

    (rules,), (says,) = _directives(text, "rule"), _directives(text, "says")
    assert set(rules.split()) == {problem.rule for problem in problems}
    assert any(says in problem.message for problem in problems)
    assert [problem for problem in problems if path.stem not in f"{problem.id} {problem.message}"] == []
