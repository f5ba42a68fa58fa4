"""The parts of a DOCX or ODT package: read in bounds, their XML without entities or network."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from rekisterilint.readers.base import ReadError

LARGEST_PART = 32 * 1024 * 1024
LARGEST_TOTAL = 64 * 1024 * 1024
LARGE_FILE = 16 * 1024 * 1024
LARGE_XML = 4 * 1024 * 1024
LARGEST_DIRECTORY = 2 * 1024 * 1024
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_LONGEST_TITLE = 300
_DOCTYPE = b"<!DOCTYPE"
_WIDE_DOCTYPES = tuple(_DOCTYPE.decode().encode(name) for name in ("utf-16-le", "utf-16-be"))
_END_OF_DIRECTORY = b"PK\x05\x06"
BROKEN = (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError, RuntimeError,
          EOFError, struct.error, KeyError, OverflowError, IndexError)  # fmt: skip


class Package:
    """A zip package whose parts are read one by one; all parts together stay within bounds.

    `damaged` is the ReadError code for a package that can't be read, `encrypted` for one whose
    parts are. What would unpack to too much raises ReadError("unsafe-archive") before it does.
    """

    def __init__(self, data: bytes, damaged: str, encrypted: str) -> None:
        self._damaged = damaged
        self._encrypted = encrypted
        self._left = LARGEST_TOTAL
        self._archive = open_archive(data, damaged)
        self.names = frozenset(self._archive.namelist())

    def read(self, name: str) -> bytes:
        """The content of part `name`; empty if there is none."""
        if name not in self.names:
            return b""
        info = self._archive.getinfo(name)
        if info.flag_bits & 1:
            raise ReadError(self._encrypted)
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise ReadError(self._damaged)
        bound = min(LARGEST_PART, self._left)
        if info.file_size > bound:
            raise ReadError("unsafe-archive")
        try:
            with self._archive.open(info) as stream:
                content = stream.read(bound + 1)
        except BROKEN:
            raise ReadError(self._damaged) from None
        if len(content) > bound:
            raise ReadError("unsafe-archive")
        self._left -= len(content)
        return content

    def xml(self, name: str) -> Any:
        """The root element of XML part `name`; None if there is no such part.

        A part with a document type is refused (ReadError "unsafe-xml"): office programs write
        none, and it is the way to entities that grow or read other files.
        """
        content = self.read(name)
        if not content:
            return None
        return parse_xml(content, self._damaged)


@contextmanager
def overflow_as(damaged: str) -> Iterator[None]:
    """Raise ReadError(`damaged`) where the body runs out of stack or memory: no program wrote that file."""
    try:
        yield
    except (RecursionError, MemoryError):
        raise ReadError(damaged) from None


def is_large(data: bytes) -> bool:
    """Whether reading package `data` may take long or much memory, by what its parts claim to hold.

    A lie gains nothing: no part is unpacked beyond the size that it claims. A package that can't
    be opened is not large.
    """
    if len(data) > LARGE_FILE:
        return True
    try:
        with open_archive(data, "damaged") as archive:
            return sum(i.file_size for i in archive.infolist() if _is_xml(i.filename)) > LARGE_XML
    except ReadError:
        return False


def _is_xml(name: str) -> bool:
    return name.endswith((".xml", ".rels"))


def open_archive(data: bytes, damaged: str) -> zipfile.ZipFile:
    """The zip archive in `data`; its directory is bounded before it is read."""
    at = data.rfind(_END_OF_DIRECTORY, max(len(data) - 66_000, 0))
    if at < 0 or len(data) < at + 22:
        raise ReadError(damaged)
    size = int.from_bytes(data[at + 12 : at + 16], "little")
    if size > LARGEST_DIRECTORY:
        raise ReadError("unsafe-archive")
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except BROKEN:
        raise ReadError(damaged) from None


def parse_xml(content: bytes, damaged: str) -> Any:
    """The root element of `content`; comments and processing instructions are left out."""
    from lxml import etree

    if _DOCTYPE in content or any(mark in content for mark in _WIDE_DOCTYPES):
        raise ReadError("unsafe-xml")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise ReadError(damaged) from None
    if root is None:
        raise ReadError(damaged)
    document: Any = root.getroottree()
    if document.docinfo.doctype:
        raise ReadError("unsafe-xml")
    return root


def title_of(root: Any) -> str:
    """The title that a package's properties give; `root` is None where it has none."""
    title = next(root.iter(_TITLE), None) if root is not None else None
    return " ".join((title.text or "").split())[:_LONGEST_TITLE] if title is not None else ""
