"""The known discrepancies of the record: found by checks, declared, and neither hidden nor left behind."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from the_record import BOOK, ROOT

from factbook.book import examine
from factbook.checks.judging import judge
from factbook.checks.wording import spoken

EXPECTED = {check.id: check for check in BOOK.checks.values() if check.expect}
DECLARED = re.compile(r"^  (?:expect|doubted): .*\n|^  reason: (?:>-\n(?:    .*\n)+|.*\n)", re.MULTILINE)
LEANS = re.compile(r"\b(?:of one|same) (?:article|month|release|report|two|year)")
ROUNDED = re.compile(r"^area-cleared:\n(?:  .*\n)*?  quote: .*\n", re.MULTILINE)


def _problems(facts: Path) -> list[tuple[str, str, str]]:
    _, problems = examine(facts)
    return [(problem.id, problem.rule, problem.message) for problem in problems]


@pytest.mark.parametrize("id", ["anadolu-headline-mines", "voi-declaration"])
def test_the_founding_articles_discrepancies_are_known(id: str) -> None:
    """Arithmetic finds each of them, and readers are told why."""
    assert judge(BOOK, EXPECTED[id]).verdict.key == "contradicts"


def test_a_question_is_understood_without_those_beside_it() -> None:
    """A check stands by itself in entries and lists, so none asks of "the same report", or what another one asks."""
    asked = [spoken(BOOK, check.why) for check in BOOK.checks.values()]

    assert [why for why in asked if LEANS.search(why)] == []
    assert sorted({why for why in asked if asked.count(why) > 1}) == []


def test_discrepancies_without_their_declarations_stop_the_build(tmp_path: Path) -> None:
    """Whoever takes the declarations out is told of each what its verdict is."""
    facts = shutil.copytree(ROOT / "facts", tmp_path / "facts")
    text = (facts / "checks.yaml").read_text(encoding="utf-8")
    (facts / "checks.yaml").write_text(DECLARED.sub("", text), encoding="utf-8")

    found = {id: message.split()[3].rstrip(".") for id, rule, message in _problems(facts) if rule == "verdict-declared"}

    assert found == {f"checks.{id}": check.expect for id, check in EXPECTED.items()}


def test_a_declaration_that_is_no_longer_needed_stops_the_build(tmp_path: Path) -> None:
    """Once the figures agree, the reason why they do not must go."""
    facts = shutil.copytree(ROOT / "facts", tmp_path / "facts")
    source = facts / "sources" / "menafn-undated-1107855947-118502-ha.yaml"
    text, count = ROUNDED.subn(r"\g<0>  rounded_to: 2\n", source.read_text(encoding="utf-8"))
    source.write_text(text, encoding="utf-8")

    assert count == 1
    assert (
        "checks.ledger-january-2024-area",
        "verdict-declared",
        "expects contradicts, but the verdict is consistent. Delete expect and reason.",
    ) in _problems(facts)
