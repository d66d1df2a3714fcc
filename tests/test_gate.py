"""The gate: whatever is broken, `make site` says so and leaves the site that stands."""

from __future__ import annotations

from pathlib import Path

import pytest
from records import GOOD, SOURCE_ID, laid_out, project, python

HOME = f"""# Home

The agency found {{{{ fact("{SOURCE_ID}.anti-personnel") }}}}, see [the list](list.md#all).

{{{{ sources_used() }}}}
"""
SECTIONS = ("topics", "measures", "units", "scopes", "parties", "statuses")
PAGES = {
    "index.md": HOME,
    "list.md": "# List\n\n## All\n\nWords.\n",
    "contributing.md": "# Contributing\n\nWords.\n",
    "facts.md": "# All facts\n\n{{ facts_browser() }}\n",
    "glossary.md": "# Glossary\n\n" + "\n\n".join(f'{{{{ glossary("{s}") }}}}' for s in SECTIONS),
}
FACTS = f"facts/sources/{SOURCE_ID}.yaml"
SLIPS = {
    "a fact": (FACTS, "value: 340 mines", "value: 430 mines", f"{FACTS}:22:10: {SOURCE_ID}.anti-personnel: the value"),
    "an id on a page": ("docs/index.md", "anti-personnel", "anti-person", "docs/index.md:3:27: page: no fact"),
    "a link": ("docs/index.md", "list.md#all", "lists.md", "docs/index.md:3:82: page: the link 'lists.md' leads"),
    "an anchor": ("docs/index.md", "list.md#all", "list.md#some", "does not contain an anchor '#some'"),
    "a raw link": (
        "docs/list.md",
        "Words.",
        '<a href="../gone/">x</a>',
        "docs/list.md:5:10: page: the link",
    ),
    "a footnote": ("docs/index.md", "{{ sources_used() }}", "", "docs/index.md:1:1: page: a source is cited but no"),
    "a macro's name": (
        "docs/list.md",
        "# List\n\n## All\n\nWords.",
        "---\ntitle: List\n---\n# List\n\n## All\n\nWords {{ fakt() }}.",
        "docs/list.md:8:10: page: 'fakt' is no macro. Did you mean 'fact'?",
    ),
    "a macro's argument": (
        "docs/index.md",
        "sources_used()",
        'sources_used("x")',
        "docs/index.md:5:4: page: sources_used() takes nothing. Take out what stands",
    ),
    "a chart's name": (
        "docs/list.md",
        "Words.",
        '{{ chart("areas") }}',
        "docs/list.md:5:11: page: no chart 'areas'. Did you mean 'area'?",
    ),
    "a typed figure": (
        "docs/list.md",
        "Words.",
        "They hold 33 words.",
        "docs/list.md:5:11: page: '33' is typed by hand",
    ),
    "another host": ("docs/list.md", "Words.", '<img src="https://example.org/x.png">', "from another host"),
}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project whose site is built."""
    root = tmp_path_factory.mktemp("gate")
    laid_out(GOOD, root / "facts")
    project(root, PAGES)
    run = python("-m", "factbook", "publish", cwd=root)
    assert run.returncode == 0, run.stdout + run.stderr
    return root


@pytest.mark.parametrize(("path", "before", "after", "message"), SLIPS.values(), ids=SLIPS)
def test_a_slip_stops_the_build_and_keeps_the_site(
    root: Path, path: str, before: str, after: str, message: str
) -> None:
    """Each slip is named, the exit status is not 0, no traceback is shown, and the old site stays as it was."""
    file, site = root / path, root / "site"
    sound, old = file.read_text(encoding="utf-8"), {page: page.read_bytes() for page in site.rglob("*.html")}
    assert before in sound
    file.write_text(sound.replace(before, after), encoding="utf-8")

    run = python("-m", "factbook", "publish", cwd=root)
    file.write_text(sound, encoding="utf-8")

    assert run.returncode != 0
    assert message in run.stdout + run.stderr
    assert "Traceback" not in run.stdout + run.stderr
    assert old == {page: page.read_bytes() for page in site.rglob("*.html")}
