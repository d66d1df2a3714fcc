"""The report on a change of pages: no text that readers see, or hear, is left out of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from html import unescape
from pathlib import Path
from tempfile import mkdtemp

import pytest
from records import GOOD, SOURCE_ID, loaded

from factbook.model import Book
from factbook.review import Snapshot, as_json, compare, report
from factbook.review.alike import FEWEST
from factbook.review.limit import at_most
from factbook.review.lines import Sentence
from factbook.review.pages import expanded
from factbook.review.sentences import sentences

MINES = f'{{{{ fact("{SOURCE_ID}.anti-personnel") }}}}'
AGAIN = f'{{{{ fact("{SOURCE_ID}.again") }}}}'
PAGES = {"valley.md": "# Valley\n\nOne stands.\nTwo stands.\nThree stands.\n"}
Told = Callable[[dict[str, str], dict[str, str]], str]


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Book:
    """A small record in which two facts print the same figure."""
    found = loaded(GOOD, tmp_path_factory.mktemp("book"))
    again = replace(found.claims[f"{SOURCE_ID}.anti-personnel"], id=f"{SOURCE_ID}.again")
    return replace(found, claims={**found.claims, again.id: again})


@pytest.fixture
def told(book: Book, tmp_path: Path) -> Told:
    """The report on putting pages in the place of others, its references read as characters."""

    def tell(before: dict[str, str], after: dict[str, str]) -> str:
        states = (_state(book, Path(mkdtemp(dir=tmp_path)), pages) for pages in (before, after))
        return unescape(report(compare(*states)))

    return tell


def _state(book: Book, docs: Path, pages: dict[str, str]) -> Snapshot:
    for name, text in pages.items():
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).write_text(text, encoding="utf-8")
    return Snapshot(docs.name, book, [], expanded(book, docs))


def lines_of(found: str) -> list[str]:
    """The lines on sentences, without the marks of code."""
    told = (line for line in found.splitlines() if re.match("- (before|new|gone|the same words):", line))
    return [re.sub("</?code>", "", line) for line in told]


def test_every_sentence_of_a_new_page_is_shown(told: Told) -> None:
    """A page that comes is told sentence by sentence, and so is one that goes."""
    there, gone = told({}, PAGES), told(PAGES, {})

    assert lines_of(there) == ["- new: Valley", "- new: One stands.", "- new: Two stands.", "- new: Three stands."]
    assert lines_of(gone) == [line.replace("new", "gone") for line in lines_of(there)]
    assert "### Pages\n\n- new <code>valley.md</code>, every sentence below\n" in there
    assert "- removed <code>valley.md</code>, every sentence below\n" in gone


def test_a_page_under_another_name_is_known(told: Told) -> None:
    """Of a renamed page the new name and the sentence that was added are told, and no other."""
    other = {"hill.md": "# Hill\n\nNothing of the kind.\n"}
    found = told(PAGES, {"dale.md": PAGES["valley.md"] + "Four stands.\n", **other})

    assert "- renamed <code>valley.md</code> → <code>dale.md</code>\n" in found
    assert "- new <code>hill.md</code>, every sentence below\n" in found
    assert lines_of(found) == ["- new: Four stands.", "- new: Hill", "- new: Nothing of the kind."]


def test_a_page_made_from_facts_is_named(book: Book, tmp_path: Path) -> None:
    """The sentences of a source's page that comes or goes are left out, since its facts are told."""
    without = Snapshot("a", replace(book, sources={}, by_source={}, claims={}), [], {})
    with_it = _state(book, tmp_path, {})
    came, gone = report(compare(without, with_it)), report(compare(with_it, without))

    assert f"- new <code>sources/{SOURCE_ID}.md</code>, made from facts alone\n" in came
    assert f"- removed <code>sources/{SOURCE_ID}.md</code>, made from facts alone\n" in gone
    assert "### Added facts" in came
    assert "### Removed facts" in gone
    assert "### Published sentences" not in came + gone


def test_after_a_state_that_could_not_be_read_all_is_new(book: Book, tmp_path: Path) -> None:
    """Where the record was beyond reading, what mends it brings every page."""
    found = report(compare(Snapshot("a", None, [], {}), _state(book, tmp_path, PAGES)))

    assert "- new <code>valley.md</code>, every sentence below\n" in found
    assert "**Facts:** 0 removed, 0 renamed, 0 changed, 4 added. **Sources changed:** 1." in found


def test_pages_without_a_sentence_are_not_taken_for_each_other(told: Told) -> None:
    """Of two of them nothing tells that they are one."""
    found = told({"a.md": ""}, {"b.md": ""})

    assert "- new <code>b.md</code>, every sentence below\n" in found
    assert "- removed <code>a.md</code>, every sentence below" in found


