"""Paragraphs drawn from a word processor's file, made a `Text`: shared by DOCX and ODT."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from rekisterilint.readers.links import link_without_place, within_bounds
from rekisterilint.readers.markers import is_list_marker, is_section_number, marker_length
from rekisterilint.readers.messages import hidden_note
from rekisterilint.text import BlockKind, LinkedWords, Piece, Text, TextBuilder

_LONGEST_HEADING = 110
_LONG_CELL = 300
_LONG_CELL_PARAGRAPHS = 3
_LABEL_LENGTH = 90
_LINE_ENDS = re.compile("[\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
_CELL_MARK = " | "
_NUMBERED_HEADINGS = 3


class Span(NamedTuple):
    """Words of one look."""

    words: str
    bold: bool = False


class Linked(NamedTuple):
    """Words that are a link, and where it leads."""

    words: str
    target: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as the file has it; "\\n" in `spans` is a line break.

    `rank` is a heading's (0: no heading style), `depth` a list item's (0: no list), `marker` what
    automatic numbering puts before it. A table row that is read as one holds `cells` instead.
    `links` are those in its words, in their order.
    """

    spans: tuple[Span, ...] = ()
    rank: int = 0
    depth: int = 0
    marker: str = ""
    furniture: bool = False
    note: bool = False
    cells: tuple[str, ...] = ()
    links: tuple[Linked, ...] = ()

    @property
    def words(self) -> str:
        """All words, without marker; the cells of a row parted by ` | `."""
        if self.cells:
            return _CELL_MARK.join(self.cells)
        return "".join(span.words for span in self.spans)

    @property
    def is_bold(self) -> bool:
        """Whether all letters are bold."""
        letters = [span for span in self.spans if span.words.strip()]
        return bool(letters) and all(span.bold for span in letters)


def row_paragraphs(cells: Sequence[Sequence[Paragraph]]) -> list[Paragraph]:
    """What the cells of one table row are read as.

    Short cells are a row; a label beside a long text is the heading of that text; a row with one
    filled cell, or one of several long ones, is layout: its cells are read one after the other.
    """
    filled = [[p for p in cell if p.words.strip()] for cell in cells]
    filled = [cell for cell in filled if cell]
    if len(filled) < 2:
        return [paragraph for cell in filled for paragraph in cell]
    long = [_is_long(cell) for cell in filled]
    if not any(long):
        links = tuple(link for cell in filled for paragraph in cell for link in paragraph.links)
        return [Paragraph(cells=tuple(map(_cell_words, filled)), links=links)]
    label = filled[0]
    if len(filled) == 2 and len(label) == 1 and len(label[0].words) < _LABEL_LENGTH and not long[0]:
        return [replace(label[0], rank=label[0].rank or 3, depth=0), *filled[1]]
    return [paragraph for cell in filled for paragraph in cell]


def as_furniture(paragraphs: Iterable[Paragraph]) -> list[Paragraph]:
    """Headers or footers, each wording once."""
    by_wording: dict[str, Paragraph] = {}
    for paragraph in paragraphs:
        by_wording.setdefault(paragraph.words, replace(paragraph, furniture=True))
    return list(by_wording.values())


def _is_long(cell: Sequence[Paragraph]) -> bool:
    return (
        len(cell) > _LONG_CELL_PARAGRAPHS
        or sum(len(paragraph.words) for paragraph in cell) > _LONG_CELL
        or any(paragraph.rank or paragraph.cells for paragraph in cell)
    )


def _cell_words(cell: Sequence[Paragraph]) -> str:
    return "\n".join(
        f"{p.marker} {p.words}".strip() if p.marker else p.words.strip() for p in cell
    )


def with_guessed_headings(paragraphs: Iterable[Paragraph]) -> list[Paragraph]:
    """Paragraphs with ranks for those that only look like headings: short and bold, or numbered.

    A bold first line before a line break is parted from its paragraph.
    """
    parted = [part for paragraph in paragraphs for part in _parted(paragraph)]
    styled = any(p.rank for p in parted[1:])
    numbered = [p for p in parted if _is_numbered_title(p)]
    bold_letters = sum(len(p.words) for p in parted if p.is_bold)
    bold_stands_out = bold_letters < 0.5 * sum(len(p.words) for p in parted)
    guess_numbered = not styled and len(numbered) >= _NUMBERED_HEADINGS and not _is_one_list(parted)
    result: list[Paragraph] = []
    above = 0
    for paragraph in parted:
        rank = paragraph.rank
        if rank:
            above = rank
        elif (bold_stands_out and _is_bold_heading(paragraph)) or (guess_numbered and _is_numbered_title(paragraph)):
            rank = min(above + 1, 6)
        result.append(replace(paragraph, rank=rank) if rank != paragraph.rank else paragraph)
    return result


def _parted(paragraph: Paragraph) -> list[Paragraph]:
    if paragraph.rank or paragraph.cells or paragraph.depth or "\n" not in paragraph.words:
        return [paragraph]
    first: list[Span] = []
    rest: list[Span] = []
    for span in paragraph.spans:
        if rest or "\n" not in span.words:
            (rest or first).append(span)
            continue
        before, after = span.words.split("\n", 1)
        first.append(Span(before, span.bold))
        rest.append(Span(after, span.bold))
    head, body = replace(paragraph, spans=tuple(first)), replace(paragraph, spans=tuple(rest))
    if _is_bold_heading(head) and body.words.strip() and not body.is_bold:
        return [head, replace(body, marker="")]
    return [paragraph]


