"""What the files of the record hold as written, each read once, before it is given types."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple, TypeAlias

from factbook.characters import decode
from factbook.errors import BrokenBook, Mark, Problem
from factbook.evidence import Fingerprint, parse_fingerprint
from factbook.files import FactFile, fact_files, read_bytes
from factbook.findings import begun
from factbook.nodes import Mapping
from factbook.reader import read

Prints: TypeAlias = dict[str, dict[str, Fingerprint]]
_read = lru_cache(maxsize=2_000)(read)  # a live preview reads the record again when one file of it has changed


class Written(NamedTuple):
    """What the files hold: nodes by name of file, texts of files without a problem, fingerprints, and problems.

    `lost` holds the entries of each file that is missing or cannot be parsed, as far as its lines show them.
    """

    nodes: dict[str, Mapping]
    texts: dict[FactFile, str]
    prints: Prints
    problems: list[Problem]
    lost: dict[str, set[str]]


def read_record(root: Path) -> Written:
    """What the files of the record under `root` hold."""
    files, problems = fact_files(root)
    written = Written({}, {}, {"fingerprints": {}, "noted": {}}, problems, {})
    for file in files:
        data = b""
        try:
            data = read_bytes(file.path)
            add = _add_nodes if file.path.suffix == ".yaml" else _add_fingerprint
            add(written, file, decode(data, str(file.path)))
        except BrokenBook as broken:
            written.problems.extend(broken.problems)
            written.lost[file.name] = begun(data.decode("utf-8", "replace"))
    _add_missing(written, root)
    return written


def _add_nodes(written: Written, file: FactFile, text: str) -> None:
    node, found = _read(text, str(file.path))
    written.problems.extend(found)
    if node is None:
        written.lost[file.name] = begun(text)
    else:
        written.nodes[file.name] = node
        if not found:
            written.texts[file] = text


def _add_missing(written: Written, root: Path) -> None:
    """A problem for each source of which only hashes of its phrases are there, unless its file is out of place."""
    misplaced = {problem.id for problem in written.problems if problem.rule == "file"}
    for folder, prints in written.prints.items():
        for id in prints:
            file = f"sources/{id}"
            if file in written.nodes or file in written.lost:
                continue
            if id not in misplaced:
                message = f"is missing, but {folder}/{id}.txt is there. Write or restore it, or delete that too."
                written.problems.append(Problem(Mark(f"{root}/{file}.yaml"), id, message, "file"))
            written.lost[file] = set()


def _add_fingerprint(written: Written, file: FactFile, text: str) -> None:
    folder, _, id = file.name.partition("/")
    held, bad = parse_fingerprint(text, str(file.path))
    if bad is None:
        written.prints[folder][id] = held
    else:
        message = "is no line of hashes. Make the file anew with `python -m factbook fingerprint`."
        written.problems.append(Problem(Mark(str(file.path), bad), id, message, "fingerprint"))
