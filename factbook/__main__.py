"""Let `python -m factbook` run the command line."""

from __future__ import annotations

import sys


def _main() -> int:
    try:
        from factbook.cli import main

        return main()
    except ModuleNotFoundError as missing:
        if str(missing.name).startswith("factbook"):
            raise
        advice = "Run `make site` once, then `.venv/bin/python -m factbook` in its place."
        print(f"python -m factbook: the library {missing.name} is not installed here. {advice}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(_main())
