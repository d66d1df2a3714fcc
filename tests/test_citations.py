"""What is read of pages before they are built: the files they stand in, and the macros they call."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from the_record import BOOK

from factbook.checking import check_all, unknown_ids
from factbook.citations import uses, uses_in

SETTLE = "a merge is not settled here. Keep what should stand, and delete the lines of <<<<<<<, ======= and >>>>>>>."
UNREADABLE = 'a macro cannot be read. Write its name and, between parentheses, what it is given, as in fact("…").'
MISGIVEN = 'a macro is given what it cannot read. Give ids in quotes and options by name: fact("…", cite=False).'
UNCLOSED = "a quotation mark is never closed. Type another behind the id."
FILTER = "a macro takes no filter. Delete the | and what stands behind it."
NO_FILE = "is no regular file but a link, a folder, a pipe or a device. Put a file in its place, or remove it."


def told(docs: Path) -> list[str]:
    """The problems of the pages below `docs`, but that they have no heading."""
    return sorted(str(problem).removeprefix(f"{docs}/") for problem in uses(docs)[1] if problem.rule != "headed")


def test_a_page_with_an_unsettled_merge_is_refused(tmp_path: Path) -> None:
    """Marks that git leaves on a page are named by their lines; a line drawn below a heading is no such mark."""
    (tmp_path / "a.md").write_text("# A\n<<<<<<< HEAD\nours\n=======\ntheirs\n>>>>>>> main\n", encoding="utf-8")
    (tmp_path / "b.md").write_text("B\n=======\n", encoding="utf-8")
    assert told(tmp_path) == [f"a.md:2:1: a: {SETTLE}", f"a.md:6:1: a: {SETTLE}"]


@pytest.mark.parametrize(
    ("page", "place"),
    [
        ("# A\n", ""),
        ("---\na: b\n---\n\n# A\n", ""),
        ("", "1:1"),
        ("\n\n", "3:1"),
        ("Words.\n\n# A\n", "1:1"),
        ("a: b\n---\n# A\n", "1:1"),
        ("---\na: b\n\n# A\n", "1:1"),
        ("---\na: b\n---\n## A\n", "4:1"),
        ("---\na: b: c\n---\n# A\n", "2:5"),
    ],
)
def test_a_page_begins_with_its_heading(tmp_path: Path, page: str, place: str) -> None:
    """A page that was emptied, or whose settings are no settings any more, is named."""
    (tmp_path / "a.md").write_text(page, encoding="utf-8")
    assert [str(problem.mark).removeprefix(f"{tmp_path}/a.md:") for problem in uses(tmp_path)[1]] == [place] * bool(
        place
    )


MENU = "nav:\n  - a.md\n  - Topics:\n      - Of b: 'b.md'\n      - below/c.md  # last\n"


@pytest.mark.parametrize(
    ("settings", "unlisted"),
    [
        (MENU, ["below/a.md", "d.md"]),
        ("theme: material\n" + MENU.replace("a.md", "ba.md"), ["a.md", "below/a.md", "d.md"]),
        ("theme: material\n", []),
        (None, []),
    ],
)
def test_a_page_stands_in_the_menu(tmp_path: Path, settings: str | None, unlisted: list[str]) -> None:
    """A page that no entry of the menu names is told of; without a menu of ours, the builder lists them all."""
    docs = tmp_path / "docs"
    (docs / "below").mkdir(parents=True)
    for name in ("a", "b", "d", "below/a", "below/c"):
        (docs / f"{name}.md").write_text("# A\n", encoding="utf-8")
    if settings:
        (tmp_path / "mkdocs.yml").write_text(settings, encoding="utf-8")

    message = "page: stands in no menu. Add `- {}` under nav in mkdocs.yml."
    of_pages = [problem for problem in told(docs) if "mkdocs.yml:" not in problem]
    assert of_pages == [f"{name}:1:1: {message.format(name)}" for name in unlisted]


def test_a_menu_names_pages_that_are_there(tmp_path: Path) -> None:
    """An entry for a page that is neither written nor made from a source is told of; other settings are no menu."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.md").write_text("# A\n", encoding="utf-8")
    (tmp_path / "facts" / "sources").mkdir(parents=True)
    (tmp_path / "facts" / "sources" / "x-2021.yaml").touch()
    settings = "nav:\n  - a.md\n  - sources/x-2021.md\n\n  # - c.md\n  - Of b: 'b.md'\nextra:\n  - d.md\n"
    (tmp_path / "mkdocs.yml").write_text(settings, encoding="utf-8")

    message = "page: the menu names 'b.md', which is not in docs/. Write that page, or delete the entry."
    assert told(tmp_path / "docs") == [f"{tmp_path}/mkdocs.yml:6:12: {message}"]


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda path: path.symlink_to("/etc/hostname"), id="file"),
        pytest.param(lambda path: path.symlink_to("/etc"), id="folder"),
        pytest.param(lambda path: path.symlink_to("nowhere"), id="nothing"),
        pytest.param(os.mkfifo, id="pipe"),
    ],
)
@pytest.mark.parametrize("name", ["x.md", "x", "assets/x.svg"])
def test_nothing_below_the_pages_leads_elsewhere(tmp_path: Path, make: Callable[[Path], object], name: str) -> None:
    """A link, which the builder would follow out of the project, is refused whatever its name and aim; so is a pipe."""
    (tmp_path / "assets").mkdir()
    make(tmp_path / name)
    assert told(tmp_path) == [f"{name}:1:1: x: {NO_FILE}"]


