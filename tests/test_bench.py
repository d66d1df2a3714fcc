"""The measuring of speed: it compares like with like, and keeps what it finds. No test asks how long anything took."""

from __future__ import annotations

import json
import pstats
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from resource import RUSAGE_SELF, getrusage

import pytest
from lxml import html
from previews import small

from bench import __main__ as command
from bench import weighing
from bench.copies import BARE, BARER, expanded
from bench.events import events
from bench.growing import grow
from bench.profiling import shares
from bench.reading import reading
from bench.results import quotient, row, write
from bench.serving import PORT, marked_fact, marked_page, served
from bench.timing import Run, Spread, python, ratio, side_by_side, spread, timed
from factbook.book import load
from factbook.checking import check_all
from factbook.render import speed
from factbook.render.writer import UnknownName

ROOT = Path(__file__).parents[1]
POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')  # written by a hook, which bare builds lack
FEW = Spread(2.0, 1.0, 4.0, 3)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A project like this one with a small record and two pages, and the measuring in it."""
    root = tmp_path / "small"
    small(root)
    (root / "bench").symlink_to(ROOT / "bench")
    with (root / "mkdocs.yml").open("a") as settings:
        settings.write("\nnav: [index.md, plain.md]\n")
    return root


def test_a_spread_is_the_middle_and_the_ends() -> None:
    """One slow round moves an end and not the middle."""
    assert spread([3.0, 1.0, 2.0, 90.0, 2.5]) == Spread(2.5, 1.0, 90.0, 5)


def test_ratios_are_taken_round_by_round() -> None:
    """What slowed both runs of a round slows neither against the other."""
    ours, theirs = ([Run(0, work, 0) for work in works] for works in ((2.0, 20.0, 4.0), (1.0, 10.0, 1.0)))

    assert ratio(ours, theirs) == Spread(2.0, 2.0, 4.0, 3)


def test_measurements_made_apart_are_compared_at_their_ends() -> None:
    """The least quotient is of the least and the most, the greatest of the most and the least."""
    assert quotient(FEW, Spread(4.0, 2.0, 8.0, 2)) == Spread(0.5, 0.125, 2.0, 2)


def test_every_command_runs_in_every_round(tmp_path: Path) -> None:
    """Commands take turns, after a round that does not count."""
    log = tmp_path / "log"
    commands = {name: (python("-c", f"open({str(log)!r}, 'a').write({name!r})"), tmp_path) for name in ("a", "b")}

    runs = side_by_side(commands, 2)

    assert log.read_text() == "ababab"
    assert {name: len(some) for name, some in runs.items()} == {"a": 2, "b": 2}


def test_a_command_that_fails_stops_the_measuring(tmp_path: Path) -> None:
    """The end of its output is told, and no time is taken for one."""
    with pytest.raises(SystemExit, match=r"ended with 3:\nwhy\n"):
        timed(python("-c", "print('why'); raise SystemExit(3)"), tmp_path)


def test_the_memory_of_a_command_is_its_own(tmp_path: Path) -> None:
    """What the process that measures has taken itself is not counted as the command's."""
    assert timed(python("-c", "pass"), tmp_path).memory < getrusage(RUSAGE_SELF).ru_maxrss * 1024


def test_sections_not_measured_again_are_kept(tmp_path: Path) -> None:
    """Results hold each section with the machine it was measured on, numbers cut to what they tell."""
    out = tmp_path / "results.json"
    write(out, {"Day": "one"}, {"checks": [row("check", "s", {"after": FEW}, 1)]})
    write(out, {"Day": "two"}, {"diffs": [row("diff", "s", {"before": Spread(1.23456, 1, 2, 3), "after": FEW})]})

    found = json.loads(out.read_text())

    assert {name: section["machine"]["Day"] for name, section in found.items()} == {"checks": "one", "diffs": "two"}
    assert found["checks"]["rows"] == [{"what": "check", "unit": "s", "goal": 1, "before": None, "after": list(FEW)}]
    assert found["diffs"]["rows"][0]["before"] == [1.235, 1.0, 2.0, 3]


