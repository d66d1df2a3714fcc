"""The report on a change: what a reviewer sees of facts, evidence and published sentences."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from records import ARTICLE, GOOD, SOURCE_ID, committed, git, laid_out

from factbook.cli import main
from factbook.evidence import Fingerprint, fingerprint
from factbook.review import NoSuchRevision, as_json, compare, report, snapshot, unrendered
from factbook.review.markup import safe
from factbook.review.sentences import sentences

PAGE = f"""# Valley

According to {{{{ party("{SOURCE_ID}.anti-personnel") }}}}, {{{{ fact("{SOURCE_ID}.anti-personnel") }}}} were found.
{{{{ claim("{SOURCE_ID}.asked") }}}}.
Nothing else changes.

{{{{ sources_used() }}}}
"""
Edit = Callable[[str], str]


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with one commit: a small record and a page that uses it."""
    laid_out(GOOD, tmp_path / "facts")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "valley.md").write_text(PAGE, encoding="utf-8")
    committed(tmp_path)
    return tmp_path


def changed(repository: Path, edit: Edit, by: str = "page") -> str:
    """The report on committing an edit of the fact file."""
    path = repository / "facts" / "sources" / f"{SOURCE_ID}.yaml"
    path.write_text(edit(path.read_text(encoding="utf-8")), encoding="utf-8")
    committed(repository)
    return report(compare(snapshot(repository, "HEAD~"), snapshot(repository, "HEAD")), by)


def test_a_changed_figure_shows_value_evidence_and_sentence(repository: Path) -> None:
    """Old and new value, the phrase with its paragraph, the problem, and the sentence before and after."""
    found = changed(repository, lambda text: text.replace("value: 340 mines", "value: 341 mines"))

    counts = (
        "**Facts:** 0 removed, 0 renamed, 1 changed, 0 added. "
        "**Checks whose verdict changes:** 0. **Published sentences that change:** 4 on 2 pages. "
        "**Sentences that cite an earlier total:** 0. **Problems:** 1."
    )
    assert found.startswith(f"## What this change does to the record\n\n{counts}\n\n### Problems\n\n- ")
    table = (
        "| key | before | after |\n| --- | --- | --- |\n| value | <code>340 mines</code> | <code>341 mines</code> |\n"
    )
    assert table in found
    assert "Source: <code>The Example, 2021-04-02</code>, <code>https&#58;//example.org/article</code>." in found
    assert "Phrase: <code>teams found 340 anti-personnel mines</code> (paragraph 3)." in found
    assert "the value says 341 but the quote reads 340 anti-personnel mines." in found
    assert "#### Page <code>valley.md</code>" in found
    assert (
        "- before: <code>According to the agency, 340 mines were found.</code><br>"
        "after: <code>According to the agency, 341 mines were found.</code>"
    ) in found
    assert "Nothing else changes" not in found


def test_a_quote_that_is_not_in_the_article_stands_out(repository: Path) -> None:
    """A phrase that the fingerprint does not hold is said in bold."""
    found = changed(repository, lambda text: text.replace("teams found 340", "teams cleared 340"))

    assert (
        "Phrase: <code>teams cleared 340 anti-personnel mines</code> **is not in what is held of the article.**"
        in found
    )


def test_a_page_that_cites_a_lost_fact_is_a_problem(repository: Path) -> None:
    """What `check` says of a page, the report says."""
    changed(repository, lambda text: text.replace("anti-personnel:", "renamed:"))

    told = f"docs/valley.md:3:24: page: no fact '{SOURCE_ID}.anti-personnel' is in the record."
    found = [str(problem) for problem in snapshot(repository, "HEAD").problems]
    assert [told in problem and problem.endswith("So too at docs/valley.md:3:73.") for problem in found] == [True]


def test_a_check_whose_verdict_changes_is_named(repository: Path) -> None:
    """A figure that no longer fits turns the verdict of the check it takes part in."""
    again = (
        "\nagain:\n  measure: anti-personnel-mines\n  value: 340 mines\n  date: not-stated\n"
        "  according_to: agency\n  quote: found 340 anti-personnel mines and\n"
    )
    check = f"one-count:\n  kind: same\n  why: Both count.\n  values: [{SOURCE_ID}.anti-personnel, {SOURCE_ID}.again]\n"
    path = repository / "facts" / "sources" / f"{SOURCE_ID}.yaml"
    path.write_text(path.read_text() + again)
    (repository / "facts" / "checks.yaml").write_text(check)
    committed(repository)

    found = changed(repository, lambda text: text.replace("value: 340 mines", "value: 341 mines", 1))

    assert "**Checks whose verdict changes:** 1." in found
    assert "- <code>one-count</code>: Adds up \u2192 Contradicts" in found
    told = as_json(compare(snapshot(repository, "HEAD~"), snapshot(repository, "HEAD")))["verdicts"]
    assert told == [{"id": "one-count", "before": "Adds up", "after": "Contradicts"}]