@pytest.mark.parametrize("place", ["docs/assets", "theme", "theme/partials", "partials"])
def test_a_check_of_the_record_looks_for_links_in_what_pages_are_built_from(tmp_path: Path, place: str) -> None:
    """The check that stands before every build finds them among pages and among templates."""
    root = Path(__file__).parents[1]
    (tmp_path / "facts").symlink_to(root / "facts")
    (tmp_path / place).mkdir(parents=True)
    (tmp_path / place / "x").symlink_to("/etc")
    (problem,) = check_all(tmp_path / "facts")[1]
    assert str(problem) == f"{tmp_path}/{place}/x:1:1: x: {NO_FILE}"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("a\n::error::b.md", r"a\n::error::b.md"),
        ("\x1b[2Jc.md", r"\x1b[2Jc.md"),
        ("\u202edm.a", r"\u202edm.a.md"),
        ("\udcff.md", r"\udcff.md"),
        ("F\u00fczuli.md", "F\u00fczuli.md"),
    ],
    ids=ascii,
)
def test_the_name_of_a_page_stays_on_its_line(tmp_path: Path, name: str, shown: str) -> None:
    """A name can begin no line, as commands to GitHub do, and steer no terminal; letters stay as they are."""
    (tmp_path / f"{name.removesuffix('.md')}.md").write_text("{% x %}", encoding="utf-8")
    message = "'{%' can hide text from readers. Delete what should not stand; macros need {{ }} alone."
    assert told(tmp_path) == [f"{shown}:1:1: page: {message}"]


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        (
            'fact("zzz-1999.nothing")',
            "1:10: page: no fact 'zzz-1999.nothing' is in the record. `python -m factbook list`",
        ),
        ('fact("voi-2024-10")', "1:10: page: no fact 'voi-2024-10' is in the record. Did you mean 'voi-2024-10."),
        (
            'source("zzz-1999")',
            "1:12: page: no source 'zzz-1999' is in the record. facts/sources/ lists the known ones.",
        ),
    ],
)
def test_an_unknown_id_is_answered_by_one_hint(call: str, expected: str) -> None:
    """A page that names no fact is told of one like it or where all are found, and never of a thousand."""
    [problem] = unknown_ids(BOOK, uses_in(f"{{{{ {call} }}}}", "x.md"))
    assert str(problem).startswith(f"x.md:{expected}")
    assert len(str(problem)) < 150


