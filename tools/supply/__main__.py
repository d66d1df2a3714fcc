"""List licences, or write the bill of materials: `make licences`, `make sbom`."""

from __future__ import annotations

import sys
from importlib.metadata import PackageNotFoundError
from pathlib import Path

from tools.supply import bill, licences, locks

ROOT = Path(__file__).parents[2]


def main(arguments: list[str]) -> int:
    """Do `licences`, or `sbom FILE`; 1 where a licence is not allowed or a library not installed."""
    project, locked = locks.settings(ROOT), locks.read(ROOT)
    if arguments == ["licences"]:
        rules = project["tool"]["licences"]
        found = licences.listing(locked, rules)
        (ROOT / licences.LIST).write_text(licences.written(found), encoding="utf-8")
        problems = list(licences.unexpected(found, rules))
        print(*problems, f"{licences.LIST}: {len(found)} libraries, {len(problems)} problems.", sep="\n")
        return int(bool(problems))
    try:
        bom = bill.bill(project, locked, licences.listed(ROOT))
    except PackageNotFoundError as missing:
        print(f"{missing}, so what it needs is not known. Run make sbom, which installs every lock.", file=sys.stderr)
        return 1
    Path(arguments[1]).write_text(bill.written(bom), encoding="utf-8")
    print(f"{arguments[1]}: {len(bom.components)} libraries.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
