"""Immutable values: a text, its blocks, and the map from each offset to the source.

Offsets count characters from 0; lines and columns count from 1.
"""

from __future__ import annotations

from bisect import bisect_right
from enum import StrEnum

import msgspec

# Unicode's own sign for what is no text: in a template, what a program fills in.
VALUE = "\ufffc"


class BlockKind(StrEnum):
    """What a block is to a reader of the page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"


class Block(msgspec.Struct, frozen=True):
    """A heading, paragraph, list item or table row: `content[start:end]` of its text.

    `level` is a heading's rank (1 the highest) or a list item's depth (from 1).
    `marker` is what stood before the words: `1.`, `2.3`, `a)`, `•`; empty if nothing did.
    `furniture` marks what repeats on each page or belongs to the site: it states nothing.
    A line break inside a block stands as one newline, the cells of a row are parted by ` | `.
    """

    start: int
    end: int
    kind: BlockKind
    level: int = 0
    marker: str = ""
    furniture: bool = False


class Origin(msgspec.Struct, frozen=True):
    """Which source offset each offset of the content came from, as runs of equal steps."""

    starts: tuple[int, ...]
    sources: tuple[int, ...]

    def source_offset(self, offset: int) -> int:
        """The source offset of content offset `offset` (an end offset is mapped by its last character)."""
        run = bisect_right(self.starts, offset) - 1
        if run < 0:
            return 0
        return self.sources[run] + offset - self.starts[run]


class Link(msgspec.Struct, frozen=True):
    """Where a link leads: its target is `content[start:end]`, behind all blocks, and no words of the text.

    What a reader sees of it is `content[words_start:words_end]`.
    """

    start: int
    end: int
    words_start: int
    words_end: int


class Place(msgspec.Struct, frozen=True):
    """A place that a person can find: line and column from 1, in characters of the source.

    For a PDF `page` is set and the line counts within the page's text; for DOCX and ODT the line
    is the paragraph's number in the document; for YAML and JSON `path` names the node.
    """

    line: int
    column: int
    page: int | None = None
    path: str | None = None


class Text(msgspec.Struct, frozen=True):
    """What a reader made of one file.

    `source` is the decoded file (for binary formats the text that was drawn from it), in which
    lines and columns count. `page_starts` are source offsets of a PDF's pages, else empty.
    `node_paths` are (source offset, path) pairs of a structured description, else empty.
    `title` is what the format itself calls the title (an HTML title, front matter), else empty.
    `notes` are remarks for the user about how the file was read, as (code, detail) pairs.
    `links` are the web addresses behind words, in the order of their targets.
    """

    source: str
    content: str
    blocks: tuple[Block, ...]
    origin: Origin
    format: str
    line_starts: tuple[int, ...]
    page_starts: tuple[int, ...] = ()
    node_paths: tuple[tuple[int, str], ...] = ()
    title: str = ""
    language_hint: str = ""
    notes: tuple[tuple[str, str], ...] = ()
    links: tuple[Link, ...] = ()

    @property
    def words_end(self) -> int:
        """Where the words of the content end; the targets of links stand behind."""
        return self.links[0].start if self.links else len(self.content)

    def shown(self, start: int, end: int) -> tuple[int, int]:
        """The span itself, or for one in a link's target that of the words that are shown for it."""
        if start < self.words_end:
            return start, end
        at = bisect_right(self.links, start, key=lambda link: link.start) - 1
        return (self.links[at].words_start, self.links[at].words_end) if at >= 0 else (start, end)

    def place(self, offset: int) -> Place:
        """The place of content offset `offset`."""
        return self.source_place(self.origin.source_offset(offset))

    def end_place(self, end: int) -> Place:
        """The place just behind the last character of a span that ends at content offset `end`."""
        return self.source_place(self.origin.source_offset(max(end - 1, 0)) + 1)

    def source_place(self, source_offset: int) -> Place:
        """The place of an offset of the source."""
        line = bisect_right(self.line_starts, source_offset)
        column = source_offset - self.line_starts[line - 1] + 1
        path = None
        if self.node_paths:
            index = bisect_right(self.node_paths, (source_offset, "\uffff")) - 1
            path = self.node_paths[max(index, 0)][1]
        if not self.page_starts:
            return Place(line, column, None, path)
        page = max(bisect_right(self.page_starts, source_offset), 1)
        first_line = bisect_right(self.line_starts, self.page_starts[page - 1])
        return Place(line - first_line + 1, column, page, path)

    def source_line(self, source_offset: int) -> str:
        """The whole source line that holds `source_offset`, without its line end."""
        line = bisect_right(self.line_starts, source_offset)
        start = self.line_starts[line - 1]
        end = self.line_starts[line] if line < len(self.line_starts) else len(self.source)
        return self.source[start:end].rstrip("\r\n")
