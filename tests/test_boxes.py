"""Checks, questions and computed figures as readers meet them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html
from records import directive, loaded
from the_record import BOOK

from factbook.checks.judging import judge
from factbook.checks.remarks import ONE_NAMED, ONE_PARTY, ONE_REPORT
from factbook.checks.verdicts import LITTLE, VERDICTS
from factbook.model import Book
from factbook.quantities import HEDGES
from factbook.render import MACROS, Writer
from factbook.render.writer import UnknownName

HERE = Path(__file__).parent
CASES = sorted((HERE / "verdicts").glob("*.yaml"))
WORST_FIRST = ("contradicts", "strained", "not-comparable", "consistent", "adds-up")


def _shown(book: Book, macro: str, *ids: str, page: str = "page.md") -> html.HtmlElement:
    markup = MACROS[macro](Writer(book, page), *ids)
    return html.fragment_fromstring(re.sub(r"(?m)^## (.*) \{ #(.*) \}$", r'<h2 id="\2">\1</h2>', markup), "main")


def _words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_box_says_its_verdict_in_words(case: Path, tmp_path: Path) -> None:
    """The word of the verdict is text and the name of the box; its icon says nothing."""
    book = loaded(case, tmp_path / "facts")
    verdict = judge(book, book.checks["parts"]).verdict

    (box,) = _shown(book, "check", "parts")

    assert box.get("aria-label") == f"Check: {verdict.label}"
    assert _words(box.find_class("check-mark")[0]) == verdict.label
    assert [icon.get("aria-hidden") for icon in box.find_class("check-icon")] == ["true"]
    assert (LITTLE in _words(box)) == ("shows little" in directive(case.read_text(encoding="utf-8"), "verdict")[0])
    assert ("known discrepancy" in _words(box)) == (verdict.key == "contradicts")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_every_number_in_a_box_is_of_the_record(case: Path, tmp_path: Path) -> None:
    """Outside what is marked as the record's own, a box holds no digit; each figure leads to its entry."""
    (box,) = _shown(loaded(case, tmp_path / "facts"), "check", "parts", page="topic/page.md")

    for figure in box.xpath(".//data"):
        source, _, claim = figure.get("data-id").partition(".")
        assert figure.getparent().get("href") == f"../../sources/{source}/#{claim}"
        assert figure.get("class") == "fact"
    for ours in box.xpath(".//*[@data-record]"):
        ours.drop_tree()
    assert not re.search("[0-9]", _words(box))


def test_one_reports_own_sum_confirms_nothing(tmp_path: Path) -> None:
    """A box over figures of one report, or of one party, says that agreement is no confirmation."""
    one, several = (
        loaded(HERE / "verdicts" / f"{name}.yaml", tmp_path / name) for name in ("sum-adds-up", "growth-consistent")
    )

    assert ONE_REPORT in _words(_shown(one, "check", "parts"))
    assert ONE_PARTY.format("the agency") in _words(_shown(several, "check", "parts"))


def test_who_is_not_named_is_no_other_party(tmp_path: Path) -> None:
    """A box over figures of one party, and of reports that name nobody, says that agreement is no confirmation."""
    book = loaded(HERE / "verdicts" / "growth-consistent.yaml", tmp_path)
    first = next(iter(book.claims.values()))
    unnamed = replace(book, claims={**book.claims, first.id: replace(first, according_to="not-stated")})

    assert ONE_NAMED.format("the agency") in _words(_shown(unnamed, "check", "parts"))


def test_a_date_of_another_party_counts_as_its_word() -> None:
    """Where one party's figure is held against another's date, the box does not say that all are of one party."""
    (box,) = _shown(BOOK, "check", "voi-captured")

    assert ONE_PARTY.format("VOI") not in _words(box)


def test_a_contradiction_shows_its_reason_and_claims_no_agreement(tmp_path: Path) -> None:
    """A declared discrepancy is explained, and nothing is said of figures that agree."""
    (box,) = _shown(loaded(HERE / "verdicts" / "sum-contradicts.yaml", tmp_path / "facts"), "check", "parts")

    assert _words(box.find_class("check-reason")[0]) == "One of them was miscounted."
    assert box.find_class("check-remark") == []


