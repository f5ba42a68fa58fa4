"""Tick boxes of a filled-in form: what is left unticked says nothing."""

from __future__ import annotations

from collections.abc import Sequence

from rekisterilint.lazy_patterns import lazy_pattern
from rekisterilint.notice.model import Unit
from rekisterilint.text import BlockKind

_TICKED = lazy_pattern(r"[☒☑🗹]|\[[xX]\]")
_UNTICKED = lazy_pattern(r"\W{0,3}(?:☐|\[ \])")


def ticked_only(content: str, units: Sequence[Unit]) -> list[Unit]:
    """`units` without the options left unticked and the empty labels under them ("Miten
    suostumuksen voi peruuttaa:"); all of them where nothing is ticked, as in an empty form.
    """
    if not _TICKED.search(content):
        return list(units)
    kept: list[Unit] = []
    unticked_in = -1  # the section of the option left unticked just before
    for unit in units:
        words = content[unit.start : unit.end]
        if unit.kind is not BlockKind.HEADING and not _TICKED.search(words):
            if _UNTICKED.match(words):
                unticked_in = unit.section
                continue
            if unit.section == unticked_in and words.rstrip().endswith(":"):
                continue
        unticked_in = -1
        kept.append(unit)
    return kept
