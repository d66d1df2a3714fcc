"""Rules that let one entry of the record witness another: names, origins and corroboration."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from factbook.errors import Problem
from factbook.kinds import NOT_FOUND
from factbook.model import Book, Claim, Source
from factbook.origins import release, siblings

_DAYS = {"week": 7, "month": 32, "quarter": 93, "year": 366}  # a month as reported may run from a day to the same one


def name_tells_subject(book: Book) -> Iterator[Problem]:
    """Figures of one name must be of one measure in every source, and statements of one name of one topic."""
    by_name: dict[tuple[str, bool], list[Claim]] = defaultdict(list)
    for claim in book.claims.values():
        if claim.measure or claim.topic:
            by_name[claim.name, claim.measure is None].append(claim)
    for (name, _), claims in by_name.items():
        counts = Counter(_subject(claim) for claim in claims)
        usual = counts.most_common(1)[0][0]
        for claim in claims:
            if _subject(claim) != usual:
                message = (
                    f"claims named {name} are of {usual} elsewhere, here of {_subject(claim)}. Correct it, or rename."
                )
                yield claim.problem("name-tells-subject", message, "measure" if claim.measure else "topic")


def name_tells_span(book: Book) -> Iterator[Problem]:
    """A claim named -week, -month, -quarter or -year may cover no more days than that has."""
    for claim in book.claims.values():
        name = claim.name.rpartition("-")[2]
        if (most := _DAYS.get(name)) and claim.when and (days := (claim.when.last - claim.when.first).days + 1) > most:
            message = f"is named -{name}, yet covers {days:,} days. Correct the {claim.dated_by}, or rename."
            yield claim.problem("name-tells-span", message, claim.dated_by)


def origin_shared(book: Book) -> Iterator[Problem]:
    """An origin must be that of at least two sources, since it says that they are one witness."""
    counts = Counter(source.origin for source in book.sources.values())
    if _incomplete(book):
        return
    for source in book.sources.values():
        if source.origin is not None and counts[source.origin] == 1:
            message = (
                f"no other source has the origin {source.origin}. Correct it, or leave it out until one repeats it."
            )
            yield source.problem("origin-shared", message, "origin")


def release_dated_alike(book: Book) -> Iterator[Problem]:
    """A figure that two reports carry of one release must end in one month in both, else it stands as two."""
    for claim in filter(_standing, book.claims.values()):
        for other in siblings(book, book.source_of(claim)):
            same = [one for one in book.by_source[other.id] if _standing(one) and _figure(one) == _figure(claim)]
            if other.id > claim.source or not same or release(book, claim) in [release(book, one) for one in same]:
                continue
            message = f"is the figure of {same[0].id} in one release, yet they end in other months. Date both alike."
            yield claim.problem("release-dated-alike", message, claim.dated_by)


def _standing(claim: Claim) -> bool:
    return claim.value is not None and claim.status != "withdrawn"


def corroborated_by_another(book: Book) -> Iterator[Problem]:
    """A corroborated claim must have another one of its name by another publisher, of another origin and address."""
    corroborated: dict[str, list[Claim]] = defaultdict(list)
    unsound = {id.partition(".")[2] for id in book.ids - book.claims.keys()}  # of which one may be the other
    for claim in book.claims.values():
        if claim.status == "corroborated":
            corroborated[claim.name].append(claim)
    for name, claims in corroborated.items() if not _incomplete(book) else ():
        if name in unsound:
            continue
        sources = [book.source_of(claim) for claim in claims]
        for claim in claims:
            if any(_independent(book.source_of(claim), other) for other in sources):
                continue
            message = (
                "is corroborated, but no independent source has a corroborated claim of this name. Give both one name."
            )
            yield claim.problem("corroborated-by-another", message, "status")


def _independent(one: Source, other: Source) -> bool:
    return one.publisher != other.publisher and _witness(one) != _witness(other)


def _witness(source: Source) -> str:
    return source.origin or (source.id if source.url == NOT_FOUND else source.url)


def _incomplete(book: Book) -> bool:
    """Whether a source is missing because its file is unsound, which is told where it stands."""
    return any("." not in id and id not in book.sources for id in book.ids)


def _figure(claim: Claim) -> tuple[object, ...]:
    return claim.measure, claim.value and (claim.value.unit, claim.value.usual), claim.scope, claim.place


def _subject(claim: Claim) -> str:
    return str(claim.measure or claim.topic)
