"""Kinds of value: dates, quantities, numbers and paragraph numbers."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date as Date
from typing import Any

from factbook.dates import DateError, parse_date
from factbook.ends import Number
from factbook.errors import Mark, shown
from factbook.kinds.common import Known, Refused
from factbook.kinds.names import NOT_STATED, NUMBER, UNKNOWN
from factbook.kinds.texts import line
from factbook.nodes import Mapping, Node, Scalar
from factbook.quantities import QuantityError, number_in, parse


def _date(node: Node, _: str, known: Known) -> Any:
    text = line(node, "", known)
    return None if text == NOT_STATED else _edtf(node, text)


def _published(node: Node, _: str, known: Known) -> Any:
    text = line(node, "", known)
    return None if text == UNKNOWN else _edtf(node, text)


def _edtf(node: Node, text: str) -> Any:
    try:
        return parse_date(text)
    except DateError as error:
        raise Refused(str(error), _shifted(node, error.offset)) from None


def _day(node: Node, _: str, known: Known) -> Date:
    when = _edtf(node, line(node, "", known))
    if when.first != when.last or when.is_interval:
        raise Refused(f"{shown(when.text)} is not one day. Write it as YYYY-MM-DD.")
    return when.first  # type: ignore[no-any-return]


def _quantity(node: Node, _: str, known: Known) -> Any:
    text = line(node, "", known)
    try:
        return parse(text, known.units)
    except QuantityError as error:
        raise Refused(str(error), _shifted(node, error.offset)) from None


def _shifted(node: Node, offset: int) -> Mark:
    path, line, column = node.mark
    return Mark(path, line, column + offset + (0 if isinstance(node, Scalar) and node.plain else 1))


def _number(node: Node, _: str, known: Known) -> Number:
    text = line(node, "", known)
    if len(text) > 20 or not NUMBER.fullmatch(text):
        raise Refused(f"{shown(text)} is no number. Write digits, with commas between thousands.")
    return number_in(text.replace(",", ""))


def _paragraphs(node: Node, _: str, known: Known) -> dict[int, str]:
    if not isinstance(node, Mapping):
        raise Refused("must map paragraph numbers to reasons. Write 13: heading.")
    for text, (key, _value) in node.entries.items():
        if not re.fullmatch(r"[1-9][0-9]{0,3}", text):
            raise Refused(f"{shown(text)} is no paragraph number. Count the lines that are not blank from 1.", key.mark)
    return {int(text): line(value, "", known) for text, (_key, value) in node.entries.items()}


VALUES: dict[str, Callable[[Node, str, Known], object]] = {
    "date": _date,
    "published": _published,
    "day": _day,
    "quantity": _quantity,
    "number": _number,
    "paragraphs": _paragraphs,
}
