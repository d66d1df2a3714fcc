"""What a live preview shows while the facts are broken."""

from __future__ import annotations

from collections.abc import Iterable

from factbook.errors import Problem
from factbook.html import Html, join, tag


def message_box(problems: Iterable[Problem]) -> Html:
    """Every problem with its place, to stand where figures would."""
    items = [tag("span", tag("br"), str(problem)) for problem in problems]
    return tag("span", tag("strong", "The facts are broken:"), join(items), class_="broken", role="alert")
