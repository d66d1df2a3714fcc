"""Texts that are put in the place of others: at the edge of what a field takes, beyond it, or markup."""

from __future__ import annotations

NASTY = (
    *("", " ", "~", "null", "yes", "0", "-1", "00", "1e9", ".inf", "0x1F", "1_000", "1,000", "1.000", "18,30", "1/3"),
    *("not-stated", "not-found", "unknown", "none", "attributed", "withdrawn", "contested", "corroborated", "phrases"),
    *("whole", "more than 1,200 hectares", "hundreds of thousands of mines", "US$25 billion", "3-5 mines", "5-3 mines"),
    *("nearly 0 mines", "at most 0 people", "0 people", "0.1 mines", "999,999,999,999,999 hectares", "two hectares"),
    *("1 million 167 thousand hectares", "20%", "as many as 33 people", "over about 5 mines", "9" * 300 + " mines"),
    *("2021-02-29", "2020-02-29", "2021", "1991~", "2021-03/..", "2021-03/2020", "../2021", "9999-12-31", "0001-01-01"),
    *("0000", "2021-13", "2021-10-15/2021-10-15", "2021/2021-06", "/", "..", "2021-10-15/..", "9999~/.."),
    *("first-2021-10-22", "first-2021-10-22.area", "first-2021-10-22.killed", "second-2024-10-05.area", "derived.both"),
    *("derived.rest", "derived.nothing", "third-2021-04-02.district", "a.b.c", ".", "a.", ".b", "x" * 200, "source"),
    *("area-cleared", "anti-personnel-mines", "killed", "time-held", "mines", "people", "hectares", "years", "times"),
    *("percent", "agency", "ministry", "everyone", "army", "fuzuli", "clearance", "open", "sum", "same"),
    *("{first-2021-10-22.killed}", "{first-2021-10-22.began:date}", "{nothing}", "{{ 7*7 }}", "{% raw %}", "[^1]"),
    *("<script>alert(1)</script>", "]]>", "--> x", '"><img src=x onerror=alert(1)>', "javascript:alert(1)", "https://"),
    *("https://example.org/%zz", "http://a.b", "[a](b)", "![a](b)", "# x", "- x", "a: b", "a #b", "| x |", "&a x"),
    *("!!int 3", "? x", "% x", "@x", "`x", "'", '"', "\\", "\\u0000", "Füzuli", "Ağdam", "Շուշի", "Шуша", "مین"),
    *("a" * 5000, "word " * 900, "e\u0301" * 50, "\U0001f9e8", "\u202e", "\u200b", "\ufeff", "\ud800", "\x00"),
)  # fmt: skip
PIECES = (
    *NASTY,
    *("\n", "\n\n", "  ", "\t", "\r", ":", ": ", "- ", "[", "]", "{", "}", ",", "#", "|\n", ">-\n  ", "---\n"),
)
