"""The JSON report (schemas/report.schema.json): a contract."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TextIO

from rekisterilint.elements.keys import ELEMENT_KEYS
from rekisterilint.reports.base import ReportOptions
from rekisterilint.results import FileResult, StoredDocument, Summary

# JSON itself asks for C0 only.
_ACTED_ON = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")

if TYPE_CHECKING:
    from rekisterilint.findings import Document, Finding, Span
    from rekisterilint.text import Text


def document_values(document: Document, language: str) -> dict[str, Any]:
    """The report's values for one document, messages in `language`."""
    text = document.text
    return {
        "path": document.path,
        "format": text.format,
        "language": document.language,
        "title": document.title,
        "controller_type": document.controller_type,
        "legal_bases": list(document.legal_bases),
        "elements": {
            key: {
                "status": document.elements[key].status.value,
                "evidence": [_evidence(text, span) for span in document.elements[key].evidence],
            }
            for key in ELEMENT_KEYS
        },
        "findings": [finding_values(text, finding, language) for finding in document.findings],
    }


def _evidence(text: Text, span: Span) -> dict[str, Any]:
    place = text.place(span.start)
    return {"line": place.line, "column": place.column, "text": text.content[span.start : span.end]}


def finding_values(text: Text, finding: Finding, language: str) -> dict[str, Any]:
    """The report's values for one finding."""
    from rekisterilint.findings import translated

    start, end = map(text.source_place, finding.source_range(text))
    fix = None
    if finding.fix is not None:
        fix = {
            "safe": finding.fix.safe,
            "edits": [
                {**_range(text, edit.span), "text": edit.text} for edit in finding.fix.edits
            ],
        }
    return {
        "rule": finding.rule.id,
        "name": finding.rule.name,
        "severity": finding.severity.label,
        "confidence": finding.confidence.label,
        "message": finding.message(language),
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
        "page": start.page,
        "excerpt": finding.excerpt,
        "provision": finding.rule.provision,
        "suggestion": translated(finding.suggestion, language) or None,
        "fix": fix,
    }


def _range(text: Text, span: Span) -> Mapping[str, int]:
    start, end = text.place(span.start), text.end_place(span.end)
    return {
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
    }


class JsonReport:
    """The JSON report, written document by document."""

    def __init__(self, out: TextIO, options: ReportOptions) -> None:
        self._out = out
        self._options = options
        self._errors: list[Mapping[str, Any]] = []
        self._first = True
        out.write('{"version": 1,\n "tool": ' + dumps(options.tool) + ',\n "documents": [')

    def add(self, result: FileResult) -> None:
        """Write a document, or keep an error for the end."""
        if result.error is not None:
            self._errors.append(result.error)
        if result.document is not None:
            self._out.write("\n  " if self._first else ",\n  ")
            self._out.write(_document_text(result.document))
            self._first = False

    def close(self, summary: Summary) -> None:
        """Write the errors and the counts."""
        counts = {
            "documents": summary.documents,
            "errors": summary.errors,
            "warnings": summary.warnings,
            "infos": summary.infos,
        }
        self._out.write('],\n "errors": ' + dumps(self._errors))
        self._out.write(',\n "summary": ' + dumps(counts) + "}\n")


def _document_text(document: Mapping[str, Any]) -> str:
    """A document as JSON; one that is kept as such was written by `dumps` and is copied as it is."""
    return document.data.decode() if isinstance(document, StoredDocument) else dumps(document)


def dumps(value: Any) -> str:
    """`value` as JSON on one line, letters as they are.

    Controls that a terminal would act on, and those that turn the direction of the text around
    them, are escaped: the value stays what it is.
    """
    import orjson

    return _escaped(orjson.dumps(value))


def _escaped(json: bytes) -> str:
    return _ACTED_ON.sub(lambda match: f"\\u{ord(match.group()):04x}", json.decode())
