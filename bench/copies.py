"""Copies of the project to measure: as it stands, grown to many times its size, and with its pages expanded."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

import yaml
from mkdocs.utils.yaml import get_yaml_loader, yaml_load

from bench.invented import Inventor
from bench.pages import redrawn
from bench.timing import python, timed
from factbook.book import load

ROOT = Path(__file__).resolve().parents[1]
SEED = 20261121
BARE, EXPANDED = "bare.yml", "expanded"


def project(target: Path) -> Path:
    """Copy the project with what is not committed yet, and its history."""
    subprocess.run(["git", "clone", "--quiet", "--shared", "--no-checkout", ROOT, target], check=True)
    listed = ["git", "-C", str(ROOT), "ls-files", "--cached", "--others", "--exclude-standard"]
    for name in subprocess.run(listed, check=True, capture_output=True, text=True).stdout.splitlines():
        if (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, target / name)
    return target


def grown(target: Path, sources: int, pages: int = 1) -> Path:
    """Copy the project, invent as many more sources as it takes, and write each page of prose `pages` times."""
    project(target)
    book = load(target / "facts")
    Inventor(book, SEED).write(target / "facts", sources - len(book.sources))
    if pages > 1:
        redrawn(target, load(target / "facts"), pages, SEED)
    return target


def expanded(root: Path) -> None:
    """Write the pages of the copy in `root` as they are after macros, and a configuration that builds them alone."""
    settings = yaml_load((root / "mkdocs.yml").read_text(encoding="utf-8"), loader=get_yaml_loader())
    _configure(root / "capture.yml", hooks=[*settings["hooks"], "bench/capturing.py"])
    timed(python("-m", "mkdocs", "build", "-f", "capture.yml", "-d", "captured"), root)
    plugins = [plugin for plugin in settings["plugins"] if "macros" not in plugin]
    _configure(root / BARE, docs_dir=EXPANDED, hooks=[], plugins=plugins, not_in_nav="*")


def _configure(path: Path, **settings: Any) -> None:
    path.write_text(yaml.safe_dump({"INHERIT": "mkdocs.yml", **settings}), encoding="utf-8")
