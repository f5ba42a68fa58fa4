"""The clock that readers look at."""

from __future__ import annotations

from itertools import count

import pytest

from rekisterilint.readers.base import Limits, ReadError
from rekisterilint.readers.deadline import Deadline


def test_a_deadline_that_is_over_says_so() -> None:
    with pytest.raises(ReadError) as caught:
        Deadline(Limits(max_seconds=-1)).check()

    assert caught.value.code == "too-slow"
    assert caught.value.values == {"seconds": "-1"}


def test_a_deadline_to_come_says_nothing() -> None:
    Deadline(Limits(max_seconds=60)).check()

    assert list(Deadline(Limits(max_seconds=60)).watched("abc")) == ["a", "b", "c"]


def test_a_watched_loop_without_end_ends() -> None:
    with pytest.raises(ReadError) as caught:
        for _ in Deadline(Limits(max_seconds=0.05)).watched(count()):
            pass

    assert caught.value.code == "too-slow"
