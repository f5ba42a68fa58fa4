"""The promise of every reader of marked-up text: each letter stands where the text says."""

from __future__ import annotations

import unicodedata

from rekisterilint.text import Text


def misplaced_letters(text: Text) -> list[tuple[str, str]]:
    """(letter, what stands at its place in the source) wherever the two differ."""
    wrong = []
    for span in (*text.blocks, *text.links):
        for offset in range(span.start, span.end):
            letter = text.content[offset]
            source = text.origin.source_offset(offset)
            written = unicodedata.normalize("NFC", text.source[source : source + 2])[:1]
            if letter.isalpha() and letter != written and written not in "&\\":
                wrong.append((letter, text.source[source : source + 10]))
    return wrong


def blocks(text: Text) -> list[tuple[str, int, str, str]]:
    """(kind, level, marker, words) of each block that is no page furniture."""
    return [
        (block.kind.value, block.level, block.marker, text.content[block.start : block.end])
        for block in text.blocks
        if not block.furniture
    ]


def words(text: Text) -> list[str]:
    """The words of each block that is no page furniture."""
    return [shown for _, _, _, shown in blocks(text)]
