"""Tables drawn with lines: which cell each word stands in, wherever in the cell it stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from rekisterilint.readers.deadline import Deadline
from rekisterilint.readers.pdf.glyphs import Fragment
from rekisterilint.readers.pdf.objects import Box, box_of, objects_of
from rekisterilint.readers.pdf.tags import FORM_LABEL, Tag

# A single one may be a page in two columns with a line between them.
_LEAST_ROWS = 2
# In points: a thinner box is a line; lines this near are one; a shorter line is none of a table's.
_THIN = 2.5
_NEAR = 2.0
_LEAST_WIDTH = 20.0
_LEAST_HEIGHT = 8.0
_ABOVE = 0.5


class _Line(NamedTuple):
    """A line at `at` across the other direction, from `first` to `last` along its own."""

    at: float
    first: float
    last: float


def tag_ruled_tables(raw: Any, page: Any, fragments: Sequence[Fragment], deadline: Deadline) -> None:
    """Give the fragments in a page's ruled tables the tags of their rows and cells.

    A page that has tags or runs another way is left alone.
    """
    if any(f.tag.row or f.tag.block or f.turn for f in fragments) or len(fragments) < 4:
        return
    level, upright = _lines(_boxes(raw, page, deadline))
    if not level or not upright:
        return
    level += _open_ends(level, upright)
    rows = [row for row in _rows(fragments, level, upright) if row]
    if len(rows) < _LEAST_ROWS:
        return
    for number, row in enumerate(rows, 1):
        if len(row) < 2:
            continue
        if _holds_table(row):
            _put_above(row[min(row)], max(f.y for cell in row.values() for f in cell), number)
            continue
        for column, cell in row.items():
            tag = Tag(row=-number, cell=-1000 * number - column)
            for fragment in cell:
                fragment.tag = tag


def _holds_table(row: dict[int, list[Fragment]]) -> bool:
    """Whether the second of two cells holds a table of its own, without lines around it."""
    if len(row) != 2:
        return False
    cell = row[max(row)]
    lines: dict[int, list[Fragment]] = {}
    for fragment in cell:
        lines.setdefault(round(fragment.y), []).append(fragment)
    starts = [
        round(right.x0)
        for line in lines.values()
        for left, right in pairwise(sorted(line, key=lambda f: f.x0))
        if right.x0 - left.x1 > 2 * right.size
    ]
    return len(starts) > 1 and max(starts) - min(starts) <= _NEAR


def _put_above(label: Sequence[Fragment], top: float, number: int) -> None:
    """Let `label` stand on lines of its own right above the lines of its cell."""
    tag = Tag(role=FORM_LABEL, block=number, row=number)
    for step, fragment in enumerate(sorted(label, key=lambda f: (-f.y, f.x0))):
        fragment.tag = tag
        fragment.y = top + _ABOVE - 0.001 * step


def _boxes(raw: Any, page: Any, deadline: Deadline) -> Iterator[Box]:
    """The boxes of what is drawn with lines and areas."""
    for handle in objects_of(raw, page, deadline):
        if raw.FPDFPageObj_GetType(handle) == raw.FPDF_PAGEOBJ_PATH:
            box = box_of(raw, handle)
            if box is not None:
                yield box


def _lines(boxes: Iterator[Box]) -> tuple[list[_Line], list[_Line]]:
    """The level and the upright lines; the outline of a larger area is four of them."""
    level: list[_Line] = []
    upright: list[_Line] = []
    for left, bottom, right, top in boxes:
        width, height = right - left, top - bottom
        if height <= _THIN and width >= _LEAST_WIDTH:
            level.append(_Line((bottom + top) / 2, left, right))
        elif width <= _THIN and height >= _LEAST_HEIGHT:
            upright.append(_Line((left + right) / 2, bottom, top))
        elif width >= _LEAST_WIDTH and height >= _LEAST_HEIGHT:
            level += (_Line(bottom, left, right), _Line(top, left, right))
            upright += (_Line(left, bottom, top), _Line(right, bottom, top))
    return _joined(level), _joined(upright)


def _open_ends(level: Sequence[_Line], upright: Sequence[_Line]) -> list[_Line]:
    """Level lines where several upright ones end at one height without any: the page cut the table there."""
    found: list[_Line] = []
    for ends in ([(line.first, line.at) for line in upright], [(line.last, line.at) for line in upright]):
        loose = [
            (height, at)
            for height, at in ends
            if not any(
                abs(line.at - height) <= 2 * _NEAR and line.first - _NEAR <= at <= line.last + _NEAR
                for line in level
            )
        ]
        heights = sorted({round(height) for height, _ in loose})
        for height in heights:
            there = [at for other, at in loose if abs(other - height) <= _NEAR]
            if len(there) > 1 and max(there) - min(there) >= _LEAST_WIDTH:
                found.append(_Line(height, min(there), max(there)))
    return _joined(found)


def _joined(lines: Sequence[_Line]) -> list[_Line]:
    """Lines that go on in each other as one."""
    joined: list[_Line] = []
    for line in sorted(lines):
        number = _touching(joined, line)
        if number is None:
            joined.append(line)
        else:
            other = joined[number]
            joined[number] = _Line(other.at, min(line.first, other.first), max(line.last, other.last))
    return joined


def _touching(lines: Sequence[_Line], line: _Line) -> int | None:
    """The number of the last of `lines`, which are in order, that `line` goes on in."""
    for number in range(len(lines) - 1, -1, -1):
        other = lines[number]
        if line.at - other.at > _NEAR:
            return None
        if line.first <= other.last + _NEAR and other.first <= line.last + _NEAR:
            return number
    return None


def _rows(
    fragments: Sequence[Fragment], level: Sequence[_Line], upright: Sequence[_Line]
) -> Iterator[dict[int, list[Fragment]]]:
    """The cells of each row with their fragments, by the number of their column."""
    for top, bottom in pairwise(sorted(level, key=lambda line: -line.at)):
        middle = (top.at + bottom.at) / 2
        columns = sorted(
            line.at
            for line in upright
            if line.first - _NEAR <= middle <= line.last + _NEAR
            and line.last >= top.at - _THIN - _NEAR and line.first <= bottom.at + _THIN + _NEAR
        )  # fmt: skip
        cells: dict[int, list[Fragment]] = {}
        for fragment in fragments:
            if bottom.at < fragment.y < top.at and _is_between(fragment, top, bottom):
                column = bisect_right(columns, fragment.x0 + 1.0)
                # A long word may run out of the last cell; out of another one it shows no table.
                if column < len(columns) - 1 and fragment.x1 > columns[column] + _NEAR:
                    break
                cells.setdefault(column, []).append(fragment)
        else:
            yield cells


def _is_between(fragment: Fragment, top: _Line, bottom: _Line) -> bool:
    """Whether a fragment begins between two lines, not beside them."""
    left, right = max(top.first, bottom.first), min(top.last, bottom.last)
    return left - _NEAR <= fragment.x0 < right