def test_the_list_counts_first_and_puts_discrepancies_on_top(tmp_path: Path) -> None:
    """Counts by verdict, then a row for each check, the worst verdict first."""
    checks = tmp_path / "checks.yaml"
    checks.write_text("# base: two-reports\n# file: checks\n" + "".join(_renamed()), encoding="utf-8")

    shown = _shown(loaded(checks, tmp_path / "facts"), "checks_table")

    keys = [directive(case.read_text(encoding="utf-8"), "verdict")[0].partition(",")[0] for case in CASES]
    labels = {VERDICTS[key].label: keys.count(key) for key in WORST_FIRST}
    assert [_words(item) for item in shown.xpath(".//li")] == [f"{label} {count}" for label, count in labels.items()]
    verdicts = [_words(cell) for cell in shown.xpath(".//td[@data-label='Verdict']")]
    assert verdicts == [label for label, count in labels.items() for _ in range(count)]


def _renamed() -> Iterator[str]:
    for case in CASES:
        lines = case.read_text(encoding="utf-8").splitlines()
        yield "".join(f"{line}\n" for line in lines if not line.startswith("#")).replace("parts:", f"{case.stem}:", 1)


def test_each_check_of_the_list_has_an_address(tmp_path: Path) -> None:
    """What the table links to stands below it under that id."""
    checks = tmp_path / "checks.yaml"
    checks.write_text("# base: two-reports\n# file: checks\n" + "".join(_renamed()), encoding="utf-8")
    book = loaded(checks, tmp_path / "facts")

    linked = {link.removeprefix("#") for link in _shown(book, "checks_table", page="checks.md").xpath(".//a/@href")}

    assert {*book.checks, *VERDICTS} <= linked
    assert {*book.checks, *VERDICTS} <= set(_shown(book, "checks_list", page="checks.md").xpath(".//@id"))


def test_every_hedge_and_every_verdict_is_explained(tmp_path: Path) -> None:
    """The tables of the method page are those the code reads by."""
    book = loaded(CASES[0], tmp_path / "facts")

    hedges, verdicts = _shown(book, "hedge_table"), _shown(book, "verdicts_table")

    assert [_words(cell) for cell in hedges.xpath(".//td[@data-label='Why']")] == [hedge.reason for hedge in HEDGES]
    assert [_words(cell) for cell in verdicts.xpath(".//td")] == [verdict.meaning for verdict in VERDICTS.values()]


def test_positions_stand_side_by_side(tmp_path: Path) -> None:
    """Each position says who holds it, what, of when, where, and the source's standing."""
    book = loaded(HERE / "rules" / "question-of-several" / "good-two-sources.yaml", tmp_path / "facts")

    shown = _shown(book, "question", "who")

    assert [_words(item) for item in shown.xpath(".//ul[@class='positions']/li")] == [
        "The agency The war began. 27 September 2020 The First, 22 October 2021: invented",
        "The ministry The war began. 28 September 2020 The Second, 5 October 2024: invented",
    ]
    assert _words(shown).startswith(
        "When the war began Open Differently placed sources still disagree. "
        "Agreed: It began in autumn. Not agreed: The day."
    )


def test_a_position_says_where_and_what_a_reader_must_know() -> None:
    """A figure of one place names it, and its note stands on the card."""
    claim = BOOK.claims["aravot-2023-04-05-beglaryan.victims-civilian"]
    (card,) = _shown(BOOK, "question", "casualties").xpath(f".//li[.//@data-id='{claim.id}']")

    assert "civilians killed or injured (Nagorno-Karabakh)" in _words(card)
    assert f" {claim.note} " in _words(card)


def test_a_computed_figure_is_marked_and_cites_what_it_rests_on(tmp_path: Path) -> None:
    """In a sentence it is linked to its formula, marked as ours, and followed by the sources of its claims."""
    book = loaded(HERE / "rules" / "derived" / "good-every-kind.yaml", tmp_path / "facts")

    written = MACROS["fact"](Writer(book, "page.md"), "derived.growth")

    assert written.startswith(
        '[<data class="fact" value="1.2" data-id="derived.growth" data-computed>1&#46;2 to 1&#46;3 times</data>]'
    )
    assert "](calculations.md#growth){ .fact-link } " in written
    assert '<span class="computed-mark">calculated here</span>' in written
    assert re.findall(r'href="#([^"]*)"', written) == ["note-second-2024-10-05", "note-first-2021-10-22"]


@pytest.mark.parametrize(
    ("macro", "id", "message"),
    [
        ("check", "part", "no check 'part'. Did you mean 'parts'?"),
        ("question", "who", "no question 'who'. None is known yet."),
        ("fact", "derived.area", "no fact 'derived.area'. None is known yet."),
    ],
)
def test_an_unknown_id_is_refused(macro: str, id: str, message: str, tmp_path: Path) -> None:
    """A page that names what is not there learns what is nearest."""
    book = loaded(CASES[0], tmp_path / "facts")

    with pytest.raises(UnknownName) as refused:
        MACROS[macro](Writer(book, "page.md"), id)

    assert str(refused.value) == message
