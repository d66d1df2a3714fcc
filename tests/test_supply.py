"""What the project rests on: locks that fit, licences that are known and allowed, a valid bill of materials."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from email.message import Message
from importlib.metadata import PackageNotFoundError, files, version
from pathlib import Path
from typing import Any

import pytest

from factbook.errors import BrokenBook
from tools.supply import __main__ as command
from tools.supply import bill, licences, locks
from tools.supply.locks import Pin

ROOT = Path(__file__).parents[1]
PROJECT = locks.settings(ROOT)
GROUPS = PROJECT["dependency-groups"]
RULES = PROJECT["tool"]["licences"]
LOCKS = locks.read(ROOT)
LISTED = licences.listed(ROOT)
DIGEST = "0123456789abcdef" * 4
ENTRY = f"pluggy==1.6.0 \\\n    --hash=sha256:{DIGEST}\n"
SMALL = """
[project]
name = "small"
version = "1"
description = "A project of one library."
license = "MIT"
[dependency-groups]
site = ["pluggy>=1"]
[tool.licences]
allowed = { MIT = "its notice" }
wordings = { "MIT License" = "MIT" }
read = {}
"""


def installed(name: str) -> bool:
    try:
        return bool(version(name))
    except PackageNotFoundError:
        return False


def pin(name: str, number: str) -> Pin:
    return Pin(name, number, None, (DIGEST,))


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of one library."""
    (tmp_path / "pyproject.toml").write_text(SMALL)
    (tmp_path / "requirements").mkdir()
    (tmp_path / "requirements" / "site.txt").write_text(ENTRY)
    monkeypatch.setattr(command, "ROOT", tmp_path)
    return tmp_path


def test_every_lock_fits() -> None:
    """The locks hold what pyproject.toml asks for, and the same versions of what they share."""
    assert list(locks.unfit(GROUPS, LOCKS)) == []


def test_every_group_is_locked() -> None:
    """Each dependency group has a lock, or belongs to a group that has one."""
    included = {line["include-group"] for group in LOCKS for line in GROUPS[group] if isinstance(line, dict)}
    assert set(LOCKS) | included == set(GROUPS)


