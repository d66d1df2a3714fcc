"""The strict reader: what it refuses and where, what it accepts, and that it always comes to an end."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factbook.characters import decode
from factbook.errors import BrokenBook, Problem
from factbook.nodes import Mapping, Node, Scalar
from factbook.reader import FASTEST, PURE, read, read_file

FIXTURES = Path(__file__).parent / "fixtures" / "reader"
LOADERS = [pytest.param(FASTEST, id="fastest"), pytest.param(PURE, id="pure")]
ANY_LOADER = pytest.mark.parametrize("loader", LOADERS)


def cases(folder: str) -> list[Path]:
    return sorted(path for path in (FIXTURES / folder).iterdir() if path.suffix != ".expected")


def decoded(data: bytes) -> tuple[str | None, list[Problem]]:
    try:
        return decode(data, "x.yaml"), []
    except BrokenBook as broken:
        return None, broken.problems


def attempt(path: Path, loader: object) -> tuple[Mapping | None, list[Problem]]:
    text, problems = decoded(path.read_bytes())
    return (None, problems) if text is None else read(text, "x.yaml", loader=loader)


def placed(problem: Problem) -> str:
    return f"{problem.mark.line}:{problem.mark.column}: {problem.message}"


def expected(path: Path) -> list[str]:
    return path.with_suffix(".expected").read_text(encoding="utf-8").splitlines()


BAD, GOOD = cases("bad"), cases("good")


def children(node: Node) -> list[tuple[object, Node]]:
    if isinstance(node, Mapping):
        return [(name, value) for name, (_, value) in node.entries.items()]
    return [] if isinstance(node, Scalar) else list(enumerate(node.items))


def leaves(node: Node, path: str = "") -> Iterator[str]:
    if isinstance(node, Scalar):
        yield f"{node.mark.line}:{node.mark.column}: {path} {'=' if node.plain else ':='} {node.text!r}"
    for name, child in children(node):
        yield from leaves(child, f"{path}/{name}")


@ANY_LOADER
@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_every_bad_file_is_refused_with_its_places_and_messages(path: Path, loader: object) -> None:
    """Each file in bad/ gives the problems listed beside it, with or without libyaml."""
    assert [placed(problem) for problem in attempt(path, loader)[1]] == expected(path)


@ANY_LOADER
@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_every_good_file_is_read_as_text_with_its_places(path: Path, loader: object) -> None:
    """Each file in good/ gives the scalars listed beside it (`=` plain, `:=` not), with or without libyaml."""
    mapping, problems = attempt(path, loader)
    assert problems == []
    assert mapping is not None
    assert list(leaves(mapping)) == expected(path)


def test_every_list_of_expectations_has_a_fixture() -> None:
    """Every list of expectations belongs to one fixture and is not empty."""
    lists = list(FIXTURES.glob("*/*.expected"))
    assert {path.with_suffix("") for path in lists} == {path.with_suffix("") for path in BAD + GOOD}
    assert all(path.stat().st_size for path in lists)


PROBLEM_IDS = [
    ("a: b: c\n", ["x.a"], "yaml"),
    ("killed:\n  value: 1 #\nwounded:\n  value: 2 #\n", ["x.killed", "x.wounded"], "yaml"),
    ("# &\n\n&a killed: 1\n", ["x"], "yaml"),
    ("Killed:\n  value: 1 #\n", ["x"], "yaml"),
    ("killed:\n  value: 1\nkilled:\n  value: 1\n", ["x.killed"], "yaml"),
    ("killed:\n  value: \t1\n", ["x.killed"], "characters"),
    ("# \t\nkilled:\n", ["x"], "characters"),
]


@ANY_LOADER
@pytest.mark.parametrize(("text", "ids", "rule"), PROBLEM_IDS)
def test_a_problem_bears_the_id_of_its_entry(text: str, ids: list[str], rule: str, loader: object) -> None:
    """A problem's id is the file's stem, with the key of the top-level entry it stands in."""
    problems = read(text, "facts/sources/x.yaml", loader=loader)[1]
    assert [problem.id for problem in problems] == ids
    assert {problem.rule for problem in problems} == {rule}


@ANY_LOADER
def test_what_was_read_is_given_beside_its_problems(loader: object) -> None:
    """A doubled key or a cut text leaves the rest of the file readable; a syntax error does not."""
    mapping, problems = read("killed:\n  value: 1\n  value: 2\n  note: a # b\n", "x.yaml", loader=loader)
    assert mapping is not None
    assert list(leaves(mapping)) == ["2:10: /killed/value = '1'", "4:9: /killed/note = 'a'"]
    assert len(problems) == 2
    assert read("killed:\n  value: 1\n  note: a: b\n", "x.yaml", loader=loader)[0] is None


LARGE = 256 * 1024
EXHAUSTING = {
    "brackets": ("[" * 100_000, "1:1: more than 64 brackets open on one line. Write a list one item a line."),
    "braces": ("{a: " * 60_000, "1:1: more than 64 brackets open on one line. Write a list one item a line."),
    "dashes": ("- " * 100_000, "1:1: more than 64 items begin on one line. Write one a line."),
    "question marks": ("? " * 100_000, "1:1: more than 64 items begin on one line. Write one a line."),
    "brackets on lines": ("[\n" * 100_000, "13:1: nested deeper than 12 levels. Write it flatter."),
    "brackets on full lines": (("[" * 60 + "\n") * 4_000, "1:13: nested deeper than 12 levels. Write it flatter."),
    "indentation": (
        "".join(" " * depth + "k:\n" for depth in range(700)),
        "13:13: nested deeper than 12 levels. Write it flatter.",
    ),
    "items": ("k: [" + "a," * 100_000 + "]", "1:39999: more than 20,000 keys and values. Split the file."),
    "keys": (
        "".join(f"k{number}: v\n" for number in range(12_000)),
        "10000:8: more than 20,000 keys and values. Split the file.",
    ),
    "keys in brackets": (
        "k: {" + ", ".join(f"a{number}" for number in range(10_000)) + "}",
        "1:68886: more than 20,000 keys and values. Split the file.",
    ),
    "keys without values": (
        "".join(f"? a{number}\n" for number in range(10_001)),
        "10001:1: more than 20,000 keys and values. Split the file.",
    ),
    "pairs in a list": (
        "k:\n" + "- a: b\n" * 6_700,
        "6667:6: more than 20,000 keys and values. Split the file.",
    ),
    "one text": ("k: " + "a" * 200_000, "1:4: a text of 200,000 characters; at most 4,000 are read. Shorten it."),
    "lines of one text": (
        "k:\n" + " a\n" * 60_000,
        "2:2: a text of 119,999 characters; at most 4,000 are read. Shorten it.",
    ),
    "comment": ("#" * LARGE, "1:1: the file is empty. Put back what it held, or write entries."),
    "blank lines": ("\n" * LARGE, "1:1: the file is empty. Put back what it held, or write entries."),
    "documents": (
        "---\n" * 60_000,
        "2:1: the file must hold entries. Begin each with a key and a colon.",
    ),
    "size": ("k" * (LARGE + 1), "1:1: the file is longer than 262,144 characters. Split it."),
}


@ANY_LOADER
@pytest.mark.parametrize(("text", "message"), EXHAUSTING.values(), ids=EXHAUSTING)
def test_what_would_exhaust_a_parser_gives_one_problem(text: str, message: str, loader: object) -> None:
    """Nesting, number and length are bounded before they cost time, memory or a crash."""
    (problem,) = read(text, "x.yaml", loader=loader)[1]
    assert placed(problem) == message


PEAK = """
import resource
from factbook.reader import read
from test_reader import EXHAUSTING, LARGE

