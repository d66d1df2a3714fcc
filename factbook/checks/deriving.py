"""Load facts/derived.yaml: figures computed from claims, each after those it rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from graphlib import CycleError, TopologicalSorter

from factbook.checks.comparing import SEVERAL, agree
from factbook.checks.computing import NotComputed
from factbook.checks.display import finite, places, spelled
from factbook.checks.entries import Entry
from factbook.checks.formulas import FORMULAS
from factbook.checks.operands import Figures, Readings, figure, scaled
from factbook.checks.parts import resolved
from factbook.checks.roles import PARTED
from factbook.checks.wording import spoken
from factbook.declared import Derived, ids_of
from factbook.errors import Problem
from factbook.model import Book, Claim
from factbook.quantities import Quantity, parse
from factbook.units import Unit
from factbook.vocabulary import Measure


def derived(book: Book, entries: list[Entry], problems: list[Problem]) -> dict[str, Derived]:
    """The sound derived figures by full id."""
    found: dict[str, Derived] = {}
    book = replace(book, derived=found)
    for entry in _in_order({entry.id: entry for entry in entries}, problems):
        if any(id not in book.claims and id not in found for id in ids_of(entry.operands)):
            continue  # what is wrong with the operand is said where it stands
        try:
            found[entry.id] = _derived(book, entry)
        except ValueError as error:
            problems.append(entry.problem("derived", str(error)))
    return {entry.id: found[entry.id] for entry in entries if entry.id in found}


def _in_order(entries: dict[str, Entry], problems: list[Problem]) -> Iterator[Entry]:
    """The entries, each after its operands; those that rest on themselves are problems."""
    while True:
        graph = {id: ids_of(entry.operands) for id, entry in entries.items()}
        try:
            order = list(TopologicalSorter(graph).static_order())
        except CycleError as error:
            cycle = list(reversed(error.args[1]))
            first = cycle.index(min(cycle))
            path = [*cycle[first:-1], *cycle[:first], min(cycle)]
            message = f"rests on itself: {' -> '.join(path)}. Break the circle."
            problems.append(entries[path[0]].problem("derived", message))
            entries = {id: entry for id, entry in entries.items() if id not in cycle}
        else:
            yield from (entries[id] for id in order if id in entries)
            return


def _derived(book: Book, entry: Entry) -> Derived:
    if lacking := [id for id in ids_of(entry.operands) if figure(book, id) is None]:
        raise NotComputed(f"{lacking[0]} holds no figure. Choose one that does.")
    formula = FORMULAS[entry.kind]
    figures = resolved(book, formula.roles, entry.operands).figures
    _refuse_unlike(book, entry, figures)
    readings, unit = formula.computed(figures), book.vocabulary.units[entry.values["unit"]]
    measure = book.vocabulary.measures.get(entry.values.get("measure", ""))
    _refuse_unit(unit, formula.dimension.format(figures[0].unit.dimension), measure)
    return Derived(
        id=entry.id,
        mark=entry.mark,
        marks=entry.marks,
        kind=entry.kind,
        label=spoken(book, entry.values["label"]),
        written=entry.values["label"],
        operands=entry.operands,
        value=_value(readings, unit, figures, book),
        rests_on=tuple(id for one in figures for id in one.rests_on),
        measure=measure.key if measure else None,
        scope=None if measure and not measure.scoped else _common("scope", figures),
        place=_common("place", figures),
        when=entry.values.get("period") or formula.when(figures, entry.across),
        note=entry.values.get("note"),
    )


def _refuse_unlike(book: Book, entry: Entry, figures: Figures) -> None:
    formula, settled = FORMULAS[entry.kind], ["period"] if "period" in entry.values else []
    if settled and "note" not in entry.values:
        raise NotComputed("states a period of its own. Say in note why.")
    if keys := [key for key in formula.unlike(figures, entry.across) if key not in settled]:
        raise NotComputed(f"its figures differ in {' and '.join(keys)}. Choose figures that count the same thing.")
    if needless := [key for key in entry.across if agree(key, figures)]:
        raise NotComputed(f"across names {needless[0]}, in which nothing differs. Delete it.")
    for id, count in Counter(id for one in figures for id in one.rests_on).items():
        # an interval that enters twice would come out wider than it is
        if count > 1 and (formula.across is PARTED or not _exact(book.claims[id])):
            raise NotComputed(f"{id} enters {count} times, directly or through another figure. Count it once.")


def _refuse_unit(unit: Unit, dimension: str, measure: Measure | None) -> None:
    if unit.dimension != dimension:
        raise NotComputed(f"comes out as {dimension}, which is not given in {unit.label}. Correct the unit.")
    if measure and unit.key not in measure.units:
        allowed = " or ".join(measure.units)
        raise NotComputed(f"{measure.key} is given in {allowed}, not in {unit.key}. Correct one of them.")


def _exact(claim: Claim) -> bool:
    return claim.value is not None and claim.value.strict.is_exact


def _value(readings: Readings, unit: Unit, figures: Figures, book: Book) -> Quantity:
    usual, strict = scaled(readings, 1 / unit.factor)
    same = [one for one in figures if one.unit.dimension == unit.dimension]
    numbers = [one.value.number * one.unit.factor / unit.factor for one in same]
    decimals = max((places(number) for number in numbers if finite(number)), default=0)
    ours = spelled(usual, unit, decimals)
    return replace(parse(ours, book.vocabulary.units), usual=usual, strict=strict.clip_at_zero())  # as an operand's


def _common(key: str, figures: Figures) -> str | None:
    if agree(key, figures):
        return getattr(figures[0], key)  # type: ignore[no-any-return]
    return SEVERAL
