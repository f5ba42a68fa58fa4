"""Files to texts: one package a family of formats, chosen by what the file holds."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace

from rekisterilint.readers.base import Limits, ReadError
from rekisterilint.readers.decode import decode
from rekisterilint.readers.sniff import refuse_named, sniff
from rekisterilint.text import Text

__all__ = ["Limits", "ReadError", "file_bytes", "read_bytes", "read_file"]

_MEGABYTE = 1024 * 1024
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
            raise ReadError("too-large", size=size // _MEGABYTE, limit=limits.max_bytes // _MEGABYTE)
        return path.read_bytes() if size else _beginning(path, limits.max_bytes + 1)
    except FileNotFoundError as error:
        raise ReadError("not-found") from error
    except OSError as error:
        raise ReadError("unreadable", reason=error.strerror or str(error)) from error


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
        size, limit = len(data) // _MEGABYTE, limits.max_bytes // _MEGABYTE
        raise ReadError("too-large", size=size, limit=limit)
    kind = sniff(data, name)
    if kind.format == "text":
        from rekisterilint.readers.plain import reader

        text = reader.read(data, name, limits, heading_words)
    elif kind.format in _MODULES:
        module = importlib.import_module(f"rekisterilint.readers.{_MODULES[kind.format]}")
        text = module.read(data, name, limits)
    else:
        refuse_named(kind)
        if Path(name).suffix.lower() in (".txt", ".text", ".md", ".markdown", ".html", ".htm"):
            decode(data)  # says where the binary data begin
        raise ReadError("unknown-format", suffix=Path(name).suffix or name)
    return replace(text, notes=(*kind.notes, *text.notes)) if kind.notes else text
