"""Publishing: whatever goes wrong or interrupts it, the previous site stays whole."""

from __future__ import annotations

import errno
import fcntl
import os
import shutil
import signal
import subprocess
import sys
import warnings
from collections.abc import Callable
from itertools import count
from pathlib import Path
from types import SimpleNamespace

import pytest
from previews import small
from records import committed

from factbook import build, swap
from factbook.build import RELEASED
from factbook.errors import BrokenBook, Mark, Problem
from factbook.faults import NotPublished
from factbook.publish import publish

ROOT = Path(__file__).parents[1]
NEW = {"data/facts.json": "[]\n", "index.html": "new\n", "law/index.html": "new\n"}
OLD = {"data/facts.json": "[]\n", "index.html": "old\n", "gone.html": "old\n"}
PAGES = 'cd "$1" && mkdir data law && echo [] >data/facts.json && echo new >index.html && echo new >law/index.html'
PROBLEM = Problem(Mark("docs/law.md", 3, 7), "law", "is wrong. Mend it.", "audit")
BUSY = "Another build is at work there. Wait until it ends, then run this again."


def shell(script: str, *arguments: object) -> Callable[[Path], list[str]]:
    return lambda new: ["sh", "-ec", script, "sh", str(new), *map(str, arguments)]


def python(script: str) -> Callable[[Path], list[str]]:
    return lambda new: [sys.executable, "-c", script, str(new)]


def run(root: Path, site: Path, **steps: Callable) -> None:
    """Publish with a builder, a check of the facts and an audit that find nothing wrong, but for those given."""
    sound = {"command": shell(PAGES), "check": lambda facts: None, "audit": lambda built, docs, book: []}
    publish(root, site, **(sound | steps))


def broken(*_: object) -> None:
    raise BrokenBook([PROBLEM])


