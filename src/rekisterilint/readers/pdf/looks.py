"""What the looks of a PDF's lines mean: heading ranks, ends of paragraphs, depths of lists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rekisterilint.readers.markers import is_section_number, marker_length
from rekisterilint.readers.pdf.layout import Line
from rekisterilint.readers.pdf.lines import Cell, SourceLine
from rekisterilint.readers.pdf.tags import FORM_LABEL

_LONGEST_HEADING = 150
_LONGEST_BOLD_HEADING = 110
_TAG_LEVELS = {"Title": 1, "H": 1, **{f"H{level}": level for level in range(1, 7)}}


def looks_of(lines: Sequence[SourceLine]) -> Looks:
    """What is usual in a file of these lines."""
    sizes: Counter[float] = Counter()
    bold = letters = 0
    for line in lines:
        for cell in line.cells:
            length = len(cell.words)
            sizes[_rounded(cell.fragment.size)] += length
            letters += length
            bold += length if cell.fragment.bold else 0
    body = sizes.most_common(1)[0][0] if sizes else 10.0
    gaps = [
        line.line.gap / line.line.size
        for line in lines
        if 0.8 < line.line.gap / line.line.size < 2.2 and _rounded(line.line.size) == body
    ]
    pitch = _pitch(gaps)
    larger = {
        _rounded(line.line.size)
        for line in lines
        if line.line.size >= 1.12 * body and len(line.text) <= _LONGEST_HEADING
    }
    tagged = any(cell.fragment.tag.role in _TAG_LEVELS for line in lines for cell in line.cells)
    listed = [line for line in lines if line.line.size < 1.12 * body and _is_listed(line)]
    indents = sorted({_indent(line) for line in listed})
    return Looks(
        body, pitch, tuple(sorted(larger, reverse=True)), bold < 0.5 * letters, tagged, tuple(indents)
    )


def _pitch(gaps: Sequence[float]) -> float:
    """The usual distance of lines in a paragraph, in font sizes: the most frequent, else 1.3."""
    if not gaps:
        return 1.3
    frequent = Counter(round(gap, 1) for gap in gaps).most_common(3)
    # Half as frequent and closer: lines of lists and forms are spread, those of prose are not.
    return min(gap for gap, count in frequent if count >= 0.5 * frequent[0][1])


def _rounded(size: float) -> float:
    return round(size * 2) / 2


def _indent(line: SourceLine) -> int:
    """How far the line is set in from its column's edge, in points."""
    return round(line.cells[0].fragment.x0 - line.line.left)


def _is_listed(line: SourceLine) -> bool:
    cell = line.cells[0]
    return not line.bold and (
        cell.fragment.tag.role in ("LI", "Lbl") or bool(marker_length(cell.words)[0])
    )


