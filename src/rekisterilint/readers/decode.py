"""From bytes to characters: which encoding a text file is in, told from the file itself."""

from __future__ import annotations

import codecs
import re

import msgspec

from rekisterilint.lazy_patterns import lazy_pattern
from rekisterilint.readers.base import ReadError

# The longer marks first: that of UTF-32 LE starts with that of UTF-16 LE.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HEAD_BYTES = 4096
_DECLARED = lazy_pattern(
    rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{1,40})"""
    rb"""|<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})""",
    re.IGNORECASE,
)
# One byte is one character in these: nothing that a page may declare can raise or run long.
_SINGLE_BYTE = lazy_pattern(
    r"iso-?8859-?\d{1,2}|windows-?125\d|cp125\d|latin-?\d|us-ascii|ascii|macintosh"
)
_WINDOWS_1252_NAMES = lazy_pattern(r"iso-?8859-?1|latin-?1|us-ascii|ascii|(?:windows-?|cp)1252")
_CONTROL = lazy_pattern(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f]")
# Above this share of control characters a file is no text, however it came to be without NUL.
_CONTROL_SHARE = 0.05
_MULTIBYTE = lazy_pattern(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_DAMAGE_RATIO = 8
_WINDOWS_1252 = {
    byte: bytes((byte,)).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0xA0)
}


class Decoded(msgspec.Struct, frozen=True):
    """A decoded file.

    `text` keeps the line ends of the file and starts behind its byte order mark `bom` (empty if
    there is none). `notes` are (code, detail) pairs for the user. If `lossless`, the file is
    `bom + text.encode(encoding)` to the byte.
    """

    text: str
    encoding: str
    bom: bytes
    notes: tuple[tuple[str, str], ...] = ()
    lossless: bool = True


def decode(data: bytes, *, html: bool = False) -> Decoded:
    """The characters of a text file; with `html` a page's own declaration of its encoding counts.

    Raises ReadError "empty" for a file without words and "binary" for one that is no text,
    with the offset in bytes of the first byte that tells so.
    """
    decoded = _decode(data, html)
    if not decoded.text.strip():
        raise ReadError("empty")
    return decoded


def _decode(data: bytes, html: bool) -> Decoded:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_strictly(data, mark, encoding)
    unmarked = _unmarked_utf16(data)
    if unmarked:
        return _decode_strictly(data, b"", unmarked)
    _refuse_binary(data)
    try:
        return Decoded(data.decode("utf-8"), "utf-8", b"")
    except UnicodeDecodeError as error:
        return _decode_legacy(data, error.start, html)


def _decode_strictly(data: bytes, mark: bytes, encoding: str) -> Decoded:
    try:
        text = data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        if encoding == "utf-8":
            return _damaged_utf8(data, mark, error.start + len(mark))
        raise ReadError("binary", offset=error.start + len(mark)) from error
    if "\0" in text:
        width = len("a".encode(encoding))
        raise ReadError("binary", offset=len(mark) + width * text.index("\0"))
    return Decoded(text, encoding, mark)


def _unmarked_utf16(data: bytes) -> str:
    """UTF-16 without a mark shows itself: every other byte of Latin letters is NUL."""
    head = data[:_HEAD_BYTES]
    if len(data) % 2 or len(head) < 4:
        return ""
    even, odd, half = head[::2].count(0), head[1::2].count(0), len(head) // 2
    if odd >= half * 0.6 and even <= half * 0.02:
        return "utf-16-le"
    if even >= half * 0.6 and odd <= half * 0.02:
        return "utf-16-be"
    return ""


def _refuse_binary(data: bytes) -> None:
    offset = data.find(b"\0")
    if offset >= 0:
        raise ReadError("binary", offset=offset)
    head = data[: 16 * _HEAD_BYTES]
    controls = _CONTROL.findall(head)
    if len(controls) > max(2, len(head) * _CONTROL_SHARE):
        first = _CONTROL.search(head)
        raise ReadError("binary", offset=first.start() if first else 0)


def _decode_legacy(data: bytes, invalid_at: int, html: bool) -> Decoded:
    declared = _declared_encoding(data) if html else ""
    if declared:
        try:
            return Decoded(data.decode(declared), declared, b"")
        except UnicodeDecodeError:
            pass
    if _is_damaged_utf8(data):
        return _damaged_utf8(data, b"", invalid_at)
    try:
        return Decoded(data.decode("cp1252"), "cp1252", b"", _windows_note(declared))
    except UnicodeDecodeError:
        # Five bytes mean nothing in Windows-1252; browsers take them for control characters.
        text = data.decode("latin-1").translate(_WINDOWS_1252)
        return Decoded(text, "cp1252", b"", _windows_note(declared), lossless=False)


def _declared_encoding(data: bytes) -> str:
    """The encoding that a page names, as Python calls it; empty if none or none to be trusted."""
    match = _DECLARED.search(data[:_HEAD_BYTES])
    if match is None:
        return ""
    label = (match.group(1) or match.group(2)).decode("ascii", "replace").lower().replace("_", "-")
    if not _SINGLE_BYTE.fullmatch(label):
        return ""
    if _WINDOWS_1252_NAMES.fullmatch(label):
        return "cp1252"
    try:
        return codecs.lookup(label).name
    except LookupError:
        return ""


def _windows_note(declared: str) -> tuple[tuple[str, str], ...]:
    return () if declared == "cp1252" else (("windows-1252", ""),)


def _is_damaged_utf8(data: bytes) -> bool:
    """Whether nearly all that is not ASCII is good UTF-8, so that a few bytes must be broken."""
    good = _MULTIBYTE.sub(b"", data)
    valid = len(_MULTIBYTE.findall(data))
    stray = sum(1 for byte in good if byte >= 0x80)
    return valid > stray * _DAMAGE_RATIO


def _damaged_utf8(data: bytes, mark: bytes, offset: int) -> Decoded:
    text = data[len(mark) :].decode("utf-8", "replace")
    return Decoded(text, "utf-8", mark, (("damaged-utf-8", str(offset)),), lossless=False)
