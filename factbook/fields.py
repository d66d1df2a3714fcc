"""The keys of sources, claims, places, names and days of reading: what each holds, and how to write it well."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Field:
    """A key of a fact file.

    `kind` names the shape of its value (see `factbook.kinds`); `good` and `bad` are examples; `count` limits how many
    a list holds.
    The JSON Schema, the editors' table and the check of a file's shape are all made from these.
    """

    name: str
    kind: str
    description: str
    good: str
    bad: str
    required: bool = False
    count: tuple[int, int] | None = None


SOURCE = (
    Field("publisher", "line", "Who published the article.", "Anadolu Agency", "aa.com.tr", required=True),
    Field(
        "title",
        "line",
        "The article's own title, or `not-found`.",
        "Azerbaijan clears over 48,000 mines laid by Armenia",
        "Anadolu article",
        required=True,
    ),
    Field("authors", "lines", "The people named as authors.", "[Ruslan Rehimov]", "staff"),
    Field(
        "published",
        "published",
        "The day (or month, or year) of publication in EDTF, or `unknown`.",
        "2021-10-22",
        "22.10.2021",
        required=True,
    ),
    Field("accessed", "day", "The day somebody last read the page.", "2026-11-21", "yesterday", required=True),
    Field("url", "url", "The article's own address, or `not-found`.", "https://voi.id/en/news/422594", "voi.id", True),
    Field("language", "language", "ISO 639-1 code of the text read.", "en", "English", required=True),
    Field(
        "standing",
        "line",
        "Whose voice the publisher is, in a few neutral words.",
        "Turkish state news agency",
        "reliable",
        required=True,
    ),
    Field(
        "held",
        "choice:whole,opening,phrases",
        "How much of the article the fingerprint covers; `phrases`: none of it.",
        "whole",
        "yes",
        required=True,
    ),
    Field(
        "speakers",
        "refs:parties",
        "Every party that the claims are according to, `not-stated` too, so that a slip in one shows.",
        "[anama]",
        "ANAMA",
    ),
    Field("origin", "id", "The release this repeats; equal origins are one witness.", "anama-2024-02-14", "same"),
    Field(
        "notice",
        "prose",
        "A sentence shown wherever the source is cited.",
        "The English text is machine-translated.",
        "Beware!",
    ),
    Field(
        "relays",
        "line",
        "Whom it quotes, when that page is not in the record.",
        "Daily Sabah, 4 October 2024",
        "others",
    ),
    Field("note", "prose", "What a reader should know of the source.", "Undated page; the month is inferred.", "ok"),
    Field("passed_over", "paragraphs", "Paragraphs that hold no claim, each with its reason.", "{13: heading}", "[13]"),
)

CLAIM = (
    Field("measure", "ref:measures", "What is measured.", "area-cleared", "hectares"),
    Field(
        "value",
        "quantity",
        "The figure as reported: `[hedge] number [scale] unit`.",
        "more than 33,000 mines",
        "33.000+ mines",
    ),
    Field(
        "claim",
        "prose",
        "A claim without a figure, in neutral words of our own that stand alone.",
        "Highways and railways come first in clearance.",
        "They are doing great work.",
    ),
    Field("topic", "ref:topics", "What a claim without a figure is about.", "clearance", "misc"),
    Field("date", "date", "The day, month or year it holds for, in EDTF, or `not-stated`.", "2020-11-10", "last year"),
    Field(
        "period",
        "date",
        "The first and last day it covers, in EDTF, or `not-stated`.",
        "2020-11-10/2021-10-15",
        "since the war",
    ),
    Field(
        "date_quote",
        "quote",
        "The 4 to 12 words of the article that show the day.",
        "detected and destroyed by Oct. 15, 2021",
        "Oct. 15",
    ),
    Field("scope", "ref:scopes", "Whose work or which cases are counted.", "all-operators", "everyone"),
    Field("place", "ref:places", "The district or town, where the claim is about one.", "aghdam", "near Aghdam"),
    Field("according_to", "ref:parties", "Who says it, or `not-stated`.", "anama", "the article", required=True),
    Field(
        "quote",
        "quote",
        "4 to 12 words of the article that hold the figure with its hedge.",
        "a total of 18,302 hectares of land",
        "18,302",
        required=True,
    ),
    Field("status", "ref:statuses", "How the claim stands; `attributed` if left out.", "contested", "true"),
    Field("rounded_to", "number", "The step an unhedged round figure was rounded to.", "1,000", "thousands"),
    Field("restates", "claim", "The earlier claim this corrects or repeats.", "anadolu-2021-10-22.killed", "killed"),
    Field("reason", "prose", "Why it is withdrawn, superseded, or restates another.", "The agency corrected it.", "x"),
    Field("note", "prose", "What a reader must know beside the figure.", "The period is left open.", "see above"),
)

PLACE = (
    Field("label", "line", "The spelling this site uses.", "Aghdam", "aghdam", required=True),
    Field("azerbaijani", "line", "The Azerbaijani spelling.", "Ağdam", "Aghdam"),
    Field("armenian", "line", "The Armenian name.", "Ակնա", "Akna"),
    Field("also", "lines", "Other spellings in the sources.", "[Agdam]", "Agdam"),
)

NAME = (
    Field("text", "line", "The name as pages write it.", "the 1949 Geneva Conventions", "1949", required=True),
    Field("reason", "prose", "Why its number is no figure.", "The year is part of the name.", "ok", required=True),
)

READING = (
    Field("day", "day", "A day on which sources were read.", "2026-11-21", "yesterday", required=True),
    Field("note", "prose", "What a reader must know of it.", "Read for the first edition.", "ok"),
)


def by_name(fields: Iterable[Field]) -> dict[str, Field]:
    """The fields under their names, in canonical order."""
    return {field.name: field for field in fields}
