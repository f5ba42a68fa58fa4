"""The blocks of a page, drawn from its tree in one pass without recursion."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from rekisterilint.readers.deadline import Deadline
from rekisterilint.readers.flow import (
    HEADING_LENGTH,
    Draft,
    Inline,
    cell_separator,
    heading,
    paragraphs,
    words_of,
)
from rekisterilint.readers.html.anchors import Anchors
from rekisterilint.readers.html.measures import CONTACT, Measures, measures
from rekisterilint.readers.html.pairs import paired_values
from rekisterilint.readers.html.panels import Panels, panels, tab_words
from rekisterilint.readers.html.protected import protected_address
from rekisterilint.readers.html.tables import Layout, layouts
from rekisterilint.readers.html.tokens import tokens
from rekisterilint.readers.html.tree import BLOCKS, HEADINGS, Node, tree
from rekisterilint.readers.html.visible import acts_as_heading, unseen
from rekisterilint.readers.html.words import parted, trimmed
from rekisterilint.readers.references import decoded
from rekisterilint.text import BlockKind, LinkedWords, Piece

_BOLD = frozenset(("b", "strong"))
_MAY_HEAD = HEADINGS | {"dt", "summary", "button", "td", "th"}
_LISTS = frozenset(("ul", "ol", "menu", "dir"))
_LINE_ENDS = re.compile(r"[\n\r\f\v\x1c-\x1e\x85\u2028\u2029]")
_PRE_STYLE = re.compile(r"white-space\s*:\s*pre", re.IGNORECASE)
# What the site says about itself and its pages states nothing about the register.
_FURNITURE = re.compile(
    r"(?:©|copyright\b).{0,200}|\(c\)\s.{0,60}(?:\b(?:19|20)\d\d\b|\b(?:oyj?|ab|ry|rf|tmi|ltd)\b|oikeudet|rights).{0,60}"
    r"|[←‹«<]\s?.{1,60}"
    r"|(?:palaa|takaisin|siirry takaisin|tillbaka|back to|return to)\b.{0,40}",
    re.IGNORECASE,
)
_MARKER_TYPES: dict[str, Callable[[int], str]] = {
    "a": lambda number: f"{chr(ord('a') + (number - 1) % 26)})",
    "A": lambda number: f"{chr(ord('A') + (number - 1) % 26)})",
}


@dataclass(slots=True)
class _List:
    """A list that is open: its depth, and the number of its last item (None for bullets)."""

    depth: int
    number: int | None
    marker_type: str


@dataclass(slots=True)
class _Cells:
    """A table row or a term with its description, collected cell by cell."""

    done: list[list[Inline]] = field(default_factory=list)
    source: int = 0


class Page(NamedTuple):
    """The blocks that a person sees of a page, its nodes, and the web pages that its links lead to.

    `hidden` counts the places where words like the notice's are hidden.
    """

    drafts: list[Draft]
    nodes: Sequence[Node]
    links: list[LinkedWords]
    hidden: int


def html_blocks(source: str, deadline: Deadline, *, whole_page: bool = True) -> Page:
    """What a page, or a fragment of one, holds for its reader.

    Raises ReadError("too-slow").
    """
    nodes = tree(deadline.watched(tokens(source)))
    sums = measures(nodes, source)
    deadline.check()
    opened = panels(nodes, sums)
    dropped = unseen(nodes, sums, opened, whole_page=whole_page)
    renderer = _Renderer(source, nodes, sums, dropped.nodes, opened, deadline)
    return Page(renderer.render(), nodes, renderer.anchors.links, dropped.hidden)


class _Renderer:
    """Walks the nodes in order; what is open is kept in the fields."""

    def __init__(
        self,
        source: str,
        nodes: Sequence[Node],
        sums: Measures,
        dropped: set[int],
        opened: Panels,
        deadline: Deadline,
    ) -> None:
        self._source = source
        self._deadline = deadline
        self._nodes = nodes
        self._sums = sums
        self._dropped = dropped
        self._opened = opened
        self._layouts = layouts(nodes, sums, source)
        self._values = paired_values(nodes, sums, source)
        self._drafts: list[Draft] = []
        self._line: list[Inline] = []
        self._bold: list[int] = []
        self._preformatted: list[int] = []
        self._lists: list[_List] = []
        self._item: tuple[BlockKind, int, str] | None = None
        self._heading_level = 0
        self._open_heading = 0
        self._cells: _Cells | None = None
        self._index = 0
        self.anchors = Anchors()
        self._site_part_stop = 0

    def render(self) -> list[Draft]:
        """All blocks of the page."""
        open_nodes: list[int] = []
        index = 1
        while index < len(self._nodes):
            self._deadline.check()
            while open_nodes and self._nodes[open_nodes[-1]].stop <= index:
                self._leave(open_nodes.pop())
            if index in self._dropped:
                self._skip(self._nodes[index])
                index = self._nodes[index].stop
                continue
            node = self._nodes[index]
            if node.name:
                self._enter(node, index)
                open_nodes.append(index)
            else:
                self._text(node, index)
            index += 1
        while open_nodes:
            self._leave(open_nodes.pop())
        self._flush()
        return self._drafts

    # Elements

    def _enter(self, node: Node, index: int) -> None:
        name = node.name
        layout = self._layouts.get(index)
        if name in BLOCKS:
            self._break(node.start)
        elif index in self._values:
            self._append(Inline("\n", node.start))
        if index in self._opened.tabs:
            self._flush()
            words = tab_words(self._nodes, self._source, index, self._opened)
            if words:
                self._drafts.append(heading(words, self._own_level()))
        if name in ("header", "footer"):
            self._site_part_stop = max(self._site_part_stop, node.stop)
        if layout is not None:
            self._enter_layout(layout, node)
        elif name == "br":
            self._append(Inline("\n", node.start))
        elif name in _BOLD or name == "th":
            self._bold.append(index)
        elif name == "pre" or _PRE_STYLE.search(node.get("style")):
            self._preformatted.append(index)
        elif name in _LISTS:
            self._enter_list(node)
        elif name == "li":
            self._enter_item()
        elif name == "a":
            # Links set side by side without a word between them stand on lines of their own.
            if self.anchors.follows:
                self._append(Inline("\n", node.start))
            self.anchors.enter()
        if self._is_heading(node, index) and not self._open_heading and self._cells is None:
            self._flush()
            self._open_heading = self._level(name)

    def _leave(self, index: int) -> None:
        node = self._nodes[index]
        name = node.name
        layout = self._layouts.get(index)
        for inline in protected_address(node, self._source):
            self._append(inline)
            self.anchors.shown(inline.text)
        if name == "a":
            for inline in self.anchors.leave(node):
                self._append(inline)
        if self._open_heading and (name in _MAY_HEAD or index in self._opened.openers):
            if layout is Layout.HEADING or self._is_heading(node, index):
                self._flush()
                self._open_heading = 0
        elif name in BLOCKS:
            self._break(node.end)
        if layout is Layout.ROW and name in ("tr", "dl"):
            self._leave_row()
        if name in _LISTS and self._lists:
            self._lists.pop()
        if name == "li":
            self._item = None
        for marks in (self._bold, self._preformatted):
            if marks and marks[-1] == index:
                marks.pop()

    def _skip(self, node: Node) -> None:
        if node.name in BLOCKS:
            self._break(node.start)

    def _is_heading(self, node: Node, index: int) -> bool:
        name = node.name
        if name in HEADINGS or self._layouts.get(index) is Layout.HEADING or index in self._opened.openers:
            return True
        if name == "summary" or (name == "button" and acts_as_heading(node)):
            return not self._sums.headings[index] and self._sums.text[index] <= HEADING_LENGTH
        return False

    def _level(self, name: str) -> int:
        if name in HEADINGS:
            self._heading_level = int(name[1])
            return self._heading_level
        return self._own_level()

    def _own_level(self) -> int:
        """The rank of a heading that the page does not mark as one."""
        return min(max(self._heading_level + 1, 2), 6)

    def _enter_list(self, node: Node) -> None:
        number = None
        if node.name == "ol":
            start = node.get("start").strip()
            number = int(start) - 1 if start.isdecimal() and len(start) < 6 else 0
        self._lists.append(_List(len(self._lists) + 1, number, node.get("type")))

    def _enter_item(self) -> None:
        current = self._lists[-1] if self._lists else _List(1, None, "")
        marker = "•"
        if current.number is not None:
            current.number += 1
            named = _MARKER_TYPES.get(current.marker_type)
            marker = named(current.number) if named else f"{current.number}."
        self._item = (BlockKind.ITEM, current.depth, marker)

    # Rows

    def _enter_layout(self, layout: Layout, node: Node) -> None:
        if node.name in ("tr", "dl") and layout is Layout.ROW:
            self._flush()
            self._cells = _Cells(source=node.start)
        elif self._cells is not None and layout is Layout.CELL:
            if node.name == "dt" and self._cells.done:
                self._leave_row()
                self._cells = _Cells(source=node.start)
            self._cells.done.append([])

    def _leave_row(self) -> None:
        cells, self._cells = self._cells, None
        if cells is None:
            return
        pieces: list[Piece] = []
        for number, cell in enumerate(cells.done):
            words = trimmed(cell)
            if number and (pieces or words):
                place = words[0].source if words else cells.source
                pieces += cell_separator(place)
            pieces.extend(words)
        if any(piece.text.strip(" |\n") for piece in pieces):
            self._drafts.append(Draft(BlockKind.ROW, pieces))

    # Words

    def _text(self, node: Node, index: int) -> None:
        raw = self._source[node.start : node.end]
        self.anchors.text(raw, node.start)
        plain = raw if self._preformatted else _LINE_ENDS.sub(" ", raw)
        bold = self._is_bold(index)
        for text, source in self._deadline.watched(decoded(plain, node.start)):
            words = text if self._preformatted else _LINE_ENDS.sub(" ", text)
            self._append(Inline(words, source, bold))
            self.anchors.shown(words)
        self._index = index

    def _append(self, inline: Inline) -> None:
        if self._cells is None:
            self._line.append(inline)
        elif self._cells.done:
            self._cells.done[-1].append(inline)

    def _is_bold(self, index: int) -> bool:
        for mark in reversed(self._bold[-3:]):
            ended = self._nodes[mark].ended
            if ended is None or index < ended:
                return True
        return False

    def _break(self, source: int) -> None:
        """The end of a block: of a line only where a row or a heading holds it."""
        self.anchors.follows = False
        if self._cells is not None:
            self._append(Inline("\n", source))
        elif self._open_heading:
            self._line.append(Inline(" ", source))
        else:
            self._flush()

    def _flush(self) -> None:
        line, self._line = self._line, []
        only_links = not self.anchors.apart and self._index < self._site_part_stop
        self.anchors.apart = False
        if not any(inline.text.strip() for inline in line):
            return
        if self._open_heading:
            item_marker = self._item[2] if self._item else ""
            flat = [Inline(_LINE_ENDS.sub(" ", text), at, bold) for text, at, bold in line]
            marker = item_marker if item_marker != "•" else ""
            self._drafts.append(heading(parted(flat), self._open_heading, marker))
            self._item = None
            return
        first = self._item or (BlockKind.PARAGRAPH, 0, "")
        bulleted = self._item is not None and self._item[2] == "•"
        self._item = None
        bold_headings = not bulleted and not self._is_announced()
        drafts = paragraphs(
            line,
            self._own_level(),
            first=first,
            bold_headings=bold_headings,
            deadline=self._deadline,
        )
        for draft in drafts:
            words = words_of(Inline(*piece) for piece in draft.pieces)
            furniture = draft.kind is not BlockKind.HEADING and (
                bool(_FURNITURE.fullmatch(words)) or (only_links and not CONTACT.search(words))
            )
            self._drafts.append(draft._replace(furniture=furniture))

    def _is_announced(self) -> bool:
        """Whether the block before ends in a colon: bold words are then its answer."""
        if not self._drafts or self._drafts[-1].kind is not BlockKind.PARAGRAPH:
            return False
        return "".join(text for text, _ in self._drafts[-1].pieces[-3:]).rstrip().endswith(":")
