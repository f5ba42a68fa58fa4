"""`--watch`: check again whatever changes, until the user has enough."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from rekisterilint.cli import exits
from rekisterilint.cli.messages import say
from rekisterilint.cli.paths import expand_paths
from rekisterilint.cli.requests import UsageError
from rekisterilint.config.find import FILE_NAMES
from rekisterilint.reports.plain_words import harmless


def watch_paths(paths: Sequence[str], run: Callable[[Sequence[str]], int], language: str) -> int:
    """Call `run` with `paths`, then with the files among them that change; ends at Ctrl-C.

    A changed configuration has everything checked again. UsageError where watchfiles is missing.
    """
    try:
        from watchfiles import watch
    except ImportError as error:
        raise UsageError(say("watch-missing", language)) from error
    folders = [path for path in paths if Path(path).is_dir()]
    beside = {str(Path(path).parent) for path, named in expand_paths(paths) if named}
    try:
        run(paths)
        print(say("watching", language), file=sys.stderr, flush=True)
        for changes in watch(*folders, *sorted(beside), recursive=bool(folders), raise_interrupt=True):
            again = _again(paths, {Path(path).resolve() for _, path in changes})
            if again:
                names = ", ".join(harmless(path) for path in again)
                print(say("changed", language, paths=names), file=sys.stderr, flush=True)
                run(again)
                sys.stdout.flush()
    except KeyboardInterrupt:
        pass
    return exits.CLEAN


def _again(paths: Sequence[str], changed: set[Path]) -> Sequence[str]:
    if any(path.name in FILE_NAMES for path in changed):
        return paths
    return [path for path, _ in expand_paths(paths) if Path(path).is_file() and Path(path).resolve() in changed]
