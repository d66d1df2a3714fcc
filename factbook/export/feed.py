"""An Atom feed (RFC 4287) of the changes to facts."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from itertools import islice
from uuid import uuid5
from xml.etree import ElementTree as ET

from factbook.export.edition import AUTHOR, LICENCE_URL, TITLE, Edition
from factbook.export.history import Change, Edit
from factbook.export.package import RECORD
from factbook.model import Book

ATOM = "http://www.w3.org/2005/Atom"
MOST_ENTRIES = 200
SUBTITLE = "The latest facts added, changed, withdrawn or removed, each with its old and its new value."


def feed(book: Book, edition: Edition, changes: Iterable[Change]) -> str:
    """The feed of the latest of these changes, which come newest first.

    An entry's id is made of its fact's id and the commit.
    """
    entries = list(islice(changes, MOST_ENTRIES))
    updated = max((_instant(change) for change in entries), default=edition.instant)
    root = ET.Element("feed", {"xmlns": ATOM, "xml:lang": "en"})
    if edition.address:
        root.set("xml:base", edition.url("data/"))
    _text(root, "id", f"urn:uuid:{RECORD}")
    _text(root, "title", f"Changes to: {TITLE}")
    _text(root, "subtitle", SUBTITLE)
    _text(root, "updated", updated)
    _text(ET.SubElement(root, "author"), "name", AUTHOR)
    _text(root, "generator", "factbook", version=edition.full)
    _text(root, "rights", LICENCE_URL)
    ET.SubElement(root, "link", rel="self", type="application/atom+xml", href="changes.xml")
    ET.SubElement(root, "link", rel="alternate", type="text/html", href="./")
    for change in entries:
        root.append(_entry(book, change))
    ET.indent(root, " ")
    # ASCII is read alike whatever the server says of the file: text/xml, without more, means ASCII (RFC 3023).
    return f'<?xml version="1.0" encoding="us-ascii"?>\n{ET.tostring(root).decode()}\n'


def _entry(book: Book, change: Change) -> ET.Element:
    id = f"{change.source}.{change.fact}".rstrip(".")
    entry = ET.Element("entry")
    _text(entry, "id", f"urn:uuid:{uuid5(RECORD, f'{id} {change.commit}')}")
    _text(entry, "title", f"{change.kind.capitalize()}: {_headline(book, change)} ({id})")
    _text(entry, "updated", _instant(change))
    ET.SubElement(entry, "category", term=change.kind)
    if change.source in book.sources:
        anchor = f"#{change.fact}" if change.fact else ""
        ET.SubElement(entry, "link", rel="alternate", type="text/html", href=f"../sources/{change.source}/{anchor}")
    _text(entry, "content", "<ul>" + "".join(map(_edit, change.edits)) + "</ul>", type="html")
    return entry


def _headline(book: Book, change: Change) -> str:
    if not change.fact:
        count, known = len(change.edits), book.sources.get(change.source)
        return f"{known.publisher if known else 'a source'} with {count} {'fact' if count == 1 else 'facts'}"
    edits = {key: (old, new) for key, old, new in change.edits}
    old, new = edits.get("value") or edits.get("claim") or (None, None)
    if old and new:
        return f"{old} → {new}"
    return new or old or ", ".join(edits)


def _edit(edit: Edit) -> str:
    key, old, new = edit
    before = f"<del>{escape(old)}</del>" if old else ""
    after = f"<ins>{escape(new)}</ins>" if new else ""
    return f"<li>{escape(key)}: {' → '.join(part for part in (before, after) if part)}</li>"


def _instant(change: Change) -> str:
    return change.when.strftime("%Y-%m-%dT%H:%M:%SZ")


def _text(parent: ET.Element, name: str, text: str, **attributes: str) -> None:
    ET.SubElement(parent, name, attributes).text = text
