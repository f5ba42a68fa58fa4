"""A file's result as bytes: what crosses processes and machines, waits for the end of a run, is cached.

JSON in five parts behind a header with their lengths, so that each is decoded when someone asks for
it: a JSON report of a cached run copies documents without ever looking into them. Nothing is
unpickled: bytes that somebody else wrote can at worst say something false.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Mapping
from typing import Any

import orjson

from rekisterilint.results import FileResult, StoredDocument, tally_of

_HEAD = struct.Struct("<4sI5I")
_MAGIC = b"rkl1"


class UnpackError(ValueError):
    """Bytes that are no packed result, or a damaged one."""


def pack(result: FileResult) -> bytes:
    """`result` as bytes; the very ones that it was unpacked from if there are any."""
    if result.packed is not None:
        return result.packed
    notices = result.extras.get("notices", ())
    comments = result.extras.get("comments", ())
    head: dict[str, Any] = {
        "error": result.error,
        "notes": result.notes,
        "suppressed": result.suppressed,
        "tally": tally_of(result.document),
    }
    extras: dict[str, Any] = {
        key: value for key, value in result.extras.items() if key not in ("notices", "comments")
    }
    records: list[Any] = []
    places: list[Any] = []
    if notices or comments:
        from rekisterilint.organisation.record_values import (
            place_values,
            record_values,
            suppression_values,
        )

        records = [record_values(record) for record in notices]
        places = [place_values(record) for record in notices]
        if comments:
            extras["comments"] = [suppression_values(comment) for comment in comments]
    document = b"" if result.document is None else _document(result.document)
    parts = (
        _dumps(head), document, _dumps(extras),
        _dumps(records) if records else b"", _dumps(places) if places else b"",
    )  # fmt: skip
    body = b"".join(parts)
    return _HEAD.pack(_MAGIC, zlib.crc32(body), *map(len, parts)) + body


def unpack(data: bytes, path: str, *, trusted: bool = False) -> FileResult:
    """The result that `pack` made `data` of, for the file at `path`.

    Raises UnpackError where `data` is not in one piece; `trusted` bytes, which never left this
    run, are not looked at for that.
    """
    head, document, extras, records, places = _parts(data, trusted)
    try:
        values = orjson.loads(head)
        return FileResult(
            path=path,
            document=StoredDocument(document, values["tally"]) if document else None,
            error=values["error"],
            notes=tuple(values["notes"]),
            extras=_StoredExtras(path, extras, records, places),
            suppressed=tuple(values["suppressed"]),
            packed=data,
        )
    except (ValueError, KeyError, TypeError) as error:
        raise UnpackError(str(error)) from error


def packed_records(data: bytes) -> bytes:
    """The part of a packed result that holds its notices' records, as JSON; empty if it has none."""
    return _parts(data, trusted=True)[3]


def _parts(data: bytes, trusted: bool) -> list[bytes]:
    if len(data) < _HEAD.size:
        raise UnpackError("too short")
    magic, checksum, *lengths = _HEAD.unpack_from(data)
    if magic != _MAGIC or len(data) != _HEAD.size + sum(lengths):
        raise UnpackError("not a packed result")
    if not trusted and zlib.crc32(memoryview(data)[_HEAD.size :]) != checksum:
        raise UnpackError("damaged")
    parts = []
    at = _HEAD.size
    for length in lengths:
        parts.append(data[at : at + length])
        at += length
    return parts


def _document(document: Mapping[str, Any]) -> bytes:
    """A document as the JSON report has it, so that nothing is left to do with it there."""
    from rekisterilint.reports.json_report import dumps

    if isinstance(document, StoredDocument):
        return document.data
    try:
        return dumps(document).encode()
    except TypeError:
        return dumps(_writable(document)).encode()


def _dumps(value: Any) -> bytes:
    try:
        return orjson.dumps(value)
    except TypeError:
        # Half a character, as a file name or a JSON escape may hold: no UTF-8, so no report either.
        return orjson.dumps(_writable(value))


def _writable(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, Mapping):
        return {_writable(key): _writable(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_writable(part) for part in value]
    return value


class _StoredExtras(Mapping[str, Any]):
    """The extras of a result, decoded when they are asked for; the records apart from the rest."""

    __slots__ = ("_extras", "_path", "_places", "_records", "_values")

    def __init__(self, path: str, extras: bytes, records: bytes, places: bytes) -> None:
        self._path, self._extras, self._records, self._places = path, extras, records, places
        self._values: dict[str, Any] | None = None

    def __getitem__(self, key: str) -> Any:
        if key != "notices":
            return self._plain()[key]
        if not self._records:
            raise KeyError(key)
        from rekisterilint.organisation.record_values import record_of

        path = self._path.encode("utf-8", "replace").decode()
        return tuple(
            record_of(path, values, more)
            for values, more in zip(orjson.loads(self._records), orjson.loads(self._places), strict=True)
        )

    def __contains__(self, key: object) -> bool:
        # Of most results nobody asks more: then there is nothing to decode.
        written = isinstance(key, str) and f'"{key}":'.encode() in self._extras
        return bool(self._records) if key == "notices" else written and key in self._plain()

    def __iter__(self) -> Iterator[str]:
        yield from self._plain()
        if self._records:
            yield "notices"

    def __len__(self) -> int:
        return len(self._plain()) + bool(self._records)

    def _plain(self) -> dict[str, Any]:
        if self._values is None:
            self._values = orjson.loads(self._extras)
            if "comments" in self._values:
                from rekisterilint.organisation.record_values import suppression_of

                self._values["comments"] = tuple(map(suppression_of, self._values["comments"]))
        return self._values
