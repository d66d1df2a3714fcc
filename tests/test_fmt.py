"""The command that mends fact files."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from records import SOURCE_ID, laid_out

from factbook.cli import main

DISORDERED = Path(__file__).parent / "rules" / "order" / "bad-quote-first.yaml"


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    """A small record, untidy in every file."""
    laid_out(DISORDERED, tmp_path / "facts")
    for path in (tmp_path / "facts").rglob("*.yaml"):
        path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    return tmp_path / "facts"


def fmt(facts: Path, *arguments: str) -> int:
    """Run the command."""
    return main(["fmt", "--facts", str(facts), *arguments])


def test_files_are_mended_and_named(facts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each altered file is named, order included, and nothing is left for a second run or for `check`."""
    assert fmt(facts) == 0
    files = [f"{facts}/{name}: mended." for name in (f"sources/{SOURCE_ID}.yaml", "vocabulary.yaml")]
    assert files == capsys.readouterr().out.splitlines()
    assert fmt(facts) == 0
    assert fmt(facts, "--check") == 0
    assert main(["check", "--facts", str(facts)]) == 0
    assert "mended" not in capsys.readouterr().out


def test_checking_alters_nothing(facts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--check` names what would be mended, order included, and fails."""
    path = facts / "sources" / f"{SOURCE_ID}.yaml"
    before = path.read_bytes()

    assert fmt(facts, "--check", str(path)) == 1
    told = capsys.readouterr().out
    assert all(words in told for words in ("stands before", "must end with one line feed"))
    assert "vocabulary.yaml:" not in told
    assert path.read_bytes() == before


@pytest.mark.parametrize("failing", ["folder", "left", "disk"])
def test_what_cannot_be_written_is_left_as_it_was(
    failing: str, facts: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name that is taken, and a disk that fills up, are told of; every other file stays too."""
    path = facts / "sources" / f"{SOURCE_ID}.yaml"
    beside = path.with_suffix(".part")
    if failing == "folder":
        beside.mkdir()
    elif failing == "left":
        beside.write_text("somebody's")
    else:

        def full(_: Path, __: Path) -> None:
            raise OSError(errno.ENOSPC, "No space left on device", str(beside))

        monkeypatch.setattr(Path, "replace", full)
    before = {path: path.is_file() and path.read_bytes() for path in facts.rglob("*")}
    reason = "No space left on device" if failing == "disk" else "File exists"

    assert fmt(facts, str(path)) == 1
    assert capsys.readouterr().err == (
        f"{beside}: cannot be written: {reason}. Make way or room for it; {path} is as it was.\n"
    )
    assert before == {path: path.is_file() and path.read_bytes() for path in facts.rglob("*")}


def test_only_the_files_named_are_mended(facts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A path limits the work to one file; a path elsewhere is refused."""
    assert fmt(facts, str(facts / "vocabulary.yaml")) == 0
    assert capsys.readouterr().out == f"{facts}/vocabulary.yaml: mended.\n"
    assert fmt(facts, "README.md") == 1
    assert capsys.readouterr().err.endswith(f"README.md: is no fact file below {facts}/. Name one, or none for all.\n")


def test_a_file_that_cannot_be_read_keeps_its_bytes(facts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Bytes, syntax and characters at fault are told of and left as they are; other files are mended all the same."""
    bad = {"a-2021.yaml": b"\xff\xfe", "b-2021.yaml": b"a: [ \n", "c-2021.yaml": "a: \u202eb \n".encode()}
    for name, content in bad.items():
        (facts / "sources" / name).write_bytes(content)

    assert fmt(facts) == 1
    assert bad == {name: (facts / "sources" / name).read_bytes() for name in bad}
    told = capsys.readouterr().out
    assert f"{SOURCE_ID}.yaml: mended." in told
    assert [name for name in bad if f"{facts}/sources/{name}: mended." in told] == []
    assert [name for name in bad if f"{facts}/sources/{name}:" not in told] == []
    assert fmt(facts, str(facts / "vocabulary.yaml")) == 0
