"""Markdown: block structure by markdown-it-py, places and inline markup by the project's own scanner.

markdown-it-py tells on which lines a block stands, but not where in them; the lines' ends are
where the block's words end, so each line maps back exactly.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.token import Token

from rekisterilint.limits import Limits
from rekisterilint.readers.deadline import Deadline
from rekisterilint.readers.decode import decode
from rekisterilint.readers.flow import (
    Draft,
    Inline,
    add_drafts,
    cell_separator,
    heading,
    paragraphs,
    words_of,
)
from rekisterilint.readers.html.blocks import html_blocks
from rekisterilint.readers.markdown.front_matter import front_matter
from rekisterilint.readers.markdown.inline import SourceLine, inlines, normalise_label
from rekisterilint.readers.messages import hidden_note
from rekisterilint.readers.templates import may_hold_templates
from rekisterilint.text import BlockKind, LinkedWords, Piece, Text, TextBuilder

# Deeper quotes and lists are not read: markdown-it-py recurses for them.
_DEEPEST = 60
_LINE_END = re.compile(r"\r\n|\r|\n")
_ATTRIBUTES = re.compile(r"\{[:#.][^{}]{0,200}\}")
_LONGEST_ATTRIBUTES = 203
_DEFINITION = re.compile(r"\]:\s{0,80}<?(?P<url>[^\s<>]{1,2000})")
# Where markdown-it-py looks whether another block begins.
_INTERRUPTIONS: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}
# A file of a megabyte may become a gigabyte of tokens: the worker's memory is bounded.
_LARGE = 1024 * 1024
# A numbered item's words may be as long as this and still head what follows.
_SECTION_LENGTH = 120
_SECTION_TEXTS = ("paragraph_open", "bullet_list_open", "fence", "table_open")
_SITE_SIGNS = ("\n::", "{:")


def read(data: bytes, name: str, limits: Limits) -> Text:
    """The text of a Markdown file; a large one is read in a worker process.

    Raises ReadError for empty and binary files, and too-slow.
    """
    if len(data) > _LARGE:
        from rekisterilint.readers.worker import read_in_worker

        return read_in_worker("markdown.reader", data, name, limits)
    return read_here(data, name, limits)


def read_here(data: bytes, name: str, limits: Limits) -> Text:
    """As `read`, in this process: the time is checked between lines."""
    deadline = Deadline(limits)
    decoded = decode(data)
    source = decoded.text
    front = front_matter(source)
    builder = TextBuilder(source, "markdown")
    shown, notes = _shown(source, front.end, name)
    walker = _walker(shown, front.end, deadline)
    add_drafts(builder, deadline.watched(walker.walk()))
    return builder.build(
        title=front.title,
        language_hint=front.language,
        notes=(*decoded.notes, *hidden_note(walker.hidden), *notes),
        links=deadline.watched(walker.links),
    )


def _shown(source: str, start: int, name: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The file without the signs of a site generator, and the note on what it puts in."""
    mdx = name.lower().endswith(".mdx")
    if not (mdx or may_hold_templates(source) or any(sign in source for sign in _SITE_SIGNS)):
        return source, ()
    from rekisterilint.readers.markdown.site_syntax import without_site_syntax
    from rekisterilint.readers.sniff import TEMPLATE_SUFFIXES
    from rekisterilint.readers.templates.values import values_note

    template = name.lower().endswith(TEMPLATE_SUFFIXES)
    masked = without_site_syntax(source, start, mdx=mdx, template=template)
    return masked.text, values_note(masked.values)


def _walker(source: str, start: int, deadline: Deadline) -> _Walker:
    """What goes through the Markdown that `source` holds from `start` on."""

    def look_at_the_clock(*_: object) -> bool:
        deadline.check()
        return False

    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table")
    parser.core.ruler.enableOnly(["normalize", "block"])
    # A rule that never matches is asked for each line, by this library's own loops.
    parser.block.ruler.before("table", "deadline", look_at_the_clock, _INTERRUPTIONS)
    environment: dict[str, Mapping[str, Mapping[str, Any]]] = {}
    tokens = parser.parse(source[start:], environment)
    references = {
        normalise_label(label): target["map"]
        for label, target in environment.get("references", {}).items()
    }
    return _Walker(source, start, tokens, references, deadline)


