"""SARIF 2.1.0: what code hosts show beside a change."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath, PureWindowsPath
from typing import TYPE_CHECKING, Any, TextIO
from urllib.parse import quote

from rekisterilint.locations import is_url
from rekisterilint.reports.base import ReportOptions
from rekisterilint.reports.json_report import dumps
from rekisterilint.reports.plain_words import harmless
from rekisterilint.results import FileResult, Summary

if TYPE_CHECKING:
    from rekisterilint.catalogue.model import Rule

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
# What code hosts sort alerts by.
_PROBLEMS = {"error": "error", "warning": "warning", "info": "recommendation"}
_PRECISION = {"high": "very-high", "medium": "high", "low": "medium"}
# A PDF's or Word file's lines are those of the drawn text: nothing there can be edited by place.
_DRAWN = frozenset({"pdf", "docx", "odt"})


class SarifReport:
    """One run; results are written as they come, the rules stand in the driver ahead of them."""

    def __init__(self, out: TextIO, options: ReportOptions) -> None:
        self._out = out
        self._options = options
        self._numbers = {rule: number for number, rule in enumerate(options.rules)}
        self._first = True
        self._notifications: list[dict[str, Any]] = []
        driver = {
            "name": "rekisterilint",
            "version": options.tool["version"],
            "semanticVersion": options.tool["version"],
            "language": options.language,
            "rules": [self._descriptor(rule) for rule in options.rules.values()],
        }
        out.write(f'{{"$schema": "{_SCHEMA}", "version": "2.1.0", "runs": [{{\n')
        out.write(f'"tool": {{"driver": {dumps(driver)}}},\n"columnKind": "unicodeCodePoints",\n')
        out.write('"results": [')

    def add(self, result: FileResult) -> None:
        """Write the findings of one file, the suppressed ones marked."""
        uri = uri_of(result.path)
        for note in result.notes:
            self._notify(uri, "note", note)
        if result.error is not None:
            self._notify(uri, "error", result.error["message"])
        if result.document is None:
            return
        for number, finding in enumerate(result.document["findings"]):
            self._write(self._result(uri, result, finding, number))
        for finding in result.suppressed:
            self._write(self._suppressed(uri, finding))

    def close(self, summary: Summary) -> None:
        """Write what could not be checked, and the end."""
        invocation = {
            "executionSuccessful": not summary.unread,
            "toolExecutionNotifications": self._notifications,
        }
        self._out.write(f'],\n"invocations": [{dumps(invocation)}]}}]}}\n')

    def _write(self, values: Mapping[str, Any]) -> None:
        self._out.write(("\n" if self._first else ",\n") + dumps(values))
        self._first = False

    def _notify(self, uri: str, level: str, words: str) -> None:
        location = {"physicalLocation": {"artifactLocation": {"uri": uri}}}
        self._notifications.append(
            {"level": level, "message": {"text": plain_message(words)}, "locations": [location]}
        )

    def _descriptor(self, rule: Rule) -> dict[str, Any]:
        language = self._options.language
        return {
            "id": rule.id,
            "name": rule.name,
            "shortDescription": {"text": rule.name.replace("-", " ")},
            "fullDescription": {"text": rule.help[language].strip()},
            "help": {"text": f"{rule.help[language].strip()}\n{rule.provision}"},
            "defaultConfiguration": {"level": _LEVELS[rule.severity.label]},
            "properties": {
                "tags": ["privacy-notice", rule.family],
                "problem.severity": _PROBLEMS[rule.severity.label],
                "precision": _PRECISION[rule.confidence.label],
                "provision": rule.provision,
            },
        }

    def _base(self, uri: str, finding: Mapping[str, Any], fingerprint: str) -> dict[str, Any]:
        values: dict[str, Any] = {
            "ruleId": finding["rule"],
            "level": _LEVELS[finding["severity"]],
            "message": {"text": plain_message(finding["message"])},
            "locations": [{"physicalLocation": physical_location(uri, finding)}],
            "partialFingerprints": {"rekisterilint/v1": fingerprint},
        }
        if finding["rule"] in self._numbers:
            values["ruleIndex"] = self._numbers[finding["rule"]]
        return values

    def _result(
        self, uri: str, result: FileResult, finding: Mapping[str, Any], number: int
    ) -> dict[str, Any]:
        assert result.document is not None
        values = self._base(uri, finding, result.extras["fingerprints"][number])
        if self._options.baseline:
            values["baselineState"] = "new"
        if result.extras["related"][number]:
            values["relatedLocations"] = [
                {
                    "id": index,
                    "message": {"text": plain_message(place["text"][:200])},
                    "physicalLocation": {
                        "artifactLocation": {"uri": uri},
                        "region": {"startLine": place["line"], "startColumn": place["column"]},
                    },
                }
                for index, place in enumerate(result.extras["related"][number], 1)
            ]
        if finding["fix"] and result.document["format"] not in _DRAWN:
            values["fixes"] = [_fix(uri, finding)]
        if finding["page"]:
            values["properties"] = {"page": finding["page"]}
        return values

    def _suppressed(self, uri: str, finding: Mapping[str, Any]) -> dict[str, Any]:
        values = self._base(uri, finding, finding["fingerprint"])
        if finding["by"] == "baseline":
            values["baselineState"] = "unchanged"
            kind = "external"
        else:
            kind = "inSource" if finding["by"] == "comment" else "external"
        suppression = {"kind": kind, "status": "accepted"}
        if finding["reason"]:
            suppression["justification"] = finding["reason"]
        values["suppressions"] = [suppression]
        return values


def uri_of(path: str) -> str:
    """`path` as a URI reference: relative, or a `file:` URI if the path is absolute; a URL as it is."""
    if is_url(path):
        return quote(path, safe=":/?#[]@!$&'()*+,;=%~")
    windows = PureWindowsPath(path)
    if windows.drive and windows.is_absolute():
        return windows.as_uri()
    quoted = quote(PurePath(path).as_posix(), errors="surrogateescape")
    return f"file://{quoted}" if quoted.startswith("/") else quoted


def plain_message(words: str) -> str:
    """`words` on one line, without what SARIF takes for a link: a notice must not make any."""
    return harmless(words).replace("](", "\\](")


def physical_location(uri: str, finding: Mapping[str, Any]) -> dict[str, Any]:
    """The place of a finding; lines and columns count from 1."""
    region = {
        "startLine": max(finding["line"], 1),
        "startColumn": max(finding["column"], 1),
        "endLine": max(finding["end_line"], finding["line"], 1),
        "endColumn": max(finding["end_column"], 1),
    }
    if region["endLine"] == region["startLine"]:
        region["endColumn"] = max(region["endColumn"], region["startColumn"])
    return {"artifactLocation": {"uri": uri}, "region": region}


def _fix(uri: str, finding: Mapping[str, Any]) -> dict[str, Any]:
    replacements = [
        {
            "deletedRegion": {
                "startLine": edit["line"],
                "startColumn": edit["column"],
                "endLine": edit["end_line"],
                "endColumn": edit["end_column"],
            },
            "insertedContent": {"text": edit["text"]},
        }
        for edit in finding["fix"]["edits"]
    ]
    change = {"artifactLocation": {"uri": uri}, "replacements": replacements}
    return {"description": {"text": finding["suggestion"] or finding["message"]}, "artifactChanges": [change]}