def test_a_renamed_label_shows_every_sentence_it_alters(repository: Path) -> None:
    """A change of the vocabulary changes no fact, yet the sentences that print it are listed."""
    vocabulary = repository / "facts" / "vocabulary.yaml"
    vocabulary.write_text(vocabulary.read_text().replace("label: the agency", "label: the authority"))
    found = changed(repository, lambda text: text + "\n")

    assert "**Vocabulary changed:** 1." in found
    assert "after: <code>According to the authority, 340 mines were found.</code>" in found


def test_words_by_which_a_unit_is_heard_are_told(repository: Path) -> None:
    """They decide what quotes are taken to say, so a reviewer sees them change."""
    vocabulary = repository / "facts" / "vocabulary.yaml"
    vocabulary.write_text(
        vocabulary.read_text()
        .replace("words: [mines, mine]", "words: [mines, mine]\n    heard: [mina]")
        .replace("accumulates: yes", "accumulates: no", 1)
    )

    found = changed(repository, lambda text: text + "\n")

    assert "- changed <code>units.mines</code>: heard: — → <code>mina</code>" in found
    assert ": accumulates: <code>yes</code> → <code>no</code>\n" in found


def test_a_removed_fact_leaves_a_broken_sentence_to_see(repository: Path) -> None:
    """The removal is listed first, and the page shows where the fact is missing."""
    found = changed(repository, lambda text: text[: text.index("\nasked:")] + "\n")

    assert "### Removed facts" in found
    assert "| claim | " not in found
    assert "| statement | <code>Readers may write to the editor.</code> |" in found
    assert "before: <code>Readers may write to the editor.</code>" in found


@pytest.mark.parametrize(
    ("slip", "left_out"),
    [
        (lambda text: text.replace("agency\n  quote: teams", "agencyy\n  quote: teams"), ["anti-personnel"]),
        (lambda text: text.replace("held: opening", "held: openin"), ["anti-personnel", "area", "asked"]),
        (lambda text: "", ["anti-personnel", "area", "asked"]),
    ],
    ids=["of a claim", "of a source", "the file emptied"],
)
def test_a_fact_with_a_slip_is_not_told_of_as_removed(slip: Edit, left_out: list[str], repository: Path) -> None:
    """What is written still but unsound is counted apart, and its address does not break."""
    found = changed(repository, slip)

    listed = "\n".join(f"- <code>{SOURCE_ID}.{name}</code>, unsound now" for name in left_out)
    assert f"**Facts:** 0 removed, 0 renamed, 0 changed, 0 added, {len(left_out)} unsound." in found
    assert f"### Facts left out because of a problem with them or with their source\n\n{listed}\n" in found
    assert "Addresses that break" not in found


def test_a_check_of_a_fact_with_a_slip_is_not_told_of_as_removed(repository: Path) -> None:
    """Nobody removed it: it is written as before, and its verdict is open until the slip is mended."""
    check = (
        f"mines-and-area:\n  kind: order\n  why: Which came first?\n  first: {SOURCE_ID}.area\n  then: {SOURCE_ID}\n"
    )
    (repository / "facts" / "checks.yaml").write_text(check)
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "-m", "x")

    found = changed(repository, lambda text: text.replace("date: 2021-03", "date: 2021-33"))

    assert "### Declared checks\n\n- <code>mines-and-area</code>, unsound now\n" in found
    assert "**Checks whose verdict changes:** 0." in found
    assert "removed <code>" not in found


def test_a_renamed_fact_is_told_as_one(repository: Path) -> None:
    """A claim that says the same under another id neither comes nor goes."""
    found = changed(repository, lambda text: text.replace("anti-personnel:", "renamed:"))

    assert "**Facts:** 0 removed, 1 renamed, 0 changed, 0 added." in found
    assert f"### Renamed facts\n\n#### <code>{SOURCE_ID}.renamed</code>" in found
    assert f"| id | <code>{SOURCE_ID}.anti-personnel</code> | <code>{SOURCE_ID}.renamed</code> |" in found
    broken = "### Addresses that break: keep the id, and withdraw with a reason what no longer stands"
    assert f"{broken}\n\n- <code>{SOURCE_ID}.anti-personnel</code>, now <code>{SOURCE_ID}.renamed</code>\n" in found