def test_every_library_that_is_asked_for_has_a_reason() -> None:
    """Behind each dependency in pyproject.toml stands what it is for."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    asked = [line for group in GROUPS.values() for line in group if isinstance(line, str)]
    assert [line for line in asked if not re.search(rf'^    "{re.escape(line)}", # \w', text, re.MULTILINE)] == []


def test_the_audit_looks_at_every_library() -> None:
    """The locks that `make audit` names hold all that is pinned anywhere."""
    found = re.search(r"pip_audit .*foreach lock,([a-z ]+),", (ROOT / "Makefile").read_text(encoding="utf-8"))
    assert found
    audited = {(one.name, one.version) for lock in found[1].split() for one in LOCKS[lock]}
    assert audited == {(one.name, one.version) for pins in LOCKS.values() for one in pins}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("pluggy==1.6.0\n", 1),
        ("pluggy>=1 \\\n    --hash=sha256:" + DIGEST + "\n", 1),
        (ENTRY + "pluggy @ https://example.org/pluggy.whl\n", 3),
        (ENTRY + "--index-url https://example.org/simple\n", 3),
        (ENTRY + "-e .\n", 3),
        (ENTRY + ENTRY.replace("sha256", "md5"), 3),
        (ENTRY + ENTRY.replace(DIGEST, DIGEST[1:]), 3),
        ("# a remark\n" + ENTRY, 1),
    ],
)
def test_a_lock_holds_nothing_but_versions_with_hashes(small: Path, text: str, line: int) -> None:
    """An address, an option, a range or an entry without SHA-256 is refused with its line."""
    (small / "requirements" / "site.txt").write_text(text)
    with pytest.raises(BrokenBook) as refused:
        locks.read(small)
    message = "this is not one version of a library with its hashes. Run make lock."
    assert str(refused.value) == f"requirements/site.txt:{line}:1: site: {message}"


@pytest.mark.parametrize(
    ("groups", "locked", "message"),
    [
        (
            {"a": ["X_y>=2"]},
            {"a": [pin("x-y", "1.9")]},
            "a.txt:1:1: x-y: pyproject.toml asks for X_y>=2 but the lock has 1.9",
        ),
        ({"a": ["x"]}, {"a": []}, "a.txt:1:1: x: pyproject.toml asks for x but the lock has no version"),
        (
            {"a": [{"include-group": "b"}], "b": ["x<2"]},
            {"a": [pin("x", "1"), pin("x", "2")]},
            "a.txt:1:1: x: pyproject.toml asks for x<2 but the lock has 1 and 2",
        ),
        (
            {"a": [], "b": []},
            {"a": [pin("x", "1")], "b": [pin("x", "2")]},
            "b.txt:1:1: x: another lock has another version, and both are installed together",
        ),
    ],
)
def test_a_lock_that_does_not_fit(groups: dict[str, Any], locked: locks.Locks, message: str) -> None:
    """A lock that is older than what is asked for is named, and so are two that disagree."""
    assert list(map(str, locks.unfit(groups, locked))) == [f"requirements/{message}. Run make lock."]


def test_what_a_linked_environment_leads_to_is_kept(tmp_path: Path) -> None:
    """Where `.venv` is a link, make stops before it empties the folder behind it."""
    (tmp_path / "requirements").mkdir()
    for name in ("Makefile", "requirements/installer.txt", "requirements/site.txt"):
        shutil.copy(ROOT / name, tmp_path / name)
    (tmp_path / "another").mkdir()
    (tmp_path / "another" / "kept").touch()
    (tmp_path / ".venv").symlink_to("another")
    run = subprocess.run(
        ["make", ".venv/.site", "PYTHON=true"], cwd=tmp_path, capture_output=True, encoding="utf-8", check=False
    )

    assert run.returncode == 2
    told = ".venv is a link, and what it leads to would be emptied. Remove the link: rm .venv\n"
    assert run.stderr.startswith(told)
    assert [path.name for path in (tmp_path / "another").iterdir()] == ["kept"]


def test_every_licence_is_listed_allowed_and_true() -> None:
    """The list has all that is locked, nothing that is not allowed, and what the installed libraries state."""
    problems = [
        *licences.unlisted(LISTED, LOCKS),
        *licences.unexpected(LISTED, RULES),
        *licences.changed(LISTED, RULES),
    ]
    assert list(map(str, problems)) == []


def test_every_rule_is_needed() -> None:
    """Each licence that is allowed, and each library whose licence was read for it, is in the list."""
    named = {name for licence, _ in LISTED.values() for name in re.split(r" AND | OR ", licence)}
    assert RULES["allowed"].keys() <= named
    assert RULES["read"].keys() <= LISTED.keys()


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ([("License-Expression", "mit or apache-2.0")], "MIT OR Apache-2.0"),
        ([("License", "BSD-3-Clause")], "BSD-3-Clause"),
        ([("License", "MIT License")], "MIT"),
        ([("License", "UNKNOWN"), ("Classifier", "License :: OSI Approved :: MIT License")], "MIT"),
        ([("Classifier", "License :: OSI Approved :: BSD License")], None),
        (
            [
                ("Classifier", f"License :: OSI Approved :: {name}")
                for name in ("MIT License", "Apache Software License")
            ],
            None,
        ),
        ([("License", "Copyright (c) somebody\nPermission is …")], None),
        ([], None),
    ],
)
def test_what_a_library_states(fields: list[tuple[str, str]], expected: str | None) -> None:
    """An expression counts first, then a wording that means one licence; what leaves a choice open is not guessed."""
    about = Message()
    for name, value in fields:
        about[name] = value
    assert licences.stated(about, RULES["wordings"]) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("licence", "expected"),
    [
        ("MIT", True),
        ("MIT AND BSD-3-Clause", True),
        ("GPL-2.0-or-later OR MIT", True),
        ("GPL-3.0-only", False),
        ("MIT AND LGPL-2.1-only", False),
        ("GPL-3.0-only OR MIT AND AGPL-3.0-only", False),
        ("MIT AND (GPL-3.0-only OR MIT)", False),
        ("LicenseRef-Proprietary", False),
    ],
)
def test_which_licences_are_allowed(licence: str, expected: bool) -> None:
    """All licences of one choice must be allowed, and what cannot be read plainly is not."""
    assert licences.allowed(licence, RULES) is expected


def test_the_theme_is_published_with_its_licences() -> None:
    """The site hands out the theme's scripts, styles and icons, and so their licences, as they are installed."""
    held = {path.parent.name: path.read_text() for path in files("mkdocs-material") or [] if path.name == "LICENSE"}
    texts = [held[folder] for folder in ("licenses", "material")]
    published = (ROOT / "docs" / "assets" / "theme-licences.txt").read_text(encoding="utf-8")
    assert published == "".join(f"{text.strip()}\n\n" for text in texts).removesuffix("\n")


