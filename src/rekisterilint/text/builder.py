"""Builds a `Text` block by block, keeping the map from its words to the source."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rekisterilint.lazy_patterns import lazy_pattern
from rekisterilint.text.model import Block, BlockKind, Link, Origin, Text

# Runs that a reader of the page does not see as such: any white space run but a single blank,
# and characters without width (soft hyphen, zero-width space, joiners, byte order mark,
# bidirectional controls, which could also disguise text on a terminal).
_IRREGULAR = lazy_pattern(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+"
    "|\r(?=\n)|[^\\S \\n]+[^\\S\\n]*| [^\\S\\n]+"
)
_LINE_BREAK = lazy_pattern(r"[^\S\n]*\n\s*")
_COMBINED = lazy_pattern("[^\u0300-\u036f][\u0300-\u036f]+")
_LINE_START = lazy_pattern(r"\r\n|\r|\n|\f|\u2028|\u2029|\v|\x85|\x1c|\x1d|\x1e")


class Piece(NamedTuple):
    """Words and the source offset of their first character.

    Characters step one by one with the source; words that stand otherwise in the source
    (an entity, a healed hyphen) are a piece of their own.
    """

    text: str
    source: int


class LinkedWords(NamedTuple):
    """A link: the source offsets of the first and the last letter of its words, and its target."""

    first: int
    last: int
    target: Sequence[Piece]


def line_starts(source: str) -> tuple[int, ...]:
    """Source offsets at which lines start; line ends are those of `str.splitlines`."""
    return (0, *(match.end() for match in _LINE_START.finditer(source)))


def _composed(words: str) -> str:
    """`words` composed (NFC), unless that makes them longer: some letters compose to several."""
    composed = unicodedata.normalize("NFC", words)
    return composed if len(composed) <= len(words) else words


class TextBuilder:
    """Collects blocks in reading order; `build` gives the finished text.

    White space is folded to single blanks, characters without width are dropped and letters
    composed (NFC). A newline inside a piece is kept as a line break of the block.
    """

    def __init__(self, source: str, format: str) -> None:  # noqa: A002 - the contract's word
        self._source = source
        self._format = format
        self._parts: list[str] = []
        self._length = 0
        self._starts: list[int] = []
        self._sources: list[int] = []
        self._blocks: list[Block] = []
        self._block_start = 0

    def add(
        self,
        kind: BlockKind,
        pieces: Iterable[Piece],
        *,
        level: int = 0,
        marker: str = "",
        furniture: bool = False,
    ) -> None:
        """Add one block; a block without words is left out."""
        start = self._block_start = self._length
        for piece in pieces:
            if piece.text:
                self._add_piece(piece)
        self._trim(start)
        if self._length == start:
            return
        self._blocks.append(Block(start, self._length, kind, level, marker, furniture))
        self._append("\n", self._sources[-1] + self._length - self._starts[-1])

    def build(
        self,
        *,
        page_starts: tuple[int, ...] = (),
        node_paths: tuple[tuple[int, str], ...] = (),
        title: str = "",
        language_hint: str = "",
        notes: tuple[tuple[str, str], ...] = (),
        links: Iterable[LinkedWords] = (),
    ) -> Text:
        """The text of all blocks added so far; `links` whose words are in none of them are left out."""
        targets = self._add_targets(list(links))
        return Text(
            source=self._source,
            content="".join(self._parts),
            blocks=tuple(self._blocks),
            origin=Origin(tuple(self._starts), tuple(self._sources)),
            format=self._format,
            line_starts=line_starts(self._source),
            page_starts=page_starts,
            node_paths=node_paths,
            title=title,
            language_hint=language_hint,
            notes=notes,
            links=targets,
        )

    def _add_targets(self, links: Sequence[LinkedWords]) -> tuple[Link, ...]:
        """Put the targets of `links` behind all words, a line each."""
        if not links:
            return ()
        place = _ContentPlaces(self._starts, self._sources, self._length)
        blocks = [block.start for block in self._blocks]
        found: list[Link] = []
        for link in links:
            first, last = place.of(link.first), place.of(link.last)
            block = bisect_right(blocks, first) - 1
            if not 0 <= first <= last or self._blocks[block].furniture:
                continue
            start = self._block_start = self._length
            for piece in link.target:
                self._add_piece(piece)
            self._trim(start)
            if self._length > start:
                found.append(Link(start, self._length, first, last + 1))
                self._append("\n", self._sources[-1] + self._length - self._starts[-1])
        return tuple(found)

    def _append(self, words: str, source: int) -> None:
        self._starts.append(self._length)
        self._sources.append(source)
        self._parts.append(words)
        self._length += len(words)

    def _add_piece(self, piece: Piece) -> None:
        text, source = piece
        # What is printable has no white space but blanks, and nothing without width.
        if text.isprintable() and "  " not in text:
            self._add_line(text, source)
            return
        if _IRREGULAR.search(text) is None:
            self._add_words(text, source)
            return
        at = 0
        for match in _IRREGULAR.finditer(text):
            self._add_words(text[at : match.start()], source + at)
            if match.group().isspace() and match.group() != "\r":
                self._add_words(" ", source + match.start())
            at = match.end()
        self._add_words(text[at:], source + at)

    def _add_words(self, words: str, source: int) -> None:
        if not words:
            return
        if "\n" in words:
            at = 0
            for match in _LINE_BREAK.finditer(words):
                self._add_line(words[at : match.start()], source + at)
                self._trim(self._block_start)
                if self._length > self._block_start:
                    self._append("\n", source + match.start())
                at = match.end()
            self._add_line(words[at:], source + at)
            return
        self._add_line(words, source)

    def _add_line(self, words: str, source: int) -> None:
        at_start = self._length == self._block_start
        if words[:1] == " " and (at_start or self._parts[-1][-1:] in (" ", "\n")):
            words, source = words[1:], source + 1
        if not words:
            return
        if unicodedata.is_normalized("NFC", words):
            self._append(words, source)
            return
        at = 0
        for match in _COMBINED.finditer(words):
            if match.start() > at:
                self._append(words[at : match.start()], source + at)
            self._append(_composed(match.group()), source + match.start())
            at = match.end()
        if at < len(words):
            self._append(_composed(words[at:]), source + at)

    def _trim(self, start: int) -> None:
        while self._length > start and self._parts[-1][-1:] in (" ", "\n"):
            kept = self._parts[-1].rstrip(" \n")
            self._length -= len(self._parts[-1]) - len(kept)
            self._parts[-1] = kept
            if not kept:
                self._parts.pop()
                self._starts.pop()
                self._sources.pop()


class _ContentPlaces:
    """The way back from source offsets to content, for what is not looked up often."""

    def __init__(self, starts: Sequence[int], sources: Sequence[int], length: int) -> None:
        ends = (*starts[1:], length)
        runs = zip(sources, starts, ends, strict=True)
        self._runs = sorted((source, start, end - start) for source, start, end in runs)

    def of(self, source: int) -> int:
        """The content offset of the letter at `source`; -1 if the content does not hold it."""
        run = bisect_right(self._runs, source, key=lambda run: run[0]) - 1
        while run >= 0:
            at, start, length = self._runs[run]
            if source < at + length:
                return start + source - at
            if at < source:
                return -1
            run -= 1
        return -1
