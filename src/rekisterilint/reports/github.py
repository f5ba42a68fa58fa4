"""GitHub Actions annotations: workflow commands on standard output."""

from __future__ import annotations

from typing import TextIO

from rekisterilint.locations import posix
from rekisterilint.reports.base import ReportOptions
from rekisterilint.reports.plain_words import harmless
from rekisterilint.reports.wording import word
from rekisterilint.results import FileResult, Summary

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


class GitHubReport:
    """One annotation a finding; files that were not checked are errors."""

    def __init__(self, out: TextIO, options: ReportOptions) -> None:
        self._out = out
        self._language = options.language

    def add(self, result: FileResult) -> None:
        """Write the annotations of one file."""
        path = _property(posix(result.path))
        if result.error is not None:
            self._out.write(f"::error file={path}::{_data(result.error['message'])}\n")
        if result.document is None:
            return
        for finding in result.document["findings"]:
            place = f"file={path},line={finding['line']},endLine={finding['end_line']}"
            if finding["line"] == finding["end_line"]:
                place += f",col={finding['column']},endColumn={finding['end_column']}"
            title = _property(f"{finding['rule']} {finding['name']}")
            # A PDF's line counts within its page, which an annotation has no place for.
            page = f"{word('page', self._language)} {finding['page']}: " if finding["page"] else ""
            words = _data(f"{page}{finding['message']} ({finding['provision']})")
            self._out.write(f"::{_COMMANDS[finding['severity']]} {place},title={title}::{words}\n")

    def close(self, summary: Summary) -> None:
        """Nothing: annotations stand for themselves."""


def _data(words: str) -> str:
    """Escaped as workflow commands want it, so that a notice can't give commands of its own."""
    return harmless(words.replace("%", "%25")).replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _data(words).replace(":", "%3A").replace(",", "%2C")