before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
for text in [*(text for text, _ in EXHAUSTING.values()), "\\t" * LARGE, "k: &a v\\n" + "k: *a\\n" * 9_000]:
    read(text, "x.yaml")
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
"""


def test_what_would_exhaust_memory_takes_little() -> None:
    """Reading the largest hostile files takes at most 64 MiB more than the program itself."""
    here = Path(__file__).parent
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(here), str(here.parent)])}

    told = subprocess.run([sys.executable, "-c", PEAK], capture_output=True, text=True, check=True, env=environment)

    assert int(told.stdout) < 64


@pytest.mark.parametrize("text", ["k: &a v\n" + "k: *a\n" * 9_000, "k: v\n" * 9_000, "\t" * LARGE], ids=ascii)
def test_endless_problems_are_cut_after_twenty(text: str) -> None:
    """Of many problems of one kind twenty are listed, and a last one says how many follow."""
    problems = read(text, "x.yaml")[1]
    assert len(problems) == 21
    assert problems[-1].message.endswith(" more problems of this kind follow. Repair those above first.")


def test_a_file_that_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    """A file that has vanished is reported under its name, and nothing is raised."""
    path = tmp_path / "gone.yaml"
    message = "has vanished since the folder was listed. Run this again."
    assert [str(problem) for problem in read_file(path)[1]] == [f"{path}:1:1: gone: {message}"]


PIECES = st.sampled_from(
    [
        *("a", "b c", "Füzuli", "33,000", "k:", "k: ", "\nkey: ", "\n  in: ", "\n  - ", "- ", "? ", ": ", ":", ","),
        *("\n", " ", "  ", "\n\n", "[", "]", "{", "}", '"', "'", "|", ">", ">-\n  ", "#", " #", "# c\n", "|#"),
        *("---", "\n---\n", "...", "%", "&a ", "*a", "!!int ", "! ", "<<: ", "\\", "\\u202e", "\\0", "\\U00110000"),
        *("@", "`", "?", "\t", "\r", "\u2028", "\ufeff", "\ud800", "\x00", "~", "=", "-", "''", '""', "\xa0"),
    ]
)
TEXTS = st.one_of(st.lists(PIECES, max_size=30).map("".join), st.text(max_size=60))


def scalars(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    for _, child in children(node):
        yield from scalars(child)


@given(TEXTS)
@example("k: [a?b]")
@example("k: [b: ]")
@example("k: >#\n  a")
@example('"k"#')
def test_any_text_gives_a_mapping_or_problems(text: str) -> None:
    """Whatever the text: no exception, the same verdict with and without libyaml, and every place is in the text."""
    mapping, problems = read(text, "x.yaml")
    assert (mapping, problems) == read(text, "x.yaml", loader=PURE)
    assert mapping is not None or problems
    lines = f"{text}\n".split("\n")
    for problem in problems:
        assert problem.mark.column <= len(lines[problem.mark.line - 1]) + 1
    for scalar in scalars(mapping) if mapping and not problems else ():
        assert not scalar.plain or lines[scalar.mark.line - 1].startswith(
            scalar.text.split(" ")[0].split("\n")[0], scalar.mark.column - 1
        )


@given(st.binary(max_size=60))
def test_any_bytes_give_a_text_or_problems(data: bytes) -> None:
    """Bytes are decoded into a text that encodes to the same bytes but for CRLF, or refused with a place."""
    text, problems = decoded(data)
    assert (text is None) == bool(problems)
    assert {problem.rule for problem in problems} <= {"characters"}
    assert text is None or text.encode() == data.replace(b"\r\n", b"\n")
