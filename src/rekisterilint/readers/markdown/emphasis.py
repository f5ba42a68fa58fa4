"""Which runs of `*` and `_` belong together: the algorithm of the CommonMark specification."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(slots=True)
class Delimiter:
    """A run of `*` or `_`: its sign, length, what is left of it, and whether it opens and closes.

    `position` is the caller's own; `taken_left` and `taken_right` are the signs that turned out
    to be markup, at the run's two ends.
    """

    sign: str
    length: int
    left: int
    opens: bool
    closes: bool
    position: int
    taken_left: int = 0
    taken_right: int = 0


def match_delimiters(delimiters: Iterable[Delimiter]) -> list[tuple[Delimiter, Delimiter]]:
    """Match runs to each other, note in them what was taken, and give the strong pairs."""
    strong: list[tuple[Delimiter, Delimiter]] = []
    openers: list[Delimiter] = []
    # Below this height of `openers` none suits a closer of that kind: keeps the search linear.
    searched: dict[tuple[str, bool, int], int] = {}
    for closer in delimiters:
        while closer.closes and closer.left:
            kind = (closer.sign, closer.opens, closer.length % 3)
            bottom = min(searched.get(kind, 0), len(openers))
            index = _opener(openers, closer, bottom)
            if index < 0:
                searched[kind] = len(openers)
                break
            opener = openers[index]
            del openers[index + 1 :]
            taken = 2 if opener.left >= 2 and closer.left >= 2 else 1
            opener.left -= taken
            closer.left -= taken
            opener.taken_right += taken
            closer.taken_left += taken
            if taken == 2:
                strong.append((opener, closer))
            if not opener.left:
                openers.pop()
        if closer.opens and closer.left:
            openers.append(closer)
    return strong


def _opener(openers: list[Delimiter], closer: Delimiter, bottom: int) -> int:
    for index in range(len(openers) - 1, bottom - 1, -1):
        opener = openers[index]
        if opener.sign != closer.sign:
            continue
        both = opener.closes or closer.opens
        odd = (opener.length + closer.length) % 3 == 0
        if both and odd and (opener.length % 3 or closer.length % 3):
            continue
        return index
    return -1
