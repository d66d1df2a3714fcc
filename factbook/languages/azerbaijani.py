"""What is known of Azerbaijani."""

from __future__ import annotations

from factbook.languages.language import Language

AZERBAIJANI = Language(
    "Azerbaijani",
    letters="əığş",
    own="ə",
    numbers={
        "bir": 1, "iki": 2, "üç": 3, "dörd": 4, "beş": 5, "altı": 6, "yeddi": 7, "səkkiz": 8, "doqquz": 9, "on": 10,
        "iyirmi": 20, "otuz": 30, "qırx": 40, "əlli": 50, "altmış": 60, "yetmiş": 70, "səksən": 80, "doxsan": 90,
        "yüz": 100, "min": 1000,
    },
    scales={
        "yüz": 100, "min": 10**3, "milyon": 10**6, "mln": 10**6, "milyard": 10**9, "mlrd": 10**9, "trilyon": 10**12,
    },
    elevens=False,
    groups={"onlarla": 10, "yüzlərlə": 100, "minlərlə": 10**3, "on minlərlə": 10**4, "yüz minlərlə": 10**5},
    endings=r"d[aə]n\b|ə\b|(?<=milyon|rilyon)a\b|(?<=milyard)a\b",
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
    year=r"-c[iıuü]\b(?:\s+il\w*)?",
    lists=("və",),
)  # fmt: skip
