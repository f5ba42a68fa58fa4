"""Numbered lines above their text, on pages that mark no headings up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rekisterilint.readers.flow import Draft, Inline, heading
from rekisterilint.text import BlockKind, Piece

_FEWEST = 3
_LONGEST = 110


def with_numbered_headings(drafts: Sequence[Draft]) -> list[Draft]:
    """`drafts` with headings of lines `1. Rekisterinpitäjä`, counted from 1, if the page has no more than its title."""
    if sum(draft.kind is BlockKind.HEADING for draft in drafts) > 1:
        return list(drafts)
    found: list[int] = []
    for index, draft in enumerate(drafts):
        words, rest = _first_line(draft)
        number = words.partition(".")[0]
        if number == str(len(found) + 1) and _is_title(words):
            if not rest and not _has_text(drafts, index):
                return list(drafts)  # a list
            found.append(index)
    if len(found) < _FEWEST:
        return list(drafts)
    return [part for index, draft in enumerate(drafts) for part in (_parted(draft) if index in found else (draft,))]


def _first_line(draft: Draft) -> tuple[str, list[Piece]]:
    """The words of a paragraph's first line, and the pieces behind it."""
    if draft.kind is not BlockKind.PARAGRAPH or draft.furniture:
        return "", []
    for index, piece in enumerate(draft.pieces):
        if "\n" in piece.text:
            before, _, after = piece.text.partition("\n")
            words = "".join(each.text for each in draft.pieces[:index]) + before
            if words.strip():
                behind = Piece(after, piece.source + len(before) + 1)
                return words.strip(), [behind, *draft.pieces[index + 1 :]]
    return "".join(piece.text for piece in draft.pieces).strip(), []


def _is_title(words: str) -> bool:
    number, _, title = words.partition(".")
    title = title.strip()
    return len(number) < 3 and title[:1].isupper() and len(title) <= _LONGEST and title[-1] not in ".,;:!"


def _has_text(drafts: Sequence[Draft], index: int) -> bool:
    """Whether what follows the line is its text, not the next number."""
    following = next((draft for draft in drafts[index + 1 :] if not draft.furniture), None)
    return following is not None and not (following.marker or _first_line(following)[0].partition(".")[0].isdigit())


def _parted(draft: Draft) -> Iterator[Draft]:
    _, rest = _first_line(draft)
    length = sum(len(piece.text) for piece in draft.pieces) - sum(len(piece.text) for piece in rest)
    line: list[Inline] = []
    for piece in draft.pieces:
        if length <= 0:
            break
        words = piece.text[:length].partition("\n")[0]
        length -= len(piece.text)
        line.append(Inline(words, piece.source))
    yield heading(line, 2)
    if rest:
        yield Draft(BlockKind.PARAGRAPH, rest)
