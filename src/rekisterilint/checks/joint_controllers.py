"""ELE130: joint controllers without a word on who answers for what (Article 26(2))."""

from __future__ import annotations

from collections.abc import Iterator

from rekisterilint.catalogue.model import Rule
from rekisterilint.checks.context import Context
from rekisterilint.findings import Hit, Span


def without_arrangement(rule: Rule, context: Context) -> Iterator[Hit]:
    """One hit where joint controllers are first named, unless their arrangement is told."""
    if context.signal_units("joint-arrangement"):
        return
    for unit in context.signal_units("joint-controllers")[:1]:
        yield Hit(Span(unit.start, unit.end))
