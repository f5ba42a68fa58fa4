"""Paths on the command line to files: folders are walked, globs expanded."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from rekisterilint.cli.own_reports import begins_as_report
from rekisterilint.config.model import Config
from rekisterilint.locations import is_url

SUFFIXES = frozenset(
    {
        ".txt", ".md", ".markdown", ".html", ".htm", ".pdf", ".docx", ".docm", ".odt", ".yaml", ".yml", ".json",
        # Not read, but said so: who keeps notices in them must not think them checked.
        ".doc", ".rtf",
    }
)  # fmt: skip
_SKIPPED_FOLDERS = frozenset({".git", ".hg", ".svn", "node_modules", ".venv", "__pycache__", ".tox"})
_CONFIGURATION = frozenset({"rekisterilint.toml", ".pre-commit-config.yaml", "package.json"})


def expand_paths(arguments: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """Each file once, as (path, whether it was named itself); what does not exist is passed on.

    Folders are walked in name order; in them only files with a readable ending count, our own
    reports and links to folders don't. What a URL stands for is found out over the network
    (`remote.expand_url`, which may raise RemoteError).
    """
    if len(arguments) == 1:
        yield from _expand(arguments[0])
        return
    seen: set[str] = set()
    for argument in arguments:
        for path, named in _expand(argument):
            key = os.path.normcase(os.path.abspath(path))
            if key not in seen:
                seen.add(key)
                yield path, named


def _expand(argument: str) -> Iterator[tuple[str, bool]]:
    if is_url(argument):
        from rekisterilint.runs.remote import expand_url

        yield from expand_url(argument, SUFFIXES)
        return
    path = Path(argument)
    if path.is_dir():
        for found in _walk(path):
            yield found, False
    elif not path.exists() and glob.has_magic(argument):
        matches = sorted(glob.glob(argument, recursive=True))
        for match in matches:
            if Path(match).is_dir():
                continue
            yield match, False
        if not matches:
            yield argument, True
    else:
        yield argument, True


def _walk(folder: Path) -> Iterator[str]:
    for current, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if name not in _SKIPPED_FOLDERS)
        # As `Path` would write it, in a tenth of the time: a large folder is walked in every run.
        base = "" if current == "." else str(Path(current))
        for name in sorted(files):
            suffix = os.path.splitext(name)[1].lower()  # noqa: PTH122
            if suffix not in SUFFIXES or name in _CONFIGURATION:
                continue
            path = os.path.join(base, name)  # noqa: PTH118
            if suffix in (".html", ".json") and begins_as_report(path):
                continue
            yield path


def is_excluded(path: str, config: Config) -> bool:
    """Whether the configuration leaves the file out of folders."""
    if not config.exclude:
        return False
    from rekisterilint.suppress.configured import matches_glob

    return any(matches_glob(path, pattern, config.root) for pattern in config.exclude)
