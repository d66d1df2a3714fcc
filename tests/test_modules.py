"""The list of modules, by which newcomers find their way."""

from __future__ import annotations

import re
from pkgutil import iter_modules

import factbook


def test_the_list_names_every_module_once() -> None:
    """None is missing, none is gone, and none stands in two places."""
    lists = re.findall(r"^- [^:]+: (.*)$", factbook.__doc__ or "", re.MULTILINE)
    named = [name for line in lists for name in line.split(", ")]

    assert sorted(named) == sorted(module.name for module in iter_modules(factbook.__path__) if module.name[0] != "_")
