"""GitLab code quality (Code Climate's issue format)."""

from __future__ import annotations

from typing import TextIO

from rekisterilint.locations import posix
from rekisterilint.reports.base import ReportOptions
from rekisterilint.reports.json_report import dumps
from rekisterilint.reports.plain_words import harmless
from rekisterilint.results import FileResult, Summary

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


class GitLabReport:
    """A JSON list of issues; a file that was not checked is a blocker."""

    def __init__(self, out: TextIO, options: ReportOptions) -> None:
        self._out = out
        del options
        self._first = True
        self._seen: dict[str, int] = {}
        out.write("[")

    def add(self, result: FileResult) -> None:
        """Write the issues of one file."""
        self._seen.clear()
        path = posix(result.path)
        if result.error is not None:
            self._write("not-checked", result.error["message"], path, 1, "blocker", result.error["code"])
        if result.document is None:
            return
        for finding, fingerprint in zip(
            result.document["findings"], result.extras["fingerprints"], strict=True
        ):
            self._write(
                finding["rule"], finding["message"], path, finding["line"],
                _SEVERITIES[finding["severity"]], fingerprint,
            )  # fmt: skip

    def close(self, summary: Summary) -> None:
        """Write the end of the list."""
        self._out.write("\n]\n")

    def _write(
        self, rule: str, words: str, path: str, line: int, severity: str, fingerprint: str
    ) -> None:
        # GitLab drops issues that share a fingerprint: the same words twice count on.
        key = f"{path}:{fingerprint}"
        self._seen[key] = self._seen.get(key, 0) + 1
        issue = {
            "description": f"{rule}: {harmless(words)}",
            "check_name": rule,
            "fingerprint": f"{key}:{self._seen[key]}",
            "severity": severity,
            "location": {"path": path, "lines": {"begin": line}},
        }
        self._out.write(("\n" if self._first else ",\n") + dumps(issue))
        self._first = False
