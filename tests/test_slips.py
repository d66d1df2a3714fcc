"""One slip of an editor gives one problem, where it was made or where it is first felt, whatever hangs on it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from factbook.checking import check_all
from factbook.errors import Mark, Problem
from factbook.lacking import told_once
from factbook.written import Written

ROOT = Path(__file__).parents[1]
AA, VOI = "facts/sources/anadolu-2021-10-22.yaml", "facts/sources/voi-2024-10.yaml"
REPORT = "facts/sources/reportaz-2026-03-13-mfa-419-victims.yaml"
WEEK = "facts/sources/azernews-2021-07-13-weekly-and-maps.yaml"
SPUTNIK = "facts/sources/sputnik-2020-11-29-15-years.yaml"
CHECKS, DERIVED, PLACES, VOCABULARY = (f"facts/{name}.yaml" for name in ("checks", "derived", "places", "vocabulary"))

Checked = Callable[[dict[str, str]], list[Problem]]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the facts with the pages beside them."""
    root = tmp_path_factory.mktemp("project")
    for folder in ("facts", "docs"):
        shutil.copytree(ROOT / folder, root / folder)
    return root


@pytest.fixture
def checked(project: Path, monkeypatch: pytest.MonkeyPatch) -> Checked:
    """The problems of the copy with some of its files written anew, or gone if there is nothing to write."""
    monkeypatch.chdir(project)

    def problems(texts: dict[str, str]) -> list[Problem]:
        for name, text in texts.items():
            Path(name).write_text(text, encoding="utf-8") if text else Path(name).unlink()
        found = check_all(Path("facts"))[1]
        for name in texts:
            shutil.copy(ROOT / name, name)
        return found

    return problems


SLIPS: dict[str, tuple[str, str, str, str, str]] = {  # file, words, what is typed instead; line of the problem, told
    "digits swapped": (AA, "value: 17,426", "value: 17,246", "17,246", "the quote reads 17,426 anti-personnel mines."),
    "hedge dropped": (AA, "value: more than 18", "value: 18", "18,000", "Write: more than 18,000 hectares."),
    "quote with other words": (AA, "hectares of land", "hectares were clear", "quote", "not in the article's fingerp"),
    "paragraph unaccounted for": (AA, "    12: heading of a section\n", "", "source:", "paragraph 12 holds no claim."),
    "key doubled": (AA, "  language: en\n", "  language: en\n" * 2, "language", "'language' repeats 'language' in"),
    "unit misspelt": (AA, "18,302 hectares\n", "18,302 hectare s\n", "hectare s", "Did you mean 'hectares'?"),
    "measure misspelt": (AA, "measure: mine-inj", "measure: mine-enj", "-enj", "Did you mean 'mine-injuries'?"),
    "party misspelt": (AA, "to: anama", "to: anamma", "anamma", "in the record's parties. Did you mean 'anama'?"),
    "party by its initials": (AA, "to: anama", "to: EU", "to: EU", "Did you mean 'european-union'?"),
    "key misspelt": (AA, "  scope: all-op", "  scoep: all-op", "scoep", "'scoep' is no key of this kind of entry."),
    "needed key misspelt": (AA, "  quote: ", "  quoet: ", "quoet", "Did you mean 'quote'?"),
    "kind of a check misspelt": (CHECKS, "kind: same", "kind: smae", "smae", "kind: 'smae' is not one of"),
    "party of another source": (SPUTNIK, "to: karabakh-demining-centre", "to: voi", "to: voi", "not among the source"),
    "figure without its measure": (REPORT, "  measure: mine-victims\n", "", "victims:", "here stands value."),
    "figure without its value": (REPORT, "  value: 419 people\n", "", "victims:", "here stands measure."),
    "one of two speakers left out": (WEEK, "speakers: [anama, ", "speakers: [", "to: anama", "source's speakers."),
    "one of two witnesses unreadable": (VOI, "  claim: ", "  claim:\n    - ", "- ", "claim must be one text"),
    "claim renamed": (AA, "\nheld-years:", "\nyears-held:", "", "no fact 'anadolu-2021-10-22.held-years' is in"),
    "derived figure renamed": (DERIVED, "\nitems-2021:", "\nitems-of-21:", "", "no fact 'derived.items-2021' is in"),
    "check renamed": (CHECKS, "\nanadolu-killed:", "\nanadolu-kiled:", "", "no check 'anadolu-killed' is in"),
    "measure renamed": (VOCABULARY, "\n  area-cleared:", "\n  area-claered:", "", "'area-claered'? So too at facts"),
    "party renamed": (VOCABULARY, "\n  anama:", "\n  anma:", "", "'anama' is not in the record's"),
    "unit renamed": (VOCABULARY, "\n  mines:\n    label", "\n  mins:\n    label", "[mines]", "'mines' is not in the"),
    "topic renamed": (VOCABULARY, "\n  clearance:", "\n  claerance:", "topic", "'clearance' is not in the record's"),
    "unit with a key misspelt": (VOCABULARY, "    singular: mine\n", "    singlar: mine\n", "singlar", "is no key of"),
    "place with a key misspelt": (PLACES, "  label: Aghdam\n", "  lable: Aghdam\n", "lable", "Did you mean 'label'?"),
    "places that are no YAML": (PLACES, "  label: Aghdam\n", "  label Aghdam\n", "", "not readable as YAML"),
    "claim without its colon": (AA, "\nheld-years:\n", "\nheld-years\n", "held-years", "Put a colon and a space"),
    "key without its colon": (AA, "  scope: all-op", "  scope all-op", "scope", "Put a colon and a space after a key"),
    "quotation mark left open": (AA, "  quote: ", '  quote: "', "quote", "Close the quotation mark"),
    "vocabulary that is no YAML": (VOCABULARY, "\n  mine-injuries:\n", "\n  mine-injuries:\n\t", "\t", "It is a tab"),
}  # fmt: skip