SAME_WORDS = {
    "another fact": (
        f"In all, {MINES} lie.",
        f"In all, {AGAIN} lie.",
        f"- the same words: In all, 340 mines lie.<br>facts: {SOURCE_ID}.anti-personnel → {SOURCE_ID}.again",
    ),
    "one other fact of two": (
        f"Here lie {MINES}, there {AGAIN}.",
        f"Here lie {MINES}, there {MINES}.",
        "- the same words: Here lie 340 mines, there 340 mines.<br>"
        f"facts: {SOURCE_ID}.again → {SOURCE_ID}.anti-personnel",
    ),
    "no citation": (
        f"In all, {MINES} lie.",
        f"In all, {MINES.replace(') }', ', cite=False) }')} lie.",
        f"- the same words: In all, 340 mines lie.<br>citations: {SOURCE_ID} → —",
    ),
    "another order": (
        f"| a | b |\n|---|---|\n| {MINES} | {AGAIN} |",
        f"| a | b |\n|---|---|\n| {AGAIN} | {MINES} |",
        "- the same words: 340 mines | 340 mines<br>"
        f"facts: {SOURCE_ID}.anti-personnel, {SOURCE_ID}.again → {SOURCE_ID}.again, {SOURCE_ID}.anti-personnel",
    ),
    "another link": (
        "It is [disputed](law.md#share).",
        "It is [disputed](law.md#deaths).",
        "- the same words: It is disputed.<br>the link now leads to law.md#deaths, no longer to law.md#share",
    ),
    "a link": (
        "See ANAMA.",
        "See [ANAMA](x.md).",
        "- the same words: See ANAMA.<br>a link leads to x.md",
    ),
    "another picture": (
        "![A map](old.png)",
        "![A map](new.png)",
        "- the same words: (A map)<br>the link now leads to new.png, no longer to old.png",
    ),
}


@pytest.mark.parametrize("case", SAME_WORDS)
def test_the_same_words_of_something_else_are_told(case: str, told: Told) -> None:
    """A sentence that reads as before but rests on, cites or leads to something else says what."""
    before, after, line = SAME_WORDS[case]

    assert lines_of(told({"a.md": before}, {"a.md": after})) == [line]


EVERYWHERE = {
    "disclosure of people's": '<details class="more" markdown="1">\n<summary>Rows</summary>\n\n{}\n\n</details>',
    "row of such a disclosure": '<details class="more" markdown="1">\n\n| a |\n|---|\n| {} |\n\n</details>',
    "any class that holds more": '<p class="furthermore">{}</p>',
    "footnote": '<div class="footnote">{}</div>',
    "for screen readers": '<span class="sr-only">{}</span>',
    "hidden from them": '<p aria-hidden="true">{}</p>',
    "citation typed by hand": '<sup class="footnote-ref"><a href="#note-x">{}</a></sup>',
    "item with items": "- {}\n    - inner\n",
    "inner item": "- outer\n    - {}\n",
    "raw block": "<div>{}</div>",
    "text beside a block": "<div><p>a</p>{}</div>",
    "cell with a list": "<table><tr><td>{}<ul><li>b</li></ul></td></tr></table>",
    "indented": "a\n\n    {}\n",
    "fenced": "```\n{}\n```",
    "quotation": "> {}",
    "admonition": '!!! note "{}"\n    b',
    "alternative text": "![{}](a.png)",
    "title of a picture": '![a](a.png "{}")',
    "title of a link": '[a](a.md "{}")',
    "name for those who hear it": '<nav aria-label="{}">a</nav>',
    "script": "<script>{}</script>",
    "comment": "<!-- {} -->",
    "comment that is none": "<!-->{}-->",
    "comment without an end": "a <!-- {}",
    "script without an end": "<script>{}",
    "marked section": "<![x[{}]]>",
    "marked section in a block": "<div><p>a</p><![x[{}]]></div>",
    "call that fails": '{{{{ fact("<{}>") }}}}',
    "expression": "{{{{ '<{}>' }}}}",
    "instruction": "<?x {} ?>",
    "declaration": "<!x {}>",
    "field": "<textarea>{}</textarea>",
    "name of a drawing": "<svg><title>{}</title></svg>",
    "tag without an end": "a <b {}",
    "private characters": "&#57344;{}&#57345;",
    "nested deeply": "<div>" * 400 + "{}" + "</div>" * 400,
    "nested too deeply": "- " * 2_000 + "{}",
    "front matter": "---\ndescription: {}\n---\na",
    "front matter of several lines": "---\ntitle: >-\n  a\n  {}\n---\na",
    "braces": "{{{{ '<!--' }}}} {} {{{{ '-->' }}}}",
}


