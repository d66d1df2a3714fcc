"""Wherever a page puts a statement, it is shown as it is written and never becomes markup."""

from __future__ import annotations

from pathlib import Path

import pytest
from hostile_site import BUILD, LINES
from lxml import html
from records import SOURCE_ID, laid_out, project, python

from factbook.canonical.spelling import quoted

CONTEXTS = {
    "paragraph": "Words {}, words.",
    "heading": "## Words {}",
    "list": "- {}\n- words",
    "table": "| a | b |\n|---|---|\n| {} | words |",
    "quote": "> {}",
    "bold": "**{}**",
    "admonition": "!!! note\n\n    {}",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site whose every statement is hostile, built with the project's own settings."""
    root = tmp_path_factory.mktemp("hostile")
    case = root / "case.yaml"
    claims = (
        f"\nhostile-{number}:\n  claim: {quoted(words)}\n  topic: clearance\n  according_to: agency\n"
        "  quote: four plain words here\n"
        for number, words in enumerate(LINES)
    )
    case.write_text(
        "# fingerprint: none\nsource:\n  publisher: The Example\n  title: A title\n  published: 2021-04-02\n"
        "  accessed: 2021-05-01\n  url: https://example.org/\n  language: en\n  standing: invented\n"
        f"  held: phrases\n{''.join(claims)}",
        encoding="utf-8",
    )
    laid_out(case, root / "facts")
    calls = [f'{{{{ claim("{SOURCE_ID}.hostile-{n}") }}}}' for n in range(len(LINES))]
    pages = {
        f"{name}.md": f"# {name}\n\n{body}\n\n{{{{ sources_used() }}}}\n"
        for name, context in CONTEXTS.items()
        for body in ["\n\n".join(context.format(call) for call in calls)]
    }
    project(root, {**pages, "index.md": "# Home\n"})
    run = python("-c", BUILD, cwd=root)
    assert run.returncode == 0, run.stderr
    return root / "site"


@pytest.mark.parametrize("number", range(len(LINES)))
@pytest.mark.parametrize("context", CONTEXTS)
def test_statements_are_shown_as_written_in_every_context(built: Path, context: str, number: int) -> None:
    """The element of a statement holds exactly its text and no element of its own."""
    page = html.parse(str(built / context / "index.html"))
    (shown,) = page.xpath(f'//article//span[@class="claim"][@data-id="{SOURCE_ID}.hostile-{number}"]')

    assert " ".join(LINES[number].split()) == shown.text
    assert list(shown) == []
