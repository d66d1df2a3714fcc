"""Small records for the tests: one invented article, a short vocabulary, and one fact file or more laid over them."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from factbook.canonical.edits import modeline
from factbook.evidence import fingerprint

HERE = Path(__file__).parent
ARTICLE = (HERE / "rules" / "article.txt").read_text(encoding="utf-8")
SOURCE_ID = "example-2021-04-02"


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


def directive(text: str, name: str) -> list[str]:
    """What the comment lines `# name: …` of an example say."""
    return [line.partition(": ")[2] for line in text.splitlines() if line.startswith(f"# {name}: ")]


def laid_out(case: Path, root: Path) -> list[str]:
    """Lay an example out below `root`; returns what it expects.

    An example is a fact file, or another file of the record or a folder of them over a `base` in bases/.
    """
    expected = _copied(case, root)
    for path in root.rglob("*.yaml"):
        line = modeline(path.relative_to(root).with_suffix("").as_posix())
        path.write_text(f"{path.read_text(encoding='utf-8')}{line}\n", encoding="utf-8")
    return expected


def _copied(case: Path, root: Path) -> list[str]:
    (root / "sources").mkdir(parents=True)
    (root / "fingerprints").mkdir()
    shutil.copy(HERE / "rules" / "vocabulary.yaml", root)
    held = str(fingerprint(ARTICLE))
    if case.is_dir():
        if (case / "base").exists():
            shutil.copytree(HERE / "bases" / (case / "base").read_text().strip(), root, dirs_exist_ok=True)
        shutil.copytree(case, root, dirs_exist_ok=True, ignore=shutil.ignore_patterns("expected", "base"))
        for source in (case / "sources").glob("*"):
            if "held: phrases" not in source.read_text(encoding="utf-8"):
                (root / "fingerprints" / f"{source.stem}.txt").write_text(held)
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