def test_addresses_of_questions_checks_and_pages_break_too(repository: Path) -> None:
    """What is declared has an address as a fact has; one with another id, and a page elsewhere, are named with it."""
    facts, docs = repository / "facts", repository / "docs"
    order = "{{kind: order, why: {}, first: {}, then: {}}}\n".format
    one, two = (order(why, f"{SOURCE_ID}.area", SOURCE_ID) for why in ("One.", "Two."))
    (facts / "checks.yaml").write_text(f"gone: {one}kept: {two}")
    (docs / "other.md").write_text("# Other\n\nWords that stay as they are, whatever the page is called.\n")
    committed(repository)
    (facts / "checks.yaml").write_text(f"called: {two}")
    (docs / "other.md").rename(docs / "moved.md")
    (docs / "valley.md").unlink()
    found = changed(repository, lambda text: text)

    listed = found.partition("### Addresses that break")[2].partition("\n\n")[2].partition("\n\n")[0]
    assert listed.splitlines() == [
        "- <code>kept</code>, now <code>called</code>",
        "- <code>gone</code>",
        "- <code>other.md</code>, now <code>moved.md</code>",
        "- <code>valley.md</code>",
    ]


@pytest.mark.parametrize(
    ("folder", "before", "after", "line"),
    [
        (
            "fingerprints",
            fingerprint(ARTICLE),
            fingerprint(ARTICLE.replace("teams found 340", "teams cleared 340")),
            f"- changed <code>facts/fingerprints/{SOURCE_ID}.txt</code>, on which rest: "
            f"<code>{SOURCE_ID}.area</code> (paragraph 2); "
            f"<code>{SOURCE_ID}.anti-personnel</code> (paragraph 3 → **not found**); "
            f"<code>{SOURCE_ID}.asked</code> (paragraph 4)",
        ),
        (
            "noted",
            None,
            fingerprint("a phrase that was noted"),
            "- added <code>facts/noted/elsewhere-2021-04-02.txt</code>, on which rest: no facts",
        ),
    ],
)
def test_a_fingerprint_that_changes_is_named(
    folder: str, before: Fingerprint | None, after: Fingerprint, line: str, repository: Path
) -> None:
    """Beside it stand the facts that rest on it, with what it says of their phrases."""
    name = SOURCE_ID if before else "elsewhere-2021-04-02"
    path = repository / "facts" / folder / f"{name}.txt"
    path.parent.mkdir(exist_ok=True)
    path.write_text(str(after))
    found = report(compare(snapshot(repository, "HEAD"), snapshot(repository, None)))

    assert "**Fingerprints changed:** 1." in found
    assert f"### Fingerprints\n\n{line}\n" in found


def test_a_phrase_that_a_fingerprint_holds_again_is_told(repository: Path) -> None:
    """In the report, and for programs."""
    path = repository / "facts" / "fingerprints" / f"{SOURCE_ID}.txt"
    path.write_text(str(fingerprint(ARTICLE.replace("teams found 340", "teams cleared 340"))))
    found = compare(snapshot(repository, None), snapshot(repository, "HEAD"), ["mkdocs.yml"])

    assert f"<code>{SOURCE_ID}.anti-personnel</code> (not found → paragraph 3)" in report(found)
    told = as_json(found)
    assert told["fingerprints"] == [
        {
            "path": f"facts/fingerprints/{SOURCE_ID}.txt",
            "kind": "changed",
            "facts": {
                f"{SOURCE_ID}.{name}": {"before": before, "after": after}
                for name, before, after in (("area", [2], [2]), ("anti-personnel", [], [3]), ("asked", [4], [4]))
            },
        }
    ]
    assert told["not_rendered"] == ["mkdocs.yml"]


