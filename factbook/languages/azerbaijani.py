"""What is known of Azerbaijani."""

from __future__ import annotations

from factbook.languages.language import Language

AZERBAIJANI = Language(
    "Azerbaijani",
    letters="əığş",
    own="ə",
    points=True,
    before={"about": ("təxminən", "təqribən"), "at least": ("ən azı", "azı")},
    behind={
        "more than": ("-dan çox", "-dən çox", "-dan artıq", "-dən artıq"),
        "nearly": ("-a yaxın", "-ə yaxın"),
    },
    months=(
        r"yanvar\w*", r"fevral\w*", r"mart(?:ın)?", r"aprel\w*", "may(?:ın|da)?", r"iyun\w*",
        r"iyul\w*", r"avqust\w*", r"sentyabr\w*", r"oktyabr\w*", r"noyabr\w*", r"dekabr\w*",
    ),
    year=r"-c[iıuü]\b",
    lists=("və",),
)  # fmt: skip
