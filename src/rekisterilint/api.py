"""The library's one call."""

from __future__ import annotations

import datetime
from pathlib import Path

from rekisterilint.checker import Checker, CheckOptions
from rekisterilint.config import Config
from rekisterilint.results import FileResult


def check(
    path: str | Path, config: Config | None = None, *, language: str = "fi"
) -> FileResult:
    """The result for the file at `path`: its document (as in the JSON report) or its error.

    `language` is that of the messages (fi, sv, en). Raises CatalogueError for faulty rule files
    of `config`; a file that can't be read is no exception but `result.error`.
    """
    checker = Checker(CheckOptions(language, datetime.date.today()))
    return checker.check(str(path), config or Config())
