"""The canonical form of fact files: what `fmt` mends, what `check` names, and that neither alters what a file says."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from some_units import UNITS

from factbook.canonical import canonical, misspelt
from factbook.canonical.edits import modeline
from factbook.canonical.spelling import is_plain, written
from factbook.characters import first_refused
from factbook.nodes import Scalar
from factbook.reader import read
from factbook.written import read_record

FILE = "sources/example-2021-04-02"
FOR_EDITORS = "# yaml-language-server: $schema=../../schema/sources.json"
TIDY = f"""{FOR_EDITORS}
source:
  publisher: The agency
  title: 'Mines: a report' # in full
  note: >-
    One  two

    three

# What was found.
found:
  measure: mines-found
  # As printed.
  value: 18,302 mines
  scope: s
"""
ADVICE = "Run `python -m factbook fmt`."
MENDED = {
    "trailing-spaces": ("value: 18,302 mines\n", "value: 18,302 mines  \n", "14:22", "the line ends in spaces."),
    "no-line-feed-at-the-end": (
        "scope: s\n", "scope: s",
        "15:11", "the file must end with one line feed and nothing else.",
    ),
    "empty-lines-at-the-end": (
        "scope: s\n", "scope: s\n \n\n",
        "15:11", "the file must end with one line feed and nothing else.",
    ),
    "two-empty-lines": (
        "three\n\n#", "three\n\n   \n#", "9:1", "one empty line is enough, without spaces in it.",
    ),
    "entries-not-parted": (
        "three\n\n#", "three\n#", "9:1", "an empty line must part this entry from the one above.",
    ),
    "needless-single-quotes": ("scope: s", "scope: 's'", "15:10", "\"'s'\" needs no quotes."),
    "needless-double-quotes": ("scope: s", 'scope: "s"', "15:10", "'\"s\"' needs no quotes."),
    "ungrouped-value": ("18,302 mines", "18302 mines", "14:10", "'18302 mines' is written 18,302 mines."),
    "ungrouped-value-in-quotes": ("18,302 mines", "'18302 mines'", "14:10", "'18302 mines' is written 18,302 mines."),
    "two-spaces-in-a-value": ("18,302 mines", "18302  mines", "14:10", "'18302  mines' is written 18,302 mines."),
    "no-schema": (
        f"{FOR_EDITORS}\n", "", "1:1", f"editors find the schema by the line `{FOR_EDITORS}`, which is missing.",
    ),
    "spaces-behind-the-schema": (f"{FOR_EDITORS}\n", f"{FOR_EDITORS}  \n", "1:58", "the line ends in spaces."),
    "another-schema": (
        FOR_EDITORS, "#yaml-language-server: $schema=x.json",
        "1:1", f"editors find the schema by the line `{FOR_EDITORS}`, which is written in another way here.",
    ),
}  # fmt: skip
LEFT_ALONE = {
    "needed-quotes": "a:\n  quote: '\"Some 40 mines'\n",
    "quotes-before-a-comment": "a:\n  quote: 'forty mines' # as printed\n",
    "an-escape": 'a:\n  quote: "forty\\nmines"\n',
    "text-over-lines": "a:\n  quote: 'forty\n    mines'\n",
    "a-flow-mapping": "a: {value: '18302 mines', scope: 'x'}\n",
    "a-list": "a:\n  authors: ['A. B.', \"C\"]\n",
    "no-value": "a:\n  value: 18.302.7 mines\n",
    "a-number-in-prose": "a:\n  note: Of 18302 mines.\n",
}
UNREADABLE = {
    "tabs": "a:\n\tvalue: 1 mine \n",
    "doubled": "a:\n  value: 1 mine \n  value: 2 mines\n",
    "cut": "a:\n  value: 1 mine # one \n",
    "no-mapping": "- a \n",
}
ORDERED = {
    "with-comments": (
        "a:\n  scope: s\n  # why\n  # so\n  measure: m\n  value: >-\n    1\n    mine\n\nb:\n  quote: q\n",
        "a:\n  # why\n  # so\n  measure: m\n  value: >-\n    1\n    mine\n  scope: s\n\nb:\n  quote: q\n",
    ),
    "spaces-between-entries": (
        "a:\n  quote: q\n  measure: m\n  \nb:\n  quote: q\n",
        "a:\n  measure: m\n  quote: q\n\nb:\n  quote: q\n",
    ),
    "the-source": ("source:\n  held: whole\n  title: t\n", "source:\n  title: t\n  held: whole\n"),
    "unknown-keys-stay": ("a:\n  scope: s\n  colour: c\n  measure: m\n",) * 2,
    "comments-that-are-text-stay": ("a:\n  note: |\n    x\n    # y\n  quote: q\n",) * 2,
    "one-line-stays": ("a: {scope: s, measure: m}\n",) * 2,
}


def laid_out(root: Path, text: str) -> Path:
    """A record of one file."""
    path = root / f"{FILE}.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("case", MENDED)
def test_what_is_not_canonical_is_named_and_mended(case: str, tmp_path: Path) -> None:
    """Each slip alone is named at its place, and mending it restores the tidy file exactly."""
    tidy, untidy, place, message = MENDED[case]
    text = TIDY.replace(tidy, untidy)
    path = laid_out(tmp_path, text)

    assert [f"{path}:{place}: {message} {ADVICE}"] == [
        f"{problem.mark.path}:{problem.mark.line}:{problem.mark.column}: {problem.message}"
        for problem in misspelt(read_record(tmp_path), UNITS)
    ]
    assert canonical(text, FILE, UNITS) == TIDY


def test_a_tidy_file_is_let_alone(tmp_path: Path) -> None:
    """There is nothing to name and nothing to mend."""
    laid_out(tmp_path, TIDY)

    assert list(misspelt(read_record(tmp_path), UNITS)) == []
    assert canonical(TIDY, FILE, UNITS) == TIDY


@pytest.mark.parametrize("text", LEFT_ALONE.values(), ids=LEFT_ALONE)
def test_what_may_mean_something_is_let_alone(text: str) -> None:
    """Quotes that are needed, lists, text over several lines and what is no value stay as they are."""
    tidy = f"{FOR_EDITORS}\n{text}"

    assert canonical(tidy, FILE, UNITS) == tidy


@pytest.mark.parametrize("text", UNREADABLE.values(), ids=UNREADABLE)
def test_what_cannot_be_read_is_never_touched(text: str, tmp_path: Path) -> None:
    """A file with a fault is left to the reader's own message."""
    laid_out(tmp_path, text)

    assert canonical(text, FILE, UNITS) == text
    assert list(misspelt(read_record(tmp_path), UNITS)) == []


