"""Starting a fact file: what is asked, what is written, and what is refused."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import IO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from records import ARTICLE, GOOD, laid_out

from factbook.book import load
from factbook.cli import main
from factbook.drafting.answers import wrong
from factbook.drafting.draft import fact_file
from factbook.drafting.proposals import Proposal
from factbook.drafting.record import ASKED, NotTaken, source_id, taken
from factbook.evidence import fingerprint
from factbook.fields import SOURCE, by_name
from factbook.kinds import Known
from factbook.nodes import Mapping, Scalar
from factbook.reader import read
from factbook.shape import fill
from factbook.writing import written_whole

ANSWERS = {
    "publisher": "The Valley Times",
    "title": "Mines: 340 found",
    "published": "2021-05-03",
    "accessed": "2021-06-01",
    "url": "https://example.org/valley",
    "language": "en",
    "standing": "invented",
    "held": "whole",
}
ID = "the-valley-times-2021-05-03"
REFUSED = {
    "publisher": ("", "is needed. Write a value."),
    "title": (
        "a\u202eb",
        "holds the character U+202E (RIGHT-TO-LEFT OVERRIDE), which is not allowed. Type it without.",
    ),
    "published": ("3.5.2021", "'3.5.2021' is no date."),
    "accessed": ("2021-06", "'2021-06' is not one day. Write it as YYYY-MM-DD."),
    "url": ("example.org", "'example.org' is no web address. Write https:// and the address, or not-found."),
    "language": ("English", "'English' is no language code. Write two letters, such as en or az."),
    "standing": ("a\udcff", "holds the character U+DCFF, which is not allowed. Type it without."),
    "held": ("yes", "'yes' is not one of whole, opening, phrases. Choose one of them."),
    "notice": ("null", "is empty. Write a value or delete the key."),
    "speakers": ("agency, editor", "'editor' is not in the record's parties. Known are: agency."),
    "period": ("last year", "'last year' is no date."),
    "scope": ("nonsense", "'nonsense' is not in the record's scopes. Known are: everyone."),
    "according_to": ("Who", "'Who' is not in the record's parties. Known are: agency."),
}


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    """A small record."""
    laid_out(GOOD, tmp_path / "project" / "facts")
    return tmp_path / "project" / "facts"


@pytest.fixture
def text(tmp_path: Path) -> Path:
    """The text of an article, outside the project."""
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def new(facts: Path, *arguments: str, **answers: str) -> int:
    """Run the command with a whole record, some of it replaced."""
    options = [word for name, value in {**ANSWERS, **answers}.items() for word in (f"--{name}", value)]
    return main(["new", *arguments, "--authors", "A. Writer; B, Other", "--facts", str(facts), *options])


def files(facts: Path) -> dict[Path, bytes]:
    """Everything in the record."""
    return {path: path.read_bytes() for path in facts.rglob("*") if path.is_file()}


def test_a_file_and_a_fingerprint_are_written(facts: Path, text: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The record, a claim for each figure and a line for each other paragraph stand in the file, the text does not."""
    assert new(facts, str(text)) == 0
    assert capsys.readouterr().out == (
        f"{facts}/sources/{ID}.yaml: written.\n{facts}/fingerprints/{ID}.txt: written.\n"
        "Figures found: 3. Name each by what it says and complete its keys, or delete it.\n"
        "Paragraphs without a figure: no. 1, no. 4. Claim what each says, or pass it over with a reason.\n"
        "100 percent of its words stand in example-2021-04-02 too. "
        "If both carry one release, give both its name as origin; they are one witness.\n"
        "Then run make check.\n"
    )
    assert (facts / "fingerprints" / f"{ID}.txt").read_text() == str(fingerprint(ARTICLE))
    written = (facts / "sources" / f"{ID}.yaml").read_text()
    assert written.startswith(
        "# yaml-language-server: $schema=../../schema/sources.json\n"
        "source:\n"
        "  publisher: The Valley Times\n"
        "  title: 'Mines: 340 found'\n"
        "  authors: [A. Writer, 'B, Other']\n"
        "  published: 2021-05-03\n"
        "  accessed: 2021-06-01\n"
        "  url: https://example.org/valley\n"
        "  language: en\n"
        "  standing: invented\n"
        "  held: whole\n"
        "\n"
        "# Paragraph 1 holds no figure: claim what is said in words of your own, or pass it over above.\n"
        "\n"
        "# Paragraph 2.\n"
        "name-me-area-cleared:\n"
        "  measure: area-cleared\n"
        "  value: more than 1,200 hectares\n"
        "  period:\n"
        "  scope:\n"
        "  according_to:\n"
        "  quote: more than 1,200 hectares of land had been cleared\n"
        "\n"
        "# Paragraph 3.\n"
        "name-me-anti-personnel-mines:\n"
        "  measure: anti-personnel-mines\n"
        "  value: 340 mines\n"
        "  period:\n"
        "  according_to:\n"
        "  quote: found 340 anti-personnel mines and 56 anti-tank\n"
    )
    assert not [line for line in ARTICLE.splitlines() if len(line.split()) > 12 and line in written]


