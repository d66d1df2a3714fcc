"""The rule that finds one report in another, whose words it repeats."""

from __future__ import annotations

from collections.abc import Iterator

from factbook.errors import Problem
from factbook.model import Book, Source
from factbook.repeats import repeats

_HALF, _FEWEST = 50, 100  # percent and words: fewer may be the background that reports of one matter have in common


def reprints_share_origin(book: Book) -> Iterator[Problem]:
    """A report of which most stands word for word in another publisher's must be of one origin with it."""
    found = repeats(book)
    for id, others in found.items():
        for other, repeat in others.items():
            pair = book.sources[id], book.sources[other]
            more = (repeat.percent, id) > (found[other][id].percent, other)  # told of the one that has less of its own
            much = repeat.percent > _HALF and repeat.words >= _FEWEST
            if more and much and not _one_witness(*pair) and all(_its_own(book, source) for source in pair):
                message = (
                    f"{repeat.percent} percent of its words stand in {other} too. "
                    "Give both the release that they carry as their origin, so that they are one witness."
                )
                yield pair[0].problem("reprints-share-origin", message, "publisher")


def _one_witness(one: Source, two: Source) -> bool:
    return one.publisher == two.publisher or (one.origin is not None and one.origin == two.origin)


def _its_own(book: Book, source: Source) -> bool:
    """Whether a source's fingerprint is not that of another article, which is told where its phrases are sought."""
    return any(book.paragraphs(claim) for claim in book.by_source[source.id])
