"""The score as a table, by operator and by field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from tools.mutation.verdicts import CRASH, EQUIVALENT, KILLED, SURVIVED

_HEAD = f"{'':44}{'mutants':>8}{'equal':>7}{'killed':>8}{'crash':>7}{'survived':>10}{'score':>8}"


class Judged(NamedTuple):
    """A corruption that was judged; `group` is its operator's."""

    group: str
    operator: str
    field: str
    id: str
    fate: str
    by: str


def score(judged: Iterable[Judged]) -> float:
    """The share of those corruptions that change what the record says which the checks notice, in percent."""
    fates = Counter(one.fate for one in judged if one.fate != EQUIVALENT)
    return 100 * fates[KILLED] / max(1, fates.total())


def table(judged: list[Judged]) -> str:
    """The score by operator, by field and over all."""
    lines = [_HEAD, *_rows(judged, lambda one: (one.group, one.operator)), ""]
    lines += [*_rows(judged, lambda one: ("field", one.field)), ""]
    lines += _rows(judged, lambda one: ("all", one.group))
    return "\n".join(lines)


def _rows(judged: list[Judged], key: Callable[[Judged], tuple[str, str]]) -> Iterator[str]:
    for name in sorted({key(one) for one in judged}):
        own = [one for one in judged if key(one) == name]
        fates = Counter(one.fate for one in own)
        counts = f"{len(own):8,}{fates[EQUIVALENT]:7,}{fates[KILLED]:8,}{fates[CRASH]:7,}{fates[SURVIVED]:10,}"
        yield f"{': '.join(name)[:43]:44}{counts}{score(own):7.1f}%"
