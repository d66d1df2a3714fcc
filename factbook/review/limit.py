"""A limit to the time that a text of other people may take."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """End the block once it has kept the processor for `seconds`, which other programs' load does not lengthen.

    Raises TimeoutError where it did. Only the main thread may ask for it.
    """
    before = signal.signal(signal.SIGVTALRM, _late)
    outer = signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, *outer)
        signal.signal(signal.SIGVTALRM, before)


def _late(_number: int, _frame: FrameType | None) -> NoReturn:
    raise TimeoutError
