"""How a contested question may stand."""

from __future__ import annotations

from factbook.vocabulary import Term

STATES = {
    term.key: term
    for term in (
        Term("open", "Open", "Differently placed sources still disagree."),
        Term("partly-settled", "Settled in part", "What its sources agree on decides part of it."),
        Term("settled", "Settled", "A text that all sides accept, or sources of all sides, decide it."),
        Term("overtaken", "Overtaken", "Later events have answered it."),
    )
}
