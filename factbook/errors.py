"""Problems found in the record: where, in which fact, what is wrong and what to do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

FMT = "Run `python -m factbook fmt`."  # what mends whatever alters nothing that a file says


class Mark(NamedTuple):
    """A place in a file of the record; line and column count from 1, in characters."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{_on_a_line(self.path)}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong with the record.

    `id` is the full id of the fact concerned, or the file's stem where no fact is;
    `rule` is the name of the rule that found it; `lacks` what the record would have to hold, if that is what is wrong:
    the id of a claim or source, or that of an entry behind its file, section or key, as in `places.aghdam`.
    """

    mark: Mark
    id: str
    message: str
    rule: str
    lacks: str = field(default="", compare=False)

    def __str__(self) -> str:
        return f"{self.mark}: {ascii(self.id)[1:-1]}: {self.message}"

    def naming(self, places: str) -> Problem:
        """The same, told of other `places` too, if there are any."""
        return replace(self, message=f"{self.message} So too at {places}.") if places else self


@dataclass(frozen=True, slots=True, eq=False)
class Marked:
    """An entry of a fact file: its id, its place and those of its keys."""

    id: str
    mark: Mark
    marks: Mapping[str, Mark]
    _file = ""  # what stands before an id that does not name its file

    def problem(self, rule: str, message: str, key: str = "", lacks: str = "") -> Problem:
        """A problem of this entry, placed at `key`."""
        return Problem(self.marks.get(key, self.mark), f"{self._file}{self.id}", message, rule, lacks)


class Misread(ValueError):
    """A text that cannot be read as what it should be; `offset` counts characters from its start."""

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message)
        self.offset = offset


class BrokenBook(Exception):
    """Raised where a sound record is needed and the record has problems."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__("\n".join(map(str, self.problems)))


def shown(text: str, limit: int = 60) -> str:
    """Untrusted text as it may stand in a message: on one line, in ASCII, in quotes, cut at `limit`."""
    cut = text if len(text) <= limit else text[: limit - 1] + "…"
    return ascii(cut)


def _on_a_line(path: str) -> str:
    """A path with what would break its line, or steer a terminal, escaped; the names of files are untrusted too."""
    return "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in path)
