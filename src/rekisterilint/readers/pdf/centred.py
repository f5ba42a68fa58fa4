"""Untagged tables whose labels stand beside the middle of their values: which lines make a row.

A label beside the middle line of several is told from one beside the first by arithmetic: from the
first line of a value on, its label's middle says where the value ends, and the next one begins there.
A table is read so only if that works out from its first row to its last.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import count, pairwise
from statistics import median
from typing import NamedTuple

from rekisterilint.readers.markers import marker_length
from rekisterilint.readers.pdf.glyphs import Fragment
from rekisterilint.readers.pdf.tags import Tag

_MOST_LINES = 150
_LEAST_LABELS = 2
_LONGEST_LABEL_LINES = 5
# In font sizes: how far two middles may lie apart, and how far a label's lines.
_TOLERANCE = 0.12
_LABEL_PITCH = 1.7
_SKIPPED_COST = 2.0
_DISTANCE_COST = 4.0
_WORDING_COST = 0.6
# Fewer rows, or values that are not set off, could fit by chance.
_ENOUGH_ROWS = 4
# Lines beside the values that are no labels: a title above the table, a date below it.
_MOST_SKIPPED = 4
_LONGEST_LABEL = 120
# In points: cells begin at one edge.
_EDGE = 4.0


class _Line(NamedTuple):
    """Fragments of one column on one baseline; heights in points, growing upwards."""

    fragments: list[Fragment]
    y: float


class _Row(NamedTuple):
    """A table row: which lines are its label's and which its value's, as [first, behind the last)."""

    labels: tuple[int, int]
    values: tuple[int, int]


class _Reading(NamedTuple):
    """A way to read the lines from some point on, and how bad it is."""

    cost: float
    rows: tuple[_Row, ...]


def tag_centred_tables(fragments: Sequence[Fragment], lines: Sequence[Sequence[Fragment]]) -> None:
    """Give the fragments of such tables the tags of their rows and cells.

    `lines` are the fragments by baseline from the top. A page that has tags is left alone.
    """
    if len(lines) < 3 or any(f.tag.row or f.tag.block for f in fragments):
        return
    numbers = count(1)
    for gutter in _gutters(fragments):
        for zone in _zones(lines, gutter):
            labels = list(_column(f for line in zone for f in line if f.x0 < gutter))
            values = list(_column(f for line in zone for f in line if f.x0 >= gutter))
            for row in _rows_of(labels, values):
                number = -next(numbers)
                _tag(labels[slice(*row.labels)], Tag(row=number, cell=2 * number))
                _tag(values[slice(*row.values)], Tag(row=number, cell=2 * number + 1))


def _tag(lines: Sequence[_Line], tag: Tag) -> None:
    for line in lines:
        for fragment in line.fragments:
            fragment.tag = tag


def _gutters(fragments: Sequence[Fragment]) -> list[float]:
    """Where the column of values may begin: left edges that several fragments share."""
    left = min(fragment.x0 for fragment in fragments)
    width = max(fragment.x1 for fragment in fragments) - left
    edges = Counter(round(fragment.x0) for fragment in fragments)
    return [
        edge - 2.0
        for edge, _ in edges.most_common(6)
        if sum(edges[edge + step] for step in (-1, 0, 1)) >= 3
        and left + 0.12 * width < edge < left + 0.7 * width
    ]


def _zones(lines: Sequence[Sequence[Fragment]], gutter: float) -> Iterator[list[Sequence[Fragment]]]:
    """Runs of lines that nothing crosses the gutter in, not yet part of a table."""
    zone: list[Sequence[Fragment]] = []
    for line in lines:
        if any(f.tag.row or (f.x0 < gutter < f.x1 - 1) for f in line):
            if zone:
                yield zone
            zone = []
        else:
            zone.append(line)
    if zone:
        yield zone


def _column(fragments: Iterator[Fragment]) -> Iterator[_Line]:
    """The lines of one column, from the top."""
    line: list[Fragment] = []
    for fragment in sorted(fragments, key=lambda f: -f.y):
        if line and line[0].y - fragment.y > 0.4 * max(line[0].size, fragment.size):
            yield _Line(line, line[0].y)
            line = []
        line.append(fragment)
    if line:
        yield _Line(line, line[0].y)


def _rows_of(labels: Sequence[_Line], values: Sequence[_Line]) -> tuple[_Row, ...]:
    """The rows of the table that `labels` and `values` form; none if they form no such table."""
    if len(labels) < _LEAST_LABELS or not len(labels) < len(values) + _LONGEST_LABEL_LINES:
        return ()
    if max(len(labels), len(values)) > _MOST_LINES or len(values) < 3:
        return ()
    size = median(f.size for line in values for f in line.fragments)
    if any(_is_parted(line, size) for line in values):
        return ()
    found = _Search(labels, values, size).best()
    if found is None or len(found.rows) < _LEAST_LABELS:
        return ()
    read = found.rows[-1].labels[1] - found.rows[0].labels[0]
    if len(labels) - read > _MOST_SKIPPED or not _is_aligned(found.rows, labels, values):
        return ()
    return found.rows if _is_centred(found.rows, labels, values, size) else ()


def _is_aligned(rows: Sequence[_Row], labels: Sequence[_Line], values: Sequence[_Line]) -> bool:
    """Whether the labels are short and begin at one edge, as do the values."""
    for row in rows:
        if sum(len(f.text) for line in labels[slice(*row.labels)] for f in line.fragments) > _LONGEST_LABEL:
            return False
    starts = [min(f.x0 for f in labels[row.labels[0]].fragments) for row in rows]
    if max(starts) - min(starts) > _EDGE:
        return False
    edges = [min(f.x0 for f in values[row.values[0]].fragments) for row in rows]
    return max(edges) - min(edges) <= _EDGE


def _is_parted(line: _Line, size: float) -> bool:
    """Whether a value's line holds cells of its own: a table of more columns is not read here."""
    places = sorted((f.x0, f.x1) for f in line.fragments)
    return any(right[0] - left[1] > 2 * size for left, right in pairwise(places))


