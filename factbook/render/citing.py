"""How to cite one fact: in a sentence, as BibTeX and as CSL-JSON."""

from __future__ import annotations

import json

from factbook.dates import printed as printed_date
from factbook.export.edition import AUTHOR, TITLE, Edition
from factbook.export.references import latex
from factbook.html import Html, join, tag, text
from factbook.kinds import NOT_FOUND
from factbook.model import Claim, Source
from factbook.quantities import printed
from factbook.render.inline import party_label, time
from factbook.render.notes import reference
from factbook.render.writer import Writer


def sentence(writer: Writer, claim: Claim, edition: Edition) -> Html:
    """The fact with its date, who says so, where it stands, and the version of the record."""
    found = writer.book.paragraphs(claim)
    paragraph = f", paragraph {', '.join(map(str, found))}" if found else ""
    source = writer.book.source_of(claim)
    address = edition.url(_path(claim)) if edition.address else ""
    return join(
        [
            *(f"{name(writer, claim)} (", time(claim.when), "), according to ", party_label(writer, claim), ". "),
            *(reference(source), f"{paragraph}. In: ", tag("cite", TITLE), f", version {edition.version}, "),
            *(tag("code", claim.id), f", {address}." if address else "."),
        ]
    )


def bibtex(writer: Writer, claim: Claim, edition: Edition) -> Html:
    """The fact as an entry of BibTeX, on lines of its own."""
    fields = {
        "author": f"{{{AUTHOR}}}",
        "title": f"{{{latex(name(writer, claim))}}}",
        "howpublished": f"In: {TITLE}, version {edition.version}",
        "year": str(edition.day.year),
        "note": latex(_reported(writer, claim)),
        "url": edition.url(_path(claim)) if edition.address else "",
    }
    lines = [f"  {key} = {{{value}}}," for key, value in fields.items() if value]
    return _code([f"@misc{{{claim.id},", *lines, "}"])


def csl(writer: Writer, claim: Claim, edition: Edition) -> Html:
    """The fact as an item of CSL-JSON 1.0.2."""
    item = {
        "id": claim.id,
        "type": "entry",
        "title": name(writer, claim),
        "author": [{"literal": AUTHOR}],
        "container-title": TITLE,
        "version": edition.version,
        "issued": {"date-parts": [[edition.day.year, edition.day.month, edition.day.day]]},
        "note": _reported(writer, claim),
        **({"URL": edition.url(_path(claim))} if edition.address else {}),
    }
    return _code(json.dumps(item, ensure_ascii=False, indent=1).splitlines())


def name(writer: Writer, claim: Claim) -> str:
    """A fact in one line: its figure and measure, or its statement."""
    if claim.value is None or claim.measure is None:
        return claim.statement or ""
    return f"{printed(claim.value)}: {writer.book.vocabulary.measures[claim.measure].label}"


def _reported(writer: Writer, claim: Claim) -> str:
    source = writer.book.source_of(claim)
    when = printed_date(claim.when) if claim.when else "date not stated"
    known = writer.book.vocabulary.parties.get(claim.according_to)
    by = known.label if known else "a party the article does not name"
    return f"{when}; according to {by}; reported by {_plain(source)}"


def _plain(source: Source) -> str:
    return source.told + (f", {source.url}" if source.url != NOT_FOUND else "")


def _path(claim: Claim) -> str:
    return f"sources/{claim.source}/#{claim.name}"


def _code(lines: list[str]) -> Html:
    # A reference for each line break and each first space: Markdown would take them for its own.
    kept = [Html("&#32;" * (len(line) - len(line.lstrip())) + text(line.lstrip())) for line in lines]
    return tag("pre", Html("&#10;".join(kept)), class_="cite")  # no <code>: the theme's script would look after each