class _Walker:
    """Goes through the tokens of a file once."""

    def __init__(
        self,
        source: str,
        start: int,
        tokens: Sequence[Token],
        references: Mapping[str, Sequence[int]],
        deadline: Deadline,
    ) -> None:
        self._source = source
        self._deadline = deadline
        self._tokens = tokens
        self._ends: list[int] = []
        self._starts = [start]
        for match in _LINE_END.finditer(source, start):
            self._ends.append(match.start())
            self._starts.append(match.end())
        self._ends.append(len(source))
        self._drafts: list[Draft] = []
        self._heading_level = 0
        self._depth = 0
        self._item: tuple[BlockKind, int, str] | None = None
        self._references = {label: self._target(lines) for label, lines in references.items()}
        self.links: list[LinkedWords] = []
        self.hidden = 0

    def walk(self) -> list[Draft]:
        """The blocks in their order."""
        row: list[list[Inline]] = []
        row_cursor = 0
        for index, token in enumerate(self._tokens):
            if token.type in ("bullet_list_open", "ordered_list_open"):
                self._depth += 1
            elif token.type in ("bullet_list_close", "ordered_list_close"):
                self._depth -= 1
            elif token.type == "list_item_open":
                self._item = (BlockKind.ITEM, self._depth, token.info + token.markup)
            elif token.type == "list_item_close":
                self._item = None
            elif token.type == "heading_open":
                self._add_heading(token, self._tokens[index + 1])
            elif token.type == "paragraph_open":
                self._add_paragraph(index)
            elif token.type == "tr_open":
                row, row_cursor = [], 0
            elif token.type in ("th_open", "td_open"):
                row_cursor = self._add_cell(row, self._tokens[index + 1], row_cursor)
            elif token.type == "tr_close":
                self._add_row(row)
            elif token.type == "html_block":
                self._add_html(token)
            elif token.type == "code_block":
                self._add_indented(token)
            elif token.type == "fence" and not token.info.strip():
                # Without a language it is as often an address, or a letter, as it is code.
                self._add_indented(token, skipped=1)
        return self._drafts

    # Blocks

    def _add_heading(self, token: Token, words: Token) -> None:
        self._heading_level = int(token.tag[1])
        lines = self._lines(words)
        if lines:
            lines[-1] = lines[-1]._replace(text=_without_attributes(lines[-1].text))
        flat = [
            Inline(text.replace("\n", " "), source, bold)
            for text, source, bold in self._inlines(lines)
        ]
        self._drafts.append(heading(flat, self._heading_level, self._take_item_number()))

    def _take_item_number(self) -> str:
        marker = self._item[2] if self._item else ""
        self._item = None
        return marker if marker[:1].isdigit() else ""

    def _add_paragraph(self, index: int) -> None:
        lines = self._lines(self._tokens[index + 1])
        if len(lines) == 1 and _ATTRIBUTES.fullmatch(lines[0].text.strip()):
            return
        words = self._inlines(lines)
        first = self._item or (BlockKind.PARAGRAPH, 0, "")
        if self._is_section_item(index, words):
            self._drafts.append(heading(words, self._own_level(), self._take_item_number()))
            return
        bulleted = self._item is not None and not self._item[2][:1].isdigit()
        self._item = None
        self._drafts.extend(
            paragraphs(
                words,
                self._own_level(),
                first=first,
                bold_headings=not bulleted,
                deadline=self._deadline,
            )
        )

    def _own_level(self) -> int:
        """The rank of a heading that is not marked as one."""
        return min(max(self._heading_level + 1, 2), 6)

    def _is_section_item(self, index: int, words: Iterable[Inline]) -> bool:
        """Whether a numbered item is a section's heading: short, and its text follows."""
        if self._item is None or not self._item[2][:1].isdigit():
            return False
        shown = words_of(words)
        if not shown or len(shown) > _SECTION_LENGTH or shown[-1] in ".,;" or not shown[0].isupper():
            return False
        if any("\n" in inline.text for inline in words):
            return False
        following = [token.type for token in self._tokens[index + 3 : index + 6]]
        if following[:1] == ["paragraph_open"]:
            return True
        alone = self._tokens[index - 2].type == "ordered_list_open"
        ends = following[:2] == ["list_item_close", "ordered_list_close"]
        text_follows = following[2:3] and following[2] in _SECTION_TEXTS
        return bool(alone and ends and text_follows)

    def _add_cell(self, row: list[list[Inline]], words: Token, cursor: int) -> int:
        """Add a cell to the row; where the next one is looked for in its line."""
        line = (words.map or [0])[0]
        start, end = self._starts[line], self._ends[line]
        written = words.content.replace("|", "\\|")
        at = self._source.find(written, max(start, cursor), end) if written else -1
        if at < 0:
            row.append([])
            return cursor
        row.append(self._inlines([SourceLine(written, at)]))
        return at + len(written)

    def _add_row(self, row: Sequence[Sequence[Inline]]) -> None:
        pieces: list[Piece] = []
        for cell in row:
            place = cell[0].source if cell else (pieces[-1].source if pieces else 0)
            if pieces or (cell and cell is not row[0]):
                pieces += cell_separator(place)
            pieces.extend(Piece(text, source) for text, source, _ in cell)
        if any(piece.text.strip(" |") for piece in pieces):
            self._drafts.append(Draft(BlockKind.ROW, pieces))

    def _add_indented(self, token: Token, *, skipped: int = 0) -> None:
        words: list[Inline] = []
        for line in self._lines(token, skipped=skipped):
            words += (Inline(line.text, line.source), Inline("\n", line.source + len(line.text)))
        first = self._item or (BlockKind.PARAGRAPH, 0, "")
        self._item = None
        level = self._own_level()
        self._drafts.extend(paragraphs(words, level, first=first, deadline=self._deadline))

    def _add_html(self, token: Token) -> None:
        page = html_blocks(token.content, self._deadline, whole_page=False)
        lines = self._lines(token, strip=False)
        starts, at = [], 0
        for line in lines:
            starts.append(at)
            at += len(line.text) + 1
        for draft in page.drafts:
            if draft.kind is BlockKind.HEADING:
                self._heading_level = draft.level
            pieces = [part for piece in draft.pieces for part in _placed(piece, lines, starts)]
            self._drafts.append(draft._replace(pieces=pieces))
        self.hidden += page.hidden
        for link in page.links:
            target = [part for piece in link.target for part in _placed(piece, lines, starts)]
            first, last = (
                next(iter(_placed(Piece("x", at), lines, starts))).source
                for at in (link.first, link.last)
            )
            self.links.append(LinkedWords(first, last, target))

    def _inlines(self, lines: Sequence[SourceLine]) -> list[Inline]:
        words, links = inlines(lines, self._references, self._deadline)
        self.links += links
        return words

    def _target(self, lines: Sequence[int]) -> Piece:
        """What the definition of a reference, which stands on `lines`, leads to."""
        last = min(lines[1], len(self._ends)) - 1
        match = _DEFINITION.search(self._source, self._starts[lines[0]], self._ends[last])
        return Piece(match["url"], match.start("url")) if match else Piece("", 0)

    # Places

    def _lines(self, token: Token, *, strip: bool = True, skipped: int = 0) -> list[SourceLine]:
        """The token's lines, from the one behind `skipped` on, as they stand in the source, without what stands before them."""
        first = (token.map or [0])[0] + skipped
        found: list[SourceLine] = []
        contents = token.content.split("\n")
        for number, content in enumerate(contents):
            line = min(first + number, len(self._starts) - 1)
            written = self._source[self._starts[line] : self._ends[line]]
            words = content.strip()
            at = len(written.rstrip()) - len(words)
            if not written.rstrip().endswith(words):
                # An ATX heading may end in number signs.
                at = max(written.rfind(words), 0)
            if strip:
                hard = content.endswith("  ") and number < len(contents) - 1
                found.append(SourceLine(words, self._starts[line] + at, hard))
            else:
                lead = len(content) - len(content.lstrip())
                found.append(SourceLine(content, self._starts[line] + at - lead))
        return found


def _without_attributes(words: str) -> str:
    """The words of a heading without the `{#name .class}` that some site generators let it end in."""
    stripped = words.rstrip()
    at = stripped.rfind("{", max(len(stripped) - _LONGEST_ATTRIBUTES, 0))
    if at >= 0 and _ATTRIBUTES.fullmatch(stripped, at):
        return stripped[:at].rstrip()
    return words


def _placed(piece: Piece, lines: Sequence[SourceLine], starts: Sequence[int]) -> Iterable[Piece]:
    """A piece of the block's content, line by line at its place in the source."""
    text, at = piece
    while text:
        line = bisect_right(starts, at) - 1
        room = len(lines[line].text) + 1 - (at - starts[line])
        yield Piece(text[:room], lines[line].source + at - starts[line])
        text, at = text[room:], at + room
