"""Whether an interval lies within another, for tests of what may be wider than it must."""

from __future__ import annotations

from factbook.intervals import Interval


def within(inner: Interval, outer: Interval) -> bool:
    """Whether every value of `inner` is one of `outer`."""
    low = outer.low is None or (inner.low is not None and (outer.low, outer.low_open) <= (inner.low, inner.low_open))
    high = outer.high is None or (
        inner.high is not None and (inner.high, not inner.high_open) <= (outer.high, not outer.high_open)
    )
    return low and high
