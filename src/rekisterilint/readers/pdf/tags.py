"""The structure tree of a tagged PDF: which marked content is a heading, an item, a cell."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from rekisterilint.readers.deadline import Deadline

_BLOCKS = frozenset(
    {"P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "Title", "LI", "LBody", "Lbl", "TD", "TH",
     "Caption", "Note", "BlockQuote", "TOCI"}
)  # fmt: skip
# The role of a label that the page's lines show to name what stands beside it.
FORM_LABEL = "FormLabel"
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


@dataclass(slots=True)
class _Element:
    """An element of the tree: its standard type, own marked content, and children."""

    name: str
    contents: list[int] = field(default_factory=list)
    children: list[_Element] = field(default_factory=list)

    def is_cell(self) -> bool:
        """Whether an unnamed element holds nothing but unnamed content, as a layout table's cell."""
        return self.name not in _BLOCKS and bool(self.children) and all(
            child.name not in _BLOCKS and child.contents for child in self.children
        )  # fmt: skip


def marked_content(raw: Any, page: Any, deadline: Deadline) -> dict[int, Tag]:
    """Marked content identifiers of `page` with their tags; empty for an untagged page."""
    tree = raw.FPDF_StructTree_GetForPage(page)
    if not tree:
        return {}
    try:
        top = _elements(raw, tree, deadline)
    finally:
        raw.FPDF_StructTree_Close(tree)
    found: dict[int, Tag] = {}
    pending = [(top, NO_TAG)]
    number = 0
    while pending:
        element, outer = pending.pop()
        number += 1
        tag = _tag(element.name, outer, number)
        for content in element.contents:
            found.setdefault(content, tag)
        is_row = len(element.children) > 1 and all(map(_Element.is_cell, element.children))
        row = number
        for child in element.children:
            if is_row and not tag.row:
                number += 1
                pending.append((child, tag._replace(row=row, cell=number, block=number)))
            else:
                pending.append((child, tag))
    return found


def _elements(raw: Any, tree: Any, deadline: Deadline) -> _Element:
    """The tree as values, cut off where it is absurdly deep or large."""
    top = _Element("Document")
    pending = [
        (raw.FPDF_StructTree_GetChildAtIndex(tree, index), top, 0)
        for index in range(raw.FPDF_StructTree_CountChildren(tree))
    ]
    number = 0
    while pending and number < _MOST_ELEMENTS:
        handle, parent, deep = pending.pop()
        if not handle or deep > _DEEPEST:
            continue
        number += 1
        if number % 512 == 0:
            deadline.check()
        element = _Element(_type(raw, handle))
        parent.children.append(element)
        for index in range(max(raw.FPDF_StructElement_CountChildren(handle), 0)):
            content = raw.FPDF_StructElement_GetChildMarkedContentID(handle, index)
            if content >= 0:
                element.contents.append(content)
            else:
                child = raw.FPDF_StructElement_GetChildAtIndex(handle, index)
                pending.append((child, element, deep + 1))
    return top


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
        return outer
    if name == "LBody":
        return outer
    if name == "Lbl":
        return outer._replace(role="Lbl")
    role = outer.role if outer.item and name == "P" else name
    return outer._replace(role=role, block=number)
