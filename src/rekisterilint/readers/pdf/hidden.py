"""Words that a PDF holds and does not show: drawn invisibly, in the paper's white, or in no size.

An invisible layer over a picture is what text recognition makes of a scan, and white words may
stand on a coloured ground: what lies on anything drawn is read.
"""

from __future__ import annotations

import ctypes
from typing import Any

from rekisterilint.readers.deadline import Deadline
from rekisterilint.readers.pdf.objects import Box, box_of, objects_of

_INVISIBLE_MODES = frozenset({3, 7})
_WHITE = 250
_LEAST_SIZE = 1.0
# A line this thick, in points, is a ground that words can stand on.
_THICK_LINE = 4.0


class Grounds:
    """The pictures and filled areas of a page, looked for once they are asked for."""

    def __init__(self, raw: Any, page: Any, deadline: Deadline) -> None:
        self._raw = raw
        self._page = page
        self._deadline = deadline
        self._boxes: list[Box] | None = None

    def is_unseen(self, handle: Any, size: float, x: float, y: float) -> bool:
        """Whether the text object `handle`, of a `size` in points, shows nothing at this place."""
        if not handle or not self._is_faint(handle, size):
            return False
        if self._boxes is None:
            self._boxes = self._find()
        return not any(
            left <= x <= right and bottom <= y <= top for left, bottom, right, top in self._boxes
        )

    def _is_faint(self, handle: Any, size: float) -> bool:
        if size < _LEAST_SIZE:
            return True
        mode = self._raw.FPDFTextObj_GetTextRenderMode(handle)
        if mode in _INVISIBLE_MODES:
            return True
        return mode == self._raw.FPDF_TEXTRENDERMODE_FILL and self._is_blank(handle)

    def _is_blank(self, handle: Any) -> bool:
        """Whether an object is filled with white or nothing."""
        red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
        if not self._raw.FPDFPageObj_GetFillColor(handle, red, green, blue, alpha):
            return False
        return alpha.value == 0 or min(red.value, green.value, blue.value) >= _WHITE

    def _find(self) -> list[Box]:
        objects = objects_of(self._raw, self._page, self._deadline)
        boxes = (box_of(self._raw, handle) for handle in objects if self._is_ground(handle))
        return [box for box in boxes if box is not None]

    def _is_ground(self, handle: Any) -> bool:
        raw = self._raw
        kind = raw.FPDFPageObj_GetType(handle)
        if kind != raw.FPDF_PAGEOBJ_PATH:
            return bool(kind != raw.FPDF_PAGEOBJ_TEXT)
        fill, stroke, width = ctypes.c_int(), ctypes.c_int(), ctypes.c_float()
        if not raw.FPDFPath_GetDrawMode(handle, fill, stroke):
            return False
        if fill.value and not self._is_blank(handle):
            return True
        return bool(
            stroke.value
            and raw.FPDFPageObj_GetStrokeWidth(handle, width)
            and width.value >= _THICK_LINE
        )
