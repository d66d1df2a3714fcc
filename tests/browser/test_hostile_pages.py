"""A site full of hostile text in a browser: nothing of it runs, loads or becomes part of a page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import TEMPLATES, WATCH, served
from hostile_site import HOSTILE, HostileSite
from playwright.sync_api import Browser, Page

SHAPES = """async names => Object.fromEntries(await Promise.all(names.map(async name => {
  const page = new DOMParser().parseFromString(await (await fetch(`/${name}`)).text(), "text/html");
  const shape = each => [each.localName, ...each.getAttributeNames().sort()].join(" ");
  return [name, [...page.querySelectorAll("*")].map(shape).join("\\n")];
})))"""
LIVE = "script, style, link, meta, base, img, iframe, object, embed, video, form, input, button, math, animate"
HANDLED = "all => all.filter(one => one.getAttributeNames().some(name => name.startsWith('on'))).length"


@pytest.fixture(scope="module")
def hostile(hostile_site: HostileSite) -> Iterator[str]:
    """Where the hostile site is served."""
    with served(hostile_site.folder) as address:
        yield address


@pytest.fixture
def page(browser: Browser, hostile: str) -> Iterator[Page]:
    """A page that counts alerts; afterwards there was none, nothing was refused, and nothing left for another host."""
    context = browser.new_context()
    context.add_init_script(WATCH)
    wrong: list[str] = []
    page = context.new_page()
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda sent: None if sent.url.startswith((hostile, "data:")) else wrong.append(sent.url))
    page.on("framenavigated", lambda frame: None if frame.url.startswith(hostile) else wrong.append(frame.url))
    yield page
    assert page.evaluate("[alerts, refused]") == [0, []]
    assert wrong == []
    context.close()


def test_every_page_has_the_elements_of_the_sound_site(
    browser: Browser, built_site: Path, hostile: str, address: str
) -> None:
    """As browsers read them, all pages of both sites have the same elements with the same attributes."""
    names = sorted(path.relative_to(built_site).as_posix() for path in built_site.rglob("*.html"))
    names.remove("corrections/index.html")  # the hostile record has no history
    found = []
    for site in (address, hostile):
        page = browser.new_page()
        page.goto(f"{site}/404.html")
        found.append(page.evaluate(SHAPES, names))
        page.close()

    assert [name for name in names if found[0][name] != found[1][name]] == []
    assert min(map(len, found[0].values())) > 1000


@pytest.mark.parametrize("path", TEMPLATES.values(), ids=TEMPLATES)
def test_nothing_runs_on_any_template(page: Page, hostile: str, path: str) -> None:
    """Read, printed and with everything opened that opens, a page only shows."""
    page.goto(f"{hostile}{path}", wait_until="load")
    page.emulate_media(media="print")
    page.eval_on_selector_all("details", "all => all.forEach(one => { one.open = true })")

    assert page.eval_on_selector_all("article *", HANDLED) == 0


def test_nothing_runs_in_the_search(page: Page, hostile: str) -> None:
    """Hostile texts can be searched for; what is found is shown as text."""
    page.goto(f"{hostile}/", wait_until="load")
    page.keyboard.press("f")
    page.locator(".md-search__input").fill("mines")
    page.locator(".md-search-result__link").first.wait_for()
    found = 0
    for words in HOSTILE[::2]:
        page.locator(".md-search__input").fill(words)
        page.wait_for_timeout(200)
        found += page.locator(".md-search-result__link").count() > 0
        assert page.locator(".md-search-result__list").locator(LIVE).count() == 0, words
        assert page.eval_on_selector_all(".md-search-result__list *", HANDLED) == 0, words

    assert found > len(HOSTILE) / 4


def test_nothing_runs_in_the_table_of_facts(page: Page, hostile: str) -> None:
    """Filtered by hostile words, from its form or from an address, the table only shows, and so do its filters."""
    page.goto(
        f"{hostile}/facts/?text=<img src=x onerror=alert(1)>&__proto__=x&length=1&item=2&measure='><script>",
        wait_until="load",
    )
    for words in HOSTILE[:5]:
        page.get_by_label("Words or figure").fill(words)
        said = "all => all.map((one) => `${one.textContent} ${one.dataset.also}`)"
        shown = page.eval_on_selector_all("tbody tr:not([hidden])", said)
        assert shown
        assert all(word in text.lower() for text in shown for word in words.lower().split())
    for select in page.locator(".facts-filter select").all():
        select.select_option(index=1)

    assert page.locator("#facts-table").locator(LIVE).count() == page.locator("thead button").count()
    assert page.locator("option").locator("*").count() == 0


def test_nothing_runs_in_the_timeline(page: Page, hostile: str) -> None:
    """Narrowed to a topic with a hostile name, the timeline only shows."""
    page.goto(f"{hostile}/timeline/?topic=<img src=x onerror=alert(1)>#<img src=x onerror=alert(1)>", wait_until="load")
    page.locator(".timeline-filter input").nth(1).check()

    assert page.eval_on_selector_all("article *", HANDLED) == 0
