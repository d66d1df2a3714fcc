"""The sources as references: CSL-JSON for citation managers and BibTeX for LaTeX."""

from __future__ import annotations

import re
from collections.abc import Mapping

from factbook.dates import When
from factbook.export.edition import AUTHOR, LICENCE, TITLE, Edition
from factbook.export.tables import json_lines
from factbook.kinds import NOT_FOUND
from factbook.model import Book, Source
from factbook.repeats import repeats

UNTITLED = "[title not held]"
_PARTS = {"year": 1, "month": 2, "day": 3}
_SPECIAL = re.compile(r"[&%$#_{}~^\\]")
_WORDED = {
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",  # BibTeX counts braces whatever stands before them: one too many would end the field
    "}": r"\textbraceright{}",
}


def sources_json(book: Book, edition: Edition) -> str:
    """Every source as an item of CSL-JSON 1.0.2; what CSL has no variable for stands under `custom`."""
    return json_lines(_csl(book, source, edition) for source in book.sources.values())


def sources_bib(book: Book, edition: Edition) -> str:
    """Every source as an entry of BibTeX, with the fields of BibLaTeX's @online."""
    return "\n".join([f"% {TITLE}, version {edition.full}\n", *map(_online, book.sources.values())])


def record_bib(edition: Edition) -> str:
    """The record itself as an entry of BibTeX."""
    fields = {
        "author": f"{{{AUTHOR}}}",
        "title": f"{{{TITLE}}}",
        "version": edition.full,
        "date": edition.day.isoformat(),
        "year": str(edition.day.year),
        "url": edition.address,
        "note": LICENCE,
    }
    return bib_entry("dataset", "checked-record", fields)


def _csl(book: Book, source: Source, edition: Edition) -> dict[str, object]:
    custom: dict[str, object] = {
        "standing": None if source.standing == NOT_FOUND else source.standing,
        "held": source.held,
        "origin": source.origin,
        "relays": source.relays,
        "repeats": {other: found.percent for other, found in repeats(book).get(source.id, {}).items() if found.percent},
        "record_note": source.note,
        "edition": edition.version,
    }
    item = {
        "id": source.id,
        "type": "webpage",
        "title": UNTITLED if source.title == NOT_FOUND else source.title,
        "author": [{"literal": name} for name in source.authors],
        "container-title": source.publisher,
        "issued": _csl_date(source.published) if source.published else None,
        "accessed": {"date-parts": [[source.accessed.year, source.accessed.month, source.accessed.day]]},
        "URL": None if source.url == NOT_FOUND else source.url,
        "language": source.language,
        "note": source.notice,
        "custom": {key: value for key, value in custom.items() if value},
    }
    return {key: value for key, value in item.items() if value}


def _csl_date(when: When) -> dict[str, object]:
    ends = [end for end in (when.ends or (when,)) if end.precision in _PARTS]
    parts = [[end.first.year, end.first.month, end.first.day][: _PARTS[end.precision]] for end in ends]
    return {"date-parts": parts, **({"circa": True} if when.approximate else {})}


def _online(source: Source) -> str:
    fields = {
        # Braces within braces keep names and titles as they are: which word is the family name is not known.
        "author": " and ".join(f"{{{latex(name)}}}" for name in source.authors),
        "title": f"{{{latex(UNTITLED if source.title == NOT_FOUND else source.title)}}}",
        "organization": f"{{{latex(source.publisher)}}}",
        "date": source.published.text if source.published else "",
        "year": str(source.published.first.year) if source.published else "",
        "url": "" if source.url == NOT_FOUND else source.url,
        "urldate": source.accessed.isoformat(),
        "note": latex(source.notice or ""),
    }
    return bib_entry("online", source.id, fields)


def bib_entry(kind: str, key: str, fields: Mapping[str, str]) -> str:
    """An entry of BibTeX, with those of its fields that hold something."""
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@{kind}{{{key},\n{lines}}}\n"


def latex(text: str) -> str:
    """`text` with the signs written out that LaTeX reads as its own."""
    return _SPECIAL.sub(lambda sign: _WORDED.get(sign[0], f"\\{sign[0]}"), text)
