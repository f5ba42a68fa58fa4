"""What a page draws: its objects and the boxes around them."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

from rekisterilint.readers.deadline import Deadline

_MOST_OBJECTS = 20_000
_STRIDE = 256

Box = tuple[float, float, float, float]


def objects_of(raw: Any, page: Any, deadline: Deadline) -> Iterator[Any]:
    """The page's objects in drawing order, of very many the first. Raises ReadError("too-slow")."""
    for number in range(min(raw.FPDFPage_CountObjects(page), _MOST_OBJECTS)):
        if number % _STRIDE == 0:
            deadline.check()
        handle = raw.FPDFPage_GetObject(page, number)
        if handle:
            yield handle


def box_of(raw: Any, handle: Any) -> Box | None:
    """Left, bottom, right and top of an object, in points from the page's lower left corner."""
    edges = [ctypes.c_float() for _ in range(4)]
    if not raw.FPDFPageObj_GetBounds(handle, *edges):
        return None
    left, bottom, right, top = (edge.value for edge in edges)
    return left, bottom, right, top
