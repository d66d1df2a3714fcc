"""The licences of all locked libraries: as installed, as listed, and as pyproject.toml allows."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from importlib.metadata import PackageMetadata, PackageNotFoundError, metadata
from pathlib import Path
from typing import Any

from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression

from factbook.errors import Mark, Problem, shown
from tools.supply.locks import Locks, holders

LIST = "requirements/licences.csv"
UNKNOWN = "unknown"
COLUMNS = ("library", "licence", "locks")

Listing = dict[str, tuple[str, str]]


def stated(about: PackageMetadata, wordings: Mapping[str, str]) -> str | None:
    """The SPDX expression of a library's metadata: as such, or in words whose meaning is known (PEP 639)."""
    texts = [*about.get_all("License-Expression", []), *about.get_all("License", [])]
    classifiers = [line.split(" :: ")[-1] for line in about.get_all("Classifier", []) if line.startswith("License ::")]
    if len(classifiers) == 1:  # several may be a choice or a sum
        texts += classifiers
    return next(filter(None, (_expression(wordings.get(text, text)) for text in texts)), None)


def _expression(text: str) -> str | None:
    try:
        return canonicalize_license_expression(text)
    except InvalidLicenseExpression:
        return None


def of(name: str, rules: Mapping[str, Any]) -> str | None:
    """The licence of a library: as it states it, else as its licence file was read; None where it is not installed."""
    try:
        about = metadata(name)
    except PackageNotFoundError:
        return None
    return stated(about, rules["wordings"]) or rules["read"].get(name, UNKNOWN)


def listing(locks: Locks, rules: Mapping[str, Any]) -> Listing:
    """Licence and locks of every locked library; where one cannot be installed here, its licence as it was read."""
    return {
        name: (of(name, rules) or rules["read"].get(name, UNKNOWN), " ".join(found))
        for name, found in holders(locks).items()
    }


def written(found: Listing) -> str:
    """The listing as a table."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([COLUMNS, *((name, *row) for name, row in found.items())])
    return out.getvalue()


def listed(root: Path) -> Listing:
    """The listing that the project keeps."""
    with (root / LIST).open(encoding="utf-8", newline="") as lines:
        return {row["library"]: (row["licence"], row["locks"]) for row in csv.DictReader(lines)}


def allowed(licence: str, rules: Mapping[str, Any]) -> bool:
    """Whether one choice that an SPDX expression offers holds nothing but allowed licences."""
    choices = (choice.split(" AND ") for choice in licence.split(" OR "))  # AND binds tighter; brackets are not allowed
    return any(all(name in rules["allowed"] for name in choice) for choice in choices)


def unlisted(found: Listing, locks: Locks) -> Iterator[Problem]:
    """Libraries that the locks and the list do not have in common."""
    named = {name: " ".join(every) for name, every in holders(locks).items()}
    for name in sorted(named.keys() | found.keys()):
        if name not in found:
            yield _problem(name, "no licence is listed. Run make licences, and review what it adds.")
        elif named.get(name) != found[name][1]:
            yield _problem(name, "the list names other locks than those that have it. Run make licences.")


def unexpected(found: Listing, rules: Mapping[str, Any]) -> Iterator[Problem]:
    """Listed licences that the project does not allow."""
    for line, (name, (licence, _)) in enumerate(found.items(), 2):
        if licence == UNKNOWN:
            wrong = "its metadata states no licence that can be read. Read its licence file, and enter what it says"
            yield _problem(name, f"{wrong} in pyproject.toml under [tool.licences.read].", line)
        elif not allowed(licence, rules):
            wrong = f"the licence {shown(licence)} is not allowed. Do without the library, or enter the licence"
            yield _problem(name, f"{wrong} in pyproject.toml under [tool.licences.allowed] with what it asks.", line)


def changed(found: Listing, rules: Mapping[str, Any]) -> Iterator[Problem]:
    """Installed libraries that state another licence than the one listed."""
    for line, (name, (licence, _)) in enumerate(found.items(), 2):
        if (now := of(name, rules)) not in (None, licence):
            wrong = f"listed as {shown(licence)}, but the installed version is {shown(str(now))}"
            yield _problem(name, f"{wrong}. Run make licences, and review the change.", line)


def _problem(name: str, message: str, line: int = 1) -> Problem:
    return Problem(Mark(LIST, line), name, message, "licences")
