"""A few units for tests, apart from those of the record."""

from __future__ import annotations

from fractions import Fraction

from factbook.intervals import Interval
from factbook.units import Unit, Units


def _unit(key: str, dimension: str, factor: str, words: str, counted: bool = False, prefixes: str = "") -> Unit:
    label, singular = words.split("|")[:2]
    known = tuple(words.split("|")), tuple(prefixes.split())
    return Unit(key, label, singular, f"One {singular}.", dimension, Fraction(factor), counted, *known)


UNITS = Units(
    (unit.key, unit)
    for unit in [
        _unit("hectares", "area", "1", "hectares|hectare|ha"),
        _unit("square-kilometres", "area", "100", "square kilometres|square kilometre|sq km|km2"),
        _unit("mines", "ordnance", "1", "mines|mine|landmines", counted=True),
        _unit("items", "ordnance", "1", "items|item", counted=True),
        _unit("people", "people", "1", "people|person", counted=True),
        _unit("days", "duration", "1", "days|day"),
        _unit("years", "duration", "365.2425", "years|year"),
        _unit("decades", "duration", "3652.425", "decades|decade"),
        _unit("percent", "share", "1", "percent|percent|per cent|%"),
        _unit("us-dollars", "us-dollars", "1", "US dollars|US dollar", prefixes="US$ $"),
        _unit("manat", "manat", "1", "manat|manat"),
        _unit("euros", "euros", "1", "euros|euro", prefixes="€"),
    ]
)


def written(interval: Interval) -> str:
    """An interval as mathematics writes it, to be compared with a table."""
    low = "-inf" if interval.low is None else interval.low
    high = "inf" if interval.high is None else interval.high
    return f"{'[('[interval.low_open]}{low}, {high}{'])'[interval.high_open]}"
