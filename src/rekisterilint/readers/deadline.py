"""The time that reading one file may take: readers look at the clock between parts."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from rekisterilint.limits import Limits
from rekisterilint.readers.base import ReadError
from rekisterilint.time_limit import TimeIsUpError, in_time

_T = TypeVar("_T")
# Looking at the clock for every item would cost a cheap loop a tenth of its time.
_STRIDE = 64


class Deadline:
    """The moment at which reading a file must be over."""

    def __init__(self, limits: Limits) -> None:
        self._seconds = limits.max_seconds
        self._end = time.monotonic() + limits.max_seconds

    def check(self) -> None:
        """Raise ReadError("too-slow") once the time is up."""
        if time.monotonic() > self._end:
            raise too_slow(self._seconds)

    def watched(self, items: Iterable[_T]) -> Iterator[_T]:
        """`items`, with a look at the clock every few of them."""
        for number, item in enumerate(items):
            if not number % _STRIDE:
                self.check()
            yield item


# For what is no file: words that a person gives in answer to questions.
NO_DEADLINE = Deadline(Limits(max_seconds=float("inf")))


def work_in_time(limits: Limits, work: Callable[[], _T]) -> _T:
    """What `work()` gives, done with a file once read; ReadError("check-too-slow") if it takes too long."""
    try:
        return in_time(limits.max_seconds, work)
    except TimeIsUpError:
        raise ReadError("check-too-slow", seconds=f"{limits.max_seconds:g}") from None


def too_slow(seconds: float) -> ReadError:
    """The error of a file that took more than `seconds`."""
    return ReadError("too-slow", seconds=f"{seconds:g}")
