"""Every template of the site: open to all, whole on a small screen, and readable without scripts."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from browsing import TEMPLATES, Open

every_template = pytest.mark.parametrize("path", TEMPLATES.values(), ids=TEMPLATES)


@every_template
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_keeps_anyone_out(open_page: Open, path: str, scheme: str) -> None:
    """In either scheme the theme runs, axe finds no violation on a wide or a narrow screen, and printing goes well."""
    page = open_page(path, scheme=scheme)
    page.emulate_media(reduced_motion="reduce")  # or what a narrower screen moves would still be moving
    assert page.evaluate("document.body.dataset.mdColorScheme") == {"light": "default", "dark": "slate"}[scheme]
    assert page.evaluate("document.documentElement.classList.contains('js')")

    for width in (1300, 390):
        page.set_viewport_size({"width": width, "height": 900})
        found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
        assert [(rule["id"], [node["target"] for node in rule["nodes"]][:3]) for rule in found] == [], width

    page.emulate_media(media="print")


TWICE = """
const root = document.documentElement;
root.style.fontSize = `${2 * parseFloat(getComputedStyle(root).fontSize)}px`;
"""


@every_template
def test_no_page_scrolls_sideways(open_page: Open, path: str) -> None:
    """On no screen does anything stand out to the right, in letters of the usual size or twice as large."""
    page = open_page(path.partition("?")[0])
    page.emulate_media(reduced_motion="reduce")  # or a resized field would still be moving
    for script in ("", TWICE):
        page.evaluate(script)
        for width in (320, 360, 390, 768, 1300):
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (script, width)


@every_template
def test_without_scripts_the_page_is_complete(open_page: Open, path: str) -> None:
    """With scripts off the text of the article is the same, save for what the scripts themselves add."""
    added = ".facts-filter, .timeline-filter, thead button, #facts-table caption"
    script = f"page => {{ page.querySelectorAll({added!r}).forEach(one => one.remove()); return page.innerText }}"
    plain, full = (open_page(path, scripts=scripts) for scripts in (False, True))

    missing = set(full.eval_on_selector("article", script).split()) - set(plain.locator("article").inner_text().split())

    assert missing == set()
    assert plain.locator("form:visible").count() == 0


PAINTED = """([element, part]) => getComputedStyle(document.querySelector(element), part).backgroundColor"""


@pytest.mark.parametrize(
    ("path", "element", "part"),
    [
        ("/checks/", ".check-icon", None),
        ("/series/", "article summary", "::after"),
        ("/method/", ".md-nav__icon", "::after"),
    ],
)
def test_marks_are_seen_in_the_colours_that_a_reader_chose(
    open_page: Open, path: str, element: str, part: str | None
) -> None:
    """Where the browser puts its user's colours in the place of ours, what a mask cuts out is not the page's own."""
    page = open_page(path, 390)
    page.emulate_media(forced_colors="active")

    assert page.evaluate(PAINTED, [element, part]) != page.evaluate(PAINTED, ["body", None])
