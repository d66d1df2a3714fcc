"""From any figure a reader reaches its source, its words, paragraph and publisher in two steps, and back again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

from lxml import html
from the_record import BOOK


def _pages(site: Path) -> Iterator[tuple[str, html.HtmlElement]]:
    for path in sorted(site.rglob("index.html")):
        address = f"/{path.relative_to(site).as_posix()}".removesuffix("index.html")
        yield address, html.parse(str(path)).getroot()


def test_every_figure_leads_to_its_own_entry(built_site: Path) -> None:
    """A figure of a source is a link to its entry, or stands in it; one of ours leads to its formula."""
    astray = []
    for address, page in _pages(built_site):
        for figure in page.xpath("//article//data[@data-id]"):
            source, _, name = figure.get("data-id").partition(".")
            home = "/calculations/" if source == "derived" else f"/sources/{source}/"
            links = [urljoin(address, href) for href in figure.xpath("ancestor::a/@href")]
            if address != home and links != [f"{home}#{name}"]:
                astray.append((address, figure.get("data-id"), links))

    assert astray == []


def test_every_entry_shows_words_paragraph_and_publisher(built_site: Path) -> None:
    """The page of a source names its publisher, and each entry its words and, where they are held, their place."""
    for source in BOOK.sources.values():
        page = html.parse(str(built_site / "sources" / source.id / "index.html")).getroot()
        assert source.publisher in page.xpath("string(//article//h1)")
        for claim in BOOK.by_source[source.id]:
            (entry,) = page.xpath(f"//article//h2[@id='{claim.name}']/following-sibling::dl[1]")
            words = entry.xpath("string(.//dd[q])")
            assert " ".join(claim.quote.split()) in " ".join(words.split())
            assert ("paragraph" in words) == bool(BOOK.paragraphs(claim))


def test_every_source_is_listed(built_site: Path) -> None:
    """From the list of sources one step leads to each."""
    listed = html.parse(str(built_site / "sources" / "index.html")).getroot().xpath("//article//table//a/@href")

    assert {urljoin("/sources/", href) for href in listed} >= {f"/sources/{id}/" for id in BOOK.sources}


def test_a_notice_stands_wherever_its_source_is_used(built_site: Path) -> None:
    """A page that leads to an entry of a source with a notice shows the notice too."""
    noticed = [source for source in BOOK.sources.values() if source.notice]
    without = [
        (address, source.id)
        for address, page in _pages(built_site)
        for source in noticed
        if any(f"/sources/{source.id}/" in urljoin(address, href) for href in page.xpath("//article//a/@href"))
        and str(source.notice) not in page.xpath("string(//article)")
    ]

    assert noticed
    assert without == []
