"""ODT: headings, paragraphs, lists, tables, notes and frames in reading order, from the XML."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from rekisterilint.limits import Limits
from rekisterilint.readers.base import ReadError
from rekisterilint.readers.deadline import Deadline
from rekisterilint.readers.office.docx_styles import number_of
from rekisterilint.readers.office.drawn import Paragraph, as_furniture, row_paragraphs, text_of
from rekisterilint.readers.office.odt_inline import DRAW, OFFICE, Inline, read_inline
from rekisterilint.readers.office.odt_styles import STYLE, TEXT, read_lists, read_styles
from rekisterilint.readers.office.package import Package, is_large, overflow_as, title_of
from rekisterilint.readers.worker import read_in_worker
from rekisterilint.text import Text

_DAMAGED = "damaged-odt"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_MANIFEST = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}"
_INDEXES = frozenset(TEXT + name for name in (
    "table-of-content", "illustration-index", "table-index", "alphabetical-index", "user-index",
))  # fmt: skip
_ROW_GROUPS = frozenset(_TABLE + name for name in (
    "table-rows", "table-header-rows", "table-row-group",
))  # fmt: skip


def read(data: bytes, name: str, limits: Limits) -> Text:
    """The text of ODT file `data`, called `name`; a large one is read in a worker process.

    Raises ReadError: damaged-odt, encrypted-odt, unsafe-archive, unsafe-xml, too-slow.
    """
    if is_large(data):
        return read_in_worker("office.odt", data, name, limits)
    return read_here(data, name, limits)


def read_here(data: bytes, name: str, limits: Limits) -> Text:
    """As `read`, in this process: the time is checked between paragraphs."""
    with overflow_as(_DAMAGED):
        return _Document(Package(data, _DAMAGED, "encrypted-odt"), Deadline(limits)).text()


@dataclass(frozen=True, slots=True)
class _Context:
    """Where a paragraph stands: the list around it, and what it is part of."""

    list_name: str = ""
    depth: int = 0
    marker: str = ""
    furniture: bool = False
    note: bool = False


class _Document:
    """One document: its parts, the notes found so far, and the count of hidden places."""

    def __init__(self, package: Package, deadline: Deadline) -> None:
        manifest = package.xml("META-INF/manifest.xml")
        if manifest is not None and next(manifest.iter(_MANIFEST + "encryption-data"), None) is not None:
            raise ReadError("encrypted-odt")
        self._package = package
        self._deadline = deadline
        self._content = package.xml("content.xml")
        if self._content is None:
            raise ReadError(_DAMAGED)
        self._master = package.xml("styles.xml")
        roots = [root for root in (self._master, self._content) if root is not None]
        self._styles = read_styles(roots)
        self._lists = read_lists(roots)
        self._notes: list[Any] = []
        self._hidden = 0

    def text(self) -> Text:
        """The whole document: headers, body, notes, footers."""
        body = self._content.find(f"{OFFICE}body/{OFFICE}text")
        if body is None:
            raise ReadError(_DAMAGED)
        paragraphs = self._margins("header")
        paragraphs += self._blocks(body, _Context())
        note_context = _Context(note=True)
        for note in self._notes:
            paragraphs += self._blocks(note, note_context)
        paragraphs += self._margins("footer")
        return text_of(paragraphs, "odt", title=self._title(), hidden=self._hidden)

    def _blocks(self, parent: Any, context: _Context) -> list[Paragraph]:
        found: list[Paragraph] = []
        for child in parent:
            self._deadline.check()
            tag = child.tag
            if tag in (TEXT + "p", TEXT + "h"):
                found += self._paragraph(child, context)
                context = replace(context, marker="")
            elif tag == TEXT + "list":
                found += self._list(child, context)
            elif tag == _TABLE + "table":
                found += self._table(child, context)
            elif tag in (TEXT + "section", TEXT + "numbered-paragraph"):
                if child.get(TEXT + "display") in ("none", "condition"):
                    self._hidden += 1
                else:
                    found += self._blocks(child, context)
            elif tag in _INDEXES:
                for index in child.iterfind(TEXT + "index-body"):
                    found += self._blocks(index, replace(context, furniture=True))
            elif isinstance(tag, str) and tag.startswith(DRAW):
                found += self._frame(child, context)
            elif tag == TEXT + "index-title":
                found += self._blocks(child, context)
        return found

    def _paragraph(self, element: Any, context: _Context) -> list[Paragraph]:
        style = self._styles.get("paragraph", element.get(TEXT + "style-name"))
        inline = read_inline(element, self._styles, bool(style.bold), style.hidden)
        if next(element.iterchildren(TEXT + "hidden-paragraph"), None) is not None:
            self._hidden += 1
            return []
        self._hidden += inline.hidden
        rank, marker, depth = style.rank, context.marker, context.depth
        if element.tag == TEXT + "h":
            rank = max(number_of(element.get(TEXT + "outline-level"), 1), 1)
            if not context.list_name and "".join(s.words for s in inline.spans).strip():
                marker = self._lists.next_marker("", rank)
        paragraph = Paragraph(
            tuple(inline.spans),
            rank=min(rank, 6),
            depth=0 if rank else depth,
            marker=marker,
            furniture=context.furniture or style.contents,
            note=context.note,
            links=tuple(inline.links),
        )
        return [paragraph, *self._anchored(inline, context)]

    def _anchored(self, inline: Inline, context: _Context) -> Iterator[Paragraph]:
        for note in inline.notes:
            self._notes += note.iterfind(TEXT + "note-body")
        for box in inline.boxes:
            yield from self._frame(box, replace(context, list_name="", depth=0, marker=""))

    def _frame(self, frame: Any, context: _Context) -> list[Paragraph]:
        """The paragraphs of a frame's text boxes, and those that a shape holds itself."""
        found = self._blocks(frame, context) if frame.tag != DRAW + "frame" else []
        for box in frame.iterchildren(DRAW + "text-box"):
            found += self._blocks(box, context)
        return found

    def _list(self, element: Any, context: _Context) -> list[Paragraph]:
        name = element.get(TEXT + "style-name") or context.list_name
        depth = context.depth + 1
        continues = element.get(TEXT + "continue-numbering") == "true" or element.get(
            TEXT + "continue-list"
        )
        if depth == 1 and not continues:
            self._lists.restart(name)
        found: list[Paragraph] = []
        for item in element:
            inner = replace(context, list_name=name, depth=depth, marker="")
            if item.tag == TEXT + "list-item" and _has_own_words(item):
                start = number_of(item.get(TEXT + "start-value"))
                inner = replace(inner, marker=self._lists.next_marker(name, depth, start))
            if item.tag in (TEXT + "list-item", TEXT + "list-header"):
                found += self._blocks(item, inner)
        return found

    def _table(self, table: Any, context: _Context) -> list[Paragraph]:
        found: list[Paragraph] = []
        for child in table:
            if child.tag == _TABLE + "table-row":
                cells = [
                    self._blocks(cell, replace(context, list_name="", depth=0, marker=""))
                    for cell in child.iterchildren(_TABLE + "table-cell")
                ]
                found += row_paragraphs(cells)
            elif child.tag in _ROW_GROUPS:
                found += self._table(child, context)
        return found

    def _margins(self, kind: str) -> list[Paragraph]:
        """Headers or footers of all page styles, each wording once."""
        found: list[Paragraph] = []
        for master in self._master.iter(STYLE + "master-page") if self._master is not None else ():
            for name in (kind, f"{kind}-left", f"{kind}-first"):
                for element in master.iterchildren(STYLE + name):
                    found += self._blocks(element, _Context(furniture=True))
        return as_furniture(found)

    def _title(self) -> str:
        return title_of(self._package.xml("meta.xml"))


def _has_own_words(item: Any) -> bool:
    """Whether a list item holds more than deeper lists."""
    return any(child.tag in (TEXT + "p", TEXT + "h") for child in item)
