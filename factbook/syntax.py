"""What is refused before a YAML parser sees the text, and how its syntax errors are worded."""

from __future__ import annotations

import re
from typing import Any

from factbook.errors import Mark
from factbook.files import LARGEST
from factbook.findings import Finding, mark_at

MOST_OPEN = 64
_BRACKETS = re.compile(r"[\[{](?:[^\[{\n]*[\[{]){64}")
_NESTED = re.compile(r"(?:[-?] +){65}")
_DIRECTIVE = re.compile(r"^%", re.MULTILINE)
_COMMENT_AFTER = re.compile(r"^ *[^ #\n].* #", re.MULTILINE)

_BLOCK = "Put only > or | with - after the key, and the text on the lines below."
_BACKSLASH = "Write \\\\ for a backslash between double quotes, or use single quotes."
_ONE_TOO_MANY = "Remove it, or open the bracket that it closes."
_ADVICE = (
    ("mapping values", "Quote text that holds a colon and a space, or mend the indentation or the colon above."),
    ("could not find expected ':'", "Put a colon and a space after a key, or indent text that goes on from line {}."),
    ("found unexpected end of stream", "Close the quotation mark opened in line {}."),
    ("found unexpected document separator", "Close the quotation mark opened in line {}."),
    ("expected ',' or", "Close the bracket opened in line {}, or quote the item if it holds punctuation."),
    ("expected <block end>, but found '<scalar>'", "Put nothing after closing quotes or a comment."),
    ("expected <block end>, but found ':'", "Put a key before the colon."),
    ("expected <block end>, but found ']'", _ONE_TOO_MANY),
    ("expected <block end>, but found '}'", _ONE_TOO_MANY),
    ("expected <block end>", "Indent it like its neighbours from line {} on."),
    ("sequence entries", "Begin a list on the line below its key."),
    ("expected chomping", _BLOCK),
    ("expected indentation indicator", _BLOCK),
    ("expected a comment or a line break", _BLOCK),
    ("expected '<document start>'", "Keep one document in a file, and nothing after a line of dots."),
    ("found unknown escape", _BACKSLASH),
    ("expected escape sequence", _BACKSLASH),
)
_NOTICED_LATER = ("could not find expected ':'", "found unexpected end", "found unexpected document")
_KEY = re.compile(r"( *)[a-z][a-z0-9_-]* *(?=:)")
_KEY_AND_TEXT = re.compile(r"( *)[a-z][a-z0-9_-]* *: +[^ #]")
_INDENT = 2  # by which files here set in
_OTHERWISE = "Put text that begins with a punctuation mark in quotes."


def guarded(text: str, path: str) -> list[Finding]:
    """What makes `text` unfit for a parser: its size, nesting on one line, and directives.

    Parsers look ahead at most one line and 1,024 characters, so that these bounds, with those on depth and number of
    nodes, bound what a text can cost.
    """
    if len(text) > LARGEST:
        return [(Mark(path), f"the file is longer than {LARGEST:,} characters. Split it.")]
    many = text.count("[") + text.count("{") > MOST_OPEN
    shapes = (
        (many, _BRACKETS, f"more than {MOST_OPEN} brackets open on one line. Write a list one item a line."),
        (
            "- - -" in text or "? ? ?" in text,
            _NESTED,
            f"more than {MOST_OPEN} items begin on one line. Write one a line.",
        ),
        ("%" in text, _DIRECTIVE, "a line that begins with % is a YAML directive. Remove it, or indent the text."),
    )
    found = [(pattern.search(text), message) for likely, pattern, message in shapes if likely]
    return [(mark_at(text, path, match.start()), message) for match, message in found if match]


def comment_follows(text: str) -> bool:
    """Whether a comment may follow other text on its line."""
    return " #" in text and _COMMENT_AFTER.search(text) is not None


def finding(error: Any, path: str, text: str) -> Finding:
    """A syntax error (`yaml.MarkedYAMLError`): the parser's own words, made ASCII, and what to do.

    It is placed where the parser stopped, but for an error that it notices only lines below: there where that began.
    """
    mark, problem = error.problem_mark, error.problem or ""
    begun = (error.context_mark or mark).line + 1
    usual = next((advice for start, advice in _ADVICE if problem.startswith(start)), _OTHERWISE)
    advice = _indent_alike(text.split("\n"), mark.line, mark.column) or usual.format(begun)
    words = problem.encode("ascii", "backslashreplace").decode()
    if problem.startswith(_NOTICED_LATER):
        mark = error.context_mark or mark
    return Mark(path, mark.line + 1, mark.column + 1), f"not readable as YAML: {words}. {advice}"


def _indent_alike(lines: list[str], at: int, column: int) -> str | None:
    """What to do about a key at `column`, or that ends there, and is set in, but not as far as the one above."""
    key = _KEY.match(lines[at]) if at < len(lines) else None
    before = next((line for line in reversed(lines[:at]) if line.strip() and not line.lstrip().startswith("#")), "")
    above = _KEY_AND_TEXT.match(before)
    if not (key and above and column in (key.end(1), key.end()) and 0 < key.end(1) != above.end(1)):
        return None
    if key.end(1) == _INDENT or not above.end(1):  # where nothing is set in, no text stands behind a key
        return f"Indent the key above by {key.end(1)} like this one."
    alike = f"Indent it by {above.end(1)} like the key above, not by {key.end(1)}"
    return f"{alike}, or quote text that holds a colon." if column == key.end() else f"{alike}."