def test_the_command_measures_what_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each section is given a folder, the states by their commits, and the rounds."""
    asked: list[object] = []
    monkeypatch.setitem(command.SECTIONS, "diffs", lambda *given: asked.append(given[1:]) or [])
    monkeypatch.setattr(
        "sys.argv", ["bench", "--before", "no-such", "--rounds", "1", "--out", str(tmp_path / "r"), "diffs"]
    )

    command.main()

    assert asked == [({"after": ""}, 1)]
    assert json.loads((tmp_path / "r").read_text())["diffs"]["machine"]["Before"] == "not measured"


def test_a_larger_record_breaks_no_rule(tmp_path: Path) -> None:
    """Invented sources, claims and pages pass every check of the record, and are the same each time."""
    for name in ("one", "two"):
        for folder in ("facts", "docs"):
            shutil.copytree(ROOT / folder, tmp_path / name / folder)
        shutil.copy(ROOT / "mkdocs.yml", tmp_path / name)
        count = len(list((ROOT / "facts" / "sources").iterdir())) + 12
        grow(tmp_path / name, count, 2, 2)

    book, problems = check_all(tmp_path / "one" / "facts")

    assert problems == []
    assert book
    assert len(book.sources) == count
    assert (tmp_path / "one" / "docs" / "progress-1.md").exists()
    assert not (tmp_path / "one" / "docs" / "districts-1.md").exists()  # an overview, which grows longer instead
    lines = (tmp_path / "one" / "docs" / "casualties-1.md").read_text(encoding="utf-8").splitlines()
    # What a line leaned on may be drawn anew without it.
    assert not [line for line in lines if "cite=False" in line and not line.startswith("|")]
    for path in (path for path in (tmp_path / "one").rglob("*") if path.is_file()):
        assert path.read_bytes() == (tmp_path / "two" / path.relative_to(tmp_path / "one")).read_bytes()


def test_a_bare_build_makes_the_same_pages(copy: Path) -> None:
    """MkDocs alone, given what the macros wrote, makes pages of the same words, and the same downloads and titles."""
    expanded(copy)
    for settings, site in (("mkdocs.yml", "build"), (BARE, "bare"), (BARER, "barer")):
        timed(python("-m", "mkdocs", "build", "-f", settings, "-d", site), copy)
    files, *others = (set(files_of(copy / site)) for site in ("build", "bare", "barer"))

    assert others == [files, files]
    index = Path("search", "search_index.json")
    assert titles(copy / "barer" / index) == titles(copy / "bare" / index) == titles(copy / "build" / index)
    for name in files - {index}:
        ours, bare, barer = ((copy / site / name).read_bytes() for site in ("build", "bare", "barer"))
        assert barer == POLICY.sub(b"", ours)
        assert (words(bare) == words(ours)) if name.suffix == ".html" else bare == ours


def files_of(site: Path) -> Iterator[Path]:
    """The files of a site, without the theme's scripts for other languages, which our hook leaves out."""
    for path in site.rglob("*"):
        if path.is_file() and "lunr" not in path.parts:
            yield path.relative_to(site)


def titles(index: Path) -> list[tuple[str, str]]:
    """What the search can lead to; only our own hook parts the words that it reads there."""
    return [(entry["location"], entry["title"]) for entry in json.loads(index.read_text(encoding="utf-8"))["docs"]]


def words(page: bytes) -> list[str]:
    """The words of a page."""
    return html.fromstring(page).text_content().split()


def test_events_are_counted(tmp_path: Path) -> None:
    """Every event of every file: two of the stream, two of the document, two of the mapping, a key and a value."""
    (tmp_path / "a.yaml").write_text("key: value\n")
    (tmp_path / "b.yaml").write_text("key: value\n")

    assert events(tmp_path) == 16


def test_the_state_before_can_be_made_larger(tmp_path: Path) -> None:
    """What runs in a copy of an earlier state takes from that state only what it has."""
    earlier = ["git", "archive", "--output", str(tmp_path / "earlier.tar"), command.BEFORE, "factbook"]
    if subprocess.run(earlier, cwd=ROOT, capture_output=True, check=False).returncode:
        pytest.skip(f"git fetch --unshallow: {command.BEFORE}, which is measured too, is not held")
    shutil.unpack_archive(tmp_path / "earlier.tar", tmp_path, filter="data")
    (tmp_path / "bench").symlink_to(ROOT / "bench")

    timed(python("-c", "import bench.growing"), tmp_path)


def test_reading_finds_the_quotes_that_a_check_finds() -> None:
    """What is measured as the least a check must do is really done: each quote is looked for where its rule looks."""
    book = load(ROOT / "facts")
    prints = book.noted | book.fingerprints
    held = [claim for claim in book.claims.values() if claim.source in prints]

    assert reading(ROOT / "facts") == sum(prints[claim.source].holds(claim.quote) for claim in held) > 0


