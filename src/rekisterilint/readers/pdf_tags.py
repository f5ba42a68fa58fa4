"""The structure tree of a tagged PDF: which marked content is a heading, an item, a cell."""

from __future__ import annotations

import ctypes
from typing import Any, NamedTuple

from rekisterilint.readers.deadline import Deadline

_BLOCKS = frozenset(
    {"P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "Title", "LI", "LBody", "Lbl", "TD", "TH",
     "Caption", "Note", "BlockQuote", "TOCI"}
)  # fmt: skip
_DEEPEST = 60
_MOST_ELEMENTS = 50_000


class Tag(NamedTuple):
    """What the file says of a piece of content; numbers tell elements of one page apart, 0 is none.

    `role` is the nearest block element's standard type, `block` that element, `item` the list
    item, `depth` the number of lists around, `cell` and `row` the table cell and row.
    """

    role: str = ""
    block: int = 0
    item: int = 0
    depth: int = 0
    cell: int = 0
    row: int = 0


NO_TAG = Tag()


def marked_content(raw: Any, page: Any, deadline: Deadline) -> dict[int, Tag]:
    """Marked content identifiers of `page` with their tags; empty for an untagged page."""
    tree = raw.FPDF_StructTree_GetForPage(page)
    if not tree:
        return {}
    found: dict[int, Tag] = {}
    try:
        count = raw.FPDF_StructTree_CountChildren(tree)
        pending = [(raw.FPDF_StructTree_GetChildAtIndex(tree, i), NO_TAG, 0) for i in range(count)]
        number = 0
        while pending and number < _MOST_ELEMENTS:
            element, outer, deep = pending.pop()
            if not element or deep > _DEEPEST:
                continue
            number += 1
            if number % 512 == 0:
                deadline.check()
            tag = _tag(_type(raw, element), outer, number)
            for index in range(max(raw.FPDF_StructElement_CountChildren(element), 0)):
                content = raw.FPDF_StructElement_GetChildMarkedContentID(element, index)
                if content >= 0:
                    found.setdefault(content, tag)
                else:
                    child = raw.FPDF_StructElement_GetChildAtIndex(element, index)
                    pending.append((child, tag, deep + 1))
    finally:
        raw.FPDF_StructTree_Close(tree)
    return found


def _type(raw: Any, element: Any) -> str:
    buffer = ctypes.create_string_buffer(128)
    size = raw.FPDF_StructElement_GetType(element, buffer, 128)
    return buffer.raw[: max(min(size, 128) - 2, 0)].decode("utf-16-le", "replace")


def _tag(name: str, outer: Tag, number: int) -> Tag:
    if name == "L":
        return outer._replace(depth=outer.depth + 1)
    if name == "LI":
        return outer._replace(role="LI", block=number, item=number)
    if name == "TR":
        return outer._replace(row=number)
    if name in ("TD", "TH"):
        return outer._replace(role=name, block=number, cell=number)
    if name not in _BLOCKS:
        return outer if outer.block else outer._replace(block=-number)
    if name == "LBody":
        return outer
    if name == "Lbl":
        return outer._replace(role="Lbl")
    role = outer.role if outer.item and name == "P" else name
    return outer._replace(role=role, block=number)