def test_a_figure_that_is_no_running_total_is_of_a_day(facts: Path, text: Path) -> None:
    """Where the measure does not accumulate, the day is asked for and no period."""
    vocabulary = facts / "vocabulary.yaml"
    vocabulary.write_text(vocabulary.read_text().replace("accumulates: yes", "accumulates: no"))

    assert new(facts, str(text)) == 0
    written = (facts / "sources" / f"{ID}.yaml").read_text()
    assert (written.count("  date:\n"), written.count("  period:")) == (3, 0)


def test_check_refuses_the_file_until_each_figure_is_named_or_struck(
    facts: Path, text: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each proposal is a problem; named, completed or struck, the file holds."""
    new(facts, str(text))
    path = facts / "sources" / f"{ID}.yaml"
    capsys.readouterr()

    assert main(["check", "--facts", str(facts)]) == 1
    told = capsys.readouterr().out.splitlines()
    assert [line.partition(": ")[2] for line in told] == [
        f"{ID}.name-me-{measure}: was found by a program. Name it by what it says and complete its keys, or delete it."
        for measure in ("area-cleared", "anti-personnel-mines", "anti-vehicle-mines")
    ]

    kept = path.read_text().split("\n# Paragraph 3.\nname-me-anti-vehicle")[0]
    named = kept.replace("name-me-", "")
    named = named.replace("according_to:", "according_to: agency")
    named = named.replace("scope:", "scope: everyone").replace("period:", "period: 2020-11/2021-03")
    passed = "  held: whole\n  note: Counted from November 2020 to March 2021.\n"
    path.write_text(
        named.replace("  held: whole\n", f"{passed}  passed_over:\n    1: headline\n    4: notice to readers\n")
    )
    main(["check", "--facts", str(facts)])
    assert capsys.readouterr().out == "5 claims from 2 sources hold; pages use 0 of them.\n"


def test_missing_values_are_asked_for_until_they_are_sound(
    facts: Path, text: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each required key is asked for with what it means; an unsound answer is named and asked for again."""
    lines = [line for name, good in ANSWERS.items() for line in (REFUSED[name][0], good)]
    lines.insert(4, "A. Writer")
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(lines).replace("\udcff", "\x01") + "\n"))

    assert main(["new", str(text), "--facts", str(facts)]) == 0
    told = capsys.readouterr().out
    for name in ("published", "accessed", "url", "language", "held"):
        assert f"{name} {REFUSED[name][1]}" in told
    assert "publisher: Who published the article. (for example Anadolu Agency)\n> " in told
    record, _ = read((facts / "sources" / f"{ID}.yaml").read_text(), "x")
    assert record is not None
    source = record.entries["source"][1]
    assert isinstance(source, Mapping)
    asked = {name: value.text for name, (_, value) in source.entries.items() if isinstance(value, Scalar)}
    assert asked == ANSWERS


