"""Read every file of a record, look for each quote in its fingerprint, and judge nothing else.

`python -m bench.reading facts` takes what a check written in Python takes before it knows a figure.
"""

from __future__ import annotations

import sys
from pathlib import Path

from factbook.book import uncollected
from factbook.nodes import Mapping, Scalar
from factbook.written import read_record


def reading(facts: Path) -> int:
    """How many quotes of the record are held by the fingerprint of their article or of what was noted of it."""
    with uncollected():
        written = read_record(facts)
        prints = written.prints["noted"] | written.prints["fingerprints"]
        held = 0
        for name, entries in written.nodes.items():
            if fingerprint := prints.get(name.removeprefix("sources/")):
                claims = (claim for _, claim in entries.entries.values() if isinstance(claim, Mapping))
                quotes = (claim.entries.get("quote", (None, None))[1] for claim in claims)
                held += sum(fingerprint.holds(quote.text) for quote in quotes if isinstance(quote, Scalar))
        return held


if __name__ == "__main__":
    print(reading(Path(sys.argv[1])))