def test_shares_go_to_the_place_that_spent_the_time() -> None:
    """A builtin counts where it was called, and shares are of all the time."""
    ours, library = ("/p/factbook/rules/days.py", 1, "rule"), ("/lib/site-packages/jinja2/runtime.py", 1, "call")
    builtin = ("~", 0, "<method 'sub'>")
    stats = pstats.Stats()
    stats.stats = {  # type: ignore[attr-defined]
        ours: (1, 1, 2.0, 3.0, {}),
        library: (1, 1, 1.0, 1.0, {}),
        builtin: (1, 1, 1.0, 1.0, {ours: (1, 1, 1.0, 1.0)}),
    }

    assert shares(stats) == [{"place": "factbook/rules", "percent": 75.0}, {"place": "jinja2", "percent": 25.0}]


def test_the_preview_measured_is_the_one_that_make_serves() -> None:
    """The options are those of the recipe, as it stands and as it stood, but for the port."""
    options = ["serve", "--dirty", "--no-strict", "--dev-addr", f"127.0.0.1:{PORT}"]

    assert served((ROOT / "Makefile").read_text(encoding="utf-8")) == options
    assert served("\t$(python) -m mkdocs serve --dirty --no-strict --dev-addr 127.0.0.1:8000\n") == options


@pytest.mark.parametrize(
    ("mark", "text"),
    [(marked_page, "# Page\n"), (marked_fact, "a:\n  quote: some words\n\nb:\n  quote: more words\n\n")],
    ids=["page", "fact"],
)
def test_a_mark_takes_the_place_of_the_last(mark: Callable[[str, str], str], text: str) -> None:
    """However often a file is saved, it holds one mark, and the page one change."""
    once, again = (f"Measured as number {number}." for number in ("i", "ii"))

    assert mark(mark(text, once), again) == mark(text, again)
    assert mark(text, again).count("Measured") == 1


@pytest.mark.skipif(weighing.CHROMIUM is None, reason="apt-get install chromium: pages are weighed in it")
def test_a_first_visit_is_weighed_by_what_a_browser_asks_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a page loads counts by its kind, compressed; what lies beside it does not, and other hosts are noticed."""
    monkeypatch.setattr(weighing, "FIRST_VISIT_SECONDS", 0)
    elsewhere = '<img src="http://localhost:9/picture.png">'
    (tmp_path / "index.html").write_text(
        f'<link rel="icon" href="data:,"><link rel="stylesheet" href="a.css"><title>x</title>{elsewhere}'
    )
    (tmp_path / "a.css").write_text("p { color: red }" * 100)
    (tmp_path / "unused.css").write_text("p { color: red }" * 100)

    with ThreadPoolExecutor(1) as apart:  # another test's browser may be open in this thread
        (page,) = apart.submit(weighing.weighed, tmp_path, [""]).result()

    assert set(page.kinds) == {"HTML", "CSS"}
    assert 0 < page.kinds["CSS"] < 100
    assert (page.requests, page.elsewhere) == (2, 1)


def test_what_was_not_measured_is_said_to_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A table gives the middle and the ends, or one number where all are equal, and says what was missed."""
    monkeypatch.setattr(speed, "RESULTS", tmp_path / "results.json")
    rows = [row("one", "s", {"after": FEW}), row("all", "pages", {"before": spread([260]), "after": FEW}, 1.15)]
    write(speed.RESULTS, {"Day": "one"}, {"checks": rows})

    cells = [html.fromstring(speed.measured(None, name)).xpath("//tbody//th | //td") for name in ("checks", "goals")]

    assert [cell.text_content() for cell in cells[0]] == ["one", "not measured", "2 s (1 to 4)"]
    assert [cell.text_content() for cell in cells[1]] == ["all", "1.15 pages", "260 pages", "2 pages (1 to 4)", "no"]


@pytest.mark.parametrize("text", [None, "{"])
def test_results_that_cannot_be_read_are_told_not_thrown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str | None
) -> None:
    """A page names the file and what to do about it, as for every other slip in a page."""
    monkeypatch.setattr(speed, "RESULTS", tmp_path / "results.json")
    if text:
        speed.RESULTS.write_text(text)

    with pytest.raises(UnknownName, match=r"bench/results\.json cannot be read\. Fetch it"):
        speed.measured(None, "goals")


def test_the_page_on_speed_shows_every_section() -> None:
    """Nothing that was measured is kept from readers."""
    shown = (ROOT / "docs" / "speed.md").read_text(encoding="utf-8")
    sections = set(json.loads(speed.RESULTS.read_text(encoding="utf-8"))) - {"weights"}  # it holds goals alone

    assert [name for name in sorted(sections) if f'measured("{name}")' not in shown] == []
