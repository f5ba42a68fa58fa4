"""The time that reading one file may take: readers look at the clock between parts."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

from rekisterilint.readers.base import Limits, ReadError

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


def too_slow(seconds: float) -> ReadError:
    """The error of a file that took more than `seconds`."""
    return ReadError("too-slow", seconds=f"{seconds:g}")
