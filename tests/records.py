"""Small records for the tests: one invented article, a short vocabulary, and one fact file or more laid over them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from factbook.book import load
from factbook.canonical.edits import modeline
from factbook.evidence import fingerprint
from factbook.model import Book

HERE = Path(__file__).parent
ARTICLE = (HERE / "rules" / "article.txt").read_text(encoding="utf-8")
SOURCE_ID = "example-2021-04-02"
GOOD = HERE / "rules" / "shape" / "good-every-kind-of-claim.yaml"


def project(root: Path, pages: dict[str, str]) -> None:
    """Make `root` a project like this one, with these pages in docs/; its facts must be laid out apart."""
    for name, text in pages.items():
        (root / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "docs" / name).write_text(text, encoding="utf-8")
    for part in ("macros.py", "hooks.py", "rebuild.py"):
        shutil.copy(HERE.parent / part, root)
    for part in ("partials", "theme", "factbook"):
        (root / part).symlink_to(HERE.parent / part)
    settings = (HERE.parent / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(re.sub(r"\nnav:\n(?: .*\n)+", "\n", settings), encoding="utf-8")
    shutil.copytree(HERE.parent / "docs" / "assets", root / "docs" / "assets")


def python(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run Python in a folder, and keep what it prints."""
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=cwd, capture_output=True, encoding="utf-8", check=False)


def git(root: Path, *arguments: str, feed: str = "", at: int = 1_700_000_000) -> str:
    """What git prints in `root`, whatever a user's settings are; what it commits is of the second `at`."""
    settings = {f"GIT_{role}_{key}": "tester" for role in ("AUTHOR", "COMMITTER") for key in ("NAME", "EMAIL")}
    settings |= {f"GIT_{role}_DATE": f"{at} +0000" for role in ("AUTHOR", "COMMITTER")}
    settings |= {"HOME": str(root), "GIT_CONFIG_NOSYSTEM": "1"}
    command = ["git", "-C", str(root), "-c", "init.defaultBranch=main", *arguments]
    run = subprocess.run(
        command, env=os.environ | settings, check=True, capture_output=True, encoding="utf-8", input=feed
    )
    return run.stdout.strip()


def committed(root: Path, at: int = 1_700_000_000) -> None:
    """Commit all that stands in `root`, a repository from then on; see `git`."""
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-q", "--allow-empty", "-m", "a"]):
        git(root, *command, at=at)


def directive(text: str, name: str) -> list[str]:
    """What the comment lines `# name: …` of an example say."""
    return [line.partition(": ")[2] for line in text.splitlines() if line.startswith(f"# {name}: ")]


def laid_out(case: Path, root: Path) -> list[str]:
    """Lay an example out below `root`; returns what it expects.

    An example is a fact file, or another file of the record or a folder of them over a `base` in bases/; of a folder,
    articles/ holds the texts of its sources that are not the usual one.
    """
    expected = _copied(case, root)
    for path in root.rglob("*.yaml"):
        line = modeline(path.relative_to(root).with_suffix("").as_posix())
        path.write_text(f"{path.read_text(encoding='utf-8')}{line}\n", encoding="utf-8")
    return expected


def loaded(case: Path, root: Path) -> Book:
    """An example that must be sound, laid out below `root` and loaded."""
    laid_out(case, root)
    return load(root)


def _copied(case: Path, root: Path) -> list[str]:
    (root / "sources").mkdir(parents=True)
    (root / "fingerprints").mkdir()
    shutil.copy(HERE / "rules" / "vocabulary.yaml", root)
    held = str(fingerprint(ARTICLE))
    if case.is_dir():
        if (case / "base").exists():
            shutil.copytree(HERE / "bases" / (case / "base").read_text().strip(), root, dirs_exist_ok=True)
        shutil.copytree(case, root, dirs_exist_ok=True, ignore=shutil.ignore_patterns("expected", "base", "articles"))
        for source in (case / "sources").glob("*"):
            if "held: phrases" not in source.read_text(encoding="utf-8"):
                own = case / "articles" / f"{source.stem}.txt"
                text = str(fingerprint(own.read_text(encoding="utf-8"))) if own.exists() else held
                (root / "fingerprints" / f"{source.stem}.txt").write_text(text)
        return (case / "expected").read_text(encoding="utf-8").splitlines()
    text = case.read_text(encoding="utf-8")
    if base := directive(text, "base"):
        shutil.copytree(HERE / "bases" / base[0], root, dirs_exist_ok=True)
        shutil.copy(case, root / f"{directive(text, 'file')[0]}.yaml")
        return directive(text, "expect")
    name = (directive(text, "file") or [SOURCE_ID])[0]
    shutil.copy(case, root / "sources" / f"{name}.yaml")
    for held_as in directive(text, "fingerprint") or [name]:
        if held_as != "none":
            (root / "fingerprints" / f"{held_as}.txt").write_text(held)
    return directive(text, "expect")
