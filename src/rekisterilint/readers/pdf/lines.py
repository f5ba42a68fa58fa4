"""The source of a PDF: its pages' lines as text, with each cell's offset."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rekisterilint.readers.pdf.glyphs import Fragment
from rekisterilint.readers.pdf.layout import Line, page_lines, split_furniture

_LEADER = re.compile(r"(?:\. ?){6}.{0,12}\d{1,4}$|…{3,} ?\d{1,4}$")


@dataclass(slots=True)
class Cell:
    """The words of one cell of a line at `offset` in the source."""

    words: str
    offset: int
    fragment: Fragment


@dataclass(slots=True)
class SourceLine:
    """A line with its cells' offsets in the source; `furniture` if it only decorates the page."""

    line: Line
    cells: list[Cell]
    furniture: bool = False

    @property
    def text(self) -> str:
        """The words of all cells, parted by a blank."""
        return " ".join(cell.words for cell in self.cells)

    @property
    def bold(self) -> bool:
        """Whether all words are bold."""
        return all(cell.fragment.bold for cell in self.cells)


@dataclass(slots=True)
class Source:
    """The text drawn from a file, the offsets of its pages, and its lines in reading order."""

    text: str
    page_starts: tuple[int, ...]
    lines: list[SourceLine]
    empty_pages: tuple[int, ...]


def source_of(
    pages: Sequence[list[Fragment]], heights: Sequence[tuple[float, float]]
) -> Source:
    """Lay the pages' fragments out as lines, page by page.

    Headers stand first and footers last on their page; the lines come with offsets.
    """
    parts: list[str] = []
    length = 0
    flow = 0
    starts: list[int] = []
    lines: list[SourceLine] = []
    empty: list[int] = []
    for number, (body, furniture) in enumerate(split_furniture(pages, heights)):
        starts.append(length)
        middle = sum(heights[number]) / 2
        headers = page_lines([f for f in furniture if f.y >= middle], number, -1)
        footers = page_lines([f for f in furniture if f.y < middle], number, -1)
        main = page_lines(body, number, flow)
        flow = main[-1].flow + 1 if main else flow
        if not main:
            empty.append(number + 1)
        for line in (*headers, *main, *footers):
            cells: list[Cell] = []
            for cell in line.cells:
                if cells:
                    parts.append(" | ")
                    length += 3
                cells.append(Cell(cell.text, length, cell))
                parts.append(cell.text)
                length += len(cell.text)
            parts.append("\n")
            length += 1
            # Lines of a table of contents repeat the headings and state nothing.
            decorates = line.flow < 0 or _LEADER.search(line.text) is not None
            lines.append(SourceLine(line, cells, decorates))
        if length == starts[-1]:
            parts.append("\n")
            length += 1
    return Source("".join(parts), tuple(starts), lines, tuple(empty))
