"""Files that git says have changed: for `--changed-since`."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path

from rekisterilint.cli.messages import say
from rekisterilint.cli.paths import SUFFIXES
from rekisterilint.cli.requests import UsageError


def changed_files(revision: str, paths: Sequence[str], language: str) -> tuple[str, ...]:
    """Readable files below `paths` that differ from `revision` or are new; deleted ones left out.

    UsageError where git or the revision is missing.
    """
    names = _git(["diff", "--name-only", "-z", "--diff-filter=d", "--relative", "--end-of-options", revision, "--", *paths], revision, language)
    names += _git(["ls-files", "-z", "--others", "--exclude-standard", "--", *paths], revision, language)
    return tuple(
        sorted({name for name in names if Path(name).suffix.lower() in SUFFIXES and Path(name).is_file()})
    )


def _git(arguments: list[str], revision: str, language: str) -> list[str]:
    try:
        done = subprocess.run(["git", *arguments], capture_output=True, check=False)
    except OSError as error:
        reason = error.strerror or str(error)
        raise UsageError(say("changed-since", language, revision=revision, reason=reason)) from error
    if done.returncode:
        reason = done.stderr.decode(errors="replace").strip().split("\n")[0]
        raise UsageError(say("changed-since", language, revision=revision, reason=reason))
    return [name for name in done.stdout.decode().split("\0") if name]
