"""The text of a new fact file, in which every figure waits to be named or struck."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from factbook.assemble import UNNAMED
from factbook.canonical.edits import modeline
from factbook.canonical.spelling import is_plain, quoted, written
from factbook.drafting.answers import listed
from factbook.drafting.proposals import Proposal
from factbook.drafting.record import Record
from factbook.fields import SOURCE, Field, by_name

_SOURCE = by_name(SOURCE)


def fact_file(
    id: str, record: Record, found: Sequence[Proposal], without: Sequence[int], filled: Mapping[str, str]
) -> str:
    """The record, then each proposal and each paragraph `without` a figure, as they stand in the article.

    `filled` holds what is the same for every claim; other keys that the editor must complete are left empty.
    """
    source = "".join(f"  {key}: {_written(_SOURCE[key], text)}\n" for key, text in record.items())
    claims = [(one.paragraph, _claim(id, one, filled)) for id, one in zip(_ids(found), found, strict=True)]
    parts = sorted([*claims, *_left(without, {one.paragraph for one in found})], key=lambda part: part[0])
    return "\n".join([f"{modeline(f'sources/{id}')}\nsource:\n{source}", *(text for _, text in parts)])


def _ids(found: Sequence[Proposal]) -> Iterator[str]:
    """An id for each proposal, told apart by a number where two measure the same."""
    given: list[str] = []
    for proposal in found:
        name = proposal.measure.key if proposal.measure else "figure"
        given.append(name)
        yield f"{UNNAMED}-{name}" + (f"-{given.count(name)}" if given.count(name) > 1 else "")


def _claim(id: str, proposal: Proposal, filled: Mapping[str, str]) -> str:
    measure = proposal.measure
    dated = "period" if measure is None or measure.accumulates or "period" in filled else "date"
    keys = {
        "measure": measure.key if measure else UNNAMED,
        "value": proposal.value,
        dated: filled.get("period", ""),
        **({"scope": filled.get("scope", "")} if measure is None or measure.scoped else {}),
        "according_to": filled.get("according_to", ""),
        "quote": proposal.quote,
    }
    lines = [f"  {key}: {written(text)}\n" if text else f"  {key}:\n" for key, text in keys.items()]
    return f"# Paragraph {proposal.paragraph}.\n{id}:\n{''.join(lines)}"


def _left(without: Sequence[int], others: set[int]) -> Iterator[tuple[int, str]]:
    """A line for each run of paragraphs that no proposal parts."""
    for _, run in groupby(without, key=lambda number: sum(other < number for other in others)):
        numbers = list(run)
        listed = ", ".join(map(str, numbers))
        what = f"Paragraphs {listed} hold" if len(numbers) > 1 else f"Paragraph {listed} holds"
        yield numbers[0], f"# {what} no figure: claim what is said in words of your own, or pass it over above.\n"


def _written(field: Field, text: str) -> str:
    items = listed(field, text)
    return written(text) if items is None else f"[{', '.join(map(_item, items))}]"


def _item(name: str) -> str:
    return name if is_plain(name) and not set(name) & set(",[]{}?") else quoted(name)
