"""What belongs to the notice that is being checked: its own facts, and its line breaks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

from rekisterilint.checks.context import Context
from rekisterilint.notice.model import Unit


class Placed(Protocol):
    """Anything with a place in the content."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


_Fact = TypeVar("_Fact", bound=Placed)


def own(context: Context, facts: Iterable[_Fact]) -> Iterator[tuple[_Fact, Unit]]:
    """The facts of this notice (not of another language version or of furniture), each with its sentence."""
    for fact in facts:
        unit = context.unit_at(fact.start)
        if unit is not None:
            yield fact, unit


def number_of(context: Context, unit: Unit) -> int:
    """The place of a sentence in the notice's reading order."""
    return bisect_left(context.notice.units, unit.start, key=lambda other: other.start)


def is_broken_line(context: Context, start: int, end: int) -> bool:
    """Whether content from `start` to `end` runs over a line end of the source.

    Blanks there come from a PDF's or text file's lines: no fault of whoever wrote the address.
    """
    if end <= start:
        return False
    text = context.notice.text
    first, last = text.origin.source_offset(start), text.origin.source_offset(end - 1)
    return any(sign in text.source[first : last + 1] for sign in "\n\r\f")