@dataclass(frozen=True, slots=True)
class Looks:
    """What is usual in a file: `body` size in points, line `pitch` in sizes, larger `sizes`.

    `bold_stands_out`: most text is not bold. `tagged`: the file names its headings.
    `indents`: where list items start, in points.
    """

    body: float
    pitch: float
    sizes: tuple[float, ...]
    bold_stands_out: bool
    tagged: bool
    indents: tuple[int, ...]

    def within(self, column: Sequence[Cell]) -> tuple[list[SourceLine], Looks]:
        """The lines of one cell of a form, as lines of a column of their own, and their looks."""
        left = min(cell.fragment.x0 for cell in column)
        right = max(cell.fragment.x1 for cell in column)
        lines: list[SourceLine] = []
        above = column[0].fragment.y
        for cell in column:
            y = cell.fragment.y
            gap = above - y if above > y else 0.0
            lines.append(SourceLine(Line([cell.fragment], 0, 0, left, right, gap), [cell]))
            above = y
        indents = {_indent(line) for line in lines if _is_listed(line)}
        return lines, replace(self, indents=tuple(sorted(indents)))

    @property
    def row_level(self) -> int:
        """The rank of a form's label."""
        return len(self.sizes) + 1

    def heading_level(self, line: SourceLine, following: SourceLine | None, marker: str) -> int:
        """The rank of `line` as a heading; 0 if it is none."""
        if len(line.cells) != 1:
            return 0
        text, cell = line.text, line.cells[0]
        tag = cell.fragment.tag
        if tag.role in _TAG_LEVELS:
            return _TAG_LEVELS[tag.role]
        if tag.role == FORM_LABEL:
            return self.row_level
        if self.tagged and tag.role in ("LI", "Lbl", "TD", "TH"):
            return 0
        if not any(letter.isalpha() for letter in text) or len(text) > _LONGEST_HEADING:
            return 0
        if _rounded(line.line.size) in self.sizes:
            return self.sizes.index(_rounded(line.line.size)) + 1
        depth = marker.strip(".").count(".") if is_section_number(marker) else 0
        if self._bold_heading(line, text):
            return len(self.sizes) + 1 + depth
        if following is not None and self._numbered_heading(line, following, marker):
            return len(self.sizes) + 1 + depth
        return 0

    def _bold_heading(self, line: SourceLine, text: str) -> bool:
        return (
            self.bold_stands_out
            and line.bold
            and len(text) <= _LONGEST_BOLD_HEADING
            and line.line.size >= 0.9 * self.body
            and not text.endswith((".", ",", ";"))
        )

    def _numbered_heading(self, line: SourceLine, following: SourceLine, marker: str) -> bool:
        """A plain "3. Käsittelyn tarkoitus" set off from the text above, with text below."""
        text = line.text
        if not is_section_number(marker) or text.endswith((".", ",", ";", ":")) or ": " in text:
            return False
        words = text[len(marker) :].strip()
        if not words[:1].isupper() or len(text) > 80 or self.tagged:
            return False
        below = marker_length(following.text)[0]
        apart = line.line.gap == 0 or line.line.gap > 1.25 * self.pitch * line.line.size
        return apart and not is_section_number(below)

    def heading_continues(self, before: SourceLine, line: SourceLine) -> bool:
        """Whether `line` is a further line of the heading `before`."""
        return (
            len(line.cells) == 1
            and line.line.page == before.line.page
            and line.line.flow == before.line.flow
            and _rounded(line.line.size) == _rounded(before.line.size)
            and line.bold == before.bold
            and 0 < line.line.gap < 1.5 * line.line.size
            and self.is_full(before, line)
        )

    def is_full(self, before: SourceLine, line: SourceLine) -> bool:
        """Whether line `before` had no room for the first word of `line`, as wrapped lines have none.

        A word broken by a hyphen has shown that it had none.
        """
        cell, following = before.cells[-1].fragment, line.cells[0]
        words = following.words.split(" ", 1)[0]
        if before.text.endswith(("\u00ad", "\u2010")) or (
            before.text.endswith("-") and following.words[:1].islower()
        ):
            return True
        letters = max(len(following.words), 1)
        width = (following.fragment.x1 - following.fragment.x0) / letters * (len(words) + 1)
        return cell.x1 + width > before.line.right - 0.5 * cell.size

    def same_paragraph(self, before: SourceLine, line: SourceLine) -> bool:
        """Whether the distance and size of `line` let it go on the paragraph of `before`."""
        if abs(line.line.size - before.line.size) > 0.12 * self.body or line.bold != before.bold:
            return False
        if line.line.flow == before.line.flow:
            return line.line.gap <= max(1.25 * self.pitch, 1.0) * line.line.size
        words = line.text
        return not before.text.endswith((".", "!", "?", ":")) and (
            words[:1].islower() or before.text.endswith(("-", "\u00ad", "\u2010", ","))
        )

    def hangs(self, first: SourceLine, body: int, line: SourceLine) -> bool:
        """Whether `line` is set in under the words of the item `first` rather than under its marker."""
        start = line.cells[0].fragment.x0
        own = first.cells[0].fragment
        return start > own.x0 + 0.5 * own.size if body else abs(start - own.x0) < 0.5 * own.size

    def item_level(self, line: SourceLine) -> int:
        """The depth of a list item, from 1: by its tag, else by how far it is set in."""
        cell = line.cells[0]
        if cell.fragment.tag.depth:
            return cell.fragment.tag.depth
        near = [edge for edge in self.indents if edge < _indent(line) - 6]
        groups = 0
        last = -1e9
        for edge in near:
            if edge - last > 6:
                groups += 1
            last = edge
        return min(groups + 1, 6)