@pytest.mark.parametrize("where", EVERYWHERE)
def test_a_text_is_told_wherever_it_stands(where: str, told: Told) -> None:
    """Whatever people type it in, a text that comes in the place of another is told."""
    before, after = ({"a.md": EVERYWHERE[where].format(words)} for words in ("Old words", "New words"))
    (line,) = lines_of(told(before, after))

    assert re.fullmatch(r"- before: .*Old words.*<br>after: .*New words.*", line)


@pytest.mark.parametrize(
    "line",
    [
        '[<data data-id="a-2021.b">1</data>](sources/a-2021.md#b)',
        '<a href="../sources/a-2021/#b"><data data-id="a-2021.b">1</data></a>',
        '<a href="../calculations/#b"><data data-id="derived.b">1</data></a>',
    ],
)
def test_that_a_fact_links_to_its_entry_goes_without_saying(line: str) -> None:
    """Such a link is not told beside the fact, whichever form it has."""
    (found,) = sentences(line)

    assert (found.text, found.links) == ("1", ())


def test_what_is_hidden_is_told(told: Told) -> None:
    """A sentence that readers do not see any more says so."""
    assert lines_of(told({"a.md": "<p>One.</p>"}, {"a.md": "<p hidden>One.</p>"})) == [
        "- before: One.<br>after: (hidden) One."
    ]


def test_what_macros_say_again_is_left_out(told: Told) -> None:
    """Footnotes and the marks of citations and entries are no sentences."""
    page = f'In all, {MINES} lie. {{{{ claim("{SOURCE_ID}.asked") }}}}.\n\n{{{{ sources_used() }}}}\n'

    assert lines_of(told({}, {"a.md": page})) == ["- new: In all, 340 mines lie. Readers may write to the editor."]


def test_series_are_told_of_their_own_page_alone(told: Told) -> None:
    """What stands in no prose has its line there; the pages that fold the same tables away repeat it."""
    page = '{{ series("anti-personnel-mines") }}\n'

    assert "340 mines | date not stated | the agency" in told({}, {"series.md": page})
    assert "340 mines" not in told({}, {"progress.md": page})


def test_a_page_changed_in_its_markup_alone_is_named(told: Told) -> None:
    """A page whose sentences read as before is not passed over."""
    found = told({"a.md": "All stand."}, {"a.md": "All *stand*."})

    assert "### Pages\n\n- changed in markup, or in what repeats facts, alone: <code>a.md</code>\n" in found


def test_a_page_that_cannot_be_read_is_said_to_be_one() -> None:
    """It is told as it is written."""
    first, second = sentences("- " * 2_000 + "x")

    assert first.text == "(the page is nested too deeply, or broken, and told as it is written)"
    assert second.text == "- " * 2_000 + "x"


