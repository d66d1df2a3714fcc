"""The automatic checks: each rule is a generator over the book, its docstring one sentence that says `must`."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from factbook.errors import Problem
from factbook.model import Book
from factbook.rules import (
    accumulation,
    alike,
    attribution,
    breakdowns,
    days,
    declared,
    form,
    hedged,
    languages,
    noted,
    notes,
    ours,
    places,
    prose,
    questions,
    quotes,
    reprints,
    sources,
    statements,
)

Rule = Callable[[Book], Iterator[Problem]]

OF_EACH: tuple[Rule, ...] = (
    form.figure_or_statement,
    form.dated_once,
    form.figure_keys,
    form.scope_where_needed,
    form.unit_for_measure,
    form.reason_given,
    form.restates_known,
    quotes.quote_length,
    quotes.quote_found,
    noted.quote_noted,
    noted.noted_of_phrases,
    noted.day_of_reading,
    noted.read_once,
    quotes.value_in_quote,
    hedged.hedge_not_cut,
    quotes.measure_heard,
    quotes.unit_heard,
    quotes.date_in_quote,
    days.date_witnessed,
    alike.name_tells_subject,
    alike.name_tells_span,
    alike.origin_shared,
    alike.release_dated_alike,
    alike.corroborated_by_another,
    reprints.reprints_share_origin,
    attribution.speakers_heard,
    attribution.one_scope_a_count,
    attribution.one_voice_a_paragraph,
    places.place_heard,
    prose.prose_numbers_sound,
    statements.statement_numbers_witnessed,
    statements.denial_kept,
    statements.statements_not_exchanged,
    prose.prose_not_copied,
    sources.address_repeats_title,
    languages.language_heard,
    sources.id_tells_date,
    sources.published_before_read,
    sources.period_before_publication,
    sources.fingerprint_held,
    sources.paragraphs_accounted,
    sources.passed_over_of_whole,
)
# Judged once every claim alone is sound: a mistyped figure would otherwise be named again by each sum it enters.
OF_ALL: tuple[Rule, ...] = (
    accumulation.totals_never_fall,
    accumulation.one_figure_a_time,
    breakdowns.parts_make_whole,
    breakdowns.part_within_whole,
    places.places_within_whole,
    notes.note_numbers_witnessed,
    breakdowns.declared_of_parts,
    declared.verdict_declared,
    declared.expectation_explained,
    declared.claims_enter_once,
    declared.across_needed,
    declared.rests_on_what_stands,
    ours.prose_names_figures,
    ours.prose_takes_no_side,
    questions.contested_in_question,
    questions.question_of_several,
    questions.settled_uncontested,
    questions.uncontested_named,
)
RULES = OF_EACH + OF_ALL


def name(rule: Rule) -> str:
    """The name of a rule as problems give it."""
    return rule.__name__.replace("_", "-")
