"""The content security policy: the same on every page, in nobody's way, and a bar to what may slip into a page."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

import pytest
from browsing import TEMPLATES, WATCH, Open, served
from lxml import html
from playwright.sync_api import Browser, Request, Route
from previews import edit, page_with, serving, small
from records import SOURCE_ID

from factbook.policy import INLINE, POLICY, ZENSICAL_INLINE, ZENSICAL_POLICY

NO_CODE = "not(@type) or @type = 'text/javascript' or @type = 'module'"


@pytest.mark.parametrize(("site", "policy"), [("built_site", POLICY), ("second", ZENSICAL_POLICY)])
def test_every_page_states_the_policy_before_anything_is_loaded(
    request: pytest.FixtureRequest, site: str, policy: str
) -> None:
    """Only the encoding stands before the policy, within the bytes in which a browser looks for it."""
    for path in sorted(request.getfixturevalue(site).rglob("*.html")):
        first, second = html.parse(str(path)).xpath("//head/*[position() < 3]")
        assert dict(first.attrib) == {"charset": "utf-8"}, path
        assert dict(second.attrib) == {"http-equiv": "Content-Security-Policy", "content": policy}, path


@pytest.mark.parametrize(("site", "inline"), [("built_site", INLINE), ("second", ZENSICAL_INLINE)])
def test_the_scripts_allowed_are_those_of_the_page_without_facts(
    request: pytest.FixtureRequest, site: str, inline: tuple[str, ...]
) -> None:
    """The pinned hashes are those of the theme's own scripts, no more and no fewer."""
    page = html.parse(str(request.getfixturevalue(site) / "404.html"))
    scripts = page.xpath(f"//script[not(@src)][{NO_CODE}]/text()")
    digests = (hashlib.sha256(script.encode()).digest() for script in scripts)

    assert sorted(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests) == sorted(inline)


@pytest.mark.parametrize("policy", [POLICY, ZENSICAL_POLICY])
def test_the_policy_allows_nothing_unsafe(policy: str) -> None:
    """No inline code is allowed but by its hash, and nothing of another host."""
    assert "unsafe" not in policy
    assert re.findall(r"https?:|\*|//", policy) == []


def test_search_palette_and_filter_work_under_the_policy(open_page: Open) -> None:
    """Search finds, the palette turns and stays, and the table of facts narrows, with nothing refused."""
    page = open_page("/facts/")
    page.get_by_label("Words or figure").fill("18,302")
    assert page.locator(".facts-count").inner_text().startswith("1 of ") or page.url.endswith("?text=18%2C302")
    page.locator("label[for=__palette_1]").click()
    assert page.evaluate("document.body.dataset.mdColorScheme") == "default"
    page.locator("label[for=__palette_2]").click()
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"
    page.keyboard.press("f")
    page.locator(".md-search__input").press_sequentially("18,302")
    page.locator(".md-search-result__link").first.wait_for()

    page.reload(wait_until="load")
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"


def test_nothing_of_the_second_builder_is_refused(browser: Browser, second: Path) -> None:
    """On every template of the site built with Zensical its theme runs, its search finds, and nothing is refused."""
    page = browser.new_page()
    page.add_init_script(WATCH)
    with served(second) as address:
        for path in TEMPLATES.values():
            page.goto(f"{address}{path}", wait_until="load")
            assert page.evaluate("document.documentElement.classList.contains('js')"), path
            assert page.evaluate("refused") == [], path
        page.wait_for_load_state("networkidle")  # or the key is pressed before the theme listens for it
        page.keyboard.press("Control+k")
        page.keyboard.type("18,302")
        page.locator("a mark").first.wait_for()
        assert page.evaluate("refused") == []
        page.close()


SLIPPED = {
    "script": ("<script>alert(1)</script>", "script-src-elem"),
    "handler": ("<img src=/assets/favicon.svg onload=alert(1)>", "script-src-attr"),
    "script of another host": ("<script src=https://example.org/x.js></script>", "script-src-elem"),
    "script as data": ("<script src='data:text/javascript,alert(1)'></script>", "script-src-elem"),
    "frame": ("<iframe srcdoc='<script>parent.alert(1)</script>'></iframe>", "script-src-elem"),
    "frame of another host": ("<iframe src=https://example.org/></iframe>", "frame-src"),
    "image of another host": ("<img src=https://example.org/x.png>", "img-src"),
    "style": ("<style>* { display: none }</style>", "style-src-elem"),
    "style of an element": ("<p style='color: red'>x</p>", "style-src-attr"),
    "address of all links": ("<base href=https://example.org/>", "base-uri"),
    "object": ("<object data=https://example.org/x></object>", "object-src"),
}


@pytest.mark.parametrize("slip", SLIPPED)
def test_what_slips_into_a_page_is_refused(browser: Browser, address: str, slip: str) -> None:
    """Were escaping ever to fail, nothing would run, load or be restyled."""
    markup, directive = SLIPPED[slip]
    asked: list[Request] = []

    def slipped(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace("<article", f"{markup}<article", 1))

    context = browser.new_context()
    context.add_init_script(WATCH)
    context.route(f"{address}/law/", slipped)
    page = context.new_page()
    page.on("request", lambda sent: asked.append(sent))
    page.goto(f"{address}/law/", wait_until="load")
    page.wait_for_function("refused.length > 0 || frames.length > 0")

    assert page.evaluate("alerts") == 0
    assert page.evaluate("refused") == ([] if slip == "frame" else [directive])
    assert {sent.failure for sent in asked if "example.org" in sent.url} <= {"csp"}
    context.close()


def test_a_preview_reloads_itself(browser: Browser, tmp_path: Path) -> None:
    """What `make serve` shows states no policy, so that its own script can reload the page when a fact is saved."""
    small(tmp_path)
    with serving(tmp_path) as preview:
        page_with(preview, "340 mines")
        page = browser.new_page()
        page.goto(preview, wait_until="load")
        assert page.locator("meta[http-equiv]").count() == 0

        for old, new in (("340 mines", "34O mines"), ("34O mines", "340 mines")):
            edit(tmp_path / "facts" / "sources" / f"{SOURCE_ID}.yaml", f"value: {old}", f"value: {new}")
            page.locator(".broken" if "O" in new else "data.fact").first.wait_for()
        page.close()
