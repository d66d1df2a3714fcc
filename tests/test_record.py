"""The record itself: sound, and used on pages as it may be."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from inspect import signature
from itertools import product
from pathlib import Path
from textwrap import dedent

import pytest
import yaml
from the_record import BOOK, ROOT

from factbook.book import examine
from factbook.calls import CALLS, misgiven
from factbook.checking import check_all, misused, unknown_ids
from factbook.citations import uses, uses_in
from factbook.evidence import paragraphs, tokens
from factbook.kinds import nearest
from factbook.misnamed import doubled, misheard
from factbook.render import MACROS

FOUNDING = ("anadolu-2021-10-22", "voi-2024-10")
USED = {use.id for use in uses(ROOT / "docs")[0]}
NAMING = {"id", "ids", "measure", "measures", "place", "source"}  # what macros call ids that they are given
ARTICLES = ROOT.parent / "shared" / "sources" / "articles"
REGISTER = ARTICLES.with_name("register.yaml")
FIGURE = re.compile(r"\b(?!20[0-3]\d\b)\d[\d,]*\d{2}\b")  # of three digits and more, no year


def test_the_record_and_its_pages_hold() -> None:
    """No fact breaks a rule and no page names an unknown one."""
    _, problems = check_all(ROOT / "facts")

    assert list(map(str, problems)) == []


@pytest.mark.parametrize("id", [claim.id for source in FOUNDING for claim in BOOK.by_source[source]])
def test_every_claim_of_the_founding_articles_is_on_a_page(id: str) -> None:
    """A reader meets each of them in a sentence, not only in the list of its source."""
    assert id in USED


@pytest.mark.skipif(not ARTICLES.exists(), reason="the founding articles' texts are not at hand")
@pytest.mark.parametrize("source", FOUNDING)
def test_quotes_stand_in_the_founding_articles(source: str) -> None:
    """Each quote is found, word for word, in the paragraph that its fingerprint names."""
    text = paragraphs((ARTICLES / f"{source}.txt").read_text(encoding="utf-8"))
    for claim in BOOK.by_source[source]:
        found = BOOK.paragraphs(claim)
        assert found
        for number in found:
            assert " ".join(tokens(claim.quote)) in " ".join(tokens(text[number - 1]))


@pytest.mark.skipif(not ARTICLES.exists(), reason="the founding articles' texts are not at hand")
@pytest.mark.parametrize("source", FOUNDING)
def test_no_twelve_words_of_an_article_are_copied(source: str) -> None:
    """No file of the record or of its pages holds thirteen words of an article in a row."""
    words = tokens((ARTICLES / f"{source}.txt").read_text(encoding="utf-8"))
    copied = {tuple(words[i : i + 13]) for i in range(len(words) - 12)}
    for path in [*ROOT.glob("facts/**/*.yaml"), *ROOT.glob("docs/**/*.md"), ROOT / "README.md"]:
        ours = tokens(path.read_text(encoding="utf-8"))
        assert copied.isdisjoint(tuple(ours[i : i + 13]) for i in range(len(ours) - 12)), path


@pytest.mark.skipif(not REGISTER.exists(), reason="the register of sources is not here")
def test_figures_of_the_register_are_in_the_record() -> None:
    files = {path.stem: path.read_text(encoding="utf-8") for path in (ROOT / "facts" / "sources").glob("*.yaml")}
    missing = {
        figure
        for id, listed in yaml.safe_load(REGISTER.read_text(encoding="utf-8")).items()
        for figure in FIGURE.findall(listed.get("figures", ""))
        if figure.replace(",", "") not in re.sub(r"[,\s]", "", files[id.replace(".", "-")])
    }
    assert missing == {
        "59,163",  # worked out from others
        "314", "315",  # said by other sources
        "800,000",  # of what, is not in the words held
    }  # fmt: skip


def test_every_measure_is_used() -> None:
    used = {claim.measure for claim in BOOK.claims.values()}
    assert set(BOOK.vocabulary.measures) <= used


def test_the_readme_shows_a_real_message_and_a_real_fact(tmp_path: Path) -> None:
    """The error message in the README is what two digits that change places give today; its fact is in the record."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    facts = shutil.copytree(ROOT / "facts", tmp_path / "facts")
    path = facts / "sources" / f"{FOUNDING[0]}.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("17,426 mines", "17,246 mines"), encoding="utf-8")

    (problem,) = examine(facts)[1]

    assert str(problem).removeprefix(f"{facts.parent}/") in readme
    assert BOOK.claims["anadolu-2021-10-22.area-cleared"].quote in readme


def test_every_place_with_a_figure_is_told_by_itself() -> None:
    """Who asks for a district finds all that is reported of it; the region as a whole has pages of its own."""
    told = {use.id for use in uses(ROOT / "docs")[0] if use.macro == "place"}

    assert told == {figure.claim.place for figure in BOOK.figures()} - {None, "karabakh", "nagorno-karabakh"}


