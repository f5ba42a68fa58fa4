"""Edits to bytes. Only the words of an edit change; encoding, byte order mark and line ends stay."""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rekisterilint.readers.decode import decode
from rekisterilint.results import FileResult

IN_PLACE_FORMATS = frozenset({"text", "markdown", "html", "register"})


class UnfixableError(Exception):
    """A file whose format can't be edited, or whose encoding lacks a letter of the fix."""


@dataclass(frozen=True, slots=True)
class FixedFile:
    """A file's content after its edits, as text before and after, and how many were applied."""

    before: str
    after: str
    data: bytes
    applied: int


def chosen_edits(result: FileResult, *, unsafe: bool) -> list[Mapping[str, Any]]:
    """The edits of a result's fixes, unsafe ones only if asked for: all of a fix or none of it."""
    if result.document is None:
        return []
    chosen: list[Mapping[str, Any]] = []
    taken: list[tuple[int, int]] = []
    for finding, edits in zip(result.document["findings"], result.extras["edits"], strict=True):
        if not edits or not (unsafe or finding["fix"]["safe"]):
            continue
        spans = [(edit["start"], edit["end"]) for edit in edits]
        if any(a < end and start < b for a, b in spans for start, end in taken):
            continue
        taken += spans
        chosen += edits
    return chosen


def fixed_bytes(data: bytes, format_: str, edits: Iterable[Mapping[str, Any]]) -> FixedFile:
    """`data` with `edits` applied. Offsets are characters of the decoded source.

    An edit whose words stand otherwise in the source (markup or an entity in between, a word cut
    at a line end) is left out: a person mends it. Raises UnfixableError for a format that is not
    text and for letters that the file's encoding lacks.
    """
    if format_ not in IN_PLACE_FORMATS:
        raise UnfixableError(format_)
    decoded = decode(data, html=format_ == "html")
    if not decoded.lossless:
        raise UnfixableError(decoded.encoding)
    source = decoded.text
    applicable = _applicable(source, edits)
    after = source
    for edit in sorted(applicable, key=lambda edit: -edit["start"]):
        words = html.escape(edit["text"], quote=False) if format_ == "html" else edit["text"]
        after = after[: edit["start"]] + words + after[edit["end"] :]
    try:
        encoded = decoded.bom + after.encode(decoded.encoding)
    except UnicodeEncodeError as error:
        raise UnfixableError(f"{decoded.encoding}: {error.object[error.start]}") from error
    return FixedFile(source, after, encoded, len(applicable))


def _applicable(source: str, edits: Iterable[Mapping[str, Any]]) -> Sequence[Mapping[str, Any]]:
    return [edit for edit in edits if source[edit["start"] : edit["end"]] == edit["was"]]