@pytest.mark.parametrize("case", ORDERED)
def test_keys_are_put_in_order(case: str) -> None:
    """A key moves with its value and the comment above it; where that would alter the file, nothing moves."""
    before, after = (f"{FOR_EDITORS}\n{text}" for text in ORDERED[case])

    assert canonical(before, FILE, UNITS) == after


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("sources/a", "# yaml-language-server: $schema=../../schema/sources.json"),
        ("checks", "# yaml-language-server: $schema=../schema/checks.json"),
    ],
)
def test_editors_are_led_to_the_schema_of_the_file(file: str, line: str) -> None:
    """The path of the schema is relative to the file."""
    assert modeline(file) == line


@example("It's said: 'mines'")
@given(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"]), min_size=1).map(str.strip))
def test_a_text_as_written_reads_as_itself(text: str) -> None:
    """Whatever a text holds, it stands in the file so that the reader gives it back, plain only if that is sure."""
    assume(text and not first_refused(text))
    root, problems = read(f"a: {written(text)}\n", "x.yaml")

    assert problems == []
    assert root is not None
    _, value = root.entries["a"]
    assert isinstance(value, Scalar)
    assert (text, is_plain(text)) == (value.text, value.plain)


SPACES = st.sampled_from(["", " ", "  "])


@given(st.permutations(["measure: mines-found", "value: 18302 mines", "scope: 'all'", 'quote: "a b"']), SPACES, SPACES)
def test_mending_is_done_at_once(keys: list[str], space: str, end: str) -> None:
    """Whatever is untidy together, mending once leaves nothing to mend."""
    text = "a:\n" + "".join(f"  {key}{space}\n{end}\n" for key in keys) + end
    mended = canonical(text, FILE, UNITS)

    assert canonical(mended, FILE, UNITS) == mended
    assert [line.split(":")[0].strip() for line in mended.splitlines() if line.startswith("  ")] == [
        "measure", "value", "scope", "quote",
    ]  # fmt: skip
