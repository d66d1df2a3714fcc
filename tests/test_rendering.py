"""Whatever a fact file says is shown as it is written and never becomes markup."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hostile_site import BUILD, LEFT_OUT
from lxml import html
from records import SOURCE_ID, laid_out, project

from factbook.canonical.spelling import quoted

HOSTILE = (Path(__file__).parent / "hostile.txt").read_text(encoding="utf-8").splitlines()
PLAIN = "four plain words here"
CONTEXTS = {
    "paragraph": "Words {}, words.",
    "heading": "## Words {}",
    "list": "- {}\n- words",
    "table": "| a | b |\n|---|---|\n| {} | words |",
    "quote": "> {}",
    "bold": "**{}**",
    "admonition": "!!! note\n\n    {}",
}


def _claims() -> Iterator[str]:
    for number, words in enumerate(HOSTILE):
        text = quoted(words)
        quote = PLAIN if LEFT_OUT.search(words) else text
        yield (
            f"\nhostile-{number}:\n  claim: {text}\n  topic: clearance\n  according_to: agency\n"
            f"  quote: {quote}\n  note: {text}\n"
        )


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site whose every fact is hostile, built with the project's own settings."""
    root = tmp_path_factory.mktemp("hostile")
    case = root / "case.yaml"
    head = "'" + HOSTILE[0] + "'"
    case.write_text(
        f"# fingerprint: none\nsource:\n  publisher: {head}\n  title: {head}\n  published: 2021-04-02\n"
        "  accessed: 2021-05-01\n  url: https://example.org/\n  language: en\n"
        f"  standing: {head}\n  held: phrases\n  notice: {head}\n" + "".join(_claims()),
        encoding="utf-8",
    )
    laid_out(case, root / "facts")
    calls = [f'{{{{ claim("{SOURCE_ID}.hostile-{n}") }}}}' for n in range(len(HOSTILE))]
    pages = {
        f"{name}.md": f"# {name}\n\n{body}\n\n{{{{ sources_used() }}}}\n"
        for name, context in CONTEXTS.items()
        for body in ["\n\n".join(context.format(call) for call in calls)]
    }
    project(root, {**pages, "index.md": "# Home\n\n{{ sources_table() }}\n"})
    run = subprocess.run([sys.executable, "-c", BUILD], cwd=root, capture_output=True, encoding="utf-8", check=False)
    assert run.returncode == 0, run.stderr
    return root / "site"


@pytest.mark.parametrize("number", range(len(HOSTILE)))
@pytest.mark.parametrize("context", CONTEXTS)
def test_statements_are_shown_as_written_in_every_context(built: Path, context: str, number: int) -> None:
    """The element of a statement holds exactly its text and no element of its own."""
    page = html.parse(str(built / context / "index.html"))
    (shown,) = page.xpath(f'//article//span[@class="claim"][@data-id="{SOURCE_ID}.hostile-{number}"]')

    assert " ".join(HOSTILE[number].split()) == shown.text
    assert list(shown) == []


@pytest.mark.parametrize("number", range(len(HOSTILE)))
def test_entries_show_statement_quote_and_note_as_written(built: Path, number: int) -> None:
    """On the page made from facts alone, heading, quote and note hold the exact text."""
    page = html.parse(str(built / "sources" / SOURCE_ID / "index.html"))
    (heading,) = page.xpath(f'//h2[@id="hostile-{number}"]')
    words = " ".join(HOSTILE[number].split())

    assert f"the agency: {words}" == heading.text
    assert [child.get("class") for child in heading] == ["headerlink"]
    assert [quote.text for quote in heading.xpath("following::q[1]")] in ([words], [PLAIN])
    assert words in [node.text for node in heading.xpath("following::dl[1]/dd")]


def test_no_page_holds_live_markup_of_a_fact(built: Path) -> None:
    """No script, handler, image or address that a fact names is in any built page or in the search index."""
    for path in [*built.rglob("*.html"), built / "search" / "search_index.json"]:
        text = path.read_text(encoding="utf-8")
        assert "<script>alert" not in text
        if path.suffix == ".html":
            page = html.fromstring(text)
            assert "539" not in page.xpath("string(//article)")  # what a template would make of 77 * 7
            assert page.xpath("//article//@onclick | //article//@onerror | //article//@onload") == []
            assert page.xpath('//a[starts-with(@href, "javascript")] | //article//img | //article//abbr') == []
