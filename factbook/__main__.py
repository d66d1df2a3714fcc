"""Let `python -m factbook` run the command line."""

from __future__ import annotations

import sys

from factbook.cli import main

if __name__ == "__main__":
    sys.exit(main())
