"""The checks notice what is changed in the record: corruptions of it, sampled, and how they are judged."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from records import committed

from factbook.book import examine
from tools.mutation import __main__ as command
from tools.mutation import rising
from tools.mutation.goals import GOALS, floors, raise_floors
from tools.mutation.judge import Judge
from tools.mutation.leaves import edited, replaced
from tools.mutation.mutants import Mutant, World
from tools.mutation.operators import GROUPS
from tools.mutation.report import Judged, score
from tools.mutation.verdicts import EQUIVALENT, KILLED, SURVIVED, verdict
from tools.mutation.world import mutants, sampled, world

FACTS = Path(__file__).parents[1] / "facts"
SHARE = 0.01
TOLERANCE = 2.5  # percentage points by which a sample may lie below what all corruptions reach
OF_NEW = 1.0  # the same where all are noticed: a new source may lack a witness until its phrases are noted


@pytest.fixture(scope="module")
def judge() -> Judge:
    return Judge(FACTS)


@pytest.fixture(scope="module")
def before(judge: Judge) -> World:
    return world(FACTS, judge.book)


@pytest.fixture(scope="module")
def every(before: World) -> dict[str, list[Mutant]]:
    return mutants(before)


@pytest.fixture(scope="module")
def sample(every: dict[str, list[Mutant]]) -> list[tuple[str, Mutant]]:
    return [(group, mutant) for group, own in every.items() for mutant in sampled(own, SHARE)]


@pytest.fixture(scope="module")
def judged(judge: Judge, before: World, sample: list[tuple[str, Mutant]]) -> list[Judged]:
    return [
        Judged(group, mutant.operator, mutant.leaf.field, mutant.id, *verdict(judge, before, mutant))
        for group, mutant in sample
        if group != "prose"
    ]


def test_every_operator_makes_corruptions(every: dict[str, list[Mutant]]) -> None:
    """No operator stands idle, and a corruption is never what was written before."""
    for group, own in every.items():
        operators = {mutant.operator for mutant in own}
        assert len(operators) >= len(GROUPS[group])
        assert all(mutant.new != mutant.leaf.text for mutant in own)


@pytest.mark.parametrize(
    ("value", "quote", "fate"),
    [
        ("four percent", "four percent of the funds allocated for this activity", EQUIVALENT),
        ("only four percent", "four percent of the funds allocated for this activity", KILLED),
        ("five percent", "five percent of the funds allocated for this activity", KILLED),
        ("almost four percent", "four percent of the funds allocated for this activity", KILLED),
    ],
)
def test_less_of_the_words_with_one_usual_reading_means_the_same(
    judge: Judge, before: World, value: str, quote: str, fate: str
) -> None:
    """A quote cut to a run of its words and a value worded as it then is say what they said."""
    entry = before.entries["trend-2024-02-05-4-percent-international", "international-share"]
    text = before.texts[entry["value"].file]
    edits = (replaced(entry["value"], value, text), replaced(entry["quote"], quote, text))

    assert verdict(judge, before, Mutant("both", entry["value"], quote, edits)).fate == fate


def test_an_edit_alters_one_scalar_alone(judge: Judge, before: World) -> None:
    """A scalar written anew as it was leaves a file saying what it said, whatever its style."""
    for (file, _), entry in list(before.entries.items())[::25]:
        for leaf in entry.values():
            changed = edited(before.texts, [replaced(leaf, leaf.text, before.texts[file])])
            assert judge.typed(changed) == judge.typed({file: before.texts[file]})


def test_goals_are_reached(judged: list[Judged]) -> None:
    """Of a sample, no goal is missed by more than the sample may be off, and no check raises."""
    for name, floor in floors().items():
        own = [one for one in judged if GOALS[name](one)]
        assert own
        assert score(own) >= floor - (OF_NEW if floor == 100 else TOLERANCE), [
            one.id for one in own if one.fate not in (KILLED, EQUIVALENT)
        ]
    assert {one.fate for one in judged} <= {KILLED, EQUIVALENT, SURVIVED}


def test_the_quick_verdict_is_the_full_one(
    judge: Judge, before: World, sample: list[tuple[str, Mutant]], tmp_path: Path
) -> None:
    """Judging what changed alone finds a corruption exactly where a check of the whole record does."""
    shutil.copytree(FACTS, tmp_path / "facts")
    for _, mutant in sample[:: len(sample) // 10]:
        changed = edited(before.texts, mutant.edits)
        for file, text in changed.items():
            (tmp_path / "facts" / "sources" / f"{file}.yaml").write_text(text, encoding="utf-8")
        new = {problem.message for problem in examine(tmp_path / "facts")[1]} - {told[2] for told in judge.base}
        for file in changed:
            shutil.copy(FACTS / "sources" / f"{file}.yaml", tmp_path / "facts" / "sources")
        assert bool(judge.killers(changed)) == bool(new), mutant.id


def test_a_run_goes_on_where_it_was_cut_short(
    judge: Judge,
    before: World,
    every: dict[str, list[Mutant]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """An interrupted run prints what it knows; the next one takes that over and judges the rest."""
    arguments = ["--share", "0.0001", "--only", "digit", "--journal", str(tmp_path / "journal")]
    for name, made in (("Judge", judge), ("world", before), ("mutants", every)):
        monkeypatch.setattr(command, name, lambda *_, made=made: made)  # to make them takes longer than the runs

    asked: list[str] = []
    monkeypatch.setattr(command, "verdict", judging(asked, most=3))
    assert command.main(arguments) == 0
    told = capsys.readouterr()
    assert "Cut short" in told.err
    totals = [line for line in told.out.splitlines() if line.startswith("all: ")]
    assert sum(int(line.split()[-6].replace(",", "")) for line in totals) == 3

    monkeypatch.setattr(command, "verdict", judging(asked))
    assert command.main(arguments) == 0
    lines = [json.loads(line) for line in (tmp_path / "journal").read_text(encoding="utf-8").splitlines()]
    assert [line["id"] for line in lines[1:]] == asked
    assert len({*asked}) == len(asked) > 3


def judging(asked: list[str], most: int | None = None) -> object:
    """A verdict that keeps what it was asked of, and is interrupted once that is so much."""

    def judge_some(judge: Judge, before: World, mutant: Mutant) -> object:
        if len(asked) == most:
            raise KeyboardInterrupt
        asked.append(mutant.id)
        return verdict(judge, before, mutant)

    return judge_some


def test_floors_only_rise(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A higher score raises its floor; a lower one leaves it."""
    monkeypatch.setattr("tools.mutation.goals.FLOOR", tmp_path / "floor.json")
    (tmp_path / "floor.json").write_text('{"value": 90, "unit": 95}')

    raise_floors({"value": 99.5, "unit": 80})

    assert floors() == {"value": 99.5, "unit": 95}


def test_a_lower_floor_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Between two revisions floors may rise and be added, not fall."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tools" / "mutation").mkdir(parents=True)
    for written in ("", '{"value": 99.5}', '{"value": 100, "unit": 95}', '{"value": 100, "unit": 94.9}'):
        if written:
            (tmp_path / "tools" / "mutation" / "floor.json").write_text(written)
        committed(tmp_path)

    assert [rising.main([f"HEAD~{back}", f"HEAD~{back - 1}"]) for back in (3, 2)] == [0, 0]
    assert rising.main(["HEAD~1", "HEAD"]) == 1
    assert capsys.readouterr().out == (
        "tools/mutation/floor.json: the floor of unit falls from 95% to 94.9%. "
        "Restore it, and let the checks notice more.\n"
    )
