"""A bill of materials in CycloneDX 1.6: every locked library with version, licence, hashes and what it needs."""

from __future__ import annotations

import json
from collections.abc import Iterable
from importlib.metadata import requires
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType, Property
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentScope, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packageurl import PackageURL
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tools.supply.licences import Listing
from tools.supply.locks import Locks, Pin, wanted

BUILDS = "site"  # the lock whose libraries make the published pages; the others install, test or audit
Graph = dict[str, set[str]]


def bill(project: dict[str, Any], locks: Locks, licences: Listing) -> Bom:
    """The libraries of these locks, all of which are installed, as parts of the project.

    The same locks give the same bill: it has no time, and its serial number is made from its parts.
    """
    asked = [one for lock in locks for one in wanted(project["dependency-groups"], lock)]
    pins = {pin.name: [other for other in every if other.name == pin.name] for every in locks.values() for pin in every}
    parts = {name: [_part(pin, *licences[name]) for pin in found] for name, found in sorted(pins.items())}
    whole = _whole(project["project"])
    bom = Bom(components=[part for found in parts.values() for part in found])
    bom.metadata.component = whole
    bom.metadata.timestamp = None  # type: ignore[assignment]  # the format lets it be left out, the library's type does not
    bom.serial_number = uuid5(NAMESPACE_URL, " ".join(sorted(part.bom_ref.value or "" for part in bom.components)))
    bom.register_dependency(whole, [part for one in asked for part in parts[canonicalize_name(one.name)]])
    for name, needed in needs(asked).items():
        for part in parts[name]:
            bom.register_dependency(part, [other for one in sorted(needed & parts.keys()) for other in parts[one]])
    return bom


def needs(asked: Iterable[Requirement]) -> Graph:
    """What each library that these lead to needs on this machine, with the extras that are asked of it."""
    found: Graph = {}
    ahead, seen = _with_extras(asked), set[tuple[str, str]]()
    while ahead:
        name, extra = one = ahead.pop()
        seen.add(one)
        lines = map(Requirement, requires(name) or ())
        needed = [line for line in lines if line.marker is None or line.marker.evaluate({"extra": extra})]
        found.setdefault(name, set()).update(canonicalize_name(line.name) for line in needed)
        ahead |= _with_extras(needed) - seen
    return found


def _with_extras(asked: Iterable[Requirement]) -> set[tuple[str, str]]:
    return {(canonicalize_name(one.name), extra) for one in asked for extra in ("", *one.extras)}


def written(bom: Bom) -> str:
    """The bill as JSON that CycloneDX's own schema finds valid; raises ValueError where it does not."""
    text = JsonV1Dot6(bom).output_as_string(indent=2)
    if wrong := JsonStrictValidator(SchemaVersion.V1_6).validate_str(text):
        raise ValueError(f"the bill of materials breaks CycloneDX's schema: {wrong}")
    return f"{json.dumps(json.loads(text), indent=2, ensure_ascii=False)}\n"


def _whole(project: dict[str, Any]) -> Component:
    return Component(
        type=ComponentType.APPLICATION,
        bom_ref=project["name"],
        name=project["name"],
        version=project["version"],
        description=project["description"],
        licenses=[LicenseFactory().make_from_string(project["license"])],
    )


def _part(pin: Pin, licence: str, locks: str) -> Component:
    address = PackageURL("pypi", name=pin.name, version=pin.version)
    said = {"lock": locks.split(), "marker": [pin.marker] if pin.marker else []}
    return Component(
        type=ComponentType.LIBRARY,
        bom_ref=str(address),
        purl=address,
        name=pin.name,
        version=pin.version,
        scope=ComponentScope.REQUIRED if BUILDS in locks.split() else ComponentScope.EXCLUDED,
        licenses=[LicenseFactory().make_from_string(licence)],
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=digest) for digest in pin.hashes],
        properties=[Property(name=name, value=value) for name, values in said.items() for value in values],
    )