@pytest.mark.parametrize(
    ("call", "message"),
    [
        ('{{ fact("voi-2024-10.laid-by") }}', "voi-2024-10.laid-by is a statement, not a figure. Use claim()."),
        ('{{ claim("voi-2024-10.killed") }}', "voi-2024-10.killed is a figure, not a statement. Use fact()."),
        ('{{ reports("voi-2024-1") }}', "no source 'voi-2024-1' is in the record. Did you mean 'voi-2024-10'?"),
        ('{{ checks_of("voi-items", "voi-item") }}', "no check 'voi-item' is in the record. Did you mean 'voi-items'?"),
        ('{{ place("lachi") }}', "no place 'lachi' is in the record. Did you mean 'lachin'?"),
        ('{{ series("map-accurac") }}', "no measure 'map-accurac' is in the record. Did you mean 'map-accuracy'?"),
    ],
)
def test_an_id_of_nothing_or_of_something_else_is_named(call: str, message: str) -> None:
    """Whatever a macro is given by place, one id or several, is of the record and of its kind; options have names."""
    (problem,) = unknown_ids(BOOK, uses_in(call, "page.md"))

    assert message == problem.message


def test_check_knows_the_macros_there_are() -> None:
    """One that is misspelt is named before anything is built."""
    assert CALLS.keys() == MACROS.keys()


@pytest.mark.parametrize("macro", MACROS)
def test_check_knows_what_each_macro_takes(macro: str) -> None:
    """So are too many names, too few, and options that it does not have; each option that it has is known."""
    has = signature(MACROS[macro])
    for ids, options in product(range(4), [[], ["cite"], ["cites"], ["cite", "cites"]]):
        try:
            has.bind(None, *["x"] * ids, **dict.fromkeys(options, False))
        except TypeError:
            assert misgiven(macro, ids, options)
        else:
            assert not misgiven(macro, ids, options)
    assert {name for name, given in has.parameters.items() if given.default is not given.empty} <= {"cite"}


@pytest.mark.parametrize("macro", [name for name in MACROS if NAMING & signature(MACROS[name]).parameters.keys()])
def test_check_knows_every_macro_that_names_what_is_in_the_record(macro: str) -> None:
    """A slip is found before anything is built; charts and comparisons alone have ids of their own."""
    found = [problem.message for problem in unknown_ids(BOOK, uses_in(f'{{{{ {macro}("x-y") }}}}', "page.md"))]

    assert [" 'x-y' is in the record. " in message for message in found] == [True] * (macro not in ("chart", "bars"))


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("By then {} were killed.", ""),
        ("By then {} were injured.", "mine-injuries"),
        ('It killed {{{{ fact("voi-2024-10.x") }}}} and injured {}.', "mine-injuries"),
        ("{} were killed, and others injured.", ""),
        ("| soldiers | {} | injured |", ""),
    ],
)
def test_a_figure_stands_beside_words_for_its_measure(words: str, told: str) -> None:
    """A figure beside the words for another measure is a problem; words behind a comma or a macro are not beside it."""
    markdown = words.format('{{ fact("voi-2024-10.killed") }}')

    found = [problem.message for problem in misheard(BOOK, uses_in(markdown, "page.md"))]

    wrong = "voi-2024-10.killed is of mine-deaths, but the words beside it speak of {}."
    assert found == [f"{wrong.format(told)} Say what it counts, or correct the id."] * bool(told)


@pytest.mark.parametrize(
    ("words", "word"),
    [("{} people were killed.", "people"), ("{} *People* …", "People"), ("{} were.", ""), ("{}. People were.", "")],
)
def test_a_unit_is_not_typed_behind_its_figure(words: str, word: str) -> None:
    """Readers would see it twice."""
    found = doubled(BOOK, uses_in(words.format('{{ fact("voi-2024-10.killed", cite=False) }}'), "page.md"))

    told = f"'{word}' is typed behind voi-2024-10.killed, which says its unit by itself. Delete it."
    assert [problem.message for problem in found] == [told] * bool(word)


def test_a_part_may_be_named_beside_its_whole() -> None:
    """Mines found of one kind are mines found; without the kind, the figure is taken for all of them."""
    call = '{{ fact("anadolu-2021-10-22.anti-personnel-mines") }}'

    part, whole = (
        uses_in(f"It found {call} {words}", "page.md") for words in ("of the anti-personnel kind.", "there.")
    )

    assert [*misheard(BOOK, part)] == []
    assert [problem.rule for problem in misheard(BOOK, whole)] == ["measure-heard"]


def test_a_withdrawn_claim_is_named_where_a_page_cites_it() -> None:
    """What no longer stands may not go on standing in a sentence."""
    claim = replace(BOOK.claims["voi-2024-10.killed"], status="withdrawn")
    book = replace(BOOK, claims={**BOOK.claims, claim.id: claim})

    (problem,) = unknown_ids(book, uses_in('{{ fact("voi-2024-10.killed") }}', "page.md"))

    assert problem.message == (
        "voi-2024-10.killed is withdrawn. Take it out of the text; the page on corrections lists it."
    )


