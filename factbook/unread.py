"""Which macros of a page cannot be read, and what each that can is given too much or too little."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factbook.calls import CALLS, IN_SENTENCES, misgiven
from factbook.errors import Problem
from factbook.findings import mark_at
from factbook.own_words import UNBRACED, blank, own_words

EXPRESSION = re.compile(r"\{\{((?:[^{}]++|\{(?!\{)|\}(?!\}))*+)\}\}")
_OPEN = re.compile(r"\{\{(?!(?:[^{}]++|\{(?!\{)|\}(?!\}))*+\}\})")
_GIVEN = r"""(?:"[^"\n]*"|'[^'\n]*'|[a-z_]+\s*=\s*(?:True|False|\d+))"""
_READABLE = re.compile(rf"-?\s*(?P<macro>[a-z_]+)\((?P<given>\s*(?:{_GIVEN}\s*(?:,\s*|(?=\))))*+)\)\s*-?")
_ONE_GIVEN = re.compile(r"""(?P<option>[a-z_]+)\s*=|"[^"]*"|'[^']*'""")
_CURLY = re.compile("[\u2018-\u201f\u00ab\u00bb]")
_BARE = re.compile(r"\b[a-z_]+\(\s*(?P<id>[a-z][a-z0-9]*-[a-z0-9.-]*)\s*[,)]")
_IN_CODE = re.compile(r"(?<!`)`[^`\n{]*\{\{[^`\n]*`")
_EMPTY = re.compile(r" *(?:\Z|\n *(?:\n|\Z))")  # behind a macro: an empty line or the end of the page
_INDENT = 20  # characters above a macro that hold an empty line, however deep the macro is set in
_UNCLOSED = "a macro is never closed. Close it with }}."
_UNLIKE = 'a macro cannot be read. Write its name and, between parentheses, what it is given, as in fact("…").'
_OPTIONS = 'a macro is given what it cannot read. Give ids in quotes and options by name: fact("…", cite=False).'
_CALL = re.compile(r"-?\s*(?P<macro>[a-z_]+)(?P<given>\([^()]*\))?\s*-?")
_QUOTED = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'")


def unread(markdown: str, path: str) -> Iterator[Problem]:
    """What keeps the macros of one page from being read, where each begins; of those left open, the first."""
    for at, message in sorted({*_unread(markdown)}):
        yield Problem(mark_at(markdown, path, at), "page", message, "macro")


def _unread(markdown: str) -> Iterator[tuple[int, str]]:
    if left := _OPEN.search(markdown):
        yield left.start(), _UNCLOSED
    for expression in EXPRESSION.finditer(markdown):
        call = _READABLE.fullmatch(expression[1])
        if not call:
            yield _misquoted(markdown, expression) or _misspoken(expression)
        elif wrong := _miscalled(call["macro"], call["given"]):
            yield expression.start(1) + call.start("macro"), wrong
        elif call["macro"] not in IN_SENTENCES and not _by_itself(markdown, expression):
            told = f"{call['macro']}() writes a part of its own. Leave an empty line above and below it."
            yield expression.start(1) + call.start("macro"), told
    for code in _IN_CODE.finditer(markdown) if "`" in markdown else ():
        yield code.start(), "a macro stands in code, where readers would see its HTML. Take the backticks away."
    words = own_words(markdown)
    for call in UNBRACED.finditer(words) if "(" in words else ():
        if not left or markdown.rfind("{{", 0, call.start()) != left.start():
            yield call.start(), "a macro stands outside of double braces. Write it between {{ and }}."


def _miscalled(macro: str, given: str) -> str:
    options = [one["option"] for one in _ONE_GIVEN.finditer(given)]
    return misgiven(macro, options.count(None), [*filter(None, options)])


def _by_itself(markdown: str, expression: re.Match[str]) -> bool:
    above = markdown[max(0, expression.start() - _INDENT) : expression.start()].replace(" ", "")
    return (not above.strip() or above.endswith("\n\n")) and _EMPTY.match(markdown, expression.end()) is not None


def _misquoted(markdown: str, expression: re.Match[str]) -> tuple[int, str] | None:
    if curly := _CURLY.search(markdown, expression.start(1), expression.end(1)):
        return curly.start(), 'a macro takes straight quotation marks. Type " in place of this one.'
    if bare := _BARE.search(markdown, expression.start(1), expression.end(1)):
        return bare.start("id"), f'an id stands without quotes. Write "{bare["id"][:130]}".'
    rest = _QUOTED.sub(blank, expression[1])
    if (at := min((place for sign in "\"'" if (place := rest.find(sign)) >= 0), default=-1)) >= 0:
        return expression.start(1) + at, "a quotation mark is never closed. Type another behind the id."
    if (at := rest.find("|")) >= 0:
        return expression.start(1) + at, "a macro takes no filter. Delete the | and what stands behind it."
    return None


def _misspoken(expression: re.Match[str]) -> tuple[int, str]:
    """What is wrong with a macro whose quotation marks are sound."""
    call = _CALL.fullmatch(expression[1])
    if not call:
        return expression.start(), _UNLIKE
    at, name = expression.start(1) + call.start("macro"), call["macro"]
    if name not in CALLS:
        return at, misgiven(name, 0, [])
    if not call["given"]:
        return at, f"{name} stands without parentheses. Write {name}() with what it is given between them."
    return at, _OPTIONS
