"""Lines of a PDF drawn together to headings, paragraphs, list items and table rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rekisterilint.readers.markers import is_list_marker, is_section_number, marker_length
from rekisterilint.readers.pdf.hyphens import kept_part
from rekisterilint.readers.pdf.lines import Cell, SourceLine
from rekisterilint.readers.pdf.looks import Looks, looks_of
from rekisterilint.text import BlockKind, Piece, TextBuilder

_LONG_CELL = 300
_LONG_CELL_LINES = 4
_LABEL_LENGTH = 90
_PROSE_LINE = 50
# In font sizes: how far a list in a cell is set in.
_DEEPEST_INDENT = 5


@dataclass(slots=True)
class _Draft:
    """A block in the making: for a row one list of cells' lines per column, else one in all.

    A row `goes_on` if its last cell has more text on the next page.
    """

    kind: BlockKind
    columns: list[list[Cell]]
    first: SourceLine
    last: SourceLine
    level: int = 0
    marker: str = ""
    body: int = 0
    breaks: set[int] = field(default_factory=set)
    goes_on: bool = False


def add_blocks(builder: TextBuilder, lines: Sequence[SourceLine]) -> None:
    """Add the blocks that `lines` form to `builder`; furniture stands before its page's words."""
    body = [line for line in lines if not line.furniture]
    furniture = [line for line in lines if line.furniture]
    looks = looks_of(body)
    at = 0
    for draft in _drafts(body, looks):
        while at < len(furniture) and furniture[at].line.page <= draft.first.line.page:
            _add_furniture(builder, furniture[at])
            at += 1
        _add(builder, draft, looks)
    for line in furniture[at:]:
        _add_furniture(builder, line)


def _add_furniture(builder: TextBuilder, line: SourceLine) -> None:
    pieces = [Piece(cell.words + " ", cell.offset) for cell in line.cells]
    builder.add(BlockKind.PARAGRAPH, pieces, furniture=True)


def _drafts(lines: Sequence[SourceLine], looks: Looks) -> Iterator[_Draft]:
    draft: _Draft | None = None
    for index, line in enumerate(lines):
        following = lines[index + 1] if index + 1 < len(lines) else None
        if draft is not None and _extend(draft, line, looks):
            draft.last = line
            continue
        if draft is not None:
            draft.goes_on = _goes_on(draft, line)
            yield draft
        draft = _start(line, following, looks)
    if draft is not None:
        yield draft


def _goes_on(draft: _Draft, line: SourceLine) -> bool:
    """Whether `line`, on the next page, begins where the second column of a row does, or set in from it."""
    if draft.kind is not BlockKind.ROW or len(draft.columns) != 2 or len(line.cells) > 1:
        return False
    if line.line.page != draft.last.line.page + 1 or line.cells[0].fragment.tag.row:
        return False
    set_in = line.cells[0].fragment.x0 - draft.columns[1][0].fragment.x0
    return -line.line.size < set_in < _DEEPEST_INDENT * line.line.size


def _start(line: SourceLine, following: SourceLine | None, looks: Looks) -> _Draft:
    if len(line.cells) > 1:
        return _Draft(BlockKind.ROW, [[cell] for cell in line.cells], line, line)
    cell = line.cells[0]
    marker, body = marker_length(cell.words)
    level = looks.heading_level(line, following, marker)
    kind = BlockKind.PARAGRAPH
    if level:
        kind = BlockKind.HEADING
        if not is_section_number(marker):
            marker, body = "", 0
    elif is_list_marker(marker) or cell.fragment.tag.role in ("LI", "Lbl"):
        kind = BlockKind.ITEM
        level = looks.item_level(line)
        if not is_list_marker(marker):
            marker, body = "", 0
    else:
        marker, body = "", 0
    return _Draft(kind, [[cell]], line, line, level, marker, body)


def _extend(draft: _Draft, line: SourceLine, looks: Looks) -> bool:
    """Add `line` to `draft` if it goes on there; whether it did."""
    if draft.kind is BlockKind.ROW:
        return _extend_row(draft, line)
    if len(line.cells) > 1:
        return False
    cell, before = line.cells[0], draft.last.cells[0]
    tag, tag_before = cell.fragment.tag, before.fragment.tag
    if tag.block and tag_before.block and tag.cell == tag_before.cell == 0:
        same = tag.block == tag_before.block or (tag.item and tag.item == tag_before.item)
        if same and line.line.page == draft.last.line.page and tag.block > 0:
            return _join(draft, line, looks)
        if line.line.page == draft.last.line.page:
            return False
    if draft.kind is BlockKind.HEADING:
        if not looks.heading_continues(draft.last, line) or marker_length(cell.words)[0]:
            return False
        return _join(draft, line, looks, breaks=False)
    marker, _ = marker_length(cell.words)
    wrapped = looks.is_full(draft.last, line)
    if is_list_marker(marker) and not (wrapped and _is_number_in_text(before, cell)):
        return False
    if looks.heading_level(line, None, marker):
        return False
    if not looks.same_paragraph(draft.last, line):
        return False
    if draft.kind is BlockKind.ITEM and not wrapped:
        return looks.hangs(draft.first, draft.body, line) and _join(draft, line, looks)
    if not wrapped and _ended(before):
        return False
    return _join(draft, line, looks)