def _middle(lines: Sequence[_Line], first: int, last: int) -> float:
    return (lines[first].y + lines[last - 1].y) / 2


class _Search:
    """Looks for the cheapest way to pair labels with values, from the last line to the first."""

    def __init__(self, labels: Sequence[_Line], values: Sequence[_Line], size: float) -> None:
        self._labels = labels
        self._values = values
        self._size = size
        self._depths = [-line.y for line in values]
        gaps = [above.y - below.y for above, below in pairwise(values)]
        self._pitch = min(gaps)

    def best(self) -> _Reading | None:
        """The cheapest reading; lines of other text may stand above and below the table."""
        labels, values = len(self._labels), len(self._values)
        known: list[list[_Reading | None]] = [[None] * (values + 1) for _ in range(labels + 1)]
        for label in range(labels, -1, -1):
            for value in range(values, -1, -1):
                known[label][value] = self._from(label, value, known)
        return known[0][0]

    def _from(
        self, label: int, value: int, known: Sequence[Sequence[_Reading | None]]
    ) -> _Reading | None:
        if value == len(self._values):
            return _Reading(_SKIPPED_COST * (len(self._labels) - label), ())
        if label == len(self._labels):
            return None
        readings: list[_Reading] = []
        skipped = known[label + 1][value]
        if skipped is not None and (value == 0 or not skipped.rows):
            readings.append(_Reading(skipped.cost + _SKIPPED_COST, skipped.rows))
        for row, cost in self._rows_from(label, value):
            rest = known[row.labels[1]][row.values[1]]
            if rest is not None and self._is_above(row, rest):
                readings.append(_Reading(cost + rest.cost, (row, *rest.rows)))
        return min(readings, key=lambda reading: reading.cost, default=None)

    def _rows_from(self, label: int, value: int) -> Iterator[tuple[_Row, float]]:
        """The rows that can begin with these lines, with what each costs."""
        for behind in range(label + 1, min(label + _LONGEST_LABEL_LINES, len(self._labels)) + 1):
            lines = self._labels[label:behind]
            if len(lines) > 1 and not self._goes_on(lines[-2], lines[-1]):
                return
            middle = _middle(self._labels, label, behind)
            last = self._values[value].y - 2 * middle  # where its last line must be, from below
            slack = 2 * _TOLERANCE * self._size
            start = bisect_left(self._depths, last - slack, value)
            for end in range(start + 1, bisect_right(self._depths, last + slack, value) + 1):
                apart = abs(_middle(self._values, value, end) - middle)
                cost = _DISTANCE_COST * apart / self._size + _wording_cost(lines)
                yield _Row((label, behind), (value, end)), cost - self._step_behind(end)

    def _goes_on(self, line: _Line, below: _Line) -> bool:
        """Whether a label can go on in the line `below`."""
        if line.y - below.y > _LABEL_PITCH * self._size:
            return False
        return not marker_length("".join(f.text for f in below.fragments))[0]

    def _step_behind(self, end: int) -> float:
        """By how many font sizes the line behind a value is set off: more makes a likelier end."""
        if end == len(self._values):
            return 0.0
        gap = self._values[end - 1].y - self._values[end].y
        return min((gap - self._pitch) / self._size, 1.0)

    def _is_above(self, row: _Row, rest: _Reading) -> bool:
        if not rest.rows:
            return True
        below = rest.rows[0]
        bottom = min(self._labels[row.labels[1] - 1].y, self._values[row.values[1] - 1].y)
        top = max(self._labels[below.labels[0]].y, self._values[below.values[0]].y)
        return bottom - top > 0.7 * self._size


def _wording_cost(label: Sequence[_Line]) -> float:
    """How little the lines of a label read as one: further lines of one go on in small letters."""
    first, *further = (line.fragments[0].text[:1] for line in label)
    return _WORDING_COST * (first.islower() + sum(letter.isupper() for letter in further))


def _is_centred(
    rows: Sequence[_Row], labels: Sequence[_Line], values: Sequence[_Line], size: float
) -> bool:
    """Whether the rows are those of a table, and of none with its labels at the top.

    There the first value begins beside its label, and each label stands beside a line of a value.
    """
    set_off = _are_set_off(rows, values, size)
    if not set_off and len(rows) < _ENOUGH_ROWS:
        return False
    lowered = [
        values[row.values[0]].y - labels[row.labels[0]].y > 0.4 * size for row in rows
    ]
    if lowered[0] or (set_off and any(lowered)):
        return True
    heights = [line.y for line in values]
    used = [labels[row.labels[0]].y for row in rows]
    return any(min(abs(height - y) for y in heights) > 0.25 * size for height in used)


def _are_set_off(rows: Sequence[_Row], values: Sequence[_Line], size: float) -> bool:
    """Whether the values are farther from each other than their lines are."""
    within = [
        above.y - below.y for row in rows for above, below in pairwise(values[slice(*row.values)])
    ]
    between = [values[row.values[1] - 1].y - values[row.values[1]].y for row in rows[:-1]]
    return bool(within) and min(between) > max(within) + 0.1 * size
