"""Rules on who says it and whose work is counted."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from factbook.errors import Problem, shown
from factbook.model import Book, Claim


def speakers_heard(book: Book) -> Iterator[Problem]:
    """Where a source lists its speakers, each must make a claim, and no other party may."""
    unsound = book.unsound()
    for source in book.sources.values():
        if not source.speakers:
            continue
        claims = book.by_source[source.id]
        unlisted = [claim for claim in claims if claim.according_to not in source.speakers]
        for claim in unlisted:
            message = f"{claim.according_to} is not among the source's speakers. Correct it, or add it to them."
            lacks = f"{source.id}.speakers.{claim.according_to}"
            yield claim.problem("speakers-heard", message, "according_to", lacks)
        unheard = [party for party in source.speakers if all(claim.according_to != party for claim in claims)]
        if unheard and not unlisted and source.id not in unsound:
            message = f"{unheard[0]} makes no claim here. Correct the claim it makes, or take it out."
            yield source.problem("speakers-heard", message, "speakers")


def one_scope_a_count(book: Book) -> Iterator[Problem]:
    """A figure may count other operators than those beside it only where its measure is given for several in a place.

    Beside it stand the figures that the same party gives for the same period in the same source; a quote or a
    note that names the scope explains a difference.
    """
    groups: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    for claim, _, _ in book.figures():
        if claim.scope is not None:
            groups[claim.source, claim.according_to, claim.when.text if claim.when else ""].append(claim)
    for claims in groups.values():
        usual = Counter(claim.scope for claim in claims).most_common(1)[0][0]
        for claim in claims:
            if claim.scope != usual and not _parted(claim, claims) and not _explained(book, claim):
                message = (
                    f"counts {claim.scope}, but the figures beside it {usual}. Correct one, or explain it in the note."
                )
                yield claim.problem("one-scope-a-count", message, "scope")


def _parted(claim: Claim, claims: list[Claim]) -> bool:
    counted = claim.measure, claim.place
    return any((other.measure, other.place) == counted and other.scope != claim.scope for other in claims)


def one_voice_a_paragraph(book: Book) -> Iterator[Problem]:
    """Figures of one period in one paragraph must be of one party, unless a quote or a note names the other one.

    Paragraphs are those of the fingerprint; the party of fewer figures is named, or of two alike the second.
    """
    groups: dict[tuple[str, int, str], list[Claim]] = defaultdict(list)
    of_several = {id for id, claims in book.by_source.items() if len({claim.according_to for claim in claims}) > 1}
    for claim, _, _ in book.figures():
        for paragraph in book.paragraphs(claim)[:1] if claim.source in of_several else ():
            groups[claim.source, paragraph, claim.when.text if claim.when else ""].append(claim)
    for claims in groups.values():
        usual = Counter(claim.according_to for claim in claims).most_common(1)[0][0]
        for claim in claims:
            party = book.vocabulary.parties.get(claim.according_to)
            label = party.label if party else "not stated"
            if claim.according_to != usual and not _names(claim, claim.according_to, label.removeprefix("the ")):
                message = f"is according to {claim.according_to}, but other figures of its paragraph to {usual}."
                advice = f"Correct one, or say in the note that it is {shown(label)[1:-1]}."
                yield claim.problem("one-voice-a-paragraph", f"{message} {advice}", "according_to")


def _explained(book: Book, claim: Claim) -> bool:
    return _names(claim, claim.scope or "", book.vocabulary.scopes[claim.scope or ""].label)


def _names(claim: Claim, *words: str) -> bool:
    said = f"{claim.quote} {claim.note or ''}".lower()
    return any(word.lower() in said for word in words)