@pytest.mark.parametrize("many", ["[" * 100_000, "![" * 50_000, "a\n=\n" * 25_000, "!!! a\n" * 40_000])
def test_a_page_that_the_library_takes_too_long_over_is_told_as_it_is_written(
    many: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Brackets left open by the thousand, whose partners are sought again and again, hold no report up."""
    monkeypatch.setattr("factbook.review.sentences._LONGEST", 0.1)
    first, *others = sentences(f"{many}\n\nAnd the end.")

    assert first.text == "(the page is nested too deeply, or broken, and told as it is written)"
    assert others[-1].text == "And the end."


def test_thousands_of_lines_alike_are_held_against_each_other_in_order(
    told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where each of many lines is like each other, the first is taken for the first, and what differs is told."""
    monkeypatch.setattr("factbook.review.paging._LONGEST", 0.1)
    found = told({"a.md": "a\n" * 20_000}, {"a.md": "a\n" * 10_000 + "b\n" + "a\n" * 10_000})

    assert lines_of(found) == ["- before: a<br>after: b", "- new: a"]


def test_sentences_of_thousands_of_words_are_told_in_full(told: Told) -> None:
    """What differs in them is not sought word by word, which would take long."""
    before, after = ("\n\n".join(f"{line} {words * 40_000}" for line in range(FEWEST)) for words in ("a b ", "a c "))
    with at_most(20):
        found = told({"a.md": before}, {"a.md": after})

    assert len(lines_of(found)) == FEWEST


def test_a_comment_in_a_row_is_no_cell() -> None:
    """What a table's HTML says to its editors stands apart from its cells."""
    found = sentences("<table><tr><!-- an aside --><td>a</td><td></td><td>b</td></tr></table>After it.")

    assert found == [Sentence("(comment) an aside"), Sentence("a | | b", row=True), Sentence("After it.")]


def test_a_block_ends_a_line_but_in_a_row() -> None:
    """Words of two blocks are never one word, with or without a line's end between them."""
    found = sentences("<div>One<p>Two</p>Three</div><table><tr><td>a<br>b</td><td>c</td></tr></table>")

    assert found == [Sentence("One"), Sentence("Two"), Sentence("Three"), Sentence("a b | c", row=True)]


def test_programs_are_told_what_differs_beside_the_words(book: Book, tmp_path: Path) -> None:
    """The same in JSON: facts before and after, and the pages."""
    before, after, _ = SAME_WORDS["another fact"]
    states = [_state(book, tmp_path / str(at), {"a.md": page}) for at, page in enumerate((before, after))]
    found = as_json(compare(*states))

    assert found["pages"] == [{"before": "a.md", "after": "a.md"}]
    assert found["sentences"] == [
        {
            "page": "a.md",
            "facts": [f"{SOURCE_ID}.again", f"{SOURCE_ID}.anti-personnel"],
            "before": "In all, 340 mines lie.",
            "after": "In all, 340 mines lie.",
            "differs": {"facts": {"before": [f"{SOURCE_ID}.anti-personnel"], "after": [f"{SOURCE_ID}.again"]}},
        }
    ]


def test_programs_are_told_of_sentences_that_come_and_go(book: Book, tmp_path: Path) -> None:
    """On the side where a sentence is not, nothing stands."""
    states = [_state(book, tmp_path / str(at), {"a.md": page}) for at, page in enumerate(("Old.", "Old.\n\nNew."))]
    came, gone = (as_json(compare(*order))["sentences"] for order in (states, states[::-1]))

    assert came == [{"page": "a.md", "facts": [], "before": None, "after": "New.", "differs": {}}]
    assert gone == [{"page": "a.md", "facts": [], "before": "New.", "after": None, "differs": {}}]


def test_the_history_at_hand_is_no_part_of_a_revision(book: Book, tmp_path: Path) -> None:
    """The table of changes, which follows the commits of this repository, is not told of any state of its pages."""
    (tmp_path / "corrections.md").write_text("Before {{ changes_table() }} after.", encoding="utf-8")

    assert expanded(book, tmp_path)["corrections.md"] == "Before  after."


@pytest.mark.parametrize("call", ["{{{{- {} }}}}", "{{{{ {} -}}}}", "{{{{-{}-}}}}"])
def test_macros_that_take_the_spaces_beside_them_are_read(book: Book, tmp_path: Path, call: str) -> None:
    """A minus sign inside the braces, which Jinja takes for that, hides no figure from a report."""
    macro = f'fact("{SOURCE_ID}.anti-personnel", cite=False)'
    (tmp_path / "a.md").write_text(f"Before {call.format(macro)} after.", encoding="utf-8")

    assert "340" in expanded(book, tmp_path)["a.md"]


def test_sentences_that_differ_alike_are_told_once(told: Told) -> None:
    """Where ten sentences or more differ in the same words, each is told once, but for those on pages of sources."""
    before, others = "The agency says that {} and {} were found.", "The agency says so, and so does the agency {}."
    lines = [*(before.format(number, MINES) for number in range(9)), others.format("again")]
    pages = {"a.md": "\n\n".join(lines[:7]), "b.md": "\n\n".join([*lines[8:], lines[9], "The agency went."])}
    pages["sources/a.md"] = lines[7]
    after = {name: text.replace("agency", "authority").replace("went", "came") for name, text in pages.items()}

    found = told(pages, after)

    assert "#### 11 sentences that differ in this alone: <code>agency</code> → <code>authority</code>" in found
    assert (
        "- on <code>a.md</code> (7), <code>b.md</code> (3), <code>sources/a.md</code> (1); those on pages of sources"
        in found
    )
    firsts = re.findall(r"^- <code>(\S+)</code> before: .* that (\d)", found, re.MULTILINE)
    assert firsts == [("a.md", "0"), ("b.md", "8")]
    later = re.findall(r"^- <code>(\S+)</code> after: <code>The authority says (.*) were found\.</code>$", found, re.M)
    assert later == [("a.md", f"that {number} and 340 mines") for number in range(1, 7)]
    repeated = "- <code>b.md</code> after: <code>The authority says so, and so does the authority again.</code>"
    assert found.count(repeated) == 1
    assert lines_of(found) == ["- before: The agency went.<br>after: The authority came."]
    assert "**Published sentences that change:** 12 on 3 pages." in found


def test_a_few_sentences_that_differ_alike_are_told_in_full(told: Told) -> None:
    """Nine are still read one by one."""
    page = "\n\n".join(f"The agency came {number}." for number in range(9))

    found = told({"a.md": page}, {"a.md": page.replace("agency", "authority")})

    assert len(lines_of(found)) == 9
    assert "differ in this alone" not in found
