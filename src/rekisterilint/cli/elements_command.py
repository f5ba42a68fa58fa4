"""`rekisterilint elements`: the Article 13/14 table."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TextIO

from rekisterilint.catalogue import CatalogueError
from rekisterilint.checker import Checker, CheckOptions
from rekisterilint.cli import exits
from rekisterilint.cli.messages import say
from rekisterilint.cli.outputs import Output, open_outputs
from rekisterilint.cli.requests import (
    Overrides,
    UsageError,
    check_value,
    chosen_language,
    config_finder,
    tasks_for,
    today,
)
from rekisterilint.config import ConfigError
from rekisterilint.elements.keys import ELEMENT_KEYS
from rekisterilint.reports import ReportOptions, report_class
from rekisterilint.reports.plain_words import harmless
from rekisterilint.reports.wording import ELEMENT_NAMES, word
from rekisterilint.results import FileResult, Summary
from rekisterilint.runs.run import run_checks

_SIGNS = {"stated": "●", "partial": "◐", "referred": "→", "missing": "✗", "not_applicable": "·"}
_STYLES = {
    "stated": "green",
    "partial": "yellow",
    "referred": "yellow",
    "missing": "bold red",
    "not_applicable": "dim",
}


def run_elements_command(
    paths: tuple[str, ...],
    format_: str,
    output: Path | None,
    lang: str,
    config: Path | None,
    no_config: bool,
    jobs: int,
    stdin_filename: str,
) -> int:
    """Write the table of `paths`; returns the exit status (0, 2 or 3)."""
    try:
        language = chosen_language(lang)
        check_value("--format", format_, ("text", "csv", "json"), language)
        planned = list(
            tasks_for(paths or (".",), config_finder(config, no_config), Overrides(), stdin_filename, language)
        )
        if not planned:
            raise UsageError(say("no-files", language, paths=" ".join(paths) or "."))
        options = CheckOptions(language, today())
        results = list(run_checks((task for task, _ in planned), options, jobs or 1))
        rules = Checker(options).catalogue(planned[0][0].config).rules
        with ExitStack() as stack:
            for _, stream in open_outputs(stack, [Output("text", output)], language):
                _write(results, format_, stream, ReportOptions(language, False, rules, {}))
    except (UsageError, ConfigError, CatalogueError) as error:
        print(f"rekisterilint: {error}", file=sys.stderr)
        return exits.USAGE
    unread = [result for result in results if result.error is not None]
    for result in unread:
        assert result.error is not None
        print(f"{harmless(result.path)}: {harmless(result.error['message'])}", file=sys.stderr)
    return exits.UNREAD if unread else exits.CLEAN


def _write(results: Sequence[FileResult], format_: str, out: TextIO, options: ReportOptions) -> None:
    if format_ == "text":
        _write_table(results, out, options.language)
        return
    report = report_class("elements-csv" if format_ == "csv" else "json")(out, options)
    summary = Summary()
    for result in results:
        summary = summary.plus(result)
        report.add(result)
    report.close(summary)


def _write_table(results: Sequence[FileResult], out: TextIO, language: str) -> None:
    """One column for each notice would not fit: notices stand down, elements have numbers."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(file=out, highlight=False, markup=False, emoji=False, width=None if out.isatty() else 120)
    table = Table(padding=(0, 0), header_style="bold")
    table.add_column("")
    for number in range(1, len(ELEMENT_KEYS) + 1):
        table.add_column(f"{number:2}", justify="center")
    for result in results:
        if result.document is None:
            continue
        statuses = [result.document["elements"][key]["status"] for key in ELEMENT_KEYS]
        signs = [Text(_SIGNS[status], _STYLES[status]) for status in statuses]
        table.add_row(Text(harmless(result.path)), *signs)
    console.print(table)
    for number, key in enumerate(ELEMENT_KEYS, 1):
        out.write(f"{number:2} {ELEMENT_NAMES[key][language]}\n")
    out.write("  ".join(f"{sign} {word(status, language)}" for status, sign in _SIGNS.items()) + "\n")
