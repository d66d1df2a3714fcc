"""Every rule is shown by examples on disk: bad ones with the exact problems they must give, good ones with none."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from records import laid_out
from the_record import BOOK

from factbook.book import examine
from factbook.rules import RULES, name
from factbook.rules.questions import question_of_several

EXAMPLES = Path(__file__).parent / "rules"
CASES = sorted(EXAMPLES.glob("*/*"))
SHAPES = ["date", "named", "order", "reference", "shape", "value"]  # what holding a file against its fields may find


def _id(case: Path) -> str:
    return f"{case.parent.name}/{case.stem}"


@pytest.mark.parametrize("case", [case for case in CASES if case.name.startswith("bad-")], ids=_id)
def test_bad_examples_are_refused_with_exactly_the_problems_they_name(case: Path, tmp_path: Path) -> None:
    """A bad example gives its expected problems, all of them by the rule whose folder it stands in."""
    expected = laid_out(case, tmp_path / "facts")

    _, problems = examine(tmp_path / "facts")

    assert expected == [str(problem).replace(f"{tmp_path}/facts/", "") for problem in problems]
    assert {problem.rule for problem in problems} == {case.parent.name}


@pytest.mark.parametrize("case", [case for case in CASES if case.name.startswith("good-")], ids=_id)
def test_good_examples_hold(case: Path, tmp_path: Path) -> None:
    """A good example gives no problem of any rule."""
    laid_out(case, tmp_path / "facts")

    _, problems = examine(tmp_path / "facts")

    assert list(map(str, problems)) == []


@pytest.mark.parametrize("rule", [*map(name, RULES), *SHAPES])
def test_every_rule_has_a_bad_and_a_good_example(rule: str) -> None:
    """No rule goes unproven: one example it must refuse, and one it must let pass."""
    stems = {case.name.split("-")[0] for case in (EXAMPLES / rule).glob("*")}

    assert {"bad", "good"} <= stems


@pytest.mark.parametrize("rule", RULES, ids=name)
def test_every_rule_says_what_must_be(rule: object) -> None:
    """The docstring of a rule is its sentence for people."""
    sentence = rule.__doc__ or ""

    assert any(word in sentence for word in ("must", "may", "exactly"))


def test_two_parties_in_one_article_may_disagree() -> None:
    """What an article has one party say and another deny are two positions; what one says twice is one."""
    (question, *_) = BOOK.questions.values()
    told = {
        positions: [*question_of_several(replace(BOOK, questions={"q": replace(question, positions=positions)}))]
        for positions in (
            ("voi-2024-10.captured-by", "voi-2024-10.captured-ago"),
            ("voi-2024-10.constitution-demand", "voi-2024-10.azerbaijani-constitution"),
        )
    }

    assert [len(problems) for problems in told.values()] == [1, 0]
