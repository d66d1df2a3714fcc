"""Which state of the record a file was made from: told by the facts and the commit, never by the clock."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from urllib.parse import urljoin

from factbook.export.git import ROOT, commit
from factbook.model import Book

TITLE = "A checked record of mine clearance in Karabakh"
AUTHOR = "Contributors to the record of mine clearance in Karabakh"
DESCRIPTION = "Figures and statements on mine clearance in Karabakh, each locked to the source that states it."
KEYWORDS = ("mine action", "landmines", "Karabakh", "fact checking")
LICENCE = "CC-BY-4.0"
LICENCE_URL = "https://creativecommons.org/licenses/by/4.0/"
LICENCE_TITLE = "Creative Commons Attribution 4.0 International"


@dataclass(frozen=True, slots=True)
class Edition:
    """A state of the record: the last day a source was read, the commit ("" for none), the site's address ("" too)."""

    day: date
    commit: str = ""
    address: str = ""

    @property
    def version(self) -> str:
        """The calendar version, such as 2026.11.21."""
        return f"{self.day.year}.{self.day.month}.{self.day.day}"

    @property
    def full(self) -> str:
        """The version with the commit as its build (Semantic Versioning 2.0.0, 10), such as 2026.11.21+0123456789ab."""
        return f"{self.version}+{self.commit}" if self.commit else self.version

    @property
    def instant(self) -> str:
        """The day as a time stamp (RFC 3339), for formats that ask for one."""
        return f"{self.day.isoformat()}T00:00:00Z"

    def url(self, path: str) -> str:
        """The address of a file of the site, absolute where the site's own address is known."""
        return urljoin(self.address.rstrip("/") + "/", path) if self.address else path


def edition_of(book: Book, root: Path = ROOT) -> Edition:
    """The edition of a record whose files stand in `root`; the site's address is that of mkdocs.yml, `SITE_URL`."""
    return Edition(last_read(book), _commit(book, root), os.environ.get("SITE_URL", ""))


@lru_cache(maxsize=1)  # git is slow to ask, and pages cite the record often
def _commit(_book: Book, root: Path) -> str:
    return commit(root)


@lru_cache(maxsize=1)
def last_read(book: Book) -> date:
    """The last day on which a source of the record was read."""
    return max((source.accessed for source in book.sources.values()), default=date.min)
