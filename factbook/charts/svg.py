"""Charts as Vega draws them, each kept by the hash of what it was drawn from, since drawing takes longest of all."""

from __future__ import annotations

import os
from contextlib import suppress
from functools import lru_cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from tempfile import NamedTemporaryFile

VEGA_LITE = "5.21"
KEPT = Path(__file__).parents[2] / ".charts"


@lru_cache(maxsize=64)
def svg(spec: str) -> str:
    """The SVG of a specification in JSON, drawn anew only if neither it nor the library is as before."""
    drawer = f"{version('vl-convert-python')} {VEGA_LITE}"
    path = KEPT / f"{sha256(f'{drawer} {spec}'.encode()).hexdigest()}.svg"
    with suppress(OSError):
        return path.read_text(encoding="utf-8")
    drawn = _drawn(spec)
    with suppress(OSError):  # a folder that cannot be written to costs time alone
        _keep(path, drawn)
    return drawn


def _drawn(spec: str) -> str:
    import vl_convert  # starts an engine for JavaScript, of which charts that were kept have no need

    return str(vl_convert.vegalite_to_svg(spec, vl_version=VEGA_LITE))


def _keep(path: Path, drawn: str) -> None:
    path.parent.mkdir(exist_ok=True)
    with NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, delete=False) as part:
        part.write(drawn)
    os.replace(part.name, path)  # builds side by side, and one that is interrupted, leave whole files
