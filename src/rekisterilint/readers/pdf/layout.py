"""The reading order of a page: columns, lines, and the cells of a line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from rekisterilint.readers.markers import is_bare_marker
from rekisterilint.readers.pdf.centred import tag_centred_tables
from rekisterilint.readers.pdf.glyphs import Fragment

_MARGIN = 0.1
_PAGE_NUMBER = re.compile(
    r"(?:(?:sivu|sida|page)\s*)?[-–]?\s*\d{1,4}\s*(?:[-–]|(?:[/(]|\bav\b|\bof\b)\s*\d{1,4}\)?)?",
    re.IGNORECASE,
)
# What a browser prints in the margins: the time, and the page's address.
_PRINTED = re.compile(
    r"\d{1,2}[./]\s?\d{1,2}[./]\s?\d{2,4},?(?:\s(?:klo|kl\.?))?\s\d{1,2}[.:]\d{2}(?:\s?[AP]M)?|(?:https?|file)://\S+",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_LEAST_COLUMN_LINES = 6
_MOST_FRAGMENTS = 6_000


@dataclass(slots=True)
class Line:
    """A line of a page: its cells from left to right, and the column that it stands in.

    `flow` numbers the columns of the whole file in reading order; `left` and `right` are the
    column's edges in points; `gap` is the distance to the baseline above in the column, 0 at its
    top.
    """

    cells: list[Fragment]
    page: int
    flow: int
    left: float
    right: float
    gap: float = 0.0

    @property
    def text(self) -> str:
        """The words, cells parted as in the source."""
        return " | ".join(cell.text for cell in self.cells)

    @property
    def size(self) -> float:
        """Font size in points, that of the widest cell."""
        return max(self.cells, key=lambda cell: len(cell.text)).size


def split_furniture(
    pages: Sequence[list[Fragment]], heights: Sequence[tuple[float, float]]
) -> list[tuple[list[Fragment], list[Fragment]]]:
    """Each page's fragments as (body, furniture).

    Furniture lies in the upper or lower margin and repeats at its place on another page (numbers
    aside), or is a page number or what a browser prints there. If that left no text at all, nothing is furniture. `heights` are the pages' (bottom, top) in points.
    """
    seen: Counter[tuple[str, int]] = Counter()
    for fragments, edges in zip(pages, heights, strict=True):
        seen.update({key for f in fragments if (key := _margin_key(f, edges)) is not None})
    result = []
    for fragments, edges in zip(pages, heights, strict=True):
        body: list[Fragment] = []
        furniture: list[Fragment] = []
        for fragment in fragments:
            key = _margin_key(fragment, edges)
            repeated = key is not None and any(seen[(key[0], key[1] + step)] > (step == 0)
                                               for step in (-1, 0, 1))  # fmt: skip
            words = fragment.text.strip() if key is not None else ""
            printed = _PAGE_NUMBER.fullmatch(words) or _PRINTED.fullmatch(words)
            (furniture if repeated or printed else body).append(fragment)
        result.append((body, furniture))
    if not any(body for body, _ in result):
        return [(fragments, []) for fragments in pages]
    return result


def _margin_key(fragment: Fragment, edges: tuple[float, float]) -> tuple[str, int] | None:
    bottom, top = edges
    margin = _MARGIN * (top - bottom)
    if bottom + margin < fragment.y < top - margin:
        return None
    return _DIGITS.sub("#", fragment.text.strip()), round(fragment.y / 4)


def page_lines(fragments: list[Fragment], page: int, first_flow: int) -> list[Line]:
    """The lines of a page in reading order; columns are numbered from `first_flow`."""
    lines: list[Line] = []
    # A page of that many fragments is no prose (a map, a drawing): the order of the file will do.
    groups = _columns(fragments) if len(fragments) <= _MOST_FRAGMENTS else [fragments]
    for number, group in enumerate(groups):
        left = min(fragment.x0 for fragment in group)
        right = max(fragment.x1 for fragment in group)
        if len(group) <= _MOST_FRAGMENTS:
            tag_centred_tables(group, _rows(group))
        rows = _with_tagged_rows(group)
        _merge_unaligned(rows)
        above: float | None = None
        for row in rows:
            y = row[0].y
            gap = above - y if above is not None else 0.0
            lines.append(Line(row, page, first_flow + number, left, right, gap))
            above = y
    return lines


def _with_tagged_rows(fragments: list[Fragment]) -> list[list[Fragment]]:
    """The lines' cells from the top; a table row that the file names stands together.

    In a row the lines of its cells are paired from the top, however its words are centred.
    """
    named: dict[int, list[Fragment]] = {}
    for fragment in fragments:
        if fragment.tag.row:
            named.setdefault(fragment.tag.row, []).append(fragment)
    rows = [_cells(row) for row in _rows([f for f in fragments if not f.tag.row])]
    for row in named.values():
        by_cell: dict[int, list[Fragment]] = {}
        for fragment in row:
            by_cell.setdefault(fragment.tag.cell, []).append(fragment)
        cells = [[cell for line in _rows(own) for cell in _cells(line)] for own in by_cell.values()]
        cells.sort(key=lambda cell: cell[0].x0)
        top = max(fragment.y for fragment in row)
        for number in range(max(map(len, cells))):
            line = [cell[number] for cell in cells if number < len(cell)]
            for fragment in line:
                # Only the order is left of the height: a step too small to part the row.
                fragment.y = top - 0.01 * number
            rows.append(line)
    rows.sort(key=lambda row: -row[0].y)
    return rows


def _rows(fragments: list[Fragment]) -> list[list[Fragment]]:
    """Fragments by baseline, from the top; the members of a row from left to right."""
    rows: list[list[Fragment]] = []
    for fragment in sorted(fragments, key=lambda f: -f.y):
        if rows:
            anchor = rows[-1][0]
            if abs(anchor.y - fragment.y) < 0.4 * max(anchor.size, fragment.size):
                rows[-1].append(fragment)
                continue
        rows.append([fragment])
    for row in rows:
        row.sort(key=lambda f: f.x0)
        # The marks above a baseline (footnote numbers) must not set it.
        row.insert(0, row.pop(0))
    return rows


def _cells(row: list[Fragment]) -> list[Fragment]:
    """A row with fragments that are no cells of their own drawn together."""
    cells: list[Fragment] = []
    for fragment in row:
        if cells and _belongs(cells[-1], fragment):
            apart = fragment.x0 - cells[-1].x1
            between = " " if apart > 0.12 * fragment.size or is_bare_marker(cells[-1].text) else ""
            cells[-1] = cells[-1].joined(fragment, between)
        else:
            cells.append(fragment)
    return cells


def _belongs(left: Fragment, right: Fragment) -> bool:
    gap = right.x0 - left.x1
    size = max(left.size, right.size)
    if left.tag.cell != right.tag.cell:
        return False
    if left.tag.block and left.tag.block == right.tag.block and not left.tag.row:
        return gap < 8 * size
    if is_bare_marker(left.text):
        return gap < 5 * size
    return gap < 1.2 * size


def _merge_unaligned(rows: list[list[Fragment]]) -> None:
    """Draw cells together whose start no other row shares: wide blanks of a justified line."""
    starts = Counter(round(cell.x0 / 3) for row in rows for cell in row)
    for row in rows:
        at = 1
        while at < len(row):
            cell = row[at]
            key = round(cell.x0 / 3)
            aligned = starts[key - 1] + starts[key] + starts[key + 1] > 1
            wide = cell.x0 - row[at - 1].x1 > 3 * cell.size
            if aligned or wide or (cell.tag.cell and cell.tag.cell != row[at - 1].tag.cell):
                at += 1
            else:
                row[at - 1 : at + 1] = [row[at - 1].joined(cell, " ")]


def _columns(fragments: list[Fragment], depth: int = 0) -> list[list[Fragment]]:
    """The fragments of a page parted into columns of prose, in reading order.

    What crosses the gutter (a title, a footer) parts the page into bands, each with its columns.
    A table is no columns: its left cells are short or lie far apart.
    """
    if not fragments:
        return []
    if depth < 3 and len(fragments) > 2 * _LEAST_COLUMN_LINES:
        for gutter in _gutters(fragments):
            bands = _bands(fragments, gutter)
            if any(_are_columns(band, gutter) for band in bands):
                groups: list[list[Fragment]] = []
                for band in bands:
                    groups += _split_band(band, gutter, depth)
                return groups
    return [fragments]


def _split_band(band: list[Fragment], gutter: float, depth: int) -> list[list[Fragment]]:
    if not _are_columns(band, gutter, least=2):
        return [band]
    left = [fragment for fragment in band if fragment.x0 < gutter]
    right = [fragment for fragment in band if fragment.x0 >= gutter]
    return _columns(left, depth + 1) + _columns(right, depth + 1)


def _gutters(fragments: list[Fragment]) -> list[float]:
    """Places where a column may start: the left edges that many fragments share."""
    left = min(fragment.x0 for fragment in fragments)
    right = max(fragment.x1 for fragment in fragments)
    edges = Counter(round(fragment.x0) for fragment in fragments)
    return [
        edge - 2.0
        for edge, _ in edges.most_common(6)
        if edges[edge - 1] + edges[edge] + edges[edge + 1] >= 4
        and left + 0.2 * (right - left) < edge < right - 0.15 * (right - left)
    ]


def _bands(fragments: list[Fragment], gutter: float) -> list[list[Fragment]]:
    bands: list[list[Fragment]] = []
    crossing_before = True
    for fragment in sorted(fragments, key=lambda f: -f.y):
        crosses = fragment.x0 < gutter - 2 and fragment.x1 > gutter + 1
        if crosses != crossing_before or not bands:
            bands.append([])
        bands[-1].append(fragment)
        crossing_before = crosses
    return bands


def _are_columns(band: list[Fragment], gutter: float, least: int = _LEAST_COLUMN_LINES) -> bool:
    left = [cell for row in _rows([f for f in band if f.x0 < gutter]) for cell in _cells(row)]
    right = [cell for row in _rows([f for f in band if f.x0 >= gutter]) for cell in _cells(row)]
    if len(left) < least or len(right) < min(least, 3):
        return False
    if {f.tag.row for f in left if f.tag.row} & {f.tag.row for f in right}:
        return False  # one table's row on both sides
    if any(f.x1 > gutter + 1 for f in left):
        return False
    widths = []
    for column in (left, right):
        edge = min(f.x0 for f in column)
        # What sticks out (a table too wide for its page) must not set the column's width.
        ends = sorted(f.x1 for f in column)
        width = (gutter if column is left else ends[int(0.9 * (len(ends) - 1))]) - edge
        widths.append(width)
        if median(f.x1 - f.x0 for f in column) < 0.55 * width and least > 2:
            return False
    if least <= 2:
        return True
    filled = sum(1.3 * f.size for f in left) / (max(f.y for f in left) - min(f.y for f in left) + 1)
    return min(widths) > 0.4 * max(widths) and filled > 0.6
