"""The lists of modules, by which newcomers find their way."""

from __future__ import annotations

import re
from pkgutil import iter_modules
from types import ModuleType

import pytest

import factbook
from factbook import checks


@pytest.mark.parametrize("package", [factbook, checks], ids=lambda package: package.__name__)
def test_the_list_names_every_module_once(package: ModuleType) -> None:
    """None is missing, none is gone, and none stands in two places."""
    lists = re.findall(r"^- [^:]+: (.*)$", package.__doc__ or "", re.MULTILINE)
    named = [name for line in lists for name in line.split(", ")]

    assert sorted(named) == sorted(module.name for module in iter_modules(package.__path__) if module.name[0] != "_")
