"""Reports: one module a format, imported when it is asked for."""

from __future__ import annotations

import importlib
from collections.abc import Mapping

from rekisterilint.reports.base import Report, ReportOptions

__all__ = ["FORMATS", "Report", "ReportOptions", "report_class"]

FORMATS: Mapping[str, str] = {
    "text": "terminal.TerminalReport",
    "json": "json_report.JsonReport",
    "sarif": "sarif.SarifReport",
    "junit": "junit.JUnitReport",
    "github": "github.GitHubReport",
    "gitlab": "gitlab.GitLabReport",
    "html": "html.HtmlReport",
    "markdown": "markdown.MarkdownReport",
    "csv": "csv_report.CsvReport",
    "elements-csv": "csv_report.ElementsCsvReport",
}


def report_class(name: str) -> type[Report]:
    """The class of the format called `name` (a key of `FORMATS`)."""
    module, _, attribute = FORMATS[name].rpartition(".")
    loaded: type[Report] = getattr(
        importlib.import_module(f"rekisterilint.reports.{module}"), attribute
    )
    return loaded
