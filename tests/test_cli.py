"""The command line: what scripts and reviewers rely on."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from records import GOOD, SOURCE_ID, laid_out

from factbook.cli import main
from factbook.evidence import fingerprint

ROOT = Path(__file__).parents[1]
BAD = ROOT / "tests" / "rules" / "value-in-quote" / "bad-digits-swapped.yaml"


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    """A folder for a small record."""
    return tmp_path / "facts"


def test_a_page_that_is_no_text_is_a_problem(facts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`check` names the byte of a page that nobody could read, and holds the record unsound."""
    laid_out(GOOD, facts)
    page = facts.parent / "docs" / "page.md"
    page.parent.mkdir()
    page.write_bytes(b"\xff")

    assert main(["check", "--facts", str(facts)]) == 1
    assert capsys.readouterr().out == f"{page}:1:1: page: the byte 0xff is not UTF-8. Save the file as UTF-8.\n"


def test_problems_as_json_keep_their_parts(facts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`check --json` prints a list of places, ids, rules and messages."""
    laid_out(BAD, facts)

    assert main(["check", "--json", "--facts", str(facts)]) == 1
    (problem,) = json.loads(capsys.readouterr().out)
    assert {
        "path": f"{facts}/sources/{SOURCE_ID}.yaml",
        "line": 23,
        "column": 10,
        "id": f"{SOURCE_ID}.anti-personnel",
        "rule": "value-in-quote",
        "message": "the value says 430 but the quote reads 340 anti-personnel mines. Correct whichever was mistyped.",
    } == problem


def test_a_fingerprint_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`fingerprint` prints exactly the lines to keep."""
    article = tmp_path / "article.txt"
    article.write_text("One two three four\n\nfive six seven\n", encoding="utf-8")

    assert main(["fingerprint", str(article)]) == 0
    assert str(fingerprint("One two three four\nfive six seven")) == capsys.readouterr().out


def test_a_fingerprint_is_printed_wherever_the_text_lies(facts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`fingerprint` only warns of a text that could be committed by mistake."""
    article = facts.parent / "article.txt"
    article.write_text("One two three four", encoding="utf-8")

    assert main(["fingerprint", "--facts", str(facts), str(article)]) == 0
    told = "lies inside the project, where it could be published. Keep it in a folder elsewhere."
    assert capsys.readouterr() == (str(fingerprint("One two three four")), f"{article}: {told}\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["check", "--revision", "HEAD"], "argument --facts: not allowed with argument --revision"),
        (["diff", "HEAD"], "unrecognized arguments: --facts"),
        (["publish"], "unrecognized arguments: --facts"),
    ],
)
def test_no_command_passes_over_a_folder_of_facts(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where a folder would not be looked into, none is taken."""
    with pytest.raises(SystemExit, match=r"^2$"):
        main([*arguments, "--facts", "elsewhere"])
    assert f"error: {message}" in capsys.readouterr().err


def test_a_phrase_is_located(facts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`locate` prints the numbers of paragraphs, and fails where there are none."""
    laid_out(GOOD, facts)

    assert main(["locate", "--facts", str(facts), SOURCE_ID, "found 340 anti-personnel mines"]) == 0
    assert capsys.readouterr().out == "paragraph 3\n"
    assert main(["locate", "--facts", str(facts), SOURCE_ID, "found 341 anti-personnel mines"]) == 1
    assert main(["locate", "--facts", str(facts), SOURCE_ID, "340 mines"]) == 1
    assert capsys.readouterr() == ("not found\n", "a phrase needs at least 4 words. Give more of it.\n")
    assert main(["locate", "--facts", str(facts), "nobody-2021-01-01", "found 340 anti-personnel mines"]) == 1


def test_facts_are_listed(facts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`list` prints every id beside its value or statement."""
    laid_out(GOOD, facts)

    assert main(["list", "--facts", str(facts)]) == 0
    assert f"{SOURCE_ID}.area\tmore than 1,200 hectares" in capsys.readouterr().out.splitlines()


def test_a_command_must_be_named(capsys: pytest.CaptureFixture[str]) -> None:
    """Without one, what is missing is told."""
    with pytest.raises(SystemExit, match=r"^2$"):
        main([])
    assert capsys.readouterr().err.endswith("error: the following arguments are required: command\n")


@pytest.mark.parametrize("command", ["list", "locate x y", "new --publisher X", "schema", "fmt", "check"])
def test_a_record_of_which_nothing_can_be_made_is_told(
    command: str, facts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every command that needs the record names what is wrong with it, and fails."""
    laid_out(GOOD, facts)
    (facts / "vocabulary.yaml").unlink()

    assert main([*command.split(), "--facts", str(facts)]) == 1
    told = f"{facts}/vocabulary.yaml:1:1: vocabulary: is missing. Restore it.\n"
    more = "What could not be read was not compared; more may show once it is mended."
    assert capsys.readouterr() == (told, f"1 problem found.\n{more}\n")


@pytest.mark.parametrize(
    ("happens", "status", "told"),
    [
        pytest.param(
            'raise ModuleNotFoundError("No module named \'yaml\'", name="yaml")',
            2,
            "python -m factbook: the library yaml is not installed here. "
            "Run `make site` once, then `.venv/bin/python -m factbook` in its place.\n",
            id="missing",
        ),
        pytest.param("raise KeyboardInterrupt", 130, "\nInterrupted. Nothing half-written was left.\n", id="Ctrl-C"),
    ],
)
def test_what_happens_before_a_command_begins_is_told_without_a_traceback(
    tmp_path: Path, happens: str, status: int, told: str
) -> None:
    """A Python without the libraries says which one it lacks and which Python has it; Ctrl-C may come as they load."""
    (tmp_path / "yaml.py").write_text(f"{happens}\n")
    run = subprocess.run(
        [sys.executable, "-m", "factbook", "check"],
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (run.returncode, run.stderr) == (status, told)


def test_who_has_read_enough_may_close_the_pipe(facts: Path) -> None:
    """`list | head -1` ends without a word."""
    laid_out(GOOD, facts)
    unread, written = os.pipe()
    os.close(unread)
    command = [sys.executable, "-m", "factbook", "list", "--facts", str(facts)]
    run = subprocess.run(command, cwd=ROOT, stdout=written, stderr=subprocess.PIPE, check=False)
    os.close(written)

    assert (run.returncode, run.stderr) == (141, b"")


@pytest.mark.parametrize("command", ["list", "schema"])
def test_no_room_for_what_is_printed_is_told(facts: Path, command: str) -> None:
    """What is written to a full disk ends with status 1 and a sentence, however little it is."""
    laid_out(GOOD, facts)
    with Path("/dev/full").open("wb") as full:
        asked = [sys.executable, "-m", "factbook", command, "--facts", str(facts)]
        run = subprocess.run(asked, cwd=ROOT, stdout=full, stderr=subprocess.PIPE, check=False)

    told = b"python -m factbook: No space left on device. Free some space, then run this again.\n"
    assert (run.returncode, run.stderr) == (1, told)


@pytest.mark.parametrize("command", [["fingerprint"], ["new", "--publisher", "X"], ["fmt"]], ids=lambda one: one[0])
def test_a_link_that_leads_to_itself_is_no_file(
    command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A link round in a circle is refused like any other path that names no file."""
    facts = tmp_path / "project" / "facts"
    laid_out(GOOD, facts)
    (tmp_path / "loop").symlink_to("loop")

    assert main([*command, "--facts", str(facts), str(tmp_path / "loop")]) == 1
    told = {"fmt": f"is no fact file below {facts}/. Name one, or none for all."}
    other = "cannot be read: Too many levels of symbolic links. Name a text file."
    assert capsys.readouterr().err == f"{tmp_path}/loop: {told.get(command[0], other)}\n"
