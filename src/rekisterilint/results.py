"""The result for one file as plain values: what reports are written from.

Plain values travel between processes, into the cache and onto other machines as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

SEVERITIES = ("error", "warning", "info")


@dataclass(frozen=True, slots=True)
class FileResult:
    """What one file gave: `document` (the JSON report's values), or `error` if it was not checked.

    Both are there when a rule crashed: the document is what the other rules found.

    `error` has `path`, `code` and `message`. `notes` are remarks on how the file was read.
    `extras` holds what some reports need beyond the JSON report: `snippets` (for each finding the
    source line and the columns to underline), `sections` and `fingerprints` (one a finding),
    `related` (places of each finding's related spans), `edits` (source offsets of fixes) and,
    when asked for, `blocks` (the text as read). `suppressed` are findings that a suppression or
    the baseline hides, each with the reason under `by`.
    """

    path: str
    document: Mapping[str, Any] | None = None
    error: Mapping[str, Any] | None = None
    notes: tuple[str, ...] = ()
    extras: Mapping[str, Any] = field(default_factory=dict)
    suppressed: tuple[Mapping[str, Any], ...] = ()


def with_printable_path(result: FileResult) -> FileResult:
    """`result` with a path that can be written down: bytes that are no UTF-8 become `?`."""
    path = result.path.encode("utf-8", "replace").decode()
    if path == result.path:
        return result
    document = {**result.document, "path": path} if result.document is not None else None
    error = {**result.error, "path": path} if result.error is not None else None
    return replace(result, path=path, document=document, error=error)


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts of a whole run."""

    documents: int = 0
    errors: int = 0
    warnings: int = 0
    infos: int = 0
    unread: int = 0
    suppressed: Mapping[str, int] = field(default_factory=dict)
    by_rule: Mapping[str, int] = field(default_factory=dict)

    def plus(self, result: FileResult) -> Summary:
        """The counts with one more file."""
        counts = dict.fromkeys(SEVERITIES, 0)
        by_rule = dict(self.by_rule)
        findings: Iterable[Mapping[str, Any]] = result.document["findings"] if result.document else ()
        for finding in findings:
            counts[finding["severity"]] += 1
            by_rule[finding["rule"]] = by_rule.get(finding["rule"], 0) + 1
        suppressed = dict(self.suppressed)
        for finding in result.suppressed:
            suppressed[finding["by"]] = suppressed.get(finding["by"], 0) + 1
        return Summary(
            self.documents + (result.document is not None),
            self.errors + counts["error"],
            self.warnings + counts["warning"],
            self.infos + counts["info"],
            self.unread + (result.error is not None),
            suppressed,
            by_rule,
        )

    def count(self, severity: str) -> int:
        """How many findings have `severity`."""
        return {"error": self.errors, "warning": self.warnings, "info": self.infos}[severity]