@pytest.mark.parametrize("text", ["{{", "{{ ", "{{ fact("])
def test_braces_without_end_take_no_time(tmp_path: Path, text: str) -> None:
    """A page of nothing but open braces, as large as one may be, calls no macro, and is told of once."""
    (tmp_path / "x.md").write_text(text * (250_000 // len(text)), encoding="utf-8")
    assert uses(tmp_path)[0] == []
    assert told(tmp_path) == ["x.md:1:1: page: a macro is never closed. Close it with }}."]


@pytest.mark.parametrize(
    ("page", "place", "message"),
    [
        ('A\n\nB {{ fact("voi-2024-10.killed") ', "3:3", "a macro is never closed. Close it with }}."),
        ("{{ fact(voi-2024-10.killed) }}", "1:9", 'an id stands without quotes. Write "voi-2024-10.killed".'),
        (
            "A {{ fact(\u201ca.b\u201d) }}",
            "1:11",
            'a macro takes straight quotation marks. Type " in place of this one.',
        ),
        ('A {{ fact("a.b", "c.d") }}', "1:6", "fact() takes one name in quotes, and is given 2. Give it one alone."),
        ("A {{ series() }}", "1:6", "series() takes one name in quotes, and is given none. Give it one alone."),
        ('{{ edition("x") }}', "1:4", "edition() takes nothing. Take out what stands between its parentheses."),
        ('{{ fact("a.b", cit=False) }}', "1:4", "fact() takes no option 'cit' here. Did you mean 'cite'?"),
        ('{{ source("a", cite=False) }}', "1:4", "source() takes no option 'cite' here. Take it out."),
        (
            '{{ fact("a.b", cite=True, cite=False) }}',
            "1:4",
            "fact() takes no option 'cite' here. Take it out.",
        ),
        ('A {{ fcat("a.b") }}', "1:6", "'fcat' is no macro. Did you mean 'fact'?"),
        ("{{ fact(the-example.mines) }}", "1:9", 'an id stands without quotes. Write "the-example.mines".'),
        ('A {{ fact("a.b") | upper }}', "1:18", FILTER),
        ('A {{ fact("a|b"|safe) }}', "1:16", FILTER),
        ("A {{ fact('a.b\") }}", "1:11", UNCLOSED),
        ('A {{ fact("a.b) }}', "1:11", UNCLOSED),
        ('A {{ fact("a", \'b) }}', "1:16", UNCLOSED),
        ("A {{ fact }}", "1:6", "fact stands without parentheses. Write fact() with what it is given between them."),
        ("A {{ fcat }}", "1:6", "'fcat' is no macro. Did you mean 'fact'?"),
        ("A {{ fcat(1) }}", "1:6", "'fcat' is no macro. Did you mean 'fact'?"),
        *(("A {{" + call + "}}", "1:3", UNREADABLE) for call in (' fact("a.b" ', ' fact("a.b"', "", " 7 * 7 ")),
        *(
            ("A {{ fact(" + given + ") }}", "1:6", MISGIVEN)
            for given in ('"a" "b"', "1", "None", 'id="voi-2024-10.killed"', '"a.b", cite="no"', '"a.b", False')
        ),
    ],
)
def test_a_macro_that_cannot_be_read_is_placed(tmp_path: Path, page: str, place: str, message: str) -> None:
    """What stands between braces is a name and what it is given, in quotes; the first that is not is named."""
    (tmp_path / "x.md").write_text(page, encoding="utf-8")
    ours = (" macro", " id ", "() takes ", " id.", "without parentheses")
    assert [one for one in told(tmp_path) if any(words in one for words in ours)] == [f"x.md:{place}: page: {message}"]


@pytest.mark.parametrize(
    "call", [' fact("a.b") ', "fact('a.b',cite=False)", "- checks_of('a', \"b\" ) -", " read_on() "]
)
def test_a_macro_that_can_be_read_is_not_named(tmp_path: Path, call: str) -> None:
    """Ids stand in either kind of quotes, spaces and minus signs anywhere, and options have names."""
    (tmp_path / "x.md").write_text(f"# A\n\n{{{{{call}}}}}\n\nB", encoding="utf-8")
    assert told(tmp_path) == []


@pytest.mark.parametrize("beside", ["A {}", "{} a", "A\n{}", "{}\nA", "| {} |", "A\n\n{}\nB", "- {}"])
def test_a_macro_that_writes_a_part_stands_by_itself(tmp_path: Path, beside: str) -> None:
    """What is no piece of a sentence would tear the paragraph, list or table that it stands in."""
    call = '{{ chart("area") }}'
    (tmp_path / "x.md").write_text(f"# X\n\n{beside.format(call)}\n", encoding="utf-8")
    (found,) = [one for one in told(tmp_path) if "headed" not in one]
    assert found.endswith("page: chart() writes a part of its own. Leave an empty line above and below it.")


@pytest.mark.parametrize("beside", ["{}", "A\n\n{}\n\nB", "A\n  \n    {}  \n  \nB", "{}\n\n{}"])
def test_a_part_may_stand_by_itself(tmp_path: Path, beside: str) -> None:
    """Empty lines, or the ends of the page, part it from what is beside it, set in or not."""
    (tmp_path / "x.md").write_text("# X\n\n" + beside.replace("{}", '{{ chart("area") }}'), encoding="utf-8")
    assert told(tmp_path) == []
