"""How to cite one fact: in a sentence, as BibTeX and as CSL-JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable

from factbook.dates import printed as printed_date
from factbook.export.claims import name
from factbook.export.edition import AUTHOR, TITLE, Edition
from factbook.export.references import bib_entry, latex
from factbook.html import Html, join, tag, text
from factbook.kinds import NOT_FOUND
from factbook.model import Claim
from factbook.render.inline import party_label, party_name, time
from factbook.render.notes import reference
from factbook.render.writer import Writer


def sentence(writer: Writer, claim: Claim, edition: Edition) -> Html:
    """The fact with its date, who says so, where it stands, and the version of the record."""
    found = writer.book.paragraphs(claim)
    paragraph = f", paragraph {', '.join(map(str, found))}" if found else ""
    source = writer.book.source_of(claim)
    address = _address(claim, edition)
    return join(
        [
            *(f"{name(writer.book, claim)} (", time(claim.when), "), according to ", party_label(writer, claim), ". "),
            *(reference(source), f"{paragraph}. In: ", tag("cite", TITLE), f", version {edition.version}, "),
            *(tag("code", claim.id), f", {address}." if address else "."),
        ]
    )


def bibtex(writer: Writer, claim: Claim, edition: Edition) -> Html:
    """The fact as an entry of BibTeX, on lines of its own."""
    fields = {
        "author": f"{{{AUTHOR}}}",
        "title": f"{{{latex(name(writer.book, claim))}}}",
        "howpublished": f"In: {TITLE}, version {edition.version}",
        "year": str(edition.day.year),
        "note": latex(_reported(writer, claim)),
        "url": _address(claim, edition),
    }
    return _code(bib_entry("misc", claim.id, fields).splitlines())


def csl(writer: Writer, claim: Claim, edition: Edition) -> Html:
    """The fact as an item of CSL-JSON 1.0.2."""
    item = {
        "id": claim.id,
        "type": "entry",
        "title": name(writer.book, claim),
        "author": [{"literal": AUTHOR}],
        "container-title": TITLE,
        "version": edition.version,
        "issued": {"date-parts": [[edition.day.year, edition.day.month, edition.day.day]]},
        "note": _reported(writer, claim),
    }
    if address := _address(claim, edition):
        item["URL"] = address
    return _code(json.dumps(item, ensure_ascii=False, indent=1).splitlines())


def kept(lines: Iterable[str]) -> Html:
    """Lines as they stand, inside an element `pre`."""
    # A reference for each line break and each first space: Markdown would take them for its own.
    return Html("&#10;".join("&#32;" * (len(line) - len(line.lstrip())) + text(line.lstrip()) for line in lines))


def _reported(writer: Writer, claim: Claim) -> str:
    source = writer.book.source_of(claim)
    when = printed_date(claim.when) if claim.when else "date not stated"
    by = party_name(writer.book, claim)
    address = f", {source.url}" if source.url != NOT_FOUND else ""
    return f"{when}; according to {by}; reported by {source.told}{address}"


def _address(claim: Claim, edition: Edition) -> str:
    """Where the fact's entry stands, or nothing where the site's own address is not known."""
    return edition.url(f"sources/{claim.source}/#{claim.name}") if edition.address else ""


def _code(lines: Iterable[str]) -> Html:
    return tag("pre", kept(lines), class_="cite")  # no <code>: the theme's script would look after each
