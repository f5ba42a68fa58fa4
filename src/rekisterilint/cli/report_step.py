"""The reports of a run: opened together, each to its own place."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any, TextIO

from rekisterilint.cli.outputs import Output, open_outputs
from rekisterilint.cli.requests import today
from rekisterilint.reports import Report, ReportOptions, report_class

if TYPE_CHECKING:
    from rekisterilint.catalogue.model import Rule


def open_reports(
    stack: ExitStack,
    outputs: Sequence[Output],
    rules: Mapping[str, Rule],
    language: str,
    *,
    colour: str = "auto",
    quiet: bool = False,
    statistics: bool = False,
    baseline: bool = False,
) -> list[Report]:
    """A report for each output. UsageError where a file can't be written."""
    reports = []
    for output, stream in open_outputs(stack, _with_annotations(outputs), language):
        options = ReportOptions(
            language=language,
            colour=_colour(colour, stream) and output.path is None,
            rules=rules,
            tool={} if output.format in ("text", "github") else tool_values(),
            quiet=quiet,
            statistics=statistics,
            today=today(),
            baseline=baseline,
        )
        reports.append(report_class(output.format)(stream, options))
    return reports


def _with_annotations(outputs: Sequence[Output]) -> Sequence[Output]:
    """Inside GitHub Actions a text report on stdout brings annotations with it."""
    if os.environ.get("GITHUB_ACTIONS") != "true" or Output("text", None) not in outputs:
        return outputs
    return [*outputs, Output("github", None)]


def _colour(choice: str, stream: TextIO) -> bool:
    if choice != "auto":
        return choice == "always"
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def tool_values() -> dict[str, Any]:
    """The `tool` object of the JSON report: name, version and the dates of the reference data."""
    from rekisterilint import __version__
    from rekisterilint.data.resources import provenance

    dates = {
        "postal_codes": provenance("postal_codes.json").date,
        "statutes": provenance("statutes.json").date,
    }
    return {"name": "rekisterilint", "version": __version__, "data": dates}
