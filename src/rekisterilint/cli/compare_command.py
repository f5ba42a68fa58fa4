"""`rekisterilint compare OLD NEW`: what changed for the data subject."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from pathlib import Path

from rekisterilint.catalogue import CatalogueError
from rekisterilint.checker import Checker, CheckOptions
from rekisterilint.cli import exits
from rekisterilint.cli.messages import say
from rekisterilint.cli.outputs import Output, open_outputs
from rekisterilint.cli.requests import (
    UsageError,
    check_value,
    chosen_language,
    config_finder,
    today,
)
from rekisterilint.compare.changes import Change, find_changes
from rekisterilint.compare.report import REPORTS
from rekisterilint.config import ConfigError
from rekisterilint.organisation.record import NoticeRecord
from rekisterilint.reports.plain_words import harmless
from rekisterilint.results import FileResult


class _UnreadError(Exception):
    """A file that could not be read."""


def run_compare_command(
    old: Path, new: Path, format_: str, output: Path | None, lang: str, config: Path | None,
    no_config: bool,
) -> int:  # fmt: skip
    """Write the changes; returns 0 (none), 1 (some), 2 (can't be compared) or 3 (not read)."""
    try:
        language = chosen_language(lang)
        check_value("--format", format_, tuple(REPORTS), language)
        finder = config_finder(config, no_config)
        checker = Checker(CheckOptions(language, today(), records="full"))
        before, after = (
            _records(path, checker.check(str(path), finder.for_file(path)), language)
            for path in (old, new)
        )
        changes = _changes(before, after, language)
        with ExitStack() as stack:
            for _, stream in open_outputs(stack, [Output("text", output)], language):
                stream.write(REPORTS[format_](changes, old.as_posix(), new.as_posix(), language))
    except _UnreadError as error:
        print(error, file=sys.stderr)
        return exits.UNREAD
    except (UsageError, ConfigError, CatalogueError) as error:
        print(f"rekisterilint: {error}", file=sys.stderr)
        return exits.USAGE
    return exits.FINDINGS if changes else exits.CLEAN


def _records(path: Path, result: FileResult, language: str) -> tuple[NoticeRecord, ...]:

    if result.error is not None:
        raise _UnreadError(f"{harmless(result.path)}: {harmless(result.error['message'])}")
    records: tuple[NoticeRecord, ...] = result.extras.get("notices", ())
    if not records:
        raise UsageError(say("not-a-notice", language, path=path))
    return records


def _changes(
    old: tuple[NoticeRecord, ...], new: tuple[NoticeRecord, ...], language: str
) -> list[Change]:
    """The changes of the notice, or of each language version that both files have."""
    before = {record.language: record for record in old}
    after = {record.language: record for record in new}
    common = [name for name in before if name in after]
    if not common:
        raise UsageError(
            say("compare-languages", language, old=", ".join(before), new=", ".join(after))
        )
    return [change for name in common for change in find_changes(before[name], after[name])]