@pytest.mark.parametrize(
    ("file", "entry", "told"),
    [
        (
            "questions",
            "{title: Whose, status: open, agreed: None., disputed: All., positions: [ID.area, ID.asked]}",
            [
                "**Contested questions changed:** 1.",
                "### Contested questions\n\n- added <code>one</code>: title: <code>Whose</code>; "
                "status: <code>open</code>; agreed: <code>None.</code>; disputed: <code>All.</code>; "
                "positions: <code>ID.area, ID.asked</code>\n",
            ],
        ),
        (
            "checks",
            "{kind: order, why: In order., first: ID.area, then: ID}",
            [
                "**Declared checks changed:** 1. **Checks whose verdict changes:** 1.",
                "### Checks whose verdict changes\n\n- <code>one</code>: no such check → Consistent\n",
                "### Declared checks\n\n- added <code>one</code>: kind: <code>order</code>; "
                "why: <code>In order.</code>; operands: <code>first&#58; ID.area&#59; then&#58; ID</code>\n",
            ],
        ),
        (
            "readings",
            "{day: 2021-05-01}",
            [
                "**Days of reading changed:** 1.",
                "### Days of reading\n\n- added <code>2021-05-01</code>: day: <code>2021-05-01</code>\n",
            ],
        ),
        (
            "places",
            "{label: The Valley, also: [Valley, Vale]}",
            [
                "**Places changed:** 1.",
                "### Places\n\n- added <code>one</code>: key: <code>one</code>; "
                "label: <code>The Valley</code>; also: <code>Valley, Vale</code>\n",
            ],
        ),
        (
            "names",
            "{text: Route 66, reason: A road.}",
            [
                "**Names that hold a number changed:** 1.",
                "### Names that hold a number\n\n- added <code>Route 66</code>: "
                "text: <code>Route 66</code>; reason: <code>A road.</code>\n",
            ],
        ),
    ],
)
def test_what_is_declared_beside_facts_is_told(file: str, entry: str, told: list[str], repository: Path) -> None:
    """Whatever its kind, an entry is named key by key and counted at the top."""
    (repository / "facts" / f"{file}.yaml").write_text(f"one: {entry}\n".replace("ID", SOURCE_ID))
    found = report(compare(snapshot(repository, "HEAD"), snapshot(repository, None)))

    assert [words for words in told if words.replace("ID", SOURCE_ID) not in found] == []


