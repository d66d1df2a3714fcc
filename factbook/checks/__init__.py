"""Declared checks, computed figures and contested questions: arithmetic over hedged figures, and what it shows.

Every module, each behind those that it rests on:

- figures and dates as arithmetic sees them: operands, comparing, computing
- results and our prose in words: display, prose, wording
- what kinds there are, of checks and of computed figures: roles, parts, verdicts, relations, formulas
- entries, read and held against their kind: fields, entries, deriving, loading
- checks, judged and shown: judging, remarks, working
"""
