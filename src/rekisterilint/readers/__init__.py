"""Files to texts: one package a family of formats, chosen by what the file holds."""

from __future__ import annotations

import errno
import importlib
import math
from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace

from rekisterilint.limits import Limits
from rekisterilint.readers.base import ReadError
from rekisterilint.readers.decode import decode
from rekisterilint.readers.sniff import refuse_damaged, refuse_named, sniff
from rekisterilint.text import Text

__all__ = ["ReadError", "file_bytes", "read_bytes", "read_file"]

_MEGABYTE = 1024 * 1024
_SYSTEM_ERRORS = {
    errno.EACCES: "no-permission",
    errno.EPERM: "no-permission",
    errno.ELOOP: "link-loop",
    errno.ENAMETOOLONG: "not-found",
    errno.ENOTDIR: "not-found",
}
_MODULES = {
    "markdown": "markdown.reader",
    "html": "html.reader",
    "pdf": "pdf.reader",
    "docx": "office.docx",
    "odt": "office.odt",
    "register-yaml": "register.reader",
    "register-json": "register.reader",
}


def read_file(path: Path, limits: Limits, heading_words: Callable[[str], bool]) -> Text:
    """The text of the file at `path`; ReadError when it can't be read."""
    return read_bytes(file_bytes(path, limits), path.name, limits, heading_words)


def file_bytes(path: Path, limits: Limits) -> bytes:
    """What the file at `path` holds; ReadError when it is no file, too large or not to be read."""
    try:
        if path.exists() and not path.is_file():
            raise ReadError("not-a-file")
        size = path.stat().st_size
        if size > limits.max_bytes:
            raise _too_large(size, limits)
        return path.read_bytes() if size else _beginning(path, limits.max_bytes + 1)
    except FileNotFoundError as error:
        raise ReadError("not-found") from error
    except OSError as error:
        code = _SYSTEM_ERRORS.get(error.errno or 0)
        if code:
            raise ReadError(code) from error
        raise ReadError("unreadable", reason=error.strerror or str(error)) from error


def _too_large(size: int, limits: Limits) -> ReadError:
    limit = limits.max_bytes
    return ReadError("too-large", size=math.ceil(size / _MEGABYTE), limit=math.ceil(limit / _MEGABYTE))


def _beginning(path: Path, count: int) -> bytes:
    """Up to `count` bytes: files that the system makes up say that they are empty and may never end."""
    with path.open("rb") as stream:
        return stream.read(count)


def read_bytes(
    data: bytes, name: str, limits: Limits, heading_words: Callable[[str], bool]
) -> Text:
    """The text of a file's content; `name` tells the format where the content does not.

    `heading_words` tells whether words are a known heading of a notice. Raises ReadError.
    """
    if not data.strip():
        raise ReadError("empty")
    if len(data) > limits.max_bytes:
        raise _too_large(len(data), limits)
    kind = sniff(data, name)
    if kind.format == "text":
        from rekisterilint.readers.plain import reader

        try:
            text = reader.read(data, name, limits, heading_words)
        except ReadError as error:
            if error.code == "binary":
                refuse_damaged(name)
            raise
    elif kind.format in _MODULES:
        module = importlib.import_module(f"rekisterilint.readers.{_MODULES[kind.format]}")
        text = module.read(data, name, limits)
    else:
        refuse_named(kind)
        if Path(name).suffix.lower() in (".txt", ".text", ".md", ".markdown", ".html", ".htm"):
            decode(data)  # says where the binary data begin
        refuse_damaged(name)
        raise ReadError("unknown-format", suffix=Path(name).suffix or name)
    return replace(text, notes=(*kind.notes, *text.notes)) if kind.notes else text