def test_files_that_alter_the_site_unseen_are_named(
    repository: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Settings, templates, code and assets are named at the top; pages, facts and tests are not."""
    monkeypatch.chdir(repository)
    for name in ("theme/main.html", "docs/assets/site.js", "docs/a.markdown", "tests/test_a.py", "docs/valley.md"):
        (repository / name).parent.mkdir(parents=True, exist_ok=True)
        (repository / name).write_text("a")
    committed(repository)
    (repository / "mkdocs.yml").write_text("a")
    line = "Also changed, and not rendered here: {}."

    assert unrendered(repository, "HEAD~", "HEAD") == ["docs/a.markdown", "docs/assets/site.js", "theme/main.html"]
    assert unrendered(repository, "HEAD", None) == ["mkdocs.yml"]
    assert unrendered(repository / "docs", "HEAD~", None) == [
        *("docs/a.markdown", "docs/assets/site.js", "mkdocs.yml", "theme/main.html")
    ]
    assert main(["diff", "HEAD"]) == 0
    assert line.format("<code>mkdocs.yml</code>") in capsys.readouterr().out


@pytest.mark.parametrize(
    "character", ["\u202e", "\u2066", "\u200b", "\u00ad", "\x1b", "\ue000", "\U000e0041", "\u3164", "\ufe0f"], ids=ascii
)
def test_what_nobody_sees_is_named(character: str) -> None:
    """A character that a browser would obey or leave out, as in the name of a file, is told by its number."""
    named = f"U+{ord(character):04X}"
    assert safe(f"theme/{character}lmth.niam") == f"<code>theme/{named}lmth.niam</code>"


def test_a_terminal_is_spared_the_markup(
    repository: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """There, text reads as it was written, but for what would steer the terminal or the eye."""
    (repository / "docs" / "valley.md").write_text("See [it](x.md) * \x1b[2J \u202e.")
    monkeypatch.chdir(repository)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)

    assert main(["diff", "HEAD"]) == 0
    found = capsys.readouterr().out
    assert "before: Valley\n  after: See it * U+001B[2J U+202E.\n  a link leads to x.md\n" in found
    assert not re.search("code>|[*]{2}|---|^#", found, re.MULTILINE)


def test_of_a_record_that_cannot_be_read_nothing_is_said_to_be_gone(repository: Path) -> None:
    """Without a vocabulary nothing is published; the problem says why, and no fact or page is told of as removed."""
    (repository / "facts" / "vocabulary.yaml").unlink()
    found = report(compare(snapshot(repository, "HEAD"), snapshot(repository, None)))

    assert "facts/vocabulary.yaml&#58;1&#58;1&#58; vocabulary&#58; is missing. Restore it." in found
    assert "**The record cannot be read.** Mend the problems named here, and what it changes will be told." in found
    assert not re.search("removed|gone|Addresses that break", found)


def test_sentences_can_be_grouped_by_fact(repository: Path) -> None:
    """Under each fact stand the sentences it is in, with their pages."""
    found = changed(repository, lambda text: text.replace("340 mines", "339 mines"), by="fact")

    assert f"#### <code>{SOURCE_ID}.anti-personnel</code>\n\n- <code>sources/{SOURCE_ID}.md</code> before" in found


@pytest.mark.parametrize(
    ("period", "accumulates", "beside", "named"),
    {
        "later": ("2021-02/2021-03-31", "yes", "", True),
        "earlier": ("2021-02/2021-02-20", "yes", "", False),
        "other start": ("2021-03", "yes", "", False),
        "no total": ("2021-02/2021-03-31", "no", "", False),
        "beside one of some day of the year": ("2021-02/2021-03-31", "yes", "2021-02/2021", True),
        "beside one without an end": ("2021-02/2021-03-31", "yes", "2021-02/..", True),
        "beside a later one": ("2021-02/2021-03-31", "yes", "2021-02/2021-03", False),
    }.values(),
)
def test_a_sentence_that_a_newer_total_leaves_behind_is_named(
    repository: Path, period: str, accumulates: str, beside: str, named: bool
) -> None:
    """Where a new total outlasts the last one of its kind, what cites that is listed; tables are not.

    One that may be of an earlier day, and one that has no end, is not the last.
    """
    vocabulary = repository / "facts" / "vocabulary.yaml"
    vocabulary.write_text(vocabulary.read_text().replace("accumulates: yes", f"accumulates: {accumulates}"))
    total = (
        "\n{}:\n  measure: anti-personnel-mines\n  value: 340 mines\n  period: {}\n  according_to: agency\n"
        "  quote: found 340 anti-personnel mines and\n"
    ).format
    cited = f'{{{{ fact("{SOURCE_ID}.february") }}}}'
    before = total("february", "2021-02/2021-02-28") + (total("beside", beside) if beside else "")
    changed(repository, lambda text: text + before)
    page = repository / "docs" / "valley.md"
    page.write_text(f"In all, {cited} were found.\n\n| Found |\n|---|\n| {cited} |\n", encoding="utf-8")
    committed(repository)
    found = changed(repository, lambda text: text + total("march", period))
    told = as_json(compare(snapshot(repository, "HEAD~"), snapshot(repository, "HEAD")))["overtaken"]

    line = (
        f"- <code>valley.md</code> cites <code>{SOURCE_ID}.february</code>, which <code>{SOURCE_ID}.march</code> "
        "overtakes: <code>In all, 340 mines were found.</code>"
    )
    assert found.count("which <code>") == found.count(line) == named
    assert f"**Sentences that cite an earlier total:** {int(named)}." in found
    ids = {"fact": f"{SOURCE_ID}.february", "by": f"{SOURCE_ID}.march"}
    assert told == [{"page": "valley.md", **ids, "sentence": "In all, 340 mines were found."}] * named

    renamed = changed(repository, lambda text: text.replace("\nmarch:", "\nmarch-count:"))
    assert "overtakes" not in renamed


def test_hostile_text_can_neither_break_the_report_nor_mention_anybody(repository: Path) -> None:
    """Untrusted text stands in code elements, every sign that could act in Markdown as a character reference."""
    hostile = "@team #1 </code> | `x` **b** [l](http://x) www.x.org <!-- ::set-output name=a::b http://y"
    found = changed(repository, lambda text: text.replace("Readers may write to the editor.", f"'{hostile}'"))

    outside = re.sub(r"<code>[^<]*</code>", "", found)
    assert not set("@`[<") & set(outside.replace("<br>", ""))
    assert all(sign not in found for sign in ("@team", "#1 ", "www.", "http:", "<!--", "**b", "::set"))


def test_json_holds_the_same(
    repository: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """`diff --json` against the work tree gives facts, sentences and problems."""
    monkeypatch.chdir(repository)
    path = repository / "facts" / "sources" / f"{SOURCE_ID}.yaml"
    path.write_text(path.read_text().replace("value: 340 mines", "value: 341 mines"))

    assert main(["diff", "HEAD", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [
        {
            "id": f"{SOURCE_ID}.anti-personnel",
            "kind": "changed",
            "fields": {"value": {"before": "340 mines", "after": "341 mines"}},
        }
    ] == found["facts"]
    assert [change["after"] for change in found["sentences"] if change["page"] == "valley.md"] == [
        "According to the agency, 341 mines were found."
    ]
    assert len(found["problems"]) == 1


@pytest.mark.parametrize(
    "path", ["facts/sources/evil-2021-01-01.yaml", "docs/evil-2021-01-01.svg", "theme/evil-2021-01-01.html"]
)
def test_links_and_programs_in_a_revision_are_refused_and_never_followed(repository: Path, path: str) -> None:
    """A symbolic link in what the site is built from is a problem of the revision; its target is not read."""
    (repository / path).parent.mkdir(exist_ok=True)
    (repository / path).symlink_to("/etc/passwd")
    committed(repository)

    (problem,) = snapshot(repository, "HEAD").problems
    assert str(problem) == (
        f"{path}:1:1: evil-2021-01-01: has the mode 120000; "
        "only plain files (100644) may stand here. Replace it by one."
    )


@pytest.mark.parametrize(
    ("revision", "message"),
    [
        *(
            (unknown, f"git knows no revision '{unknown}'. Name a commit, branch or tag; fetch it first if needed.")
            for unknown in ("nowhere", "HEAD:facts", "")
        ),
        ("--output=x", "'--output=x' is no revision. Name a commit, branch or tag."),
    ],
)
def test_an_unknown_revision_is_refused(repository: Path, revision: str, message: str) -> None:
    """What git does not know, or would take for an option, is named."""
    with pytest.raises(NoSuchRevision) as refused:
        snapshot(repository, revision)

    assert str(refused.value) == message


def test_a_revision_is_read_from_the_repository_given(
    repository: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A hook of another repository does not have its revisions read."""
    other = tmp_path_factory.mktemp("other")
    git(other, "init", "-q")
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))

    assert "valley.md" in snapshot(repository, "HEAD").pages


