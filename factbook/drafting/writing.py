"""Write a new fact file and its fingerprint, both or neither."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from factbook.assemble import UNNAMED
from factbook.canonical.edits import modeline
from factbook.canonical.spelling import is_plain, written
from factbook.drafting.proposals import Proposal
from factbook.drafting.record import Record, authors


def fact_file(id: str, record: Record, found: Iterable[Proposal], without: Iterable[int]) -> str:
    """The text of a fact file: the record, then each proposal and each paragraph `without` a figure, in their order."""
    source = "".join(
        f"  {key}: {_listed(text) if key == 'authors' else written(text)}\n" for key, text in record.items()
    )
    entries = [(proposal.paragraph, _entry(number, proposal)) for number, proposal in enumerate(found, 1)]
    entries += [(number, _left(number)) for number in without]
    below = "\n".join(text for _, text in sorted(entries, key=lambda entry: entry[0]))
    return f"{modeline(f'sources/{id}')}\nsource:\n{source}" + (f"\n{below}" if below else "")


def written_whole(files: Mapping[Path, str]) -> None:
    """Write new files, all of them or none. Raises FileExistsError where one is there, OSError where one cannot be."""
    made: list[Path] = []
    try:
        for path, text in files.items():
            with path.open("x", encoding="utf-8", newline="\n") as stream:
                made.append(path)
                stream.write(text)
    except BaseException:  # an interruption too
        for path in made:
            path.unlink(missing_ok=True)
        raise


def _listed(text: str) -> str:
    items = [name if is_plain(name) and not set(name) & set(",[]{}?") else _quoted(name) for name in authors(text)]
    return f"[{', '.join(items)}]"


def _quoted(name: str) -> str:
    return "'" + name.replace("'", "''") + "'"


def _entry(number: int, proposal: Proposal) -> str:
    measure = proposal.measure
    keys = {
        "measure": measure.key if measure else UNNAMED,
        "value": proposal.value,
        "period" if measure is None or measure.accumulates else "date": "",
        **({"scope": ""} if measure is None or measure.scoped else {}),
        "according_to": "",
        "quote": proposal.quote,
    }
    lines = [f"  {key}: {written(text)}".rstrip() if text else f"  {key}:" for key, text in keys.items()]
    return f"# Paragraph {proposal.paragraph}.\n{UNNAMED}-{number}:\n" + "\n".join(lines) + "\n"


def _left(number: int) -> str:
    return f"# Paragraph {number} holds no figure: claim what it says in words of your own, or pass it over above.\n"
