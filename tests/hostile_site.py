"""This record with a hostile text in front of every text that readers see, and the site the builder makes of it."""

from __future__ import annotations

import json
import re
import shutil
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import yaml
from records import python

from factbook.canonical.spelling import quoted
from factbook.export.references import latex

HERE = Path(__file__).parent
ROOT = HERE.parent
LINES = (HERE / "hostile.txt").read_text(encoding="utf-8").splitlines()
HOSTILE = [" ".join(line.split()) for line in LINES]  # as HTML shows them
ADDRESS = "?a='onmouseover=alert(1)//&lt;b&gt;&quot;[x](javascript:alert(1))*_$"  # all of it may stand in an address
UNIT = """x<script>alert(/x/)</script>[x](javascript:x){{ X }}{% X %}"'`|"""  # what may stand in the name of a unit
LEFT_OUT = re.compile(r"\[|\.\.|…")  # quotes hold no such mark
MOST = 8
EDITION = re.compile(r"(?<=\d)\+[0-9a-f]{12}(?:-changed)?\b")  # of facts not committed yet too
WHOLE = {
    "source.url": ADDRESS,
    **dict.fromkeys(["claim.value", "units.label", "units.singular", "units.words"], UNIT),
}
TOLD = {
    "source": "publisher title authors standing notice relays note passed_over",
    "claim": "claim note reason quote value",
    "units": "definition label singular words",
    **dict.fromkeys(["topics", "measures", "scopes", "parties", "statuses"], "label definition"),
    "places": "label azerbaijani armenian also",
    "checks": "why reason",
    "derived": "label note",
    "questions": "title agreed disputed note",
    "readings": "note",
}
# Rules are left out, so that rendering is tried with more than what they let through.
BUILD = """
import factbook.book
examine = factbook.book.examine
factbook.book.examine = lambda root: (examine(root)[0], [])
from mkdocs.__main__ import cli
cli(["build"])
"""


class Text(NamedTuple):
    """A text of the record: the field it fills, its file, and where and how it is written there."""

    field: str
    file: Path
    node: yaml.ScalarNode


class HostileSite(NamedTuple):
    """Where a hostile site was built, and what was put into its record."""

    folder: Path
    put: set[str]


def texts(facts: Path) -> dict[str, list[Text]]:
    """Every text that readers see, by field, and every address."""
    found: dict[str, list[Text]] = defaultdict(list)
    for path in sorted(facts.rglob("*.yaml")):
        held = "held: phrases" not in path.read_text(encoding="utf-8")
        for field, node in _fields(path):
            part, _, key = field.rpartition(".")
            if (key in TOLD[part].split() or field == "source.url") and not (field == "claim.quote" and held):
                found[field].append(Text(field, path, node))
    return found


def _fields(path: Path) -> Iterator[tuple[str, yaml.ScalarNode]]:
    kind = path.parent.name if path.parent.name == "sources" else path.stem
    for name, entry in yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader).value:
        terms = [term for _, term in entry.value] if kind == "vocabulary" else [entry]
        part = {"vocabulary": name.value, "sources": "source" if name.value == "source" else "claim"}.get(kind, kind)
        for term in terms:
            for key, value in term.value:
                yield from ((f"{part}.{key.value}", node) for node in _scalars(value))


def _scalars(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    if isinstance(node, yaml.ScalarNode):
        yield node
    else:
        for item in node.value:
            yield from _scalars(item[1] if isinstance(item, tuple) else item)


def shares(field: str, count: int) -> list[str]:
    """What is put to each of so many texts of a field, so that every hostile line is put to one of them.

    Of fields with very few texts, only some lines are: the reader takes but so many brackets on one line.
    """
    if field in WHOLE:
        return [WHOLE[field]] * count
    lines = [line for line in HOSTILE if field != "claim.quote" or not LEFT_OUT.search(line)]
    several = min(count, len(lines))
    return [" ".join(lines[place % several :: several][:MOST]) for place in range(count)]


def make_hostile(facts: Path) -> set[str]:
    """Put hostile text in front of every text of a record, and behind every address; returns what was put there."""
    edits: dict[Path, list[tuple[int, int, str]]] = defaultdict(list)
    put: set[str] = set()
    for field, found in texts(facts).items():
        words = shares(field, len(found))
        put.update(words)
        for one, more in zip(found, words, strict=True):
            edits[one.file].append(_edit(one, more))
    for path, changes in edits.items():
        text = path.read_text(encoding="utf-8")
        for start, end, new in sorted(changes, reverse=True):
            text = text[:start] + new + text[end:]
        path.write_text(text, encoding="utf-8")
    return put


def _edit(one: Text, words: str) -> tuple[int, int, str]:
    """Lines stay where they are, for pages name them."""
    node = one.node
    start, end = node.start_mark.index, node.end_mark.index
    if node.style in ("|", ">"):
        header = re.compile(r"[|>][^\n]*\n *").match(one.file.read_text(encoding="utf-8"), start)
        assert header
        return header.end(), header.end(), f"{words} "
    if node.value in ("not-found", "unknown"):
        return start, end, node.value
    text = _with(one, words)
    added = one.field == "units.words" and text != node.value
    return start, end, f"{quoted(text)}, {node.value}" if added else quoted(text)


def _with(one: Text, words: str) -> str:
    text = one.node.value
    if one.field == "source.url":
        return text + words
    if one.field == "claim.value":
        return re.sub(r"(?<=\d )(?!million|billion|thousand)(?=[a-z ]+$)", f"{words} ", text)
    return text if one.field in WHOLE and not text[0].isalpha() else f"{words} {text}"


def build(root: Path) -> set[str]:
    """Build the site of the hostile record in `root`; returns what was put into the record."""
    for name in ("facts", "docs"):
        shutil.copytree(ROOT / name, root / name)
    for name in ("mkdocs.yml", "macros.py", "hooks.py", "rebuild.py"):
        shutil.copy(ROOT / name, root)
    for name in ("factbook", "theme", "partials", "bench"):
        (root / name).symlink_to(ROOT / name)
    put = make_hostile(root / "facts")
    run = python("-c", BUILD, cwd=root)
    assert run.returncode == 0, run.stdout + run.stderr
    return put


def without(text: str, put: Iterable[str]) -> str:
    """`text`, whatever its case and spaces, as it is without what was put in, be that plain or in JSON or BibTeX."""
    plain = EDITION.sub("", " ".join(text.split())).casefold()
    ends = {form: " " * (words != ADDRESS) for words in put for form in (words, _in_json(words), latex(words))}
    for form in sorted(ends, key=len, reverse=True):
        plain = plain.replace(form.casefold() + ends[form], "")
    return plain


def _in_json(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)[1:-1]
