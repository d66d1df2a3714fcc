"""The second builder: built with Zensical, every page says and links to the same as built with MkDocs."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path, PurePosixPath
from urllib.parse import urljoin

import pytest
from lxml import html
from records import GOOD, SOURCE_ID, laid_out, project, python

ROOT = Path(__file__).parents[1]
pytestmark = pytest.mark.skipif(find_spec("zensical") is None, reason="make zensical installs the second builder")
# Of each builder's own: the search index, the compressed list of pages, and the theme's scripts and styles.
OWN = {"search.json", "search/search_index.json", "sitemap.xml", "sitemap.xml.gz", "404.html"}
OF_THE_THEME = ("assets/javascripts/", "assets/stylesheets/", "assets/images/")

Page = html.HtmlElement


def files(site: Path) -> set[str]:
    found = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    return {name for name in found - OWN if not name.startswith(OF_THE_THEME)}


def facts(page: Page, _: str) -> list[object]:
    return [(fact.get("data-id"), fact.get("value"), fact.text_content()) for fact in page.xpath(".//data")]


def figures(page: Page, _: str) -> list[object]:
    return [html.tostring(drawing) for drawing in page.xpath(".//svg")]


def checks(page: Page, _: str) -> list[object]:
    return [" ".join(box.text_content().split()) for box in page.xpath(".//*[@role='group']")]


def cells(page: Page, _: str) -> list[object]:
    return [(cell.tag, cell.get("data-label")) for cell in page.xpath(".//table//th | .//table//td")]


def words(page: Page, _: str) -> list[object]:
    return list(page.text_content().split())


def anchors(page: Page, _: str) -> list[object]:
    return [id for id in page.xpath(".//@id") if not id.startswith("__")]  # those are the theme's


def targets(page: Page, address: str) -> list[object]:
    return [urljoin(address, link) for link in page.xpath(".//a/@href | .//script/@src | .//img/@src")]


def test_a_broken_fact_stops_the_second_builder(tmp_path: Path) -> None:
    """What stops a build stops this one: the problem is named, the status says so, and no site is written."""
    laid_out(GOOD, tmp_path / "facts")
    project(tmp_path, {"index.md": "# Valley\n"})
    shutil.copy(ROOT / "second_build.py", tmp_path)
    source = tmp_path / "facts" / "sources" / f"{SOURCE_ID}.yaml"
    source.write_text(source.read_text().replace("value: 340 mines", "value: 341 mines"))

    run = python("second_build.py", cwd=tmp_path)

    assert run.returncode == 1
    assert run.stderr.startswith(
        f"facts/sources/{SOURCE_ID}.yaml:22:10: {SOURCE_ID}.anti-personnel: the value says 341"
    )
    assert not (tmp_path / "site-zensical").exists()


def test_a_folder_of_other_things_is_refused(tmp_path: Path) -> None:
    """The second builder takes the place of nothing but an older site."""
    (tmp_path / "precious").mkdir()
    (tmp_path / "precious" / "letter.txt").write_text("Dear", encoding="utf-8")

    run = python("second_build.py", "--site", str(tmp_path / "precious"), cwd=ROOT)

    assert run.returncode == 1
    assert "neither empty nor a site of this record" in run.stderr
    assert [path.name for path in (tmp_path / "precious").iterdir()] == ["letter.txt"]


def test_both_builders_write_the_same_files(built_site: Path, second: Path) -> None:
    """Every page and every download of one site is in the other."""
    assert files(second) == files(built_site)


TOLD = (facts, figures, checks, cells, words, anchors, targets)


@pytest.mark.parametrize("told", TOLD, ids=lambda told: told.__name__)
def test_every_page_is_the_same(built_site: Path, second: Path, told: Callable[[Page, str], list[object]]) -> None:
    """Page by page, facts, figures, checks, tables, words, anchors and link targets are the same."""
    for name in sorted(name for name in files(built_site) if name.endswith(".html")):
        address = f"http://site/{PurePosixPath(name).parent}/"
        ours, theirs = (html.parse(str(site / name)).getroot().xpath("//article")[0] for site in (built_site, second))
        assert told(theirs, address) == told(ours, address), name


def test_every_download_is_the_same(built_site: Path, second: Path) -> None:
    """Data files, scripts and styles are the same to the byte."""
    for name in sorted(name for name in files(built_site) if not name.endswith(".html")):
        assert (second / name).read_bytes() == (built_site / name).read_bytes(), name
