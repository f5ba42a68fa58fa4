"""What a file is: told by its content first, by its name only between kinds of text."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import PurePath
from typing import NamedTuple

from rekisterilint.lazy_patterns import lazy_pattern
from rekisterilint.readers.base import ReadError

SUFFIXES = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".pdf": "pdf",
    ".docx": "docx",
    ".docm": "docx",
    ".dotx": "docx",
    ".odt": "odt",
    ".ott": "odt",
    ".yaml": "register-yaml",
    ".yml": "register-yaml",
    ".json": "register-json",
    ".doc": "doc",
    ".rtf": "rtf",
    ".mdx": "markdown",
    ".mkd": "markdown",
    ".qmd": "markdown",
}
# Pages that an engine fills in: what it is filled with stands elsewhere, the rest is a page.
TEMPLATE_SUFFIXES = (
    ".php", ".phtml", ".jsp", ".jspx", ".jspf", ".asp", ".aspx", ".ascx", ".cshtml", ".razor", ".erb", ".rhtml", ".ejs",
    ".hbs", ".handlebars", ".mustache", ".njk", ".nunjucks", ".jinja", ".jinja2", ".j2", ".twig", ".liquid",
    ".tpl", ".tmpl", ".gohtml", ".ftl", ".ftlh", ".eex", ".heex",
)  # fmt: skip
_CODE_SUFFIXES = (".jsx", ".tsx", ".js", ".ts", ".mjs", ".cjs", ".mts", ".vue", ".svelte", ".astro")

_ODT = b"application/vnd.oasis.opendocument.text"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# A comment can be read in one way only: a file of nothing but comments must not make it try every split.
_HTML = lazy_pattern(
    rb"\s*+(?:<\?xml[^>]{0,200}\?>\s*+)?(?:<!--[^-]*+(?:-(?!->)[^-]*+)*-->\s*+)*"
    rb"<(?:!doctype\s+html|html|head|body|title|meta)\b",
    re.IGNORECASE,
)
_HTML_SAVED = lazy_pattern(rb"\s*<(?:div|p|h[1-6]|table|section|article|main)\b[^>]*>", re.IGNORECASE)
_DAMAGED_ARCHIVE = "damaged-archive"
_TEXT_KINDS = frozenset({"text", "markdown", "html", "register-yaml", "register-json"})
_BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")


class Kind(NamedTuple):
    """The format of a file, and notes for the user about how it was told."""

    format: str
    notes: tuple[tuple[str, str], ...] = ()


def sniff(data: bytes, name: str) -> Kind:
    """The format of `data`, a file called `name`.

    One of text, markdown, html, code, pdf, docx, odt, register-yaml, register-json, doc, rtf,
    encrypted-office, unknown-binary. If the content is not what the name's ending promises, the
    content decides and a note "wrong-extension" (detail: the true format) says so. Raises
    ReadError("unsafe-archive") for a package whose directory alone is absurdly large.
    """
    claimed = _claimed(name.lower())
    found = _by_content(data)
    if claimed == "code" and found in ("", "html"):
        return Kind(claimed)
    if found == _DAMAGED_ARCHIVE:
        found = claimed if claimed in ("docx", "odt") else "unknown-binary"
    if not found:
        return Kind(claimed if claimed in _TEXT_KINDS else "text", _mismatch(claimed, "text"))
    return Kind(found, _mismatch(claimed, found))


def _claimed(name: str) -> str:
    """The format that the name promises; of `seloste.md.j2` that of what is made of it."""
    if name.endswith(_CODE_SUFFIXES):
        return "code"
    if name.endswith(TEMPLATE_SUFFIXES):
        inner = SUFFIXES.get(PurePath(PurePath(name).stem).suffix, "html")
        return inner if inner in ("markdown", "text") else "html"
    return SUFFIXES.get(PurePath(name).suffix, "")


def refuse_named(kind: Kind) -> None:
    """Raise the ReadError that says what to do with a file of `kind`; nothing if it has no such."""
    codes = {"doc": "old-word", "encrypted-office": "encrypted-word", "rtf": "rich-text", "code": "program-code"}
    if kind.format in codes:
        raise ReadError(codes[kind.format])


def refuse_damaged(name: str) -> None:
    """Raise the ReadError of a file whose ending promises a document that its bytes are not."""
    codes = {"pdf": "damaged-pdf", "docx": "damaged-word", "odt": "damaged-odt", "doc": "damaged-word"}
    claimed = SUFFIXES.get(PurePath(name).suffix.lower(), "")
    if claimed in codes:
        raise ReadError(codes[claimed])


def _mismatch(claimed: str, found: str) -> tuple[tuple[str, str], ...]:
    if not claimed or claimed == found or (found == "text" and claimed in _TEXT_KINDS):
        return ()
    if found == "unknown-binary" and claimed in _TEXT_KINDS:
        return ()
    return (("wrong-extension", found),)


def _by_content(data: bytes) -> str:
    """The format that the content itself shows; empty for text of any kind but HTML."""
    start = data[:4096]
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if start.startswith(b"PK\x03\x04"):
        return _zip_kind(data)
    if start.startswith(_OLE):
        return _ole_kind(data)
    if start.startswith(b"{\\rtf"):
        return "rtf"
    plain = start
    for mark in _BYTE_ORDER_MARKS:
        if start.startswith(mark):
            plain = start.removeprefix(mark).replace(b"\0", b"")
            break
    if _HTML.match(plain) or (_HTML_SAVED.match(plain) and b"</" in data[:65536]):
        return "html"
    if b"\0" in plain and not _looks_utf16(start):
        return "unknown-binary"
    return ""


def _looks_utf16(start: bytes) -> bool:
    half = len(start) // 2
    return half > 8 and max(start[0::2].count(0), start[1::2].count(0)) > half * 0.6


def _zip_kind(data: bytes) -> str:
    from rekisterilint.readers.office.package import BROKEN, open_archive

    try:
        archive = open_archive(data, "damaged")
    except ReadError as error:
        if error.code != "damaged":
            raise
        return _broken_zip_kind(data)
    with archive:
        names = set(archive.namelist())
        if any(name.startswith("word/") and name.endswith(".xml") for name in names):
            return "docx"
        if "mimetype" in names:
            with suppress(*BROKEN), archive.open("mimetype") as stream:
                if stream.read(100).startswith(_ODT):
                    return "odt"
    return "unknown-binary"


def _broken_zip_kind(data: bytes) -> str:
    """A cut-off download: the first parts' names still tell what it was to be."""
    if b"word/" in data or b"[Content_Types].xml" in data[:200]:
        return "docx"
    if _ODT in data[:200]:
        return "odt"
    return _DAMAGED_ARCHIVE


def _ole_kind(data: bytes) -> str:
    """Word 97 or an encrypted package: stream names stand in the directory as UTF-16."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return "encrypted-office"
    if "WordDocument".encode("utf-16-le") in data:
        return "doc"
    return "unknown-binary"