def test_what_the_list_lacks_or_has_left_over() -> None:
    """A locked library without a line, and a line without a locked library, are named with what to do."""
    found = {"gone": ("MIT", "site"), "moved": ("MIT", "test")}
    locked = {"site": [pin("moved", "1"), pin("new", "1")]}
    assert list(map(str, licences.unlisted(found, locked))) == [
        "requirements/licences.csv:1:1: gone: the list names other locks than those that have it. Run make licences.",
        "requirements/licences.csv:1:1: moved: the list names other locks than those that have it. Run make licences.",
        "requirements/licences.csv:1:1: new: no licence is listed. Run make licences, and review what it adds.",
    ]


def test_unknown_and_unexpected_licences() -> None:
    """A new library with no licence, or one that is not allowed, is named with its line and what to do."""
    found = {"open": ("MIT", "site"), "dark": ("unknown", "site"), "strict": ("AGPL-3.0-only", "site")}
    assert list(map(str, licences.unexpected(found, RULES))) == [
        "requirements/licences.csv:3:1: dark: its metadata states no licence that can be read. "
        "Read its licence file, and enter what it says in pyproject.toml under [tool.licences.read].",
        "requirements/licences.csv:4:1: strict: the licence 'AGPL-3.0-only' is not allowed. Do without the library, "
        "or enter the licence in pyproject.toml under [tool.licences.allowed] with what it asks.",
    ]


def test_a_licence_that_changes() -> None:
    """An installed version under another licence than the one listed is named; what is not installed is not judged."""
    found = {"pluggy": ("ISC", "site"), "not-installed-anywhere": ("ISC", "site")}
    assert list(map(str, licences.changed(found, RULES))) == [
        "requirements/licences.csv:2:1: pluggy: listed as 'ISC', but the installed version is 'MIT'. "
        "Run make licences, and review the change."
    ]


def test_the_commands(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`make licences` writes the list and fails on what is not allowed; `make sbom` writes the bill from it."""
    assert command.main(["licences"]) == 0
    assert (small / licences.LIST).read_text() == "library,licence,locks\npluggy,MIT,site\n"
    assert command.main(["sbom", str(small / "sbom.json")]) == 0
    assert json.loads((small / "sbom.json").read_text())["components"][0]["purl"] == "pkg:pypi/pluggy@1.6.0"
    (small / "pyproject.toml").write_text(SMALL.replace("MIT =", "ISC ="))
    assert command.main(["licences"]) == 1
    assert (
        capsys.readouterr().out.splitlines()[-2].startswith("requirements/licences.csv:2:1: pluggy: the licence 'MIT'")
    )


def test_a_library_that_is_not_installed(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a library nobody can say what it needs, so no bill is written."""
    for path in (small / "pyproject.toml", small / "requirements" / "site.txt"):
        path.write_text(path.read_text().replace("pluggy", "not-installed"))
    (small / licences.LIST).write_text("library,licence,locks\nnot-installed,MIT,site\n")
    assert command.main(["sbom", str(small / "sbom.json")]) == 1
    assert "not-installed, so what it needs is not known. Run make sbom" in capsys.readouterr().err
    assert not (small / "sbom.json").exists()


def test_the_bill_of_materials() -> None:
    """CycloneDX's schema finds it valid; each pin is in it with licence, hashes and a chain that leads to it."""
    locked = {lock: pins for lock, pins in LOCKS.items() if all(installed(one.name) for one in pins)}
    text = bill.written(bill.bill(PROJECT, locked, LISTED))
    assert text == bill.written(bill.bill(PROJECT, locked, LISTED))
    found = json.loads(text)
    parts = {(part["name"], part["version"]): part for part in found["components"]}
    pins = {(one.name, one.version): one for every in locked.values() for one in every}
    assert parts.keys() == pins.keys()
    assert {"site", "test"} <= locked.keys()
    for key, part in parts.items():
        assert {one["content"] for one in part["hashes"]} == set(pins[key].hashes)
        assert part["licenses"]
    leading = {line["ref"]: line.get("dependsOn", []) for line in found["dependencies"]}
    reached, ahead = set[str](), [PROJECT["project"]["name"]]
    while ahead:
        reached.add(one := ahead.pop())
        ahead += set(leading[one]) - reached
    assert {part["bom-ref"] for part in parts.values()} <= reached


def test_a_bill_that_breaks_the_schema() -> None:
    """What CycloneDX's schema refuses is not written."""
    bom = bill.bill(PROJECT, {"installer": LOCKS["installer"]}, LISTED)
    bom.version = 0
    with pytest.raises(ValueError, match="the bill of materials breaks CycloneDX's schema"):
        bill.written(bom)