def test_what_the_record_knows_is_offered(facts: Path) -> None:
    """The publisher's standing and language come from its other articles, the day from the calendar."""
    asked: list[str] = []

    def ask(prompt: str) -> str:
        asked.append(prompt.partition(":")[0])
        assert prompt.startswith("accessed") == ("Enter for 2021-07-07" in prompt)
        assert len(asked) < 9
        return " "

    given = {name: ANSWERS[name] for name in ("title", "published", "url")}
    record = taken({"publisher": "the example", **given}, load(facts), "2021-07-07", ask)

    assert asked == ["authors", "accessed", "language", "standing", "held"]
    assert record == {
        "publisher": "The Example", **given, "accessed": "2021-07-07", "language": "en", "standing": "invented",
        "held": "whole",
    }  # fmt: skip


@pytest.mark.parametrize("speakers", ["agency,not-stated", "[agency, not-stated]"])
def test_whatever_is_given_stands_in_the_draft_as_the_record_takes_it(speakers: str, facts: Path, text: Path) -> None:
    """Every key that is offered can be given, lists with or without brackets."""
    known = Known(load(facts).vocabulary.names(), {})
    given = {"origin": "agency-2021", "notice": "Translated.", "relays": "A paper, in print", "note": "Undated."}
    assert new(facts, str(text), speakers=speakers, **given) == 0

    root, _ = read((facts / "sources" / f"{ID}.yaml").read_text(), "x")
    assert root is not None
    values, problems = fill(root.entries["source"][1], by_name(SOURCE), known, ID)
    assert problems == []
    assert values["speakers"] == ("agency", "not-stated")
    assert values["authors"] == ("A. Writer", "B, Other")
    assert set(by_name(SOURCE)) - set(values) == {"passed_over"}


def stopping(how: type[BaseException]) -> Callable[[str], str]:
    """What is asked in the place of a person, and does not answer."""

    def asked(_: str) -> str:
        raise how

    return asked


