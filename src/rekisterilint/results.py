"""The result for one file as plain values: what reports are written from.

Plain values travel between processes, into the cache and onto other machines as they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec
from msgspec.structs import replace

SEVERITIES = ("error", "warning", "info")


class StoredDocument(Mapping[str, Any]):
    """A document kept as JSON (`data`, as the JSON report has it) until someone looks into it.

    `tally` has the rule and the severity of each finding: all that counting needs.
    """

    __slots__ = ("_values", "data", "tally")

    def __init__(self, data: bytes, tally: Sequence[tuple[str, str]]) -> None:
        self.data = data
        self.tally = tally
        self._values: dict[str, Any] | None = None

    def _plain(self) -> dict[str, Any]:
        if self._values is None:
            import orjson

            self._values = orjson.loads(self.data)
        return self._values

    def __getitem__(self, key: str) -> Any:
        return self._plain()[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._plain())

    def __len__(self) -> int:
        return len(self._plain())


class FileResult(msgspec.Struct, frozen=True):
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
    extras: Mapping[str, Any] = msgspec.field(default_factory=dict)
    suppressed: tuple[Mapping[str, Any], ...] = ()
    # What `packing.unpack` made this of: none once anything was changed.
    packed: bytes | None = None

    def changed(self, **values: Any) -> FileResult:
        """This result with other values of some fields."""
        return replace(self, packed=None, **values)


def with_printable_path(result: FileResult) -> FileResult:
    """`result` with a path that can be written down: bytes that are no UTF-8 become `?`."""
    if result.path.isascii():
        return result
    path = result.path.encode("utf-8", "replace").decode()
    if path == result.path:
        return result
    document = {**result.document, "path": path} if result.document is not None else None
    error = {**result.error, "path": path} if result.error is not None else None
    return result.changed(path=path, document=document, error=error)


class Summary(msgspec.Struct, frozen=True):
    """Counts of a whole run."""

    documents: int = 0
    errors: int = 0
    warnings: int = 0
    infos: int = 0
    unread: int = 0
    suppressed: Mapping[str, int] = msgspec.field(default_factory=dict)
    by_rule: Mapping[str, int] = msgspec.field(default_factory=dict)

    def plus(self, result: FileResult) -> Summary:
        """The counts with one more file."""
        counts = dict.fromkeys(SEVERITIES, 0)
        by_rule = dict(self.by_rule)
        for rule, severity in tally_of(result.document):
            counts[severity] += 1
            by_rule[rule] = by_rule.get(rule, 0) + 1
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


def tally_of(document: Mapping[str, Any] | None) -> Sequence[tuple[str, str]]:
    """The rule and the severity of each finding of a document."""
    if document is None:
        return []
    if isinstance(document, StoredDocument):
        return document.tally
    return [(finding["rule"], finding["severity"]) for finding in document["findings"]]
