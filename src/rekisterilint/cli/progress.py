"""A progress bar on stderr, for people only and for runs that last."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rekisterilint.cli.messages import say
from rekisterilint.results import FileResult

if TYPE_CHECKING:
    from rich.progress import Progress

_PATIENCE = 1.0
_PAUSE = 0.1


def with_progress(
    results: Iterable[FileResult], total: int, language: str, *, wanted: bool
) -> Iterator[FileResult]:
    """`results` as they come, with a bar after a second; it is gone whenever a report may write."""
    if not (wanted and total > 1 and sys.stderr.isatty()):
        yield from results
        return
    started = drawn = time.monotonic()
    progress: Progress | None = None
    try:
        for number, result in enumerate(results):
            if progress is not None:
                progress.stop()
            yield result
            now = time.monotonic()
            if now - started > _PATIENCE and now - drawn > _PAUSE:
                drawn = now
                progress = progress or _bar(total, language)
                progress.update(progress.task_ids[0], completed=number + 1)
                progress.start()
                progress.refresh()
    finally:
        if progress is not None:
            progress.stop()


def _bar(total: int, language: str) -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    progress = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        console=Console(stderr=True),
        auto_refresh=False,
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
    )
    progress.add_task(say("checking", language), total=total)
    return progress
