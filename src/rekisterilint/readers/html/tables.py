"""Which tables and definition lists hold data, and which only lay out the page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum

from rekisterilint.readers.flow import HEADING_LENGTH
from rekisterilint.readers.html.measures import Measures
from rekisterilint.readers.html.tree import Node
from rekisterilint.readers.markers import heading_marker

# A description longer than this is the text of a section, not the value of a field.
_FIELD_LENGTH = 200


class Layout(Enum):
    """What a `tr`, `dl` or a cell in one is drawn as."""

    ROW = "row"
    CELL = "cell"
    HEADING = "heading"


def layouts(nodes: Sequence[Node], sums: Measures, source: str) -> Mapping[int, Layout]:
    """Layouts by node index; rows and cells without one are drawn as the blocks they hold."""
    found: dict[int, Layout] = {}
    row_stop = 0
    for index, node in enumerate(nodes):
        if index < row_stop:
            continue
        if node.name == "tr":
            found.update(_row(nodes, index, sums))
        elif node.name == "dl":
            found.update(_definitions(nodes, index, sums, source))
        if found.get(index) is Layout.ROW:
            row_stop = node.stop
    return found


def _children(nodes: Sequence[Node], parent: int, names: tuple[str, ...]) -> Iterator[int]:
    index = parent + 1
    stop = nodes[parent].stop
    while index < stop:
        if nodes[index].name in names:
            yield index
        elif nodes[index].name == "div" and "dt" in names:
            # HTML lets a `dl` group its terms in a `div`; look inside.
            index += 1
            continue
        index = nodes[index].stop


def _row(nodes: Sequence[Node], row: int, sums: Measures) -> dict[int, Layout]:
    cells = [cell for cell in _children(nodes, row, ("td", "th")) if sums.text[cell]]
    if len(cells) == 1:
        cell = cells[0]
        short = (
            sums.text[cell] <= HEADING_LENGTH and not sums.blocks[cell] and not sums.headings[cell]
        )
        return {cell: Layout.HEADING} if nodes[cell].name == "th" and short else {}
    if sums.tables[row] or sums.headings[row]:
        return {}
    if len(cells) == 2 and _is_section(nodes, cells[0], cells[1], sums):
        return {cells[0]: Layout.HEADING}
    all_cells = _children(nodes, row, ("td", "th"))
    return {row: Layout.ROW} | dict.fromkeys(all_cells, Layout.CELL)


def _is_section(nodes: Sequence[Node], term: int, body: int, sums: Measures) -> bool:
    """Whether a row of two cells is a heading beside its text, as in the forms of old."""
    if sums.text[term] > HEADING_LENGTH or sums.blocks[term] > 1:
        return False
    return sums.blocks[body] > 1 or sums.text[body] > _FIELD_LENGTH


def _definitions(
    nodes: Sequence[Node], definitions: int, sums: Measures, source: str
) -> dict[int, Layout]:
    cells = list(_children(nodes, definitions, ("dt", "dd")))
    terms = [cell for cell in cells if nodes[cell].name == "dt"]
    bodies = [cell for cell in cells if nodes[cell].name == "dd"]
    sections = (
        any(sums.blocks[cell] or sums.text[cell] > _FIELD_LENGTH for cell in bodies)
        or any(_is_numbered(nodes, cell, source) for cell in terms)
        or bool(sums.tables[definitions] or sums.headings[definitions])
    )
    if sections:
        return {
            cell: Layout.HEADING
            for cell in terms
            if sums.text[cell] <= HEADING_LENGTH and not sums.headings[cell]
        }
    return {definitions: Layout.ROW} | dict.fromkeys(cells, Layout.CELL)


def _is_numbered(nodes: Sequence[Node], cell: int, source: str) -> bool:
    for index in range(cell + 1, min(nodes[cell].stop, cell + 8)):
        node = nodes[index]
        words = source[node.start : node.end].strip()[:HEADING_LENGTH] if not node.name else ""
        if words:
            return bool(heading_marker(words)[0])
    return False
