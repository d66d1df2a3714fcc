"""What must hold of the vocabulary as a whole, so that every value can be read in one way alone."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping as Map

from factbook.errors import Problem, shown
from factbook.languages.english import SCALES, WORDS
from factbook.nodes import Mapping
from factbook.quantities.hedges import BY_WORDS
from factbook.units import Unit, Units
from factbook.vocabulary import Measure

STATUSES = ("attributed", "corroborated", "contested", "superseded", "withdrawn")


def unsound(units: Units, measures: Map[str, Measure], node: Mapping) -> Iterator[Problem]:
    """A problem for each unit that would be misread, measure that holds what it cannot, and status no rule knows."""
    words: dict[str, str] = {}
    dimensions: dict[str, Unit] = {}
    for unit in units.values():
        first = dimensions.setdefault(unit.dimension, unit)
        for message in (*_faults(unit, first), *_shared(unit, words)):
            yield _problem(node, "units", unit.key, message)
    for measure in measures.values():
        for message in _strange(measure, measures, units):
            yield _problem(node, "measures", measure.key, message)
    for status in _written(node, "statuses").entries:
        if status not in STATUSES:
            message = f"is a status that nothing here knows. Write one of {', '.join(STATUSES)}."
            yield _problem(node, "statuses", status, message)


def _faults(unit: Unit, first: Unit) -> Iterator[str]:
    if unit.factor == 0:
        yield "factor: is 0. Write how many of the base unit one is."
    if unit.counted != first.counted:
        yield f"is {'' if unit.counted else 'not '}counted, unlike {first.key} of the same dimension. Correct one."
    for word in unit.words:
        if word in BY_WORDS or word[0].isdigit() or word.split()[0] in (*SCALES, *WORDS):
            yield f"words: {shown(word)} is a number, a scale or a hedge. Write the unit alone."


def _strange(measure: Measure, measures: Map[str, Measure], units: Units) -> Iterator[str]:
    dimensions = {units[key].dimension for key in measure.units}
    for key in measure.within:
        if not {units[unit].dimension for unit in measures[key].units} <= dimensions:
            yield f"{key} is not given in its units, so it is no part of it. Correct one."
        elif key == measure.key or measure.key in measures[key].within:
            yield f"holds {key}, which holds it. Correct one."


def _shared(unit: Unit, words: dict[str, str]) -> Iterator[str]:
    for word in dict.fromkeys(word.lower() for word in unit.words):
        if words.setdefault(word, unit.key) != unit.key:
            yield f"words: {shown(word)} is a word of {words[word]} too. Let it mean one unit."


def _written(node: Mapping, section: str) -> Mapping:
    written = node.entries[section][1]
    assert isinstance(written, Mapping)
    return written


def _problem(node: Mapping, section: str, key: str, message: str) -> Problem:
    return Problem(_written(node, section).entries[key][0].mark, f"vocabulary.{key}", message, "shape")
