"""Fact files as strangers write them: what is wrong is told with its place, and what only looks wrong holds."""

from __future__ import annotations

from pathlib import Path

import pytest
from records import GOOD as SOUND
from records import laid_out

from factbook.cli import main

FILES = Path(__file__).parent / "fixtures" / "facts"
BAD, GOOD = (sorted((FILES / kind).iterdir()) for kind in ("bad", "good"))


def _stem(path: Path) -> str:
    return path.stem


@pytest.mark.parametrize("case", BAD, ids=_stem)
def test_a_bad_file_is_refused_with_its_places(case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command ends with status 1 and prints exactly the problems that the file expects, in ASCII."""
    expected = laid_out(case, tmp_path / "facts")

    status = main(["check", "--facts", str(tmp_path / "facts")])

    printed = capsys.readouterr().out.replace(f"{tmp_path}/facts/", "")
    assert (status, printed.splitlines()) == (1, expected)
    assert all(line.partition(": ")[2].partition(": ")[2].isascii() for line in printed.splitlines())


@pytest.mark.parametrize("case", GOOD, ids=_stem)
@pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_what_only_looks_wrong_holds(
    case: Path, ending: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Names of any language, coarse dates, long texts, nought and harmless spelling pass, with either ending."""
    laid_out(case, tmp_path / "facts")
    for path in (tmp_path / "facts" / "sources").iterdir():
        path.write_bytes(path.read_text(encoding="utf-8").replace("\n", ending).encode())

    status = main(["check", "--facts", str(tmp_path / "facts")])

    assert (status, capsys.readouterr().out) == (0, "3 claims from 1 sources hold; pages use 0 of them.\n")


WORDS = ["clear", "copy", "fromkeys", "get", "items", "keys", "pop", "popitem", "setdefault", "update", "values"]


@pytest.mark.parametrize("word", [*WORDS, "aux", "com1", "com9", "con", "lpt1", "nul", "prn"])
def test_no_id_is_a_word_of_programs(word: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Templates would take some for what mappings do, and Windows others for devices, where no file can be."""
    laid_out(SOUND, tmp_path / "facts")
    (source,) = (tmp_path / "facts" / "sources").iterdir()
    source.write_text(source.read_text(encoding="utf-8").replace("\nasked:", f"\n{word}:"), encoding="utf-8")

    assert main(["check", "--facts", str(tmp_path / "facts")]) == 1
    assert f"'{word}' alone is a word of programs. Say more, as in items-destroyed." in capsys.readouterr().out
