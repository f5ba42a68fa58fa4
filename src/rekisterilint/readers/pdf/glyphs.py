"""The words of a PDF page with their places and looks, as PDFium gives them glyph by glyph."""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, NamedTuple

from rekisterilint.readers.deadline import Deadline
from rekisterilint.readers.pdf.hidden import Grounds
from rekisterilint.readers.pdf.tags import NO_TAG, Tag, marked_content

_LIGATURES = {
    0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st",
    0x02: "-", 0xFFFE: "-",  # what PDFium makes of a hyphen at the end of a line
    0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "➢", 0xF0FC: "✓", 0xF02D: "–", 0xF06F: "o",
    0x2028: " ", 0x2029: " ", 0x85: " ",
}  # fmt: skip
_BOLD = re.compile(r"bold|black|heavy|demi|semibd", re.IGNORECASE)
_FORCE_BOLD = 1 << 18
_CHECK_EVERY = 2048
# Fewer unseen letters are a bullet, a mark for a program, the rest of an edit.
_LEAST_HIDDEN = 4


class _Look(NamedTuple):
    size: float
    bold: bool
    turn: int
    tag: Tag
    hidden: bool = False


@dataclass(slots=True)
class Fragment:
    """Words on one baseline without a wide gap. Lengths in points, y grows upwards.

    `bold_letters` counts the bold ones; `object_id` is the PDF text object of the last glyph;
    `hidden` words are not shown.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    tag: Tag = NO_TAG
    bold_letters: int = 0
    object_id: int = 0
    turn: int = 0
    hidden: bool = False
    parts: list[str] = field(default_factory=list)

    @property
    def bold(self) -> bool:
        """Whether all letters are bold, a few aside."""
        letters = sum(not letter.isspace() for letter in self.text)
        return letters > 0 and self.bold_letters >= 0.9 * letters

    def joined(self, other: Fragment, between: str) -> Fragment:
        """This fragment and `other` to its right as one."""
        return Fragment(
            self.text + between + other.text,
            self.x0,
            max(self.x1, other.x1),
            self.y if len(self.text) > 2 else other.y,
            max(self.size, other.size),
            other.tag if self.tag.role == "Lbl" or self.tag == NO_TAG else self.tag,
            self.bold_letters + other.bold_letters,
            other.object_id,
        )


def page_fragments(raw: Any, page: Any, text_page: Any, deadline: Deadline) -> list[Fragment]:
    """The fragments of a page in the order of the file, the page turned upright.

    `raw` is pypdfium2's ctypes module. Text that runs another way than most of it is left out: it
    is a stamp or stands along the margin.
    """
    fragments: list[Fragment] = []
    current: Fragment | None = None
    space = False
    for glyph in _glyphs(raw, page, text_page, deadline):
        if glyph is None:
            space = True
            continue
        words, look = glyph.words, glyph.look
        if current is None or not _continues(current, glyph, space):
            if current is not None:
                fragments.append(_finished(current))
            current = Fragment(
                "", glyph.x0, glyph.x1, glyph.y, look.size, look.tag, turn=look.turn, hidden=look.hidden
            )
        else:
            if space:
                current.parts.append(" ")
            if glyph.x1 > current.x1:
                current.x1 = glyph.x1
        space = False
        current.parts.append(words)
        current.object_id = glyph.object_id
        current.bold_letters += look.bold
    if current is not None:
        fragments.append(_finished(current))
    return _upright(fragments)


def _finished(fragment: Fragment) -> Fragment:
    fragment.text = "".join(fragment.parts)
    fragment.parts = []
    return fragment


def _character(code: int) -> str:
    if code in _LIGATURES:
        return _LIGATURES[code]
    if code < 32 or 0xD800 <= code < 0xE000 or code > 0x10FFFF or 0x7F <= code < 0xA0:
        return ""
    return chr(code)


class _Glyph(NamedTuple):
    words: str
    x0: float
    x1: float
    y: float
    object_id: int
    look: _Look


def _glyphs(raw: Any, page: Any, text_page: Any, deadline: Deadline) -> Iterator[_Glyph | None]:
    """Each glyph of the page; None for a blank."""
    tags = marked_content(raw, page, deadline)
    grounds = Grounds(raw, page, deadline)
    looks: dict[int, _Look] = {}
    box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    get_code, get_object = raw.FPDFText_GetUnicode, raw.FPDFText_GetTextObject
    get_box, get_origin = raw.FPDFText_GetLooseCharBox, raw.FPDFText_GetCharOrigin
    edge_before: tuple[int, float] | None = None
    high_surrogate = 0
    for index in range(raw.FPDFText_CountChars(text_page)):
        if index % _CHECK_EVERY == 0:
            deadline.check()
        code = get_code(text_page, index)
        if code in (0, 10, 13):
            continue
        if 0xD800 <= code < 0xDC00:
            high_surrogate = code
            continue
        if 0xDC00 <= code < 0xE000 and high_surrogate:
            code = 0x10000 + ((high_surrogate - 0xD800) << 10) + (code - 0xDC00)
        high_surrogate = 0
        words = _character(code)
        if not words or words.isspace():
            yield None
            continue
        handle = get_object(text_page, index)
        key = ctypes.addressof(handle.contents) if handle else 0
        look = looks.get(key)
        get_box(text_page, index, box)
        if look is None:
            look = _look(raw, text_page, index, handle, tags)
            middle = (box.left + box.right) / 2, (box.bottom + box.top) / 2
            look = looks[key] = look._replace(hidden=grounds.is_unseen(handle, look.size, *middle))
        edge = (key, box.bottom)
        if look.turn or edge != edge_before:
            get_origin(text_page, index, x, y)
            edge_before = edge
        x0, x1, base = _turned(look.turn, box, x.value, y.value)
        if math.isfinite(x0 + x1 + base):
            yield _Glyph(words, x0, x1, base, key, look)


def _turned(turn: int, box: Any, x: float, y: float) -> tuple[float, float, float]:
    """Start, end and baseline of a glyph along the direction in which its text runs."""
    if turn == 0:
        return box.left, box.right, y
    if turn == 1:
        return box.bottom, box.top, -x
    if turn == 2:
        return -box.right, -box.left, -y
    return -box.top, -box.bottom, x


def _look(raw: Any, text_page: Any, index: int, handle: Any, tags: dict[int, Tag]) -> _Look:
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(text_page, index, matrix)
    size = raw.FPDFText_GetFontSize(text_page, index) * (math.hypot(matrix.c, matrix.d) or 1.0)
    turn = 0
    if abs(matrix.b) > abs(matrix.a):
        turn = 1 if matrix.b > 0 else 3
    elif matrix.a < 0 and matrix.d < 0:
        turn = 2
    name, flags = ctypes.create_string_buffer(256), ctypes.c_int()
    raw.FPDFText_GetFontInfo(text_page, index, name, 256, flags)
    bold = bool(_BOLD.search(name.value.decode("latin-1"))) or bool(flags.value & _FORCE_BOLD)
    if not bold:
        bold = raw.FPDFText_GetFontWeight(text_page, index) >= 700
    tag = NO_TAG
    if handle:
        tag = tags.get(raw.FPDFPageObj_GetMarkedContentID(handle), NO_TAG)
    if not math.isfinite(size) or size <= 0:
        size = 10.0
    return _Look(round(size, 2), bold, turn, tag)


def _continues(current: Fragment, glyph: _Glyph, space: bool) -> bool:
    look = glyph.look
    size = max(current.size, look.size)
    if current.turn != look.turn or abs(current.y - glyph.y) > 0.4 * size:
        return False
    if current.tag.cell != look.tag.cell or current.hidden != look.hidden:
        return False
    gap = glyph.x0 - current.x1
    # Justified words lie far apart inside one text object; cells and columns are objects apart.
    widest = 2.5 if space and current.object_id == glyph.object_id else 1.2
    return -0.6 * size < gap < widest * size


def shown_fragments(fragments: list[Fragment]) -> tuple[list[Fragment], int]:
    """The fragments that a reader of the page sees, and the number of places with hidden words.

    Where nothing is to be seen all of them are read: what is invisible is then all there is.
    """
    if not any(fragment.hidden for fragment in fragments):
        return fragments, 0
    shown = [fragment for fragment in fragments if not fragment.hidden]
    if not shown:
        return fragments, 0
    places = 0
    for hidden, run in groupby(fragments, key=lambda fragment: fragment.hidden):
        letters = sum(letter.isalpha() for fragment in run for letter in fragment.text)
        places += hidden and letters >= _LEAST_HIDDEN
    return shown, places


def _upright(fragments: list[Fragment]) -> list[Fragment]:
    """Fragments that run in the page's main direction; text across it belongs to the margin."""
    letters: Counter[int] = Counter()
    for fragment in fragments:
        letters[fragment.turn] += len(fragment.text)
    if len(letters) < 2:
        return fragments
    main = letters.most_common(1)[0][0]
    return [fragment for fragment in fragments if fragment.turn == main]
