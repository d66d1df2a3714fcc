"""Copies of the project to measure: as it stands or stood, grown to many times its size, and with pages expanded."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import yaml
from mkdocs.utils.yaml import get_yaml_loader, yaml_load

from bench.capturing import EXPANDED
from bench.timing import python, timed

ROOT = Path(__file__).resolve().parents[1]
BARE, BARER = "bare.yml", "barer.yml"


def project(target: Path, revision: str = "") -> Path:
    """Copy the project with its history: as it is with what is not committed yet, or as it was at a revision.

    A copy of an earlier state holds the facts and pages of that state, and this package.
    """
    subprocess.run(["git", "clone", "--quiet", "--shared", "--no-checkout", ROOT, target], check=True)
    subprocess.run(["git", "-C", target, "checkout", "--quiet", "--detach", revision or "HEAD"], check=True)
    for name in _files("bench") if revision else _files():
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, target / name)
    return target


def grown(target: Path, revision: str, sources: int, claims: int = 1, pages: int = 1) -> Path:
    """Copy the project, and have `bench.growing` make it larger."""
    timed(python("-m", "bench.growing", sources, claims, pages), project(target, revision))
    return target


def expanded(root: Path) -> Path:
    """Write the pages of the copy in `root` as they are after macros, and two configurations that build them alone.

    `bare.yml` is MkDocs with theme, search and Markdown extensions; `barer.yml` also spares it the Markdown in
    finished HTML, as the project's own hook does.
    """
    settings = yaml_load((root / "mkdocs.yml").read_text(encoding="utf-8"), loader=get_yaml_loader())
    _configure(root / "capture.yml", hooks=[*settings["hooks"], "bench/capturing.py"])
    timed(python("-m", "mkdocs", "build", "-f", "capture.yml", "-d", "captured"), root)
    plugins = [plugin for plugin in settings["plugins"] if "macros" not in plugin]
    for name, hooks in ((BARE, []), (BARER, ["bench/aside.py"])):
        _configure(root / name, docs_dir=EXPANDED, hooks=hooks, plugins=plugins, not_in_nav="*")
    return root


def _files(*below: str) -> Iterator[str]:
    listed = ["git", "-C", str(ROOT), "ls-files", "--cached", "--others", "--exclude-standard", *below]
    names = subprocess.run(listed, check=True, capture_output=True, text=True).stdout.splitlines()
    return (name for name in names if (ROOT / name).is_file())


def _configure(path: Path, **settings: object) -> None:
    path.write_text(yaml.safe_dump({"INHERIT": "mkdocs.yml", **settings}), encoding="utf-8")
