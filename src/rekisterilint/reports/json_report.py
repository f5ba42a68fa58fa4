"""The JSON report (schemas/report.schema.json): a contract."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from rekisterilint.elements.assess import ELEMENT_KEYS
from rekisterilint.findings import Document, Finding, Span, translated
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
    start, end = text.place(finding.span.start), text.end_place(finding.span.end)
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


def report_values(
    documents: Iterable[Document],
    errors: Iterable[Mapping[str, str]],
    language: str,
    tool: Mapping[str, Any],
) -> dict[str, Any]:
    """The whole report as plain values."""
    listed = list(documents)
    counts = {"error": 0, "warning": 0, "info": 0}
    for document in listed:
        for finding in document.findings:
            counts[finding.severity.label] += 1
    return {
        "version": 1,
        "tool": tool,
        "summary": {
            "documents": len(listed),
            "errors": counts["error"],
            "warnings": counts["warning"],
            "infos": counts["info"],
        },
        "documents": [document_values(document, language) for document in listed],
        "errors": list(errors),
    }
