"""What a reader may do with a claim: cite it, look it up in its file, and report an error in it."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlencode

from factbook.export.edition import Edition
from factbook.html import Html, join, tag, text
from factbook.model import Claim
from factbook.render import citing
from factbook.render.writer import Writer


def uses(writer: Writer, claim: Claim, edition: Edition) -> Iterator[tuple[str, str]]:
    """The claim's id, three ways to cite it, its line in its file, and how to report an error."""
    yield "Id", tag("code", claim.id)
    yield "Cite", citing.sentence(writer, claim, edition)
    yield "BibTeX", citing.bibtex(writer, claim, edition)
    yield "CSL-JSON", citing.csl(writer, claim, edition)
    yield "Its file", _line(writer, claim)
    yield "An error?", _report_error(writer, claim)


def history(writer: Writer) -> Html:
    """Where every change to the record can be seen; a build that knows no repository says so."""
    if not writer.repository:
        return text(
            "Every change to it is kept in its repository, whose address this copy of the site was built without."
        )
    return join(["Every change to it can be seen in ", tag("a", "its repository", href=writer.repository), "."])


def where_to_report(writer: Writer) -> Html:
    """Where a reader sends a report of an error; a build that knows no repository says so."""
    if not writer.repository:
        return text(
            "This copy of the site was built without its repository's address, so it names no place to report to."
        )
    form = tag("a", "Fill in the form", href=f"{writer.repository}/issues/new?template=correction.yml")
    return join([form, "; each fact's entry has a link that fills in its id."])


def _line(writer: Writer, claim: Claim) -> Html:
    path, line = f"facts/sources/{claim.source}.yaml", claim.mark.line
    shown = tag("code", f"{path}:{line}")
    return tag("a", shown, href=f"{writer.repository}/blob/main/{path}#L{line}") if writer.repository else shown


def _report_error(writer: Writer, claim: Claim) -> Html:
    if not writer.repository:
        how = tag("a", "Contributing", href=writer.href("contributing.md"))
        return join([how, " says how to report it; name the id ", tag("code", claim.id), "."])
    title = f"{claim.id}: " + (claim.value.spelling if claim.value else "statement")
    query = urlencode({"template": "correction.yml", "title": title, "fact": claim.id})
    return tag("a", "Report an error in this fact", href=f"{writer.repository}/issues/new?{query}")