@pytest.mark.parametrize(("file", "words", "typed", "line", "told"), SLIPS.values(), ids=SLIPS)
def test_one_slip_is_one_problem(file: str, words: str, typed: str, line: str, told: str, checked: Checked) -> None:
    """All that hangs on it is named in the one problem or needs no word."""
    text = (ROOT / file).read_text(encoding="utf-8")
    assert words in text
    text = text.replace(words, typed, 1)

    (problem,) = checked({file: text})

    assert told in problem.message
    if line:
        assert problem.mark.path == file
        assert line in text.split("\n")[problem.mark.line - 1]


CALL = '{{ fact("anadolu-2021-10-22.killed", cite=False) }}'
ON_PAGES: dict[str, tuple[str, str]] = {  # how the macro is typed, and what is told
    "never closed": (CALL[:-3], "a macro is never closed. Close it with }}."),
    "closed by one brace": (CALL[:-1], "a macro is never closed. Close it with }}."),
    "without braces": (CALL[3:-3], "a macro stands outside of double braces. Write it between {{ and }}."),
    "within single braces": (CALL[1:-1], "a macro stands outside of double braces. Write it between {{ and }}."),
    "in code": (f"`{CALL}`", "a macro stands in code, where readers would see its HTML. Take the backticks away."),
    "without parenthesis": (CALL.replace(")", ""), "a macro cannot be read."),
    "without quotes": (CALL.replace('"', ""), 'an id stands without quotes. Write "anadolu-2021-10-22.killed".'),
    "unit typed again": (f"{CALL} people", "'people' is typed behind anadolu-2021-10-22.killed, which says its unit"),
    "id misspelt": (CALL.replace("killed", "kiled"), "no fact 'anadolu-2021-10-22.kiled' is in the record."),
    "id with a space": (CALL.replace('killed"', 'killed "'), "no fact 'anadolu-2021-10-22.killed ' is in the record."),
}


@pytest.mark.parametrize(("typed", "told"), ON_PAGES.values(), ids=ON_PAGES)
def test_one_slip_in_a_macro_is_one_problem(typed: str, told: str, checked: Checked) -> None:
    """What stands beside it is not judged, and its id is no figure typed by hand."""
    page = "# Killed\n\nThe day is {{ when(%s) }}, says {{ source(%s) }}; %s were killed.\n"
    page %= '"anadolu-2021-10-22.killed"', '"anadolu-2021-10-22"', "%s"

    assert checked({"docs/casualties.md": page % CALL}) == []
    (problem,) = checked({"docs/casualties.md": page % typed})

    assert problem.mark[:2] == ("docs/casualties.md", 3)
    assert problem.message.startswith(told)


def test_every_slip_in_the_macros_of_a_page_is_told(checked: Checked) -> None:
    """The first hides none of those behind it."""
    typed = "# A\n{{ fact(killed }}\n\n{{ fact() and }}\n\nfact()\n"

    problems = checked({"docs/peace.md": typed})

    assert [problem.mark.line for problem in problems] == [2, 4, 6]


