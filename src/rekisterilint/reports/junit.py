"""JUnit XML: a test case for each file, failed by findings that are errors or warnings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, TextIO
from xml.sax.saxutils import escape, quoteattr

from rekisterilint.reports.base import ReportOptions
from rekisterilint.reports.plain_words import harmless
from rekisterilint.reports.spool import open_spool, pour
from rekisterilint.results import FileResult, Summary

# Beyond what no terminal likes: characters that XML has no way to write.
_NOT_XML = re.compile("[\ud800-\udfff\ufffe\uffff]")



class JUnitReport:
    """One suite. Infos fail nothing: they stand in the case's output.

    Cases wait in a temporary file: their numbers stand ahead of them.
    """

    def __init__(self, out: TextIO, options: ReportOptions) -> None:
        self._out = out
        del options
        self._spool = open_spool()
        self._cases = self._failures = self._errors = 0

    def add(self, result: FileResult) -> None:
        """Take one file as a test case."""
        name = quoteattr(_words(result.path))
        lines = [f"  <testcase classname=\"rekisterilint\" name={name}>"]
        if result.error is not None:
            self._errors += 1
            message = quoteattr(_words(result.error["message"]))
            lines.append(f"    <error type={quoteattr(result.error['code'])} message={message}/>")
        if result.document is not None:
            findings = result.document["findings"]
            failing = [f for f in findings if f["severity"] != "info"]
            self._failures += bool(failing)
            if failing:
                words = "\n".join(_line(finding) for finding in failing)
                first = quoteattr(_words(failing[0]["message"]))
                lines.append(f"    <failure type={quoteattr(failing[0]['rule'])} message={first}>{escape(words)}</failure>")
            infos = [f for f in findings if f["severity"] == "info"]
            if infos:
                words = "\n".join(_line(finding) for finding in infos)
                lines.append(f"    <system-out>{escape(words)}</system-out>")
        self._cases += 1
        self._spool.write("\n".join([*lines, "  </testcase>\n"]))

    def close(self, summary: Summary) -> None:
        """Write the suite."""
        self._out.write('<?xml version="1.0" encoding="UTF-8"?>\n')
        counts = f'tests="{self._cases}" failures="{self._failures}" errors="{self._errors}"'
        self._out.write(f'<testsuites {counts}>\n <testsuite name="rekisterilint" {counts}>\n')
        pour(self._spool, self._out)
        self._out.write(" </testsuite>\n</testsuites>\n")


def _line(finding: Mapping[str, Any]) -> str:
    page = f"{finding['page']}/" if finding["page"] else ""
    place = f"{page}{finding['line']}:{finding['column']}"
    return f"{place} {finding['rule']} {_words(finding['message'])} ({_words(finding['provision'])})"


def _words(words: str) -> str:
    return _NOT_XML.sub("\ufffd", harmless(words))
