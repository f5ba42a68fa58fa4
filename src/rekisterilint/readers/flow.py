"""Running text to blocks: paragraphs parted at blank lines, and bold lines that act as headings.

Shared by the formats in which an author can only tell a heading by making it bold.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rekisterilint.lazy_patterns import lazy_pattern
from rekisterilint.readers.deadline import NO_DEADLINE, Deadline
from rekisterilint.readers.markers import heading_marker
from rekisterilint.text import BlockKind, Piece, TextBuilder

HEADING_LENGTH = 90
LOWEST_HEADING = 6
# Blanks, a marker and the first letter of the words lie within this many characters.
_MARKER_WINDOW = 200
# "Puhelin: 040 …" in bold is a field, whatever its weight; so is an address.
_FIELD = lazy_pattern(r"[^:]{1,60}:\s+\S|.*(?:@|https?://|www\.)")
_SECTION_NUMBER = lazy_pattern(r"(?:\d{1,2}(?:\.\d{1,2}){0,3}[A-Z]?|[IVX]{1,5})[.):]?")
# A number tells a heading even of a long question.
_NUMBERED_LENGTH = 220
_LINE_MARKER = lazy_pattern(r"([•●○▪■□◦‣∙·*\uf0b7–—-]|\d{1,2}[.)]|[a-zåäö]\))\s+(?=\S)")


class Inline(NamedTuple):
    """Words at a source offset, as in `Piece`; a newline ends the line."""

    text: str
    source: int
    bold: bool = False


class Draft(NamedTuple):
    """One block before it is added to the text."""

    kind: BlockKind
    pieces: list[Piece]
    level: int = 0
    marker: str = ""
    furniture: bool = False


Line = list[Inline]


def add_drafts(builder: TextBuilder, drafts: Iterable[Draft]) -> None:
    """Add `drafts` to the text in their order."""
    for draft in drafts:
        builder.add(
            draft.kind,
            draft.pieces,
            level=draft.level,
            marker=draft.marker,
            furniture=draft.furniture,
        )


def cell_separator(source: int) -> list[Piece]:
    """What stands between the cells of a row; every character of it is placed at `source`."""
    return [Piece(char, source) for char in " | "]


def words_of(line: Iterable[Inline]) -> str:
    """The words of a line with single blanks."""
    return " ".join("".join(inline.text for inline in line).split())


def heading(line: Sequence[Inline], level: int, marker: str = "") -> Draft:
    """A heading; a number that stands before its words becomes the marker, unless one is given."""
    pieces = [Piece(inline.text, inline.source) for inline in line if inline.text]
    own_marker, rest = _split_pieces(pieces)
    if own_marker:
        pieces = rest
    return Draft(BlockKind.HEADING, pieces, min(level, LOWEST_HEADING), own_marker or marker)


def is_heading_line(line: Sequence[Inline]) -> bool:
    """Whether a line by itself reads as a heading: wholly bold, short, no sentence, no field."""
    words = words_of(line)
    if not words or words[-1] in ".,;" or _FIELD.match(words):
        return False
    numbered = _SECTION_NUMBER.fullmatch(heading_marker(words)[0])
    if len(words) > (_NUMBERED_LENGTH if numbered else HEADING_LENGTH):
        return False
    if not any(char.isalpha() for char in words):
        return False
    return all(inline.bold or not inline.text.strip() for inline in line)


def paragraphs(
    inlines: Iterable[Inline],
    level: int,
    *,
    first: tuple[BlockKind, int, str] = (BlockKind.PARAGRAPH, 0, ""),
    bold_headings: bool = True,
    deadline: Deadline = NO_DEADLINE,
) -> Iterator[Draft]:
    """The blocks that running text forms.

    `level` is the rank for a bold line that acts as heading; `first` is the kind, level and
    marker of the first block that is none (a list item's text). Raises ReadError("too-slow").
    """
    kind, depth, marker = first
    for group in _groups(deadline.watched(_lines(deadline.watched(inlines)))):
        at = 0
        for index, line in enumerate(deadline.watched(group)):
            if not (bold_headings and _heads_group(group, index, marker)):
                continue
            if index > at:
                yield from _bodies(group[at:index], kind, depth, marker)
                kind, depth, marker = BlockKind.PARAGRAPH, 0, ""
            yield heading(line, level, marker)
            kind, depth, marker = BlockKind.PARAGRAPH, 0, ""
            at = index + 1
        if at < len(group):
            yield from _bodies(group[at:], kind, depth, marker)
            kind, depth, marker = BlockKind.PARAGRAPH, 0, ""


def _heads_group(group: Sequence[Line], index: int, item_marker: str) -> bool:
    line = group[index]
    if not is_heading_line(line):
        return False
    if len(group) == 1 or (index == 0 and _SECTION_NUMBER.fullmatch(item_marker)):
        return True
    # A first bold line may as well be the controller's name over its address: the number or
    # the colon tells a heading.
    words = words_of(line)
    marker, _ = heading_marker(words)
    if _SECTION_NUMBER.fullmatch(marker):
        return True
    followed = index + 1 < len(group) and not is_heading_line(group[index + 1])
    return index == 0 and words.endswith(":") and followed


def _lines(inlines: Iterable[Inline]) -> Iterator[Line]:
    line: Line = []
    for text, source, bold in inlines:
        at = 0
        while (end := text.find("\n", at)) >= 0:
            line.append(Inline(text[at:end], source + at, bold))
            line.append(Inline("\n", source + end, bold))
            yield line
            line, at = [], end + 1
        if at < len(text):
            line.append(Inline(text[at:], source + at, bold))
    if line:
        yield line


def _groups(lines: Iterable[Line]) -> Iterator[list[Line]]:
    group: list[Line] = []
    for line in lines:
        if any(inline.text.strip() for inline in line):
            group.append(line)
        elif group:
            yield group
            group = []
    if group:
        yield group


def _bodies(lines: Sequence[Line], kind: BlockKind, depth: int, marker: str) -> Iterator[Draft]:
    """One block of the lines, or the list that they form without being marked as one."""
    starts = [index for index, line in enumerate(lines) if _line_marker(line)]
    if len(starts) < 2:
        yield Draft(kind, _pieces(lines), depth, marker)
        return
    if starts[0]:
        yield Draft(kind, _pieces(lines[: starts[0]]), depth, marker)
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        length = len(_line_marker(lines[start]))
        pieces = _behind(_pieces(lines[start:end]), length)
        yield Draft(BlockKind.ITEM, pieces, depth + 1, _line_marker(lines[start]).strip())


def _line_marker(line: Line) -> str:
    """The bullet or number, with the blanks around it, that a line of text starts with."""
    head = ""
    for inline in line:
        head += inline.text
        if len(head) > _MARKER_WINDOW:
            break
    words = head.lstrip()
    match = _LINE_MARKER.match(words)
    return head[: len(head) - len(words) + match.end()] if match else ""


def _pieces(lines: Sequence[Line]) -> list[Piece]:
    return [Piece(inline.text, inline.source) for line in lines for inline in line if inline.text]


def _split_pieces(pieces: list[Piece]) -> tuple[str, list[Piece]]:
    """The marker at the start of `pieces`, and the pieces that remain behind it."""
    window = ""
    for piece in pieces:
        window += piece.text
        if len(window) > _MARKER_WINDOW:
            break
    lead = len(window) - len(window.lstrip())
    marker, length = heading_marker(window.lstrip())
    if not marker:
        return "", pieces
    return marker, _behind(pieces, lead + length)


def _behind(pieces: list[Piece], drop: int) -> list[Piece]:
    """What remains of `pieces` without their first `drop` characters."""
    rest: list[Piece] = []
    for piece in pieces:
        if drop >= len(piece.text):
            drop -= len(piece.text)
            continue
        rest.append(Piece(piece.text[drop:], piece.source + drop))
        drop = 0
    return rest