def _is_number_in_text(before: Cell, cell: Cell) -> bool:
    """Whether the number that starts a line is the sentence's ("artiklan" + "6. kohdan")."""
    return cell.words[:1].isdigit() and len(before.words) > _PROSE_LINE and not _ended(before)


def _ended(cell: Cell) -> bool:
    return cell.words.rstrip().endswith((".", "!", "?", ":", ";"))


def _join(draft: _Draft, line: SourceLine, looks: Looks, *, breaks: bool = True) -> bool:
    if breaks and not looks.is_full(draft.last, line):
        draft.breaks.add(len(draft.columns[0]))
    draft.columns[0].append(line.cells[0])
    return True


def _extend_row(draft: _Draft, line: SourceLine) -> bool:
    """Whether `line` holds further lines of the row's cells, told by tags or by columns."""
    row = draft.last.cells[0].fragment.tag.row
    across = line.line.flow != draft.last.line.flow
    # A row that the lines of one page show may go on on the next, where nothing names it.
    if row and not (across and not any(cell.fragment.tag.row for cell in line.cells)):
        if any(cell.fragment.tag.row != row for cell in line.cells):
            return False
        for cell in line.cells:
            _column_of(draft, cell).append(cell)
        return True
    size = draft.first.line.size
    if line.line.gap > 1.6 * size or (across and not line.cells[0].words[:1].islower()):
        return False
    starts = [column[0].fragment.x0 for column in draft.columns]
    columns = []
    for cell in line.cells:
        near = [n for n, start in enumerate(starts) if abs(start - cell.fragment.x0) < size]
        if not near:
            return False
        columns.append(near[0])
    if 0 in columns:
        if across:
            return False
        first = line.cells[columns.index(0)]
        words = first.words
        open_end = draft.columns[0][-1].words.endswith(("-", "/", ","))
        if not (words[:1].islower() or open_end) or first.fragment.x1 > starts[1]:
            return False
        if len(columns) > 1 and not line.cells[1].words[:1].islower():
            return False
    for column, cell in zip(columns, line.cells, strict=True):
        draft.columns[column].append(cell)
    return True


def _column_of(draft: _Draft, cell: Cell) -> list[Cell]:
    own = cell.fragment.tag.cell
    for column in draft.columns:
        if column[0].fragment.tag.cell == own:
            return column
    draft.columns.append([])
    return draft.columns[-1]


def _add(builder: TextBuilder, draft: _Draft, looks: Looks) -> None:
    if draft.kind is BlockKind.ROW:
        _add_row(builder, draft, looks)
        return
    pieces = _pieces(draft.columns[0], draft.body, draft.breaks)
    builder.add(draft.kind, pieces, level=draft.level, marker=draft.marker)


def _add_row(builder: TextBuilder, draft: _Draft, looks: Looks) -> None:
    columns = draft.columns
    is_form = len(columns) == 2 and (draft.goes_on or _is_long(columns[1]))
    if is_form and _length(columns[0]) < _LABEL_LENGTH:
        # A form: its left cell names the section whose text stands in the right one.
        marker, body = marker_length(columns[0][0].words)
        if not is_section_number(marker):
            marker, body = "", 0
        builder.add(BlockKind.HEADING, _pieces(columns[0], body), level=looks.row_level, marker=marker)
        lines, own_looks = looks.within(columns[1])
        for inner in _drafts(lines, own_looks):
            _add(builder, inner, own_looks)
        return
    pieces: list[Piece] = []
    for column in columns:
        if pieces:
            pieces.append(Piece(" | ", max(column[0].offset - 3, 0)))
        pieces += _pieces(column)
    builder.add(BlockKind.ROW, pieces)


def _is_long(column: Sequence[Cell]) -> bool:
    widest = max(cell.fragment.x1 for cell in column) - column[0].fragment.x0
    short = sum(cell.fragment.x1 - column[0].fragment.x0 < 0.75 * widest for cell in column)
    return short >= _LONG_CELL_LINES or _length(column) > _LONG_CELL


def _length(column: Sequence[Cell]) -> int:
    return sum(len(cell.words) for cell in column)


def _pieces(
    cells: Sequence[Cell], body: int = 0, breaks: set[int] | frozenset[int] = frozenset()
) -> list[Piece]:
    """The words of `cells`, line after line; broken words are healed, `breaks` kept as newlines."""
    pieces: list[Piece] = []
    for index, cell in enumerate(cells):
        words, offset = cell.words, cell.offset
        if index == 0:
            words, offset = words[body:], offset + body
        if index + 1 == len(cells):
            pieces.append(Piece(words, offset))
            break
        if index + 1 in breaks:
            kept, between = None, "\n"
        else:
            kept, between = kept_part(words, cells[index + 1].words), " "
        if kept is None:
            pieces += (Piece(words, offset), Piece(between, offset + len(words)))
        else:
            pieces.append(Piece(kept, offset))
    return pieces
