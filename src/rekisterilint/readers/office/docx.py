"""DOCX: paragraphs, lists, tables, notes and text boxes in reading order, from the parts' XML."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from rekisterilint.limits import Limits
from rekisterilint.readers.base import ReadError
from rekisterilint.readers.deadline import Deadline
from rekisterilint.readers.office.docx_runs import Inline, RunReader
from rekisterilint.readers.office.docx_styles import (
    STRICT,
    Numbering,
    Styles,
    W,
    number_of,
    read_numbering,
    read_styles,
    switch,
    value,
)
from rekisterilint.readers.office.drawn import Paragraph, as_furniture, row_paragraphs, text_of
from rekisterilint.readers.office.package import Package, is_large, overflow_as, parse_xml, title_of
from rekisterilint.readers.worker import read_in_worker
from rekisterilint.text import Text

_DAMAGED = "damaged-word"
_R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_R = b"http://purl.oclc.org/ooxml/officeDocument/relationships"
_LOOSE_R = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WRAPPERS = frozenset(W + name for name in (
    "sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag",
))  # fmt: skip


def read(data: bytes, name: str, limits: Limits) -> Text:
    """The text of DOCX file `data`, called `name`; a large one is read in a worker process.

    Raises ReadError: damaged-word, encrypted-word, unsafe-archive, unsafe-xml, too-slow.
    """
    if is_large(data):
        return read_in_worker("office.docx", data, name, limits)
    return read_here(data, name, limits)


def read_here(data: bytes, name: str, limits: Limits) -> Text:
    """As `read`, in this process: the time is checked between paragraphs."""
    with overflow_as(_DAMAGED):
        return _open(data, limits).text()


def _open(data: bytes, limits: Limits) -> _Document:
    return _Document(Package(data, _DAMAGED, "encrypted-word"), Deadline(limits))


@dataclass(frozen=True, slots=True)
class TracedText:
    """Words of a text element: the `number`th of its name in `part`; None for words of no element."""

    part: str
    number: int | None
    words: str


def read_traced(data: bytes, limits: Limits) -> tuple[Text, list[list[TracedText]]]:
    """As `read_here`, with each paragraph's words in reading order and where they are stored.

    A header that says the same as another one is traced, though the text has it once.
    """
    with overflow_as(_DAMAGED):
        document = _open(data, limits)
        return document.text(), document.traced()


@dataclass(slots=True)
class _Context:
    """What reading a part needs: its links, and the styles and lists of the document."""

    part: str
    runs: RunReader
    styles: Styles
    numbering: Numbering
    furniture: bool = False
    note: bool = False


class _Document:
    """One document: its parts, and the count of hidden places."""

    def __init__(self, package: Package, deadline: Deadline) -> None:
        self._package = package
        self._deadline = deadline
        self._main = self._main_part()
        self._links = self._relationships(self._main)
        folder = posixpath.dirname(self._main)
        self._styles = read_styles(self._xml(f"{folder}/styles.xml"))
        self._numbering = read_numbering(self._xml(f"{folder}/numbering.xml"))
        self._folder = folder
        self._hidden = 0
        self._texts: list[tuple[str, list[tuple[Any, str]]]] = []

    def text(self) -> Text:
        """The whole document: headers, body, notes, footers."""
        root = self._xml(self._main)
        body = root.find(W + "body") if root is not None else None
        if body is None:
            raise ReadError(_DAMAGED)
        context = self._context(self._main)
        paragraphs = self._margins(body, "headerReference")
        paragraphs += self._blocks(body, context)
        paragraphs += self._notes()
        paragraphs += self._margins(body, "footerReference")
        return text_of(paragraphs, "docx", title=self._title(), hidden=self._hidden)

    def traced(self) -> list[list[TracedText]]:
        """The paragraphs read so far; text elements are numbered as they stand in their part."""
        numbers: dict[Any, int] = {}
        roots = {e.getroottree().getroot() for _, texts in self._texts for e, _ in texts if e is not None}
        for root in roots:
            numbers |= {element: n for n, element in enumerate(root.iter(W + "t"))}
        return [
            [TracedText(part, None if e is None else numbers[e], words) for e, words in texts]
            for part, texts in self._texts
        ]

    def _main_part(self) -> str:
        for target, kind in self._relationships("").values():
            if kind.endswith("/officeDocument") and target in self._package.names:
                return target
        if "word/document.xml" in self._package.names:
            return "word/document.xml"
        raise ReadError(_DAMAGED)

    def _xml(self, name: str) -> Any:
        content = self._package.read(name)
        if not content:
            return None
        # ISO's strict variant differs in its namespaces only.
        content = content.replace(STRICT[1:-1].encode(), W[1:-1].encode()).replace(_STRICT_R, _LOOSE_R)
        return parse_xml(content, _DAMAGED)

    def _relationships(self, part: str) -> dict[str, tuple[str, str]]:
        """Relationship identifiers of `part` with (target, type); inner targets are part names."""
        folder, name = posixpath.split(part)
        root = self._package.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        found: dict[str, tuple[str, str]] = {}
        for element in root if root is not None else ():
            target = element.get("Target") or ""
            if element.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/")
            found[element.get("Id") or ""] = (target, element.get("Type") or "")
        return found

    def _context(self, part: str, *, furniture: bool = False, note: bool = False) -> _Context:
        links = {key: target for key, (target, _) in self._relationships(part).items()}
        runs = RunReader(self._styles, links)
        return _Context(part, runs, self._styles, self._numbering, furniture, note)

    def _blocks(self, parent: Any, context: _Context) -> list[Paragraph]:
        found: list[Paragraph] = []
        for child in parent:
            self._deadline.check()
            if child.tag == W + "p":
                found += self._paragraph(child, context)
            elif child.tag == W + "tbl":
                found += self._table(child, context)
            elif child.tag in _WRAPPERS:
                found += self._blocks(child, context)
            elif isinstance(child.tag, str) and child.tag.endswith("}AlternateContent"):
                for branch in child[:1]:
                    found += self._blocks(branch, context)
        return found

    def _paragraph(self, element: Any, context: _Context) -> list[Paragraph]:
        properties = element.find(W + "pPr")
        style = context.styles.get(value(properties, "pStyle"))
        inline = context.runs.read(element, bool(style.bold), bool(style.hidden))
        self._hidden += inline.hidden
        self._texts.append((context.part, inline.texts))
        rank = style.rank
        outline = number_of(value(properties, "outlineLvl"))
        if outline >= 0:
            rank = outline + 1 if outline < 9 else 0
        paragraph = Paragraph(
            tuple(inline.spans),
            rank=min(rank, 6),
            furniture=context.furniture or style.contents,
            note=context.note,
            links=tuple(inline.links),
        )
        if paragraph.words.strip():
            paragraph = _listed(paragraph, properties, context)
        return [paragraph, *self._text_boxes(inline, context)]

    def _text_boxes(self, inline: Inline, context: _Context) -> Iterator[Paragraph]:
        for box in inline.boxes:
            yield from self._blocks(box, context)

    def _table(self, table: Any, context: _Context) -> list[Paragraph]:
        found: list[Paragraph] = []
        for row in _descendants(table, W + "tr"):
            if switch(row.find(W + "trPr"), "del") is not None:
                continue
            cells = [
                self._blocks(cell, context)
                for cell in _descendants(row, W + "tc")
                if not _is_merged_above(cell)
            ]
            found += row_paragraphs(cells)
        return found

    def _notes(self) -> list[Paragraph]:
        found: list[Paragraph] = []
        for part, tag in (("footnotes", "footnote"), ("endnotes", "endnote")):
            name = f"{self._folder}/{part}.xml"
            root = self._xml(name)
            if root is None:
                continue
            context = self._context(name, note=True)
            for note in root.iterfind(W + tag):
                if note.get(W + "type") in (None, "normal"):
                    found += self._blocks(note, context)
        return found

    def _margins(self, body: Any, tag: str) -> list[Paragraph]:
        """Headers or footers, each wording once."""
        references = (reference.get(_R_ID) or "" for reference in body.iter(W + tag))
        found: list[Paragraph] = []
        for part in dict.fromkeys(self._links.get(name, ("", ""))[0] for name in references):
            root = self._xml(part)
            if root is not None:
                found += self._blocks(root, self._context(part, furniture=True))
        return as_furniture(found)

    def _title(self) -> str:
        return title_of(self._package.xml("docProps/core.xml"))


def _listed(paragraph: Paragraph, properties: Any, context: _Context) -> Paragraph:
    """`paragraph` with the marker and depth that its automatic list gives it."""
    style = context.styles.get(value(properties, "pStyle"))
    list_id = value(properties, "numPr", "numId") or style.list_id
    if list_id is None:
        return paragraph
    level = number_of(value(properties, "numPr", "ilvl"))
    level = level if level >= 0 else style.list_level
    marker = context.numbering.next_marker(list_id, level)
    if marker is None:
        return paragraph
    return replace(paragraph, marker=marker, depth=level + 1)


def _descendants(parent: Any, tag: str) -> Iterator[Any]:
    """Children with `tag`, also those in content controls and insertions around them."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _descendants(child, tag)


def _is_merged_above(cell: Any) -> bool:
    merge = cell.find(f"{W}tcPr/{W}vMerge")
    return merge is not None and merge.get(W + "val") != "restart"