@pytest.mark.parametrize("name", REFUSED)
def test_an_unsound_option_is_refused(name: str, facts: Path, text: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is given on the command line is held to the same fields, and nothing is written."""
    before = files(facts)
    value, message = REFUSED[name]

    assert new(facts, str(text), **{name: value}) == 1
    assert capsys.readouterr().err.startswith(f"--{name}: {message}")
    assert files(facts) == before


def test_an_end_of_input_leaves_nothing(
    facts: Path, text: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody there to answer: a line says so."""
    monkeypatch.setattr("factbook.cli.drafting.taken", lambda *given: taken(*given, stopping(EOFError)))
    before = files(facts)

    assert main(["new", str(text), "--facts", str(facts)]) == 1
    assert capsys.readouterr().err == "publisher is missing. Give --publisher, or answer when asked.\n"
    assert files(facts) == before


def test_an_interruption_leaves_nothing(facts: Path, text: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C at a question ends the command before anything is written."""
    monkeypatch.setattr("factbook.cli.drafting.taken", lambda *given: taken(*given, stopping(KeyboardInterrupt)))
    before = files(facts)

    with pytest.raises(KeyboardInterrupt):
        main(["new", str(text), "--facts", str(facts)])
    assert files(facts) == before


def test_nothing_is_overwritten(facts: Path, text: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file of that id, or a source of that address, is left as it is; another id can be given."""
    assert new(facts, str(text)) == 0
    before = files(facts)

    assert new(facts, str(text)) == 1
    assert capsys.readouterr().err == (
        f"the article is in the record already: facts/sources/{ID}.yaml. Add your claims there.\n"
    )
    assert new(facts, str(text), "--id", ID, url="not-found") == 1
    assert capsys.readouterr().err == (
        f"{facts}/sources/{ID}.yaml: is there already, and nothing is overwritten. Give another id with --id.\n"
    )
    assert files(facts) == before
    assert new(facts, str(text), "--id", f"{ID}-evening", url="not-found") == 0
    assert (facts / "fingerprints" / f"{ID}-evening.txt").exists()


def test_both_files_are_written_or_neither(facts: Path, text: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where the fingerprint is there already, the fact file is taken back."""
    (facts / "fingerprints" / f"{ID}.txt").write_text("")

    assert new(facts, str(text)) == 1
    assert capsys.readouterr().err.startswith(f"{facts}/fingerprints/{ID}.txt: is there already")
    assert not (facts / "sources" / f"{ID}.yaml").exists()


def test_an_interrupted_write_leaves_nothing(tmp_path: Path) -> None:
    """Whatever stops the second file takes the first one back."""
    broken = {tmp_path / "a": "whole", tmp_path / "b": 7}

    with pytest.raises(TypeError):
        written_whole(broken)  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_named(
    facts: Path, text: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file that found no room is told of, and nothing is kept."""
    opened, before = Path.open, files(facts)

    def full(path: Path, mode: str, **settings: str) -> IO[str]:
        return open("/dev/full", "w") if mode == "x" else opened(path, mode, **settings)

    monkeypatch.setattr(Path, "open", full)

    assert new(facts, str(text)) == 1
    assert capsys.readouterr().err == (
        f"{facts}/sources/{ID}.yaml: cannot be written: No space left on device. Nothing was kept.\n"
    )
    monkeypatch.undo()
    assert files(facts) == before


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"\xff\xfe", "is not UTF-8 text. Save it as UTF-8."),
        (b"\n \n", "holds no text. Paste the article into it, one paragraph a line."),
        (b"a" * 4_194_305, "is larger than 4,194,304 bytes. Keep the article's text alone."),
        (None, "cannot be read: No such file or directory. Name a text file."),
    ],
    ids=["bytes", "blank", "large", "missing"],
)
def test_an_unreadable_text_is_refused(
    content: bytes | None, message: str, facts: Path, text: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What to do is said before anything is asked."""
    text.unlink() if content is None else text.write_bytes(content)

    assert new(facts, str(text)) == 1
    assert capsys.readouterr().err == f"{text}: {message}\n"


def test_the_text_stays_outside_the_project(facts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A text that could be committed by mistake is refused, and without a text only phrases can be noted."""
    inside = facts.parent / "article.txt"
    inside.write_text(ARTICLE)

    assert new(facts, str(inside)) == 1
    assert capsys.readouterr().err == (
        f"{inside}: lies inside the project, where it could be published. Keep it in a folder elsewhere.\n"
    )
    assert new(facts) == 1
    assert "give --held phrases" in capsys.readouterr().err
    assert new(facts, held="phrases") == 0
    assert not (facts / "fingerprints" / f"{ID}.txt").exists()


def test_phrases_noted_of_a_page_are_kept_as_such(facts: Path, text: Path) -> None:
    """Of a page that is not held, the phrases a reader noted can still be confirmed."""
    assert new(facts, str(text), held="phrases") == 0

    assert (facts / "noted" / f"{ID}.txt").read_text() == str(fingerprint(ARTICLE))
    assert not (facts / "fingerprints" / f"{ID}.txt").exists()


def test_what_is_the_same_for_every_claim_is_given_once(facts: Path, text: Path) -> None:
    """Period, scope and party stand in each proposal that needs them."""
    assert new(facts, str(text), period="2020-11/2021-03", scope="everyone", according_to="agency") == 0

    written = (facts / "sources" / f"{ID}.yaml").read_text()
    assert written.count("  period: 2020-11/2021-03\n") == 3
    assert written.count("  scope: everyone\n") == 1
    assert written.count("  according_to: agency\n") == 3


def test_neighbours_without_a_figure_are_told_together() -> None:
    """Proposals of one measure are told apart by a number, paragraphs stand in order."""
    found = [
        Proposal(3, None, "4 name-me", "one two three four"),
        Proposal(3, None, "5 name-me", "two three four five"),
    ]
    text = fact_file("a-2021", {"title": "T"}, found, [1, 2, 4, 6], {})

    assert [line for line in text.splitlines() if not line.startswith(" ") and line][2:] == [
        "# Paragraphs 1, 2 hold no figure: claim what is said in words of your own, or pass it over above.",
        "# Paragraph 3.",
        "name-me-figure:",
        "# Paragraph 3.",
        "name-me-figure-2:",
        "# Paragraphs 4, 6 hold no figure: claim what is said in words of your own, or pass it over above.",
    ]


@pytest.mark.parametrize(
    ("publisher", "published", "id"),
    [
        ("News.Az", "2021-05-06", "news-az-2021-05-06"),
        ("Yeni Müsavat", "unknown", "yeni-musavat-undated"),
        ("Bloß & Söhne", "1991~", "blo-sohne-1991"),
        ("Правда", "2021", None),
        ("1tv", "2021", None),
        ("A", "2021/2022", None),
        ("a" * 60, "2021-05-06", None),
    ],
)
def test_the_id_is_made_of_publisher_and_day(publisher: str, published: str, id: str | None) -> None:
    """Where no sound id can be made, one is asked for."""
    record = {"publisher": publisher, "published": published}

    if id is None:
        answers = iter(["", "No id", "news-2021-05-06", "news-2021-05-06-evening"])
        assert source_id(record, ["news-2021-05-06"], lambda _: next(answers)) == "news-2021-05-06-evening"
    else:
        assert source_id(record) == id


def test_an_id_that_nobody_gives_is_missed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no id can be made and nobody answers, both ways out are named."""
    monkeypatch.setattr("sys.stdin", io.StringIO())
    told = r"^'-2021' is no id\. Give one with --id: the publisher in a word, and the day\.$"
    with pytest.raises(NotTaken, match=told):
        source_id({"publisher": "\u041f", "published": "2021"})


def test_another_article_of_a_day_is_asked_for_its_id() -> None:
    """The id that publisher and day make is told to be taken, and the next answer counts."""
    asked = []

    def ask(prompt: str) -> str:
        asked.append(prompt)
        return " a-2021-evening "

    assert source_id({"publisher": "A", "published": "2021"}, ["a-2021"], ask) == "a-2021-evening"
    told = "id: 'a-2021' is the id of another source. Write another: the publisher in a word, and the day.\n> "
    assert asked == [told]


def test_figures_are_proposed_as_the_language_means_them(facts: Path, text: Path) -> None:
    """A point that parts thousands in the language given becomes the comma of values."""
    text.write_text("\u0130l \u0259rzind\u0259 18.302 \u0259\u015fya a\u015fkarlan\u0131b.", encoding="utf-8")
    before = files(facts)

    assert new(facts, str(text), language="az") == 0

    [made] = [path for path in files(facts).keys() - before.keys() if path.suffix == ".yaml"]
    assert "  value: 18,302 name-me\n" in made.read_text(encoding="utf-8")


def test_every_unsound_option_is_named(facts: Path, text: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Several of them give a line each, in one run."""
    assert new(facts, str(text), published="3.5.2021", language="English", scope="nonsense") == 1
    named = [line.partition(":")[0] for line in capsys.readouterr().err.splitlines()]
    assert named == ["--published", "--language", "--scope"]


NOTHING = Known({}, {})
LINE = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=60)


@given(title=LINE, note=LINE, authors=LINE)
def test_whatever_is_typed_is_refused_or_read_back_as_typed(title: str, note: str, authors: str) -> None:
    """Text that looks like YAML, quotes, brackets and colons stay what was typed."""
    fields = {field.name: field for field in SOURCE}
    record = {"title": title, "note": note, "authors": authors}
    sound = {name: text for name, text in record.items() if wrong(fields[name], text, NOTHING) is None and text.strip()}
    root, problems = read(fact_file("a-2021", sound | {"held": "whole"}, [], [], {}), "a-2021.yaml")

    assert problems == []
    assert root is not None
    source = root.entries["source"][1]
    assert isinstance(source, Mapping)
    for name in sound.keys() & {"title", "note"}:
        assert " ".join(sound[name].split()) == " ".join(source.entries[name][1].text.split())  # type: ignore[union-attr]


def test_every_required_key_is_asked_for() -> None:
    """No required key can be forgotten when one is added to the fields."""
    assert {field.name for field in SOURCE if field.required} < {field.name for field in ASKED}
