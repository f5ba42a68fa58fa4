"""What every report is: told of each file as it is done, closed with the counts."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Protocol, TextIO

import msgspec

from rekisterilint.results import FileResult, Summary

if TYPE_CHECKING:
    from rekisterilint.catalogue.model import Rule


class ReportOptions(msgspec.Struct, frozen=True):
    """How a report is written. `language` is that of the messages, `colour` is for terminals.

    `rules` is the catalogue in force, `tool` the JSON report's `tool` object, `today` the day
    that reports to send on are dated by. `baseline`: findings are held against a baseline.
    """

    language: str
    colour: bool
    rules: Mapping[str, Rule]
    tool: Mapping[str, Any]
    quiet: bool = False
    statistics: bool = False
    today: datetime.date | None = None
    baseline: bool = False


class Report(Protocol):
    """A report in one format, written to one stream as the run goes on."""

    def __init__(self, out: TextIO, options: ReportOptions) -> None: ...

    def add(self, result: FileResult) -> None:
        """Take the result of one file."""

    def close(self, summary: Summary) -> None:
        """Write what comes last; called once, also when no file was checked."""
