"""Build the site with Zensical, the successor of the theme's makers, from the same settings, pages and macros.

Zensical runs no hooks, so what they add is written beside the pages first, or into built pages, by the same functions.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from factbook.audit import audit
from factbook.cards import carded
from factbook.checking import sound
from factbook.errors import BrokenBook
from factbook.faults import NotPublished, told
from factbook.generate import generated
from factbook.model import Book
from factbook.policy import ZENSICAL_POLICY
from factbook.publish import fresh
from factbook.styles import site_style

ROOT = Path(__file__).resolve().parent
_CHARSET = '<meta charset="utf-8">'


def lay_out(work: Path, book: Book) -> None:
    """Make `work` a project whose pages hold everything: those of docs/ and what is made from facts."""
    for name in ("mkdocs.yml", "macros.py"):  # no links: these say where the project is
        shutil.copy(ROOT / name, work)
    for name in ("facts", "theme", "partials"):
        (work / name).symlink_to(ROOT / name)
    shutil.copytree(ROOT / "docs", work / "docs")
    for path, content in (("assets/site.css", site_style()), *generated(book, turned=True)):
        (work / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
        (work / "docs" / path).write_text(content, encoding="utf-8")


def finish(site: Path) -> None:
    """Make tables cards in every built page, and have it state its policy."""
    stated = f'{_CHARSET}<meta http-equiv="Content-Security-Policy" content="{ZENSICAL_POLICY}">'
    for path in site.rglob("*.html"):
        page = path.read_text(encoding="utf-8")
        path.write_text(carded(page).replace(_CHARSET, stated, 1), encoding="utf-8")


def build(site: Path) -> None:
    """Build into the folder `site`.

    Raises BrokenBook for a broken fact or page, NotPublished where anything but an older site stands there, SystemExit
    where Zensical fails.
    """
    with fresh(ROOT, site) as (new, _):
        _build(new)


def _build(new: Path) -> None:
    book = sound(Path(os.path.relpath(ROOT / "facts")))
    with TemporaryDirectory() as folder:
        work = Path(folder)
        lay_out(work, book)
        command = [sys.executable, "-m", "zensical", "build", "--strict", "--clean"]
        settings = {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"}
        if code := subprocess.run(command, cwd=work, env={**os.environ, **settings}, check=False).returncode:
            raise SystemExit(code)
        finish(work / "site")
        if problems := audit(work / "site", ROOT / "docs", book):
            raise BrokenBook(problems)
        shutil.copytree(work / "site", new, dirs_exist_ok=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--site", type=Path, default=ROOT / "site-zensical", help="the folder to build into")
    options = parser.parse_args()
    try:
        build(options.site)
    except BrokenBook as broken:
        raise SystemExit(str(broken)) from None
    except (NotPublished, OSError) as error:
        raise SystemExit(f"{options.site}: {told(error)} Nothing there was changed.") from None