def test_the_name_of_another_source_is_no_likely_slip() -> None:
    """Who deletes a claim is not told to cite what another source says under the same name."""
    hint = nearest("voi-2024-10.killed", [id for id in BOOK.claims if id != "voi-2024-10.killed"])

    assert "anadolu-2021-10-22.killed" in BOOK.claims
    assert hint == "`python -m factbook list` prints every id."


@pytest.mark.parametrize("id", ["voi-2024-10.area-clear", "voi-2024-1.area-cleared"])
def test_words_for_an_unknown_claim_are_no_slip_of_those_beside_it(id: str) -> None:
    """An id that the record does not hold is told of alone, not each name and date that stands there for it."""
    area = "anadolu-2021-10-22.area-cleared"
    page = (
        f'ANAMA gave {{{{ fact("{area}") }}}}, Daily Sabah, quoted by VOI, {{{{ fact("{id}") }}}}.\n\n'
        f'Those killed were {{{{ fact("{area}") }}}}.'
    )

    found = [f"{problem.mark.line}: {problem.message}" for problem in misused(BOOK, [*uses_in(page, "page.md")])]

    assert found == [
        f"1: no fact '{id}' is in the record. Did you mean 'voi-2024-10.area-cleared'?",
        f"3: 'killed' beside {area} speaks of anadolu-2021-10-22.killed. Cite that one, or say what this one counts.",
    ]


def test_a_page_that_is_no_text_is_named(tmp_path: Path) -> None:
    """Bytes that are not UTF-8 are a problem at their place, and so is a typed hedge; a folder is passed over."""
    (tmp_path / "dir.md").mkdir()
    (tmp_path / "bad.md").write_bytes(b'# Bad\n\n\xff {{ fact("a.b") }}\n')
    (tmp_path / "good.md").write_text('# Good\n\nOnly {{ fact("c.d") }}')

    used, problems = uses(tmp_path)

    assert [use.id for use in used] == ["c.d"]
    assert [str(problem).removeprefix(f"{tmp_path}/").partition(". ")[0] for problem in problems] == [
        "bad.md:3:1: bad: the byte 0xff is not UTF-8",
        "good.md:3:1: page: 'Only' is typed beside a figure, which says the hedge of its source by itself",
    ]


def test_a_page_is_not_blamed_for_what_is_written_unsoundly() -> None:
    """What a file declares is held as far as pages go, whatever is wrong with it; that is told where it stands."""
    assert list(unknown_ids(BOOK, uses_in('{{ check("mistaken") }}', "page.md"), {"mistaken"})) == []


def test_every_declared_contradiction_is_shown() -> None:
    """A check that expects a verdict other than agreement stands on a page, with its reason."""
    shown = {use.id for use in uses(ROOT / "docs")[0] if use.macro in ("check", "checks_of")}

    assert {check.id for check in BOOK.checks.values() if check.expect} <= shown


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("cost", "Did you mean 'clearance-cost'?"),
        ("area", ""),
        ("prosecutor-general", "Did you mean 'the-prosecutor'?"),
    ],
)
def test_a_word_that_is_part_of_one_name_means_that_name(word: str, hint: str) -> None:
    """Of several names that hold it, none is more likely."""
    known = ["area-cleared", "area-contaminated", "clearance-cost", "the-prosecutor"]

    assert nearest(word, known) == (hint or f"Known are: {', '.join(known)}.")


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("anti-tank-mines", "Did you mean 'anti-personnel-mines' or 'anti-vehicle-mines'?"),
        ("anti-vehicle-mine", "Did you mean 'anti-vehicle-mines'?"),
        ("mines-destroyed", "Did you mean 'items-destroyed'?"),
    ],
)
def test_of_two_names_that_are_as_close_both_are_named(word: str, hint: str) -> None:
    """To name the first alone would have an editor file a figure under what its source does not count."""
    assert nearest(word, BOOK.vocabulary.measures) == hint


@pytest.mark.parametrize(
    ("file", "id"), [("checks", "anadolu-killed"), ("derived", "mines-2021"), ("questions", "constitution")]
)
def test_contributing_shows_an_entry_as_it_stands(file: str, id: str) -> None:
    """Who copies an example copies what holds; of a question, with fewer positions and words."""
    page = (ROOT / "docs" / "contributing.md").read_text(encoding="utf-8")
    example = re.search(rf"^ {{8}}{id}:\n(?: {{9,}}.*\n)+", page, re.MULTILINE)
    assert example
    shown = yaml.safe_load(dedent(example[0]))[id]
    held = yaml.safe_load((ROOT / "facts" / f"{file}.yaml").read_text(encoding="utf-8"))[id]

    assert set(shown.pop("positions", ())) <= set(held.get("positions", ()))
    words = {"disputed"} if file == "questions" else set()
    assert {key: shown[key] for key in shown.keys() - words} == {key: held[key] for key in shown.keys() - words}
