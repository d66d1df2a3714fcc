"""What the figures were measured with: the machine, how busy it was, and the versions of what took part."""

from __future__ import annotations

import os
import platform
import re
import subprocess
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import yaml

_AS_IT_IS = ("--always", "--dirty=, with changes", "--abbrev=12", "--exclude=*")
_LIBRARIES = ("mkdocs", "mkdocs-material", "mkdocs-macros-plugin", "Markdown", "Jinja2", "PyYAML", "lxml")


def machine(before: str, after: str) -> dict[str, str]:
    """Day, processors, memory, load at the start, versions, and the commits compared."""
    return {
        "Day": f"{datetime.now(UTC):%Y-%m-%d}",
        "Machine": f"{os.cpu_count()} processors ({_processor()}), {_memory()} of memory",
        "Load when begun, over 1, 5 and 15 minutes": ", ".join(f"{load:.2f}" for load in os.getloadavg()),
        "System": f"{platform.system()} {platform.release()}, Python {platform.python_version()}",
        "Versions": ", ".join([*(f"{name} {version(name)}" for name in _LIBRARIES), f"libyaml {_libyaml()}"]),
        "Before": before[:12] or "not measured",
        "After": _git("rev-parse", "--short=12", after) if after else _git("describe", *_AS_IT_IS),
    }


def _processor() -> str:
    found = re.search(r"^model name\s*: (.*)$", Path("/proc/cpuinfo").read_text(), re.MULTILINE)
    return found[1] if found else platform.machine()


def _memory() -> str:
    return f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GiB"


def _libyaml() -> str:
    return yaml._yaml.get_version_string() if yaml.__with_libyaml__ else "not there"


def _git(*arguments: str) -> str:
    root = Path(__file__).parent
    return subprocess.run(["git", "-C", root, *arguments], capture_output=True, text=True, check=True).stdout.strip()