def tree(folder: Path) -> dict[str, str] | None:
    """What stands in a folder, by path; None where there is no folder."""
    if not folder.exists():
        return None
    return {path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*") if path.is_file()}


def write(folder: Path, pages: dict[str, str]) -> None:
    for name, text in pages.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write(tmp_path / "record", {"facts/a.yaml": "a\n", "docs/index.md": "a\n", "notes/mine.txt": "a\n"})
    return tmp_path / "record"


@pytest.fixture
def site(root: Path) -> Path:
    write(root / "site", OLD)
    return root / "site"


@pytest.fixture(params=[1, 2], ids=["one rename", "two renames"])
def renames(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """In how many renames two folders change places: one where the system exchanges names, as Linux does, or two."""
    if request.param == 1 and sys.platform != "linux":
        pytest.skip("only Linux exchanges two names in one step")
    if request.param == 2:
        monkeypatch.setattr(swap, "_exchanged", lambda one, other: False)
    return request.param


def refusal(root: Path, site: Path, **steps: Callable) -> str:
    with pytest.raises(NotPublished) as refused:
        run(root, site, **steps)
    return str(refused.value)


@pytest.mark.usefixtures("renames")
@pytest.mark.parametrize("old", [None, {}, OLD], ids=["no", "an empty", "an old"])
def test_new_site_replaces_old(root: Path, old: dict[str, str] | None) -> None:
    """The new site stands where there was none, an empty folder or an old site, and only a lock is left over."""
    if old is not None:
        (root / "site").mkdir()
        write(root / "site", old)

    run(root, root / "site")

    assert tree(root / "site") == NEW
    assert tree(root / ".site.publish") == {"lock": ""}


@pytest.mark.parametrize("steps", [{"check": broken}, {"audit": lambda *_: [PROBLEM]}], ids=["facts", "pages"])
def test_problems_keep_old_site(root: Path, site: Path, steps: dict[str, Callable]) -> None:
    """Problems of the facts or of the built pages are raised as they are, and the old site stays."""
    with pytest.raises(BrokenBook) as found:
        run(root, site, **steps)

    assert found.value.problems == [PROBLEM]
    assert tree(site) == OLD
    assert tree(root / ".site.publish") == {"lock": ""}


FULL = """
import pathlib, resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (9, 9))
print("Writing", file=sys.stderr)
pathlib.Path(sys.argv[1], "a").write_text("more than nine bytes")
"""
MENDED = "Mend what its log above names, then run this again."
FAILURES = [
    (shell("exit 3"), f"The build ended with exit status 3. {MENDED}", ""),
    (shell("kill -9 $$"), f"The build ended with SIGKILL. {MENDED}", ""),
    (shell("echo WARNING >&2; exit 1"), f"The build ended with exit status 1. {MENDED}", "WARNING\n"),
    (shell("printf '\\377\\n' >&2; exit 2"), f"The build ended with exit status 2. {MENDED}", "\\xff\n"),
    (
        python("raise OSError(28, 'No space left on device', 'a')"),
        "No space left on device (a). Free some space, then run this again.",
        "",
    ),
    (python(FULL), "File too large. Free some space, then run this again.", "Writing\n"),
    (
        shell('echo new >"$1/index.html"'),
        "The build wrote no data/facts.json. See that mkdocs.yml names its hooks, then run this again.",
        "",
    ),
]


@pytest.mark.parametrize(("command", "message", "log"), FAILURES, ids=[message for _, message, _ in FAILURES])
def test_failed_build_keeps_old_site(
    root: Path, site: Path, capfd: pytest.CaptureFixture, command: Callable, message: str, log: str
) -> None:
    """A failed build says how it ended and what to do, a full disk without a traceback, and the old site stays."""
    assert refusal(root, site, command=command) == f"{site}: {message} Nothing there was changed."
    assert capfd.readouterr().err == log
    assert tree(site) == OLD
    assert tree(root / ".site.publish") == {"lock": ""}


@pytest.mark.parametrize(
    ("script", "end"),
    [
        ("print(1 / 0)", "ZeroDivisionError: division by zero\n"),
        ("open('nowhere')", "FileNotFoundError: [Errno 2] No such file or directory: 'nowhere'\n"),
    ],
)
def test_traceback_of_the_builder_is_shown(
    root: Path, site: Path, capfd: pytest.CaptureFixture, script: str, end: str
) -> None:
    """A traceback that is no fault of the file system which a user can mend is passed on whole."""
    refusal(root, site, command=python(script))

    log = capfd.readouterr().err
    assert log.startswith("Traceback (most recent call last):\n")
    assert log.endswith(end)


OVERWRITES = "A site there would overwrite the record ({}). Choose another folder with --site."
FOREIGN = (
    "It is neither empty nor a site of this record (no data/facts.json in it). "
    "Empty it, or choose another folder with --site."
)


@pytest.mark.parametrize(
    ("place", "message"),
    [
        ("facts", OVERWRITES.format("facts")),
        ("facts/site", OVERWRITES.format("facts")),
        ("link/site", OVERWRITES.format("facts")),
        ("docs", OVERWRITES.format("docs")),
        (".", OVERWRITES.format("facts")),
        ("..", OVERWRITES.format("facts")),
        ("notes", FOREIGN),
        ("notes/mine.txt", FOREIGN),
        ("notes/mine.txt/site", "Not a directory ({}). Choose another folder with --site, then run this again."),
    ],
)
def test_unsafe_place_is_refused(root: Path, monkeypatch: pytest.MonkeyPatch, place: str, message: str) -> None:
    """A folder that holds the record or anything else but a site of it is refused and keeps what it holds."""
    (root / "link").symlink_to("facts")
    before = tree(root)
    monkeypatch.chdir(root)

    below = root / "notes/mine.txt/.site.publish"
    assert refusal(Path(), Path(place)) == f"{Path(place)}: {message.format(below)} Nothing there was changed."
    assert tree(root) == before


@pytest.mark.parametrize(
    ("number", "advice"),
    [
        (errno.EDQUOT, "Free some space"),
        (errno.EPERM, "Get access to it, or choose another folder with --site"),
        (errno.EROFS, "Get access to it, or choose another folder with --site"),
        (errno.EBUSY, "A mount point cannot be replaced: choose a folder in it with --site"),
        (errno.EIO, "Mend that"),
    ],
)
def test_a_fault_of_the_file_system_has_its_advice(root: Path, site: Path, number: int, advice: str) -> None:
    """What is wrong, where, and what to do about it."""

    def fail(_: Path) -> None:
        raise OSError(number, "It is wrong", "there")

    told = f"{site}: It is wrong (there). {advice}, then run this again. Nothing there was changed."
    assert refusal(root, site, check=fail) == told
    assert tree(site) == OLD


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_read_only_place_is_refused(root: Path) -> None:
    """A folder that cannot be written gives a message, not a traceback."""
    (root / "notes").chmod(0o555)
    site = root / "notes" / "site"

    assert refusal(root, site) == (
        f"{site}: Permission denied ({root}/notes/.site.publish). Get access to it, "
        "or choose another folder with --site, then run this again. Nothing there was changed."
    )


def forked(act: Callable[[], None]) -> int:
    """Run `act` in a child process and return its id; the child ends with 0 where nothing was raised."""
    with warnings.catch_warnings():  # other tests may have left threads, which the child does not need
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child:
        return child
    signal.signal(signal.SIGINT, signal.default_int_handler)  # tests run in the background inherit that it is ignored
    try:
        act()
        os._exit(0)
    finally:
        os._exit(1)


def exit_code(child: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def until_builder_ends(site: Path) -> None:
    """Wait for a builder that outlives its killed parent: it holds the lock."""
    lock = site.with_name(".site.publish") / "lock"
    if lock.exists():
        with lock.open() as held:
            fcntl.flock(held, fcntl.LOCK_EX)


def kill_at(step: int) -> None:
    """Kill this process at its `step`-th audited event from now: each file opened, renamed, removed and so on."""
    events = count()
    sys.addaudithook(lambda *_: os.kill(os.getpid(), signal.SIGKILL) if next(events) == step else None)


def killed_at(step: int, root: Path, site: Path) -> bool:
    def act() -> None:
        kill_at(step)
        run(root, site)

    ended = exit_code(forked(act))
    until_builder_ends(site)
    assert ended in (0, -signal.SIGKILL)
    return ended != 0


def test_kill_at_any_step(root: Path, site: Path, renames: int) -> None:
    """Killed at any step, a run leaves the old or the new site whole; with two renames, once the next run starts."""
    left = []
    for step in count():
        killed = killed_at(step, root, site)
        left.append(tree(site))
        with pytest.raises(BrokenBook):
            run(root, site, check=broken)
        assert tree(site) in (OLD, NEW)
        assert tree(root / ".site.publish") == {"lock": ""}
        if not killed:
            break
        shutil.rmtree(site)
        write(site, OLD)

    assert OLD in left
    assert left.count(NEW) > 1
    assert [pages for pages in left if pages not in (OLD, NEW)] == [None] * (renames - 1)


GATED = 'echo half >"$1/index.html"; read -r line <"$2" || true; ' + PAGES


@pytest.fixture
def gate(tmp_path: Path) -> Path:
    """A pipe at which the gated builder waits, its first page written."""
    os.mkfifo(tmp_path / "gate")
    return tmp_path / "gate"


def test_second_build_at_once_is_refused(root: Path, site: Path, gate: Path) -> None:
    """A second build is told to wait while a first is at work, and the first ends as if it were alone."""
    first = forked(lambda: run(root, site, command=shell(GATED, gate)))
    with gate.open("w"):
        assert refusal(root, site) == f"{site}: {BUSY} Nothing there was changed."
        assert tree(site) == OLD

    assert exit_code(first) == 0
    assert tree(site) == NEW


def test_builder_that_outlives_a_killed_run_disturbs_no_other(root: Path, site: Path, gate: Path) -> None:
    """While the builder of a killed run is still at work, the next run is told to wait."""
    first = forked(lambda: run(root, site, command=shell(GATED, gate)))
    with gate.open("w"):
        os.kill(first, signal.SIGKILL)
        assert exit_code(first) == -signal.SIGKILL
        assert refusal(root, site) == f"{site}: {BUSY} Nothing there was changed."
    until_builder_ends(site)
    assert tree(site) == OLD

    run(root, site)

    assert tree(site) == NEW


def test_run_interrupted_by_hand_leaves_nothing_behind(root: Path, site: Path, gate: Path) -> None:
    """Ctrl-C in the middle of a build clears away what was built, and the old site stays."""
    run_by_hand = forked(lambda: run(root, site, command=shell(GATED, gate)))
    with gate.open("w"):
        os.kill(run_by_hand, signal.SIGINT)
        assert exit_code(run_by_hand) == 1
    until_builder_ends(site)  # interrupted while it was being started, it has only the gate to end it

    assert tree(site) == OLD
    assert tree(root / ".site.publish") == {"lock": ""}


@pytest.mark.parametrize(
    ("call", "told"),
    [
        ("fact(", "docs/index.md:7:1: page: a macro cannot be read."),
        ('chart("areas")', "docs/index.md:7:11: page: no chart 'areas'. Did you mean 'area'?"),
    ],
)
def test_slip_in_a_page_is_told_by_its_place(
    call: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture
) -> None:
    """The real builder names it, without a traceback, and the old site stays."""
    small(tmp_path)
    with (tmp_path / "docs" / "index.md").open("a") as page:
        page.write(f"\n{{{{ {call} }}}}\n")
    write(tmp_path / "site", OLD)
    monkeypatch.chdir(tmp_path)

    refusal(Path(), Path("site"), command=build.mkdocs, check=lambda facts: None)

    log = capfd.readouterr().err
    assert told in log
    assert "Traceback" not in log
    assert tree(tmp_path / "site") == OLD


def test_fact_that_vanishes_before_the_builder_reads_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture
) -> None:
    """The real builder names a fact file that is gone since the check, and the old site stays."""
    small(tmp_path)
    write(tmp_path / "site", OLD)
    monkeypatch.chdir(tmp_path)

    message = refusal(
        Path(), Path("site"), command=build.mkdocs, check=lambda facts: (facts / "vocabulary.yaml").unlink()
    )

    assert message == f"site: The build ended with exit status 1. {MENDED} Nothing there was changed."
    told = "facts/vocabulary.yaml:1:1: vocabulary: is missing. Restore it.\n"
    assert capfd.readouterr().err.endswith(f"{told}Nothing was built.\n")
    assert tree(tmp_path / "site") == OLD


@pytest.mark.usefixtures("renames")
def test_rename_that_fails_is_undone(site: Path) -> None:
    """Where the new folder cannot take its place, the old one has it."""
    with pytest.raises(FileNotFoundError), swap.replacing(site) as (new, _):
        new.rmdir()

    assert tree(site) == OLD


def exchange(monkeypatch: pytest.MonkeyPatch, ends: int | None) -> None:
    """Have the exchange of two names end with an error, or not be known at all."""
    known = {} if ends is None else {"renameat2": lambda *_: -1}
    monkeypatch.setattr(swap.ctypes, "CDLL", lambda *_, **__: SimpleNamespace(**known))
    monkeypatch.setattr(swap.ctypes, "get_errno", lambda: ends)


@pytest.mark.parametrize("ends", [None, errno.ENOSYS, errno.EINVAL, errno.ENOTSUP])
def test_where_names_cannot_be_exchanged_they_are_renamed(
    root: Path, site: Path, monkeypatch: pytest.MonkeyPatch, ends: int | None
) -> None:
    """A system or a file system that lacks the step of exchanging names gets the new site all the same."""
    exchange(monkeypatch, ends)

    run(root, site)

    assert tree(site) == NEW
    assert tree(root / ".site.publish") == {"lock": ""}


def test_an_exchange_that_fails_keeps_the_old_site(root: Path, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of the disk is told as such, and nothing else is tried."""
    exchange(monkeypatch, errno.EIO)

    told = f"Input/output error ({site}). Mend that, then run this again."
    assert refusal(root, site) == f"{site}: {told} Nothing there was changed."
    assert tree(site) == OLD


DATED = PAGES + '; printf %s "$SOURCE_DATE_EPOCH" >date'


@pytest.mark.parametrize(
    ("commit", "variable", "date"),
    [(None, None, RELEASED), (1_600_000_000, None, "1600000000"), (1_600_000_000, "1", "1")],
    ids=["no commit", "last commit", "variable set"],
)
def test_date_of_the_build(
    root: Path, monkeypatch: pytest.MonkeyPatch, commit: int | None, variable: str | None, date: str
) -> None:
    """The builder is given the date of the last commit, so that one commit always gives the same site."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(root.parent))
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    if commit:
        committed(root, at=commit)
    if variable:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", variable)
    monkeypatch.setenv("GIT_DIR", str(root.parent / "elsewhere"))  # as in a hook of another repository

    run(root, root / "site", command=shell(DATED))

    assert tree(root / "site") == NEW | {"date": date}


LATER = """
import datetime, time
AHEAD = 400 * 86_400
now, now_ns, local = time.time, time.time_ns, time.localtime
time.time, time.time_ns = lambda: now() + AHEAD, lambda: now_ns() + AHEAD * 10**9
time.localtime = lambda seconds=None: local(time.time() if seconds is None else seconds)
class Later(datetime.datetime):
    now = classmethod(lambda cls, tz=None: cls.fromtimestamp(time.time(), tz))
    today = classmethod(lambda cls: cls.now())
datetime.datetime = Later
"""
SURROUNDINGS = (
    {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1", "COLUMNS": "40"},
    {"TZ": "America/Anchorage", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2", "COLUMNS": "200", "PYTHONPATH": "later"},
)
UNSAID = ("SITE_URL", "REPOSITORY_URL", "SOURCE_DATE_EPOCH", "PYTHONUTF8")


def surrounded(root: Path, place: int, *arguments: str) -> subprocess.Popen[str]:
    """Start Python in a copy of the record, in the surroundings of that copy."""
    settings = {key: value for key, value in os.environ.items() if key not in UNSAID}
    settings |= {**SURROUNDINGS[place], "HOME": str(root), "GIT_CEILING_DIRECTORIES": str(root.parent)}
    return subprocess.Popen(
        [sys.executable, *arguments],
        cwd=root,
        env=settings,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def test_one_commit_gives_the_same_bytes_anywhere_and_at_any_time(tmp_path: Path) -> None:
    """Built in two folders, by two clocks, in two time zones and locales, of files of other days, the site is one."""
    one, other = tmp_path / "one", tmp_path / "another folder" / "of another name"
    shutil.copytree(ROOT, one, ignore=shutil.ignore_patterns(".*", "site*", "tests", "tools", "__pycache__"))
    write(one, {"later/sitecustomize.py": LATER})
    committed(one)
    shutil.copytree(one, other)
    for path in other.rglob("*"):
        os.utime(path, (1_000_000_000, 1_000_000_000))

    clocks = [
        surrounded(root, place, "-c", "import datetime as d; print(d.datetime.now())")
        for place, root in ((0, one), (1, other))
    ]
    years = [int(clock.communicate()[0][:4]) for clock in clocks]
    builds = [surrounded(root, place, "-m", "factbook", "publish") for place, root in ((0, one), (1, other))]
    ends = [(build.communicate()[0], build.returncode) for build in builds]
    ours, theirs = (
        {path.relative_to(root): path for path in (root / "site").rglob("*") if path.is_file()} for root in (one, other)
    )

    assert years[0] < years[1]
    assert [code for _, code in ends] == [0, 0], ends
    assert len(ours) > 300
    assert sorted(ours) == sorted(theirs)
    assert [name for name in ours if ours[name].read_bytes() != theirs[name].read_bytes()] == []