@pytest.mark.parametrize("name", [CHECKS, DERIVED, PLACES, "facts/questions.yaml"])
def test_a_list_that_is_gone_or_emptied_is_one_problem(name: str, checked: Checked) -> None:
    """Whatever names what it held, and even under another name, what is told first is the list."""
    (gone,) = checked({name: ""})
    assert (gone.mark.path, gone.message.partition(",")[0]) == (name, "is missing")
    assert gone.message.endswith("what it held. Restore or write it.")

    (emptied,) = checked({name: "\n"})
    assert (emptied.mark.path, emptied.message.partition(".")[0]) == (name, "the file is empty")


@pytest.mark.parametrize(
    ("others", "gone", "unknown"),
    [
        (0, "x:1:1 names what it held", ""),
        (1, "x:1:1 and 1 more place name what it held", " So too at x:2:1."),
        (3, "x:1:1 and 3 more places name what it held", " So too at x:2:1, x:3:1, x:4:1."),
        (5, "x:1:1 and 5 more places name what it held", " So too at x:2:1, x:3:1, x:4:1 and 2 more places."),
    ],
)
def test_other_places_that_name_what_is_lacking_are_told_or_counted(others: int, gone: str, unknown: str) -> None:
    """They stand in the problem of the file that is gone, and in that of the first place."""
    places = [Problem(Mark("x", line), "x", "Unknown.", "file", "places.y") for line in range(1, 2 + others)]
    sources = [replace(place, lacks="z.y") for place in places]
    nothing = Written({}, {}, {}, [], {})

    assert [problem.message for problem in told_once(Path(), nothing, places)] == [
        f"is missing, and {gone}. Restore or write it."
    ]
    assert [problem.message for problem in told_once(Path(), nothing, sources)] == [f"Unknown.{unknown}"]


def test_a_source_that_is_gone_or_emptied_is_one_problem(checked: Checked) -> None:
    """It is missed as long as its fingerprint is there, and not by each of the places that name a claim of it."""
    (gone,) = checked({VOI: ""})
    assert gone.mark.path == VOI
    assert gone.message == (
        "is missing, but fingerprints/voi-2024-10.txt is there. Write or restore it, or delete that too."
    )

    (emptied,) = checked({VOI: "\n"})
    assert (emptied.mark.path, emptied.message.partition(".")[0]) == (VOI, "the file is empty")


@pytest.mark.parametrize("elsewhere", ["facts/voi-2024-10.yaml", "facts/fingerprints/voi-2024-10.yaml"])
def test_a_source_in_another_folder_is_one_problem(elsewhere: str, checked: Checked, project: Path) -> None:
    """It is to be moved, and nothing else is to be written or deleted because of it."""
    (project / elsewhere).write_bytes((ROOT / VOI).read_bytes())
    try:
        (misplaced,) = checked({VOI: ""})
    finally:
        (project / elsewhere).unlink()

    assert misplaced.mark.path == elsewhere
    assert "move it into sources/" in misplaced.message


@pytest.mark.parametrize("source", ["voi-2024-10", "trend-2021-10-04-anama-5537-ha"])
def test_a_fingerprint_of_another_article_is_one_problem(source: str, checked: Checked) -> None:
    """It is the file that is wrong, not every phrase quoted of the article and every paragraph."""
    of_another = (ROOT / "facts" / "fingerprints" / f"{source}.txt").read_text(encoding="utf-8")
    name = "facts/fingerprints/anadolu-2021-10-22.txt"

    (problem,) = checked({name: of_another})
    assert (problem.mark.path, problem.message.partition(".")[0]) == (
        name,
        "holds none of the phrases quoted of the article",
    )


def test_another_slip_is_told_all_the_same(checked: Checked) -> None:
    """What is named once however often it is felt hides nothing else."""
    vocabulary, source = ((ROOT / name).read_text(encoding="utf-8") for name in (VOCABULARY, AA))
    slips = {
        VOCABULARY: vocabulary.replace("\n  anama:", "\n  anma:"),  # a scope, and a party
        AA: source.replace("measure: mine-injuries", "measure: mine-injurys"),
        PLACES: "",
    }

    problems = checked(slips)

    assert sorted(problem.lacks or problem.id for problem in problems) == [
        "measures.mine-injurys",
        "parties.anama",
        "places",
        "scopes.anama",
    ]
