"""Blocks that a template's author left in square brackets, for its user to replace."""

from __future__ import annotations

from rekisterilint.lazy_patterns import lazy_pattern
from rekisterilint.notice.model import Notice
from rekisterilint.text import BlockKind

# A list of things or a sentence: `[Takaisin alkuun]` is a link's words.
_ASKED = lazy_pattern(r"\[[A-ZÅÄÖ][^\[\]@]*(?:[,;:] |[.!]\W?\]$)[^\[\]@]*\]?\.?")
_SHORTEST = 15
# An author's own remark is longer.
_LONGEST = 200


def bracketed_blocks(notice: Notice) -> frozenset[int]:
    """The blocks of `notice`, by index, that stand in brackets from their first sign to their last."""
    content = notice.text.content
    found = set()
    for number in range(notice.first_block, notice.last_block):
        block = notice.text.blocks[number]
        if block.kind is BlockKind.HEADING or content[block.start : block.start + 1] != "[":
            continue
        words = content[block.start : block.end].strip()
        if _SHORTEST <= len(words) <= _LONGEST and words.rstrip(".").endswith("]") and _ASKED.fullmatch(words):
            found.add(number)
    return frozenset(found)