def _is_bold_heading(paragraph: Paragraph) -> bool:
    words = paragraph.words.strip()
    if paragraph.furniture or paragraph.cells or paragraph.note or not paragraph.is_bold:
        return False
    if paragraph.depth and not is_section_number(paragraph.marker):
        return False
    return len(words) <= _LONGEST_HEADING and not words.endswith((".", ",", ";"))


def _is_numbered_title(paragraph: Paragraph) -> bool:
    words = paragraph.words.strip()
    if paragraph.furniture or paragraph.cells or paragraph.note or "\n" in words:
        return False
    marker, start = (paragraph.marker, 0) if paragraph.marker else marker_length(words)
    title = words[start:]
    return (
        is_section_number(marker)
        and title[:1].isupper()
        and len(title) <= 80
        and not title.endswith((".", ",", ";", ":"))
    )


def _is_one_list(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether the numbered paragraphs follow each other without text between: a list."""
    numbered = [n for n, p in enumerate(paragraphs) if _is_numbered_title(p)]
    return all(after - before == 1 for before, after in itertools.pairwise(numbered))


@dataclass(slots=True)
class _Source:
    """The drawn text: one paragraph a line."""

    parts: list[str] = field(default_factory=list)
    length: int = 0

    def append(self, words: str) -> int:
        """Append `words` on their line; the offset at which they stand."""
        start = self.length
        self.parts.append(words)
        self.length += len(words)
        return start


def text_of(
    paragraphs: Iterable[Paragraph],
    format: str,  # noqa: A002 - the contract's word
    *,
    title: str = "",
    language_hint: str = "",
    hidden: int = 0,
) -> Text:
    """The `Text` of a document's paragraphs, its headings guessed where they have no style.

    Each paragraph is a line of the source; `node_paths` hold the headings above it, parted by
    " > ". `hidden` counts the places with hidden text, for a note.
    """
    kept = [p for p in with_guessed_headings(paragraphs) if p.words.strip()]
    source = "".join(_source_line(paragraph) for paragraph in kept)
    builder = TextBuilder(source, format)
    paths: list[tuple[int, str]] = [(0, "")]
    headings: list[tuple[int, str]] = []
    links: list[LinkedWords] = []
    offset = 0
    for paragraph in kept:
        if paragraph.note and headings:
            headings = []
            paths.append((offset, ""))
        _add(builder, paragraph, offset)
        if paragraph.rank and not paragraph.furniture:
            headings = [(rank, words) for rank, words in headings if rank < paragraph.rank]
            headings.append((paragraph.rank, _heading_words(paragraph)))
            paths.append((offset, " > ".join(words for _, words in headings)))
        line = _source_line(paragraph)
        links += _links(paragraph, line, offset)
        offset += len(line)
    return builder.build(
        node_paths=tuple(paths),
        title=title,
        language_hint=language_hint,
        notes=hidden_note(hidden),
        links=within_bounds(links),
    )


def _links(paragraph: Paragraph, line: str, offset: int) -> Iterator[LinkedWords]:
    """The links of `paragraph` to pages of the web; its `line` stands at source offset `offset`."""
    at = 0
    for words, target in paragraph.links:
        shown = _LINE_ENDS.sub(" ", words).strip()
        found = line.find(shown, at)
        if not shown or found < 0:
            continue
        at = found + len(shown)
        link = link_without_place(shown, offset + found, offset + at - 1, target)
        if link is not None:
            yield link


def _heading_words(paragraph: Paragraph) -> str:
    words = f"{paragraph.marker} {paragraph.words}".replace("\u00ad", "")
    return " ".join(words.split())


def _source_line(paragraph: Paragraph) -> str:
    marker = f"{paragraph.marker} " if paragraph.marker else ""
    return marker + _LINE_ENDS.sub(" ", paragraph.words) + "\n"


def _add(builder: TextBuilder, paragraph: Paragraph, offset: int) -> None:
    words = paragraph.words
    marker = paragraph.marker
    start = 0
    if marker:
        offset += len(marker) + 1
    elif not paragraph.cells:
        lead = len(words) - len(words.lstrip())
        marker, start = marker_length(words.strip())
        start = start + lead if marker else 0
    kind, level = BlockKind.PARAGRAPH, 0
    if paragraph.cells:
        kind = BlockKind.ROW
    elif paragraph.rank:
        kind, level = BlockKind.HEADING, paragraph.rank
        if not is_section_number(marker) and not paragraph.marker:
            marker, start = "", 0
    elif paragraph.depth or is_list_marker(marker):
        kind, level = BlockKind.ITEM, max(paragraph.depth, 1)
        if not paragraph.marker and not is_list_marker(marker):
            marker, start = "", 0
    else:
        marker, start = "", 0
    piece = Piece(_LINE_ENDS.sub("\n", words[start:]), offset + start)
    builder.add(kind, [piece], level=level, marker=marker, furniture=paragraph.furniture)
