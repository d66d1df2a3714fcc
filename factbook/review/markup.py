"""Markdown in which whatever people wrote stays text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from factbook.characters import REFUSED

_UNSAFE = re.compile(rf"www|[^\w ,./%()+='\u2013\u2014\u2018-\u201d-]|_|{REFUSED.pattern}", re.IGNORECASE)
_REFERENCE = re.compile(r"&#([0-9]+);")
_OURS = re.compile(r"</?code>|\*\*|^\|(?: --- \|)+\n|^#+ ", re.MULTILINE)


def safe(untrusted: str) -> str:
    """Untrusted text as code: it can neither be markup nor mention anybody, refer to an issue or become a link.

    Characters that nobody sees, or that turn the direction of others, are named.
    """
    return f"<code>{_UNSAFE.sub(_told, ' '.join(untrusted.split()))}</code>"


def cell(written: str | None) -> str:
    """Untrusted text, or a dash where there is none."""
    return "—" if written is None else safe(written)


def listed(untrusted: Iterable[str]) -> str:
    """Untrusted texts one after the other, or a dash where there are none."""
    return ", ".join(map(safe, untrusted)) or "—"


def count(number: int, noun: str) -> str:
    """A number of things."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def section(title: str, lines: Iterable[str]) -> Iterator[str]:
    """A heading with its lines below it; nothing where there are none."""
    written = list(lines)
    if written:
        yield f"### {title}"
        yield "\n".join(written)


def for_terminals(markdown: str) -> str:
    """A report without its markup."""
    bare = _OURS.sub("", markdown).replace("<br>", "\n  ")
    return _REFERENCE.sub(lambda match: chr(int(match[1])), bare)


def _told(match: re.Match[str]) -> str:
    first, rest = match[0][0], match[0][1:]
    seen = first.isprintable() and not REFUSED.match(first)
    return f"&#{ord(first)};{rest}" if seen else f"U+{ord(first):04X}"
