"""The characters of a YAML or JSON scalar, each at its place in the source."""

from __future__ import annotations

from rekisterilint.readers.register.nodes import RegisterNode
from rekisterilint.text import Piece

_ESCAPE_LENGTHS = {"x": 4, "u": 6, "U": 10}


def scalar_pieces(source: str, node: RegisterNode) -> list[Piece]:
    """The words of a text scalar; none for another node.

    Source and value are walked side by side: they differ only in quotes, escapes, indents and
    folded line ends.
    """
    value = node.value
    if not isinstance(value, str) or not value:
        return []
    at, end = node.start, node.end
    if node.style in ("'", '"'):
        at, end = at + 1, end - 1
    elif node.style in ("|", ">"):
        line_end = source.find("\n", at, end)
        at = line_end + 1 if line_end >= 0 else at
    if source[at:end] == value:
        return [Piece(value, at)]
    collected = _Collector()
    for char in value:
        at = _advance(source, at, end, char, node.style)
        collected.add(char, min(at, max(end - 1, node.start)))
        at += _written_length(source, at, char, node.style)
    return collected.pieces()


class _Collector:
    def __init__(self) -> None:
        self._pieces: list[Piece] = []
        self._chars: list[str] = []
        self._start = 0

    def add(self, char: str, source: int) -> None:
        if self._chars and source == self._start + len(self._chars):
            self._chars.append(char)
            return
        self._close()
        self._chars, self._start = [char], source

    def pieces(self) -> list[Piece]:
        self._close()
        return self._pieces

    def _close(self) -> None:
        if self._chars:
            self._pieces.append(Piece("".join(self._chars), self._start))
        self._chars = []


def _advance(source: str, at: int, end: int, char: str, style: str) -> int:
    """Where `char` of the value is written: behind indents and line ends that the value lacks."""
    while at < end and source[at] != char:
        if style == '"' and source[at] == "\\":
            if source[at + 1 : at + 2] not in ("\n", "\r"):
                return at
            at += 2
        elif source[at].isspace() and not char.isspace():
            at += 1
        else:
            return at
    return at


def _written_length(source: str, at: int, char: str, style: str) -> int:
    """How many characters of the source stand for `char` of the value."""
    written = source[at : at + 1]
    if style == '"' and written == "\\":
        length = _ESCAPE_LENGTHS.get(source[at + 1 : at + 2], 2)
        # JSON writes what lies beyond the basic plane as two escapes.
        return length * 2 if length == 6 and ord(char) > 0xFFFF else length
    if style == "'" and source[at : at + 2] == "''":
        return 2
    return 1
