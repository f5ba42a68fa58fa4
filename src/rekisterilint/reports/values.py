"""Documents to the plain values that reports are written from."""

from __future__ import annotations

from typing import Any

from rekisterilint.findings import Document, Finding, Span
from rekisterilint.fingerprints import fingerprint
from rekisterilint.reports.json_report import document_values
from rekisterilint.results import FileResult
from rekisterilint.text import Text


def file_result(
    document: Document, language: str, notes: tuple[str, ...] = (), *, with_blocks: bool = False
) -> FileResult:
    """The plain values of `document`, messages in `language`; with the text as read if asked."""
    text = document.text
    extras: dict[str, Any] = {
        "snippets": [_snippet(text, finding) for finding in document.findings],
        "sections": [finding.section for finding in document.findings],
        "fingerprints": [fingerprint(finding) for finding in document.findings],
        "related": [[_place(text, span) for span in f.related] for f in document.findings],
        "edits": [_edits(text, finding) for finding in document.findings],
        "variants": [finding.variant for finding in document.findings],
    }
    if with_blocks:
        extras["blocks"] = _blocks(text)
        extras["spans"] = [
            [0, 0] if f.in_source else [*text.shown(f.span.start, f.span.end)] for f in document.findings
        ]
    return FileResult(document.path, document_values(document, language), None, notes, extras)


def _snippet(text: Text, finding: Finding) -> dict[str, Any]:
    """The source line of the finding's start; `start` and `end` are columns within it, from 0."""
    source_start, source_end = finding.source_range(text)
    line = text.source_line(source_start)
    place = text.source_place(source_start)
    start = place.column - 1
    end = min(start + max(source_end - source_start, 1), len(line))
    return {"line": line, "start": start, "end": max(end, start), "path": place.path}


def _place(text: Text, span: Span) -> dict[str, Any]:
    place = text.place(span.start)
    return {
        "line": place.line,
        "column": place.column,
        "page": place.page,
        "text": text.content[span.start : span.end],
    }


def _edits(text: Text, finding: Finding) -> list[dict[str, Any]]:
    """Source offsets [start, end), the words there and the new words of each edit of the fix."""
    if finding.fix is None:
        return []
    return [
        {
            "start": text.origin.source_offset(edit.span.start),
            "end": text.origin.source_offset(max(edit.span.end - 1, edit.span.start)) + 1
            if edit.span.end > edit.span.start
            else text.origin.source_offset(edit.span.start),
            "text": edit.text,
            "was": text.content[edit.span.start : edit.span.end],
        }
        for edit in finding.fix.edits
    ]


def _blocks(text: Text) -> list[dict[str, Any]]:
    return [
        {
            "kind": block.kind.value,
            "level": block.level,
            "marker": block.marker,
            "furniture": block.furniture,
            "start": block.start,
            "text": text.content[block.start : block.end],
        }
        for block in text.blocks
    ]