def test_without_git_a_revision_cannot_be_read(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`diff` says that it needs git."""
    monkeypatch.chdir(repository)
    monkeypatch.setenv("PATH", "")

    assert main(["diff", "HEAD"]) == 1
    assert capsys.readouterr().err == "git is not installed, and it alone can read a revision. Install it.\n"


def test_a_page_cannot_run_anything(repository: Path) -> None:
    """Expressions other than macro calls with plain values stay as they are written."""
    (repository / "docs" / "valley.md").write_text("{{ eval('1') }} {{ fact(open('ran', 'w')) }} {{ 7 * 7 }}")

    lines = [sentence.text for sentence in sentences(snapshot(repository, None).pages["valley.md"])]

    assert lines == ["{{ eval('1') }} {{ fact(open('ran', 'w')) }} {{ 7 * 7 }}"]
    assert not Path("ran").exists()


@pytest.mark.parametrize("call", ["fact(1)", "at_a_glance(None)", 'fact("no-such.fact")', "fact()"])
def test_a_macro_that_fails_stays_as_it_is_written(repository: Path, call: str) -> None:
    """Whatever way a macro fails in, its call is left standing."""
    (repository / "docs" / "valley.md").write_text(f"See {{{{ {call} }}}}.")

    (line,) = sentences(snapshot(repository, None).pages["valley.md"])

    assert line.text == f"See {{{{ {call} }}}}."


def test_a_folder_named_as_a_page_is_none(repository: Path) -> None:
    """Pages in a folder whose name ends in .md are read, and the folder is not."""
    (repository / "docs" / "dir.md").mkdir()
    (repository / "docs" / "dir.md" / "inner.md").write_text("# Inner")

    found = snapshot(repository, None)

    assert {"valley.md", "dir.md/inner.md"} <= set(found.pages)
    assert "dir.md" not in found.pages


def test_a_problem_of_a_page_in_a_folder_keeps_its_words(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the record is at hand, nothing is taken out of what a problem says."""
    (repository / "docs" / "topics").mkdir()
    (repository / "docs" / "topics" / "a.md").write_text("# A\n\n[The valley](valey.md)\n")

    monkeypatch.chdir(repository)
    (problem,) = snapshot(Path(), None).problems

    assert "Did you mean '../valley.md'?" in problem.message
